"""Whether anybody still waits for what is being read: asked by readers that can stop.

Work in a thread cannot be ended from outside. So whoever starts it says how to find out whether it
is still wanted, and what takes long asks now and then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from summarise.errors import SummariseError

#: What is said of a source in the end, to nobody.
STOPPED = "was not read to its end"

_STOPPED: ContextVar[Callable[[], bool] | None] = ContextVar("stopped", default=None)


def is_stopped() -> bool:
    """Whether nobody waits for this work any more."""
    asked = _STOPPED.get()
    return asked is not None and asked()


def stopped_here() -> Callable[[], bool]:
    """How to find out, from any thread, whether the work of this one is still wanted."""
    return _STOPPED.get() or (lambda: False)


class UnwantedError(SummariseError):
    """Nobody waits for the work any more, so it was not finished."""


def stop_if_unwanted() -> None:
    """End the work if nobody waits for it any more: called where it takes long.

    Raises:
        UnwantedError: Nobody does.
    """
    if is_stopped():
        raise UnwantedError("stopped")


@contextmanager
def stopping_when(stopped: Callable[[], bool]) -> Iterator[None]:
    """Let the work inside, in this thread, find out when it is not wanted any more."""
    token = _STOPPED.set(stopped)
    try:
        yield
    finally:
        _STOPPED.reset(token)
