"""A deadline from outside: work that ends for its caller whatever it is doing.

Time-outs of a client begin anew with every byte, and looking up a name knows none: one byte a
second escaped a limit of 3 s for 61 s in a body, and in headers for as long as they came.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from threading import Event, Thread
from time import monotonic
from typing import Generic, TypeVar

from summarise.sources.stopping import is_stopped
from summarise.sources.web.options import FetchError

#: Seconds between looks at whether the work is still wanted.
_LOOK = 0.05

Result = TypeVar("Result")


class _Box(Generic[Result]):
    def __init__(self) -> None:
        self.done = Event()
        self.results: list[Result] = []
        self.error: BaseException | None = None


def within(seconds: float, work: Callable[[], Result], cut: Callable[[], object]) -> Result:
    """Do something in a thread of its own, and wait for it no longer than this.

    Args:
        seconds: How long.
        work: What to do; what it raises is raised here.
        cut: Ends it from outside, as well as that can be done; it is not waited for.

    Raises:
        FetchError: It took too long, or was stopped.
    """
    box: _Box[Result] = _Box()

    def run() -> None:
        try:
            box.results.append(work())
        except BaseException as error:
            box.error = error
        finally:
            box.done.set()

    until = monotonic() + seconds
    # In the context of this thread, so that what it tells is heard.
    here = copy_context()
    Thread(target=here.run, args=(run,), name="summarise-fetch", daemon=True).start()
    try:
        while not box.done.wait(max(0.0, min(_LOOK, until - monotonic()))):
            if is_stopped():
                raise FetchError("was stopped")
            if monotonic() >= until:
                raise FetchError(f"took longer than {seconds:g} s: try again later")
    finally:
        if not box.done.is_set():
            cut()
    if box.error is not None:
        raise box.error
    return box.results[0]
