"""How far the reading of a source has come, and its beginning: told to whoever wants to know.

What takes long is deep below whoever waits for it, and reads the same whether anybody listens. So
it tells as it goes, and whoever starts the work says who listens: the screen that waits, or nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarise.draft import Draft


class Unit(StrEnum):
    """What is counted."""

    BYTES_FETCHED = "bytes fetched"
    BYTES_PIPED = "bytes piped in"
    PAGES = "pages read"
    PARTS = "parts of a book read"


class Progress(NamedTuple):
    """How far it has come."""

    done: int
    """How much is done."""
    unit: Unit
    """Of what."""
    total: int = 0
    """How much there is; 0 if that is not known."""


#: Is given how far it has come, in the thread that does the work.
Told = Callable[[Progress], object]
#: Is given what can be read before all of it is there: blocks, or the first bytes of a text.
Begun = Callable[["Draft | bytes"], object]

_TOLD: ContextVar[Told | None] = ContextVar("told", default=None)
_BEGUN: ContextVar[Begun | None] = ContextVar("begun", default=None)


def tell(done: int, unit: Unit, total: int = 0) -> None:
    """Say how far it has come; see :class:`Progress`."""
    told = _TOLD.get()
    if told is not None:
        told(Progress(done, unit, total))


def tell_beginning(found: Draft | bytes) -> None:
    """Hand over what can be read before all of it is there; may be said again as it grows.

    Args:
        found: The first blocks; or the first bytes of what may be a text.
    """
    begun = _BEGUN.get()
    if begun is not None:
        begun(found)


def is_heard() -> bool:
    """Whether anybody wants a beginning, which costs something to make."""
    return _BEGUN.get() is not None


@contextmanager
def listening(told: Told | None, begun: Begun | None) -> Iterator[None]:
    """Hear what the work inside, in this thread, tells.

    Args:
        told: Hears how far it has come.
        begun: Hears its beginning.
    """
    tokens = _TOLD.set(told), _BEGUN.set(begun)
    try:
        yield
    finally:
        _TOLD.reset(tokens[0])
        _BEGUN.reset(tokens[1])
