"""Search in a pane: typed, counted, walked until it is ended."""

from __future__ import annotations

from collections.abc import Callable

from tui.text.search import Search
from tui.widgets.document_view import DocumentView


class PaneSearch:
    """A search belongs to the pane it was started in and outlives resizes and length changes.

    Args:
        changed: Called when the search has moved, so that what is said of it can follow.
        unfold: Shows all of a pane that a text stands in, before it is looked for; and folds it
            again for "", when the search is over.
    """

    def __init__(
        self, changed: Callable[[], None], unfold: Callable[[DocumentView, str], object]
    ) -> None:
        self.found = Search()
        self.pane: DocumentView | None = None
        #: The pane in which it was begun, to go back to.
        self.left: DocumentView | None = None
        self._changed = changed
        self._unfold = unfold
        self._origin: int | None = None

    def begin(self, pane: DocumentView, left: DocumentView) -> None:
        """Search in a pane from now on, from where its cursor is.

        Args:
            pane: Where to search.
            left: The pane in which the reader is.
        """
        self.pane, self.left = pane, left
        self._origin = pane.cursor
        if self.found:
            self.look_for(self.found.text)

    def look_for(self, text: str) -> None:
        """Search for a text from where the reader was when the search began."""
        if (pane := self.pane) is not None:
            self._unfold(pane, text)
            document, origin = pane.document, self._origin
            known = origin is not None and origin in document
            start = document.span_of(origin)[:2] if known and origin is not None else (0, 0)
            found = Search.of(text, document.blocks, start)
            if found.place is None and origin is not None:
                pane.move_cursor(origin)  # it has been led along by the beginning of the text
            self._go(pane, found)

    def step(self, step: int) -> bool:
        """Go to the next match, or to the one before; returns whether there is one."""
        if self.pane is None or self.found.current is None:
            return False
        self._go(self.pane, self.found.step(step))
        return True

    def refresh(self, pane: DocumentView) -> None:
        """Find the matches again in a pane whose text has changed under the search."""
        if self.found and pane is self.pane:
            self.found = self.found.again_in(pane.document.blocks)
            pane.set_matches(self.found.matches, self.found.current)

    def end(self, *, go_back: bool = False) -> None:
        """End the search; go back to where it began, or stay."""
        if (pane := self.pane) is None:
            return
        self.found = Search()
        pane.set_matches((), None)
        if go_back and self._origin is not None:
            pane.move_cursor(self._origin)
        self._unfold(pane, "")
        self._changed()

    def keep(self, text: str) -> None:
        """Go on with this text searched for, now that it has been typed; with none it is over."""
        if text.strip():
            self._changed()
        else:
            self.end()

    def _go(self, pane: DocumentView, found: Search) -> None:
        self.found = found
        pane.set_matches(found.matches, found.current)
        if (place := found.place) is not None:
            sentence = pane.document.sentence_at(*place)
            if sentence is not None:
                pane.move_cursor(sentence)
            pane.reveal_offset(*place)
        self._changed()
