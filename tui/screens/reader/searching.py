"""Search in the pane in use: typed, counted, walked with n and N until escape."""

from __future__ import annotations

from tui.screens.reader.base import ReaderBase
from tui.text.search import Match, find_matches, first_at
from tui.widgets.document_view import DocumentView
from tui.widgets.prompt import Purpose


class SearchActions(ReaderBase):
    """A search belongs to the pane it was started in and outlives resizes and length changes."""

    searched: str = ""
    _pane: DocumentView | None = None
    _origin: int | None = None
    _matches: list[Match]
    _current: int | None = None

    async def action_search(self) -> None:
        """Ask what to search for in the pane in use."""
        self._pane = self.summary if self.summary.has_focus else self.source
        self._origin = self._pane.cursor
        await self.ask(Purpose.SEARCH, self.searched)
        if self.searched:
            self.search(self.searched)

    @property
    def is_searching(self) -> bool:
        """Whether n and N belong to a search."""
        return bool(self.searched)

    @property
    def search_facts(self) -> str:
        """Which match of how many the reader is at."""
        if not self.is_searching or self.asked is Purpose.SEARCH:
            return ""
        return f"“{self.searched}” {self._count()}"

    def search(self, text: str) -> None:
        """Search for a text from where the reader was when the search began."""
        if self._pane is None:
            return
        self.searched = text
        self._matches = find_matches(self._pane.document.blocks, text)
        self._current = first_at(self._matches, *self._start())
        self._show_matches()

    def step_match(self, step: int) -> None:
        """Go to the next match, or to the one before, round the ends."""
        if self._matches and self._current is not None:
            self._current = (self._current + step) % len(self._matches)
            self._show_matches()
        else:
            self.app.tell(f"“{self.searched}” is not in this pane.")

    def refresh_matches(self) -> None:
        """Find the matches again after the summary changed under the search."""
        if self.searched and self._pane is self.summary:
            self._matches = find_matches(self._pane.document.blocks, self.searched)
            last = len(self._matches) - 1
            self._current = min(self._current or 0, last) if self._matches else None
            self._pane.set_matches(self._matches, self._current)

    def end_search(self, *, go_back: bool = False) -> None:
        """End the search; go back to where it began, or stay."""
        if self._pane is None:
            return
        self.searched = ""
        self._matches, self._current = [], None
        self._pane.set_matches((), None)
        if go_back and self._origin is not None:
            self._visit(self._origin)

    def _start(self) -> tuple[int, int]:
        if self._pane is None or self._origin is None or self._origin not in self._pane.document:
            return 0, 0
        return self._pane.document.span_of(self._origin)[:2]

    def _show_matches(self) -> None:
        if self._pane is None:
            return
        self._pane.set_matches(self._matches, self._current)
        if self.prompt is not None and self.asked is Purpose.SEARCH:
            self.prompt.hint(self._count())
        if self._current is not None:
            block, start, _ = self._matches[self._current]
            sentence = self._pane.document.sentence_at(block, start)
            if sentence is not None:
                self._visit(sentence)
            self._pane.reveal_offset(block, start)
        self.show_links()

    def _count(self) -> str:
        if not self.searched.strip():
            return ""
        if self._current is None:
            return "not found"
        return f"{self._current + 1} of {len(self._matches)}"

    def _visit(self, sentence: int) -> None:
        if self._pane is not None and sentence in self._pane.document:
            self._pane.move_cursor(sentence)
