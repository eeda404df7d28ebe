"""What the reader said of articles: read, saved, hidden; with a way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

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


class MarksKept(Protocol):
    """Where marks are kept over the end of the program."""

    def marks(self) -> Mapping[str, Marks]:
        """All that are known, by the key of the article."""
        ...

    def keep(self, marks: Mapping[str, Marks]) -> object:
        """Keep some that were changed."""
        ...


_NONE = Marks()


class MarkBook:
    """The marks of all articles, by their keys, and the changes that can be undone.

    Args:
        kept: Where they are kept besides, if anywhere.
    """

    def __init__(self, kept: MarksKept | None = None) -> None:
        self._kept = kept
        self._marks: dict[str, Marks] = dict(kept.marks()) if kept is not None else {}
        self._undo: list[tuple[str, dict[str, Marks]]] = []

    def of(self, key: str) -> Marks:
        """What was said of an article."""
        return self._marks.get(key, _NONE)

    def set(self, keys: Iterable[str], mark: Mark, on: bool, said: str = "") -> int:
        """Say something of some articles.

        Args:
            keys: The articles.
            mark: What.
            on: Whether it holds from now on.
            said: What was done, for :meth:`undo` to name; without it, it is not undone.

        Returns:
            Of how many that changes anything.
        """
        before = {key: self.of(key) for key in keys}
        after = {
            key: marks.having(mark, on)
            for key, marks in before.items()
            if getattr(marks, mark.value) != on
        }
        if after:
            if said:
                self._undo.append((said, {key: before[key] for key in after}))
            self._put(after)
        return len(after)

    def undo(self) -> tuple[str, tuple[str, ...]] | None:
        """Take back the last change.

        Returns:
            What it was, and of which articles; None if there is nothing to take back.
        """
        if not self._undo:
            return None
        said, before = self._undo.pop()
        self._put(before)
        return said, tuple(before)

    def _put(self, marks: Mapping[str, Marks]) -> None:
        self._marks.update(marks)
        if self._kept is not None:
            self._kept.keep(marks)
