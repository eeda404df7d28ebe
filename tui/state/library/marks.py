"""What the reader said of articles: read, saved, hidden; with a way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from time import perf_counter
from typing import NamedTuple

from tui.state.store.records import Mark

#: What is done to an article by setting a mark, and by taking it off.
DONE = {
    Mark.READ: ("marked as read", "marked as unread"),
    Mark.SAVED: ("saved", "no longer saved"),
    Mark.HIDDEN: ("hidden", "shown again"),
}


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader said of one article."""

    read: bool = False
    """Whether it was opened, or marked as read."""
    saved: bool = False
    """Whether it is wanted again."""
    hidden: bool = False
    """Whether it is not wanted: it is in no list but that of the hidden ones."""

    def having(self, mark: Mark, on: bool) -> Marks:
        """The same with one of them set or not."""
        return replace(self, **{mark.value: on})


@dataclass(frozen=True, slots=True)
class Change:
    """A mark that some articles got, or lost: what is to be kept of it."""

    keys: tuple[str, ...]
    """The articles."""
    mark: Mark
    """The mark."""
    on: bool
    """Whether they have it from now on."""
    is_said: bool = False
    """Whether the reader said so; that an article was opened marks it as read, too."""


class Undone(NamedTuple):
    """A change that was taken back."""

    whose: str
    """The beginning of the line on it: ``“The ferry” is``."""
    holds: str
    """The end of that line: what holds again."""
    keys: tuple[str, ...]
    """The articles."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A change that can be undone."""

    whose: str
    """The beginning of the line on it."""
    change: Change
    read: str
    """The key of the article in which it was said; "" if in the library."""
    at: float
    """When, by a clock that never goes back."""


_NONE = Marks()


class MarkBook:
    """The marks of all articles, by their keys, and the changes that can be undone.

    Args:
        tell: Is told of every change, for it to be kept.
    """

    def __init__(self, tell: Callable[[Change], object] = lambda _: None) -> None:
        self._tell = tell
        self._marks: dict[str, Marks] = {}
        self._undo: list[_Said] = []

    def of(self, key: str) -> Marks:
        """What was said of an article."""
        return self._marks.get(key, _NONE)

    def learn(self, key: str, marks: Marks) -> None:
        """Take over what was said of an article in an earlier run, unless more was said in this."""
        self._marks.setdefault(key, marks)

    def leave_out(self, keys: Iterable[str]) -> None:
        """Let articles be hidden that the reader said nothing of; it is not kept."""
        for key in keys:
            self._marks[key] = self.of(key).having(Mark.HIDDEN, True)

    def set(
        self, keys: Iterable[str], mark: Mark, on: bool, whose: str = "", read: str = ""
    ) -> int:
        """Say something of some articles.

        Args:
            keys: The articles.
            mark: What.
            on: Whether it holds from now on.
            whose: The beginning of the line that :meth:`undo` says: ``“The ferry” is``; without it,
                it is not undone.
            read: The key of the article that is read, if it is said there.

        Returns:
            Of how many that changes anything.
        """
        changed = tuple(key for key in keys if getattr(self.of(key), mark.value) != on)
        if changed:
            change = Change(changed, mark, on, bool(whose))
            if whose:
                self._undo.append(_Said(whose, change, read, perf_counter()))
            self._put(change)
        return len(changed)

    @property
    def last_said(self) -> float:
        """When the last change was made that can be taken back; 0 if there is none."""
        return self._undo[-1].at if self._undo else 0.0

    def undo(self, read: str = "", since: float = 0.0) -> Undone | None:
        """Take back the last change.

        Args:
            read: The key of an article, if only what was said in it while it was read is meant.
            since: Only what was said later counts.

        Returns:
            What holds again; None if there is nothing to take back.
        """
        of = [said for said in self._undo if said.at > since and (not read or said.read == read)]
        if not of:
            return None
        self._undo.remove(of[-1])
        change = of[-1].change
        self._put(replace(change, on=not change.on, is_said=False))
        return Undone(of[-1].whose, DONE[change.mark][change.on], change.keys)

    def _put(self, change: Change) -> None:
        for key in change.keys:
            self._marks[key] = self.of(key).having(change.mark, change.on)
        self._tell(change)
