"""The view of a text that both panes of the reader share: moved by sentence, by key and mouse."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from tui.keys.document import DOCUMENT_BINDINGS
from tui.messages import Tell
from tui.text.wrapping import cut_behind, first_cell
from tui.widgets.document_canvas import DocumentCanvas

#: Rows that stay in sight when a page is turned.
_PAGE_OVERLAP = 2
_OUT_OF_SIGHT = "This sentence was out of sight: press the key again if it is the one."


class DocumentView(DocumentCanvas, can_focus=True, inherit_bindings=False):
    """A document with one sentence under the cursor.

    Give it the class ``-quiet`` where every sentence is kept (a summary): kept sentences and the
    cursor are then not tinted.
    """

    ALLOW_SELECT = True
    BINDINGS = DOCUMENT_BINDINGS

    class ViewMessage(Message):
        """Something happened in a view."""

        def __init__(self, view: DocumentView) -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> DocumentView:
            """The view, for ``@on`` with a selector."""
            return self.view

    class SentenceMessage(ViewMessage):
        """Something happened to a sentence of a view."""

        def __init__(self, view: DocumentView, sentence: int) -> None:
            super().__init__(view)
            self.sentence = sentence

    class CursorMoved(SentenceMessage):
        """The reader moved the cursor to a sentence, by key or click."""

    class Opened(SentenceMessage):
        """The reader opened a sentence, by enter or by a click on its label."""

        def __init__(self, view: DocumentView, sentence: int, *, by_label: bool = False) -> None:
            super().__init__(view, sentence)
            self.by_label = by_label

    class LinkClicked(ViewMessage):
        """The reader clicked on a link with ctrl held down."""

        def __init__(self, view: DocumentView, target: str) -> None:
            super().__init__(view)
            self.target = target

    class Hovered(ViewMessage):
        """The mouse came over another sentence, or left the last one (then it is None)."""

        def __init__(self, view: DocumentView, sentence: int | None) -> None:
            super().__init__(view)
            self.sentence = sentence

    def _tell(self, message: ViewMessage) -> None:
        """Tell the screen something: what stands between has a turn for each message it is told."""
        if self.is_attached:
            self.screen.post_message(message)

    # Keys

    def _forward_event(self, event: events.Event) -> None:
        """Hand a key straight to the app, which knows what is bound to it.

        Textual hands it to this view, and on through all that the view stands in: six turns of the
        event loop for every key, and none of them takes one.
        """
        if not isinstance(event, events.Key):
            super()._forward_event(event)
            return
        if event.key == "escape":
            self.screen.clear_selection()  # as a screen does that comes by this key
        event._set_forwarded()
        self.app.post_message(event)

    def move_cursor(self, sentence: int, *, reveal: bool = True) -> None:
        """Move the cursor as the reader does: reveal the sentence and tell the others.

        Also where the cursor is there already: the other pane may have been left somewhere else.
        """
        if sentence not in self.document:
            return
        self.cursor = sentence
        if reveal:
            self.reveal(sentence)
        self._tell(self.CursorMoved(self, sentence))

    def action_move_sentence(self, step: int) -> None:
        """Move by sentences; first into the view if the reader has scrolled away."""
        ids = self.document.ids
        if not ids:
            self.scroll_relative(y=step, animate=False)
            return
        seen = self._sentence_in_view()
        if seen is not None:
            self.move_cursor(seen)
            return
        place = 0 if self.cursor is None else self.document.ordinal(self.cursor) + step
        place = min(max(0, place), len(ids) - 1)
        self.move_cursor(ids[place])

    def action_move_block(self, step: int) -> None:
        """Move to the first sentence of another block that has sentences."""
        if not self.document.ids or self.cursor is None:
            return
        blocks = self.document.blocks
        here = self.document.block_of(self.cursor)
        if step < 0 and blocks[here].sentences[0][0] != self.cursor:
            self.move_cursor(blocks[here].sentences[0][0])
            return
        here += step
        while 0 <= here < len(blocks):
            if blocks[here].sentences:
                self.move_cursor(blocks[here].sentences[0][0])
                return
            here += step

    def action_move_page(self, pages: float) -> None:
        """Scroll by pages; the cursor keeps its height on the screen as nearly as it can."""
        rows = max(1, round((self.size.height - _PAGE_OVERLAP) * abs(pages)))
        step = rows if pages > 0 else -rows
        top = min(max(0, self.scroll_offset.y + step), self.max_scroll_y)
        at_the_end = top == self.scroll_offset.y
        row = top if self.cursor is None else self.rows_of(self.cursor)[0]
        self.scroll_to(y=top, animate=False, force=True)
        sentence = self._sentence_near(row + step, from_row=top)
        if at_the_end and self.document.ids:
            sentence = self.document.ids[-1 if step > 0 else 0]
        if sentence is not None:
            self.move_cursor(sentence)

    def action_move_end(self, direction: int) -> None:
        """Go to one end of the text."""
        self.scroll_to(y=self.max_scroll_y if direction > 0 else 0, animate=False, force=True)
        if self.document.ids:
            self.move_cursor(self.document.ids[-1 if direction > 0 else 0], reveal=False)

    def brings_cursor_back(self) -> bool:
        """Bring the sentence under the cursor into sight; returns whether it was out of sight.

        Ask it before anything is done to that sentence: the view may have gone to what a longer
        summary has brought, or with the wheel, and nobody sees what would be done.
        """
        cursor = self.cursor
        if cursor is None or not self.is_on_screen or self._sentence_in_view() is None:
            return False
        self.reveal(cursor)
        self.post_message(Tell(_OUT_OF_SIGHT, problem=False))
        return True

    def action_open(self) -> None:
        """Open the sentence under the cursor."""
        if self.cursor is not None and not self.brings_cursor_back():
            self._tell(self.Opened(self, self.cursor))

    def _sentence_in_view(self) -> int | None:
        """The first sentence that begins in sight, if the cursor is out of sight."""
        top, height = self.scroll_offset.y, self.size.height
        if self.cursor is not None:
            first, count = self.rows_of(self.cursor)
            if first < top + height and first + count > top:
                return None
        return self._sentence_near(top, from_row=top)

    def _sentence_near(self, row: int, *, from_row: int) -> int | None:
        """The sentence at a row, or the next one if it begins above ``from_row``."""
        layout = self._layout_now
        if layout is None or not self.document.ids:
            return None
        row = min(max(row, from_row), from_row + self.size.height - 1)
        sentence = self.document.sentence_at(*layout.place_near(row))
        if sentence is not None and self.rows_of(sentence)[0] < from_row:
            place = min(self.document.ordinal(sentence) + 1, len(self.document) - 1)
            following = self.document.ids[place]
            if self.rows_of(following)[0] < from_row + self.size.height:
                return following
        return sentence

    # Mouse

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse with the hovered sentence."""
        self._hover(event.style.meta.get("sentence"))

    def on_leave(self) -> None:
        """Forget the hovered sentence."""
        self._hover(None)

    def _hover(self, sentence: int | None) -> None:
        if sentence != self.hovered:
            self.hovered = sentence
            self._tell(self.Hovered(self, sentence))

    async def _on_click(self, event: events.Click) -> None:
        """One click moves the cursor, and on a label opens; two select a sentence, three a block.

        Textual's own handler would select the whole document on a double click.
        """
        event.prevent_default()
        meta = event.style.meta
        if "offset" not in meta:
            return
        offset, block = meta["offset"]
        if block >= len(self.document.blocks):
            return  # pressed on a document that has been replaced by now
        if event.ctrl and "leads" in meta:
            self._tell(self.LinkClicked(self, meta["leads"]))
        elif event.chain >= 2:
            self._select(block, offset, whole_block=event.chain > 2)
        elif self.text_selection is None:
            sentence = meta.get("sentence", self.document.sentence_at(block, offset))
            if sentence is not None and sentence in self.document:
                self.move_cursor(sentence, reveal=False)
                if meta.get("label"):
                    self._tell(self.Opened(self, sentence, by_label=True))

    def _select(self, block: int, offset: int, *, whole_block: bool) -> None:
        start, end = 0, len(self.document.blocks[block].text)
        sentence = self.document.sentence_at(block, offset)
        if not whole_block and sentence is not None:
            _, start, end = self.document.span_of(sentence)
        self.screen.selections = {self: Selection(Offset(start, block), Offset(end, block))}

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, exactly, with blocks parted as they are on the screen."""
        parts: list[str] = []
        for index, block in enumerate(self.document.blocks):
            span = selection.get_span(index)
            if span is None:
                continue
            if parts:
                parts.append("\n" if block.tight else "\n\n")
            start, end = span
            end = len(block.text) if end == -1 else cut_behind(block.text, end)
            parts.append(block.text[cut_behind(block.text, start) : end])
        return ("".join(parts), "\n") if parts else None

    def character_at(self, x: int, y: int) -> int:
        """The first cell of the character at a cell: it may be wide."""
        return first_cell(self.render_line(y).text, x) if 0 <= y < self.size.height else x

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Draw the selection as it is now."""
        self._redraw()
