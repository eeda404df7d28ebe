"""A document drawn on rows: what is shown of it, where it is scrolled to, and how it is kept there.

No widget and no object stands for a sentence or a row: the canvas keeps the document, its rows as
flat arrays, and the strips of the rows seen last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip

from tui.text.document import Block, Document
from tui.text.layout import RAISED, Columns, DocumentLayout, Row
from tui.text.revealing import CONTEXT_ROWS, Align, top_to_reveal
from tui.widgets.document_palette import COMPONENTS, DEFAULT_CSS, Palette
from tui.widgets.document_spans import Listings
from tui.widgets.document_strips import Shown, StripMaker, sentences_in
from tui.widgets.plain_rows import PlainRows
from tui.widgets.scrollbar import SparingScrollBar

#: Strips kept at most; a screenful is a few dozen.
_CACHED_STRIPS = 1000


class DocumentCanvas(ScrollView, PlainRows, can_focus=True, inherit_bindings=False):
    """A document that can be shown, scrolled and drawn; `DocumentView` adds keys and mouse.

    Args:
        max_column: The widest that the text column may be, in cells.
        marks_in_text: Whether labels stand in the text, raised, before their sentences; otherwise
            they stand beside the rows on which those begin.
    """

    COMPONENT_CLASSES = COMPONENTS
    DEFAULT_CSS = DEFAULT_CSS

    #: The sentence under the cursor. Setting it draws it and sends no message.
    cursor: reactive[int | None] = reactive(None, repaint=False)
    #: The sentence under the mouse.
    hovered: reactive[int | None] = reactive(None, repaint=False)
    #: The sentence that the other pane's cursor points at.
    linked: reactive[int | None] = reactive(None, repaint=False)
    #: The widest that the text column may be, in cells.
    max_column: reactive[int] = reactive(80, repaint=False)
    #: Whether the column stands in the middle of the view, which is for a view that is alone.
    centred: reactive[bool] = reactive(True, repaint=False)
    #: Cells to keep free for labels that are longer than a number.
    label_cells: reactive[int] = reactive(0, repaint=False)

    def __init__(
        self,
        *,
        max_column: int = 80,
        marks_in_text: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.document = Document()
        self._longest_note = 0
        self._marks_in_text = marks_in_text
        self._shown = Shown(in_text=marks_in_text)
        self._layout_now: DocumentLayout | None = None
        self._layout_before: DocumentLayout | None = None
        self._palette: Palette | None = None
        self._maker: StripMaker | None = None
        self._strips: dict[int, Strip] = {}
        # The place that stays where it is when rows change: (block, offset, row on the screen).
        self._anchor = (0, 0, 0)
        self._settling = False
        self.set_reactive(DocumentCanvas.max_column, max_column)

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Replace the document.

        Args:
            blocks: The blocks of the new document.
            keep_place: Whether to stay at the same place of the text with the cursor on the same
                sentence, or on the nearest ones that the new document still has; otherwise the
                view starts at the top with no marks and no heat. Matches are dropped either way,
                since they count the blocks.
        """
        before, self.document = self.document, Document(blocks)
        notes = [block.note for block in self.document.blocks if block.note]
        self._longest_note = max(map(cell_len, notes), default=0)
        self._layout_before = self._layout_now or self._layout_before
        self._layout_now = self._maker = None
        if not keep_place:
            self._shown = Shown(in_text=self._marks_in_text, listings=self._shown.listings)
            self.linked = self.hovered = None
        self._shown.set_matches()
        anchor = self._anchor_after(before) if keep_place else (0, 0, 0)
        cursor = before.nearest_in(self.document, self.cursor) if keep_place else None
        if cursor is None and self.document.ids:
            cursor = self.document.ids[0]
        self._shown.cursor = self.cursor = cursor
        self._anchor = anchor
        self._lay_out()

    def set_marks(self, marks: Mapping[int, str], *, new: Collection[int] = frozenset()) -> None:
        """Set which sentences are kept, with the label of each for the gutter.

        Args:
            marks: The labels of those that are kept.
            new: Those of them that have just come in.
        """
        shown = self._shown
        before, new_before = shown.marks, shown.new
        shown.marks, shown.new = marks, new
        self._redraw_where(
            lambda sentence: (
                before.get(sentence) != marks.get(sentence)
                or (sentence in new_before) != (sentence in new)
            )
        )

    def set_heat(self, heat: Mapping[int, int] | None) -> None:
        """Tint sentences by a step from 0 to 3; None ends it."""
        if heat is not self._shown.heat:
            self._shown.heat = heat
            self._redraw()

    def set_dimmed(self, dim: bool) -> None:
        """Dim everything that is not marked, or end it."""
        self._shown.dimmed = dim
        self._redraw()

    def set_known(self, known: Collection[int]) -> None:
        """Dim sentences because they were read before, whatever else they are; none ends it."""
        self._shown.known = known
        self._redraw()

    def set_matches(self, matches: Sequence[tuple[int, int, int]], current: int | None) -> None:
        """Show search matches.

        Args:
            matches: (block, start, end) of each, in document order, not overlapping.
            current: Index of the match that the reader is at.
        """
        self._shown.set_matches(matches, current)
        self._redraw()

    def set_listings(self, listings: Listings) -> None:
        """Colour listings; those of other texts stay as they are."""
        self._shown.listings = listings
        self._maker = None
        self._redraw()

    # Rows

    @property
    def row_count(self) -> int:
        """How many rows the document takes at the present width; 0 before it has a width."""
        return len(self._layout_now) if self._layout_now is not None else 0

    def rows_of(self, sentence: int) -> tuple[int, int]:
        """(first row, number of rows) of a sentence; (0, 0) before the view has a width.

        Raises:
            KeyError: If there is no such sentence.
        """
        return self._layout_now.rows_of(sentence) if self._layout_now is not None else (0, 0)

    def sentence_at_row(self, row: int) -> int | None:
        """The sentence at the start of a row, or at the row below it if it is blank."""
        if self._layout_now is None or not self.document.blocks:
            return None
        return self.document.sentence_at(*self._layout_now.place_near(row))

    def in_sight(self) -> Sequence[int]:
        """The sentences of which something is to be seen now."""
        if self._layout_now is None or not self.document.ids or not self.is_on_screen:
            return ()
        top = self.scroll_offset.y
        bottom = min(top + self.size.height, self.row_count) - 1
        first, last = self.sentence_at_row(top), self.sentence_at_row(bottom)
        if bottom < top or first is None or last is None:
            return ()
        ordinals = self.document.ordinals((first, last))
        ids = self.document.ids[ordinals[0] : ordinals[-1] + 1]
        spans = {sentence: self.rows_of(sentence) for sentence in ids}
        return [i for i, (row, count) in spans.items() if row <= bottom and row + count > top]

    def reveal(
        self,
        sentence: int,
        *,
        align: Align = "nearest",
        within: int | None = None,
        beside: int | None = None,
    ) -> None:
        """Scroll at once so that a sentence is seen; nothing happens if it is not here.

        Args:
            sentence: The sentence.
            align: Where it is to stand.
            within: How many of the upper rows it is to stand in; by default all.
            beside: A sentence that is to be seen as well, if there is room for both.
        """
        if sentence not in self.document:
            return
        if self._layout_now is None:  # there is no width yet: remember it until there is
            block, start, _ = self.document.span_of(sentence)
            self._anchor = (block, start, CONTEXT_ROWS)
            return
        first, count = self._layout_now.rows_of(sentence)
        if beside is not None and beside in self.document:
            other, rows = self._layout_now.rows_of(beside)
            both = max(first + count, other + rows) - min(first, other)
            if both <= self.size.height:
                first, count = min(first, other), both
        self._reveal_rows(first, count, align, within)

    def reveal_offset(self, block: int, offset: int, *, align: Align = "nearest") -> None:
        """Scroll at once so that a place in the text is seen (a search match, say)."""
        if self._layout_now is not None and 0 <= block < len(self.document.blocks):
            self._reveal_rows(self._layout_now.row_of(block, offset), 1, align)

    def _reveal_rows(self, first: int, count: int, align: Align, within: int | None = None) -> None:
        height = self.size.height if within is None else max(1, within)
        top = top_to_reveal(first, count, self.scroll_offset.y, height, align)
        if self._layout_now is not None:
            top = self._layout_now.top_without_rule(top, first, count, height)
        self.scroll_to(y=top, animate=False, force=True)
        self._drop_anchor()

    # Laying out, and keeping the place

    def _lay_out(self) -> None:
        """Make the rows again if the width or the document has changed."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        columns = Columns.of(
            width,
            self.max_column,
            len(self.document),
            self._longest_note,
            self.label_cells,
            raised=RAISED if self._marks_in_text else 0,
            centred=self.centred,
        )
        if self._layout_now is None or self._layout_now.columns != columns:
            before = self._layout_before or self._layout_now
            self._layout_now = DocumentLayout(self.document, columns, before)
            self._layout_before = None
            self._settling = True
            self.virtual_size = Size(width, len(self._layout_now))
            self._settling = False
        self._maker = None
        self._redraw()
        self._return_to_anchor()

    def _drop_anchor(self) -> None:
        """Remember the place: the cursor's if it is seen, else that of the top row."""
        layout = self._layout_now
        if layout is None or not layout.document.blocks:
            return
        top = self.scroll_offset.y
        if self.cursor is not None and self.cursor in self.document:
            block, start, _ = self.document.span_of(self.cursor)
            row = layout.row_of(block, start) - top
            if 0 <= row < self.size.height:
                self._anchor = (block, start, row)
                return
        self._anchor = (*layout.place_near(top), 0)

    def _return_to_anchor(self) -> None:
        block, offset, row = self._anchor
        if self._layout_now is None or block >= len(self.document.blocks):
            return
        first, height = self._layout_now.row_of(block, offset), self.size.height
        row = min(row, max(0, height - 1))
        top, count = max(0, first - row), 1
        if self.cursor is not None and self.rows_of(self.cursor)[0] == first:
            count = self.rows_of(self.cursor)[1]  # all of it is kept in sight, not only its start
            top = min(first, max(top, first + count - height))
        top = self._layout_now.top_without_rule(top, first, count, height)
        self._settling = True
        self.scroll_to(y=top, animate=False, force=True)
        self._settling = False

    def _anchor_after(self, before: Document) -> tuple[int, int, int]:
        """The anchor at the same place of the text, in a document that has replaced another."""
        block, offset, row = self._anchor
        if block >= len(before.blocks):
            return (0, 0, 0)
        sentence = before.nearest_in(self.document, before.sentence_at(block, offset))
        if sentence is None:
            return (0, 0, 0)
        block, start, _ = self.document.span_of(sentence)
        return (block, start, row)

    def on_resize(self) -> None:
        """Re-wrap for the new width."""
        self._lay_out()

    def watch_max_column(self) -> None:
        """Re-wrap for the new column."""
        self._lay_out()

    def watch_centred(self) -> None:
        """Put the column elsewhere."""
        self._lay_out()

    def watch_label_cells(self) -> None:
        """Re-wrap beside a wider gutter."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the reader's own scrolling with the anchor."""
        super().watch_scroll_y(old_value, new_value)
        if not self._settling:
            self._drop_anchor()

    # Drawing

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right, which draws no more of itself than has changed."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = SparingScrollBar(
                name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def draw_rows(self, rows: range) -> Iterable[Strip]:
        """Draw rows below each other: what is the same for all of them is asked for once."""
        layout, selection, top = self._layout_now, self.text_selection, self.scroll_offset.y
        if layout is None:
            return [Strip.blank(self.size.width, self.rich_style) for _ in rows]
        maker, strips, drawn = self._maker_of(layout), self._strips, []
        for index in range(top + rows.start, top + rows.stop):
            strip = strips.get(index) if selection is None else None
            if strip is None:
                strip = self._draw_row(maker, layout.row(index), index, selection)
            if selection is None:
                if len(strips) >= _CACHED_STRIPS:
                    strips.clear()
                strips[index] = strip
            drawn.append(strip)
        return drawn

    def render_line(self, y: int) -> Strip:
        """The row at a height of the view, whose pieces tell where in the text they are.

        The mouse asks for it. What is drawn tells nothing: a style that tells is made for its piece
        alone, and everything that is remembered of a style is worked out anew for it.
        """
        if (layout := self._layout_now) is None:
            return Strip.blank(self.size.width, self.rich_style)
        index, maker = y + self.scroll_offset.y, self._maker_of(layout).telling()
        return self._draw_row(maker, layout.row(index), index, self.text_selection)

    def style_at(self, x: int, y: int) -> Style:
        """What the piece at a cell of the view tells: its place, sentence, label and link."""
        end = 0
        for segment in self.render_line(y):
            end += segment.cell_length
            if x < end:
                return segment.style or Style.null()
        return Style.null()

    def _maker_of(self, layout: DocumentLayout) -> StripMaker:
        if self._maker is None:
            self._palette = self._palette or Palette(self)
            self._maker = StripMaker(layout, self._palette, self._shown)
        return self._maker

    def _draw_row(
        self, maker: StripMaker, row: Row | None, index: int, selection: Selection | None
    ) -> Strip:
        if row is None:
            return maker.blank(index)
        selected = None if selection is None else self._selected_in(row.block, selection)
        return maker.strip(row, selected)

    def _selected_in(self, block: int, selection: Selection) -> tuple[int, int] | None:
        """The part of a block's text that is selected, if any is."""
        span = selection.get_span(block)
        if span is None:
            return None
        start, end = span
        return start, len(self.document.blocks[block].text) if end == -1 else end

    def notify_style_update(self) -> None:
        """Take up the colours of a new theme."""
        super().notify_style_update()
        self._palette = self._maker = None
        self._strips.clear()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _redraw_where(self, has_changed: Callable[[int], bool]) -> None:
        """Draw the rows in sight anew that have a part of a sentence that has changed.

        A row looks as its sentences do: a length step changes a tenth of those of a long text, and
        all rows of both panes were drawn.
        """
        if self._layout_now is None:
            self._redraw()
            return
        top, layout = self.scroll_offset.y, self._layout_now
        unchanged = {}
        for index in range(top, top + self.size.height):
            row = layout.row(index)
            if row is not None and any(
                has_changed(sentence)
                for sentence, _, _ in sentences_in(layout.document.blocks[row.block], row)
            ):
                self.refresh_lines(index, 1)
            elif index in self._strips:
                unchanged[index] = self._strips[index]
        self._strips = unchanged

    def _redraw_sentence(self, sentence: int | None) -> None:
        if sentence is None or self._layout_now is None or sentence not in self.document:
            return
        first, count = self._layout_now.rows_of(sentence)
        for index in range(first, first + count):
            self._strips.pop(index, None)
        self.refresh_lines(first, count)

    def validate_cursor(self, sentence: int | None) -> int | None:
        """Hold no cursor on a sentence that is not here."""
        return sentence if sentence in self.document else None

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Draw the cursor where it is now."""
        self._shown.cursor = new
        self._redraw_sentence(old)
        self._redraw_sentence(new)
        self._drop_anchor()

    def watch_hovered(self, old: int | None, new: int | None) -> None:
        """Draw the sentence under the mouse."""
        self._shown.hovered = new
        self._redraw_sentence(old)
        self._redraw_sentence(new)

    def watch_linked(self, old: int | None, new: int | None) -> None:
        """Draw the sentence that the other pane points at."""
        self._shown.linked = new
        self._redraw_sentence(old)
        self._redraw_sentence(new)
