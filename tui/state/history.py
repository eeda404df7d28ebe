"""What undo and redo go over: what the reader decided, one step at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import NamedTuple

from tui.state.reading_state import ReadingState

#: The fields that undo gives back; where the reader is, and in which unit, are not decisions.
UNDOABLE = ("choices", "length", "method", "layout", "new_first")
#: Steps that are kept: more than anyone goes back over.
_MOST = 500


class _Step(NamedTuple):
    """A state that undo or redo goes to, and when the decision was made that led away from it."""

    state: ReadingState
    at: float


class History:
    """The states before each decision, and those that were undone.

    A run of steps in one direction of thought (a key held down, a bar dragged) is one entry.
    """

    def __init__(self) -> None:
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._run = ""

    def record(self, before: ReadingState, *, run: str = "") -> None:
        """Take note of the state before a decision.

        Args:
            before: That state.
            run: What kind of run the decision belongs to: it goes on with the one before, if that
                was of the same; empty if it stands alone.
        """
        if not (run and run == self._run and self._past):
            self._past.append(_Step(before, perf_counter()))
            del self._past[:-_MOST]
        self._run = run
        self._future.clear()

    def mapped(self, new: Callable[[ReadingState], ReadingState]) -> History:
        """The same steps over another version of the article.

        Args:
            new: Says what a state is there.
        """
        there = History()
        there._past = [_Step(new(step.state), step.at) for step in self._past]
        there._future = [_Step(new(step.state), step.at) for step in self._future]
        return there

    def decided_at(self, now: ReadingState) -> float:
        """When what undo would take back was decided, by ``perf_counter``; 0 if nothing was."""
        return next((step.at for step in reversed(self._past) if not _same(step.state, now)), 0.0)

    def end_run(self) -> None:
        """Let the next decision be an entry of its own."""
        self._run = ""

    def forget_last(self, now: ReadingState) -> None:
        """Drop the last entry if it leads to nothing but the present state."""
        if self._past and _same(self._past[-1].state, now):
            self._past.pop()
        self._run = ""

    def undo(self, now: ReadingState) -> ReadingState | None:
        """The state before the last decision that is still seen; None if there is none."""
        return self._step(now, self._past, self._future)

    def redo(self, now: ReadingState) -> ReadingState | None:
        """The state that was undone last; None if there is none."""
        return self._step(now, self._future, self._past)

    def _step(
        self, now: ReadingState, source: list[_Step], target: list[_Step]
    ) -> ReadingState | None:
        self._run = ""
        while source and _same(source[-1].state, now):  # a run that ended where it began
            source.pop()
        if not source:
            return None
        target.append(_Step(now, perf_counter()))
        found = source.pop().state
        return replace(now, **{name: getattr(found, name) for name in UNDOABLE})


def _same(one: ReadingState, other: ReadingState) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in UNDOABLE)
