"""The marks of the article that is read, set and taken back while it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from summarise.loading import Source
from tui.state.store.records import Mark

if TYPE_CHECKING:
    from tui.state.library.library import Library


class ArticleMarks:
    """Says something of one article, and takes back what was said last.

    Args:
        library: Gives the library, which no first frame waits for.
        source: The article.
    """

    def __init__(self, library: Callable[[], Library], source: Source) -> None:
        self._library = library
        self._source = source

    def toggle(self, mark: Mark) -> str:
        """Mark the article, or take the mark off; returns what holds now, as a sentence."""
        return self._library().toggle(self._source, mark)

    def take_back(self, since: float) -> str:
        """Take back what was said last while it was read, if that was later than another decision.

        Args:
            since: When that one was made, by the clock of ``perf_counter``.

        Returns:
            What holds again, as a sentence; "" if nothing was said since.
        """
        undone = self._library().marks.undo(self._source.key, since)
        return "" if undone is None else f"Undone: this article is {undone.holds}."
