"""What screens and the app offer in the command palette, besides the actions that have keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, runtime_checkable


class Command(NamedTuple):
    """Something to choose."""

    title: str
    """What is matched and shown; plain text."""
    help: str
    """A line under it, of the program's own words; "" for none."""
    run: Callable[[], object]
    """Does it."""
    listed: bool = True
    """Whether it is offered before anything is typed."""
    keys: str = ""
    """The keys that do the same, shown behind it."""


@runtime_checkable
class HasCommands(Protocol):
    """A screen, or an app, that has commands for the palette."""

    def commands(self) -> Iterable[Command]:
        """What can be chosen here at the moment."""
        ...
