"""What was taken from the places in this run, to be brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from tui.state.library.places import PlaceKind


@dataclass(frozen=True, slots=True)
class Removal:
    """A feed or a folder that was taken from its place."""

    kind: PlaceKind
    """The place."""
    said: str
    """What holds once it is back, as a sentence."""
    bring_back: Callable[[], bool]
    """Brings it back; returns whether it is there."""
    at: float
    """When it was taken, by the clock of the marks."""


class Removals:
    """The feeds and folders that were taken away, the last one first."""

    def __init__(self) -> None:
        self._taken: list[Removal] = []

    def note(self, kind: PlaceKind, said: str, bring_back: Callable[[], bool]) -> None:
        """Take note of what was just taken away."""
        self._taken.append(Removal(kind, said, bring_back, perf_counter()))

    def take_later_than(self, at: float) -> Removal | None:
        """The last one, if it is later than another change; it is not given out again."""
        return self._taken.pop() if self._taken and self._taken[-1].at > at else None
