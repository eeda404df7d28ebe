"""Drawing the rows of a document: gutter, text and note, as strips of styled segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from summarise.article import Kind
from tui.text.document import Block
from tui.text.layout import NOTE_GAP, DocumentLayout, Notes, Row, frame_of
from tui.text.wrapping import cluster_ends, cuts_between_clusters, drawn, is_simple
from tui.widgets.document_palette import HEATS, Look, Palette

_CROSS = "×"
_POINTER = "▸"
_HEAT_BARS = (" ", "▏", "▎", "▌")
_KINDS = {Kind.HEADING: Look.HEADING, Kind.CODE: Look.CODE, Kind.TABLE: Look.CODE}


@dataclass(slots=True)
class Shown:
    """What is shown of the sentences besides their words."""

    cursor: int | None = None
    """The sentence under the cursor."""
    hovered: int | None = None
    """The sentence under the mouse."""
    linked: int | None = None
    """The sentence that the other pane's cursor points at."""
    marks: Mapping[int, str] = field(default_factory=dict)
    """Label of each kept sentence."""
    new: Collection[int] = frozenset()
    """Kept sentences that have just come in."""
    heat: Mapping[int, int] | None = None
    """Step 0 to 3 of each sentence; None when heat is off."""
    dimmed: bool = False
    """Whether what is not kept is dimmed."""
    matches: Sequence[tuple[int, int, int]] = ()
    """The matches of a search, (block, start, end) each, in order and not overlapping."""
    current: int | None = None
    """Index of the current match."""

    def set_matches(
        self, matches: Sequence[tuple[int, int, int]] = (), current: int | None = None
    ) -> None:
        """Show other matches of a search, (block, start, end) each, in order; by default none."""
        self.matches, self.current = matches, current

    def look_of(self, sentence: int | None) -> Look:
        """The look of a sentence; of the space between two if it is None."""
        kept = sentence in self.marks
        look = Look.DIMMED if self.dimmed and not kept else Look(0)
        if sentence is None:
            return look
        if self.heat is not None and sentence in self.heat:
            look |= HEATS[min(3, max(0, self.heat[sentence]))]
        if kept:
            look |= Look.KEPT
        if sentence in self.new:
            look |= Look.NEW
        if sentence == self.linked:
            look |= Look.LINKED
        if sentence == self.cursor:
            look |= Look.CURSOR
        if sentence == self.hovered:
            look |= Look.HOVERED
        return look


class StripMaker:
    """Draws rows of one layout in one palette."""

    def __init__(self, layout: DocumentLayout, palette: Palette, shown: Shown) -> None:
        self._layout = layout
        self._columns = layout.columns
        self._blocks = layout.document.blocks
        self._palette = palette
        self._shown = shown

    def blank(self, index: int) -> Strip:
        """A row without text. It carries an offset, so that a selection can begin or end on it."""
        width = self._columns.width
        if not self._blocks:
            return Strip.blank(width, self._palette.base)
        block = self._layout.block_near(index)
        style = self._palette.base + _meta(block, len(self._blocks[block].text))
        return Strip([Segment(" ", style)], 1).extend_cell_length(width, self._palette.base)

    def strip(self, row: Row, selected: tuple[int, int] | None = None) -> Strip:
        """Draw a row.

        Args:
            row: The row.
            selected: The part of the block's text that is selected with the mouse.
        """
        block = self._blocks[row.block]
        segments = list(self._gutter(row, block))
        segments.extend(self._frame(row, block))
        segments.extend(self._text(row, block, selected))
        used = sum(segment.cell_length for segment in segments)
        if row.place == 0 and block.note and self._columns.notes is not Notes.NONE:
            segments.extend(self._note(block, used))
        return Strip(segments).adjust_cell_length(self._columns.width, self._palette.base)

    def _gutter(self, row: Row, block: Block) -> Iterator[Segment]:
        """The left margin, the label of a sentence that begins here, and the heat of the row."""
        columns, style = self._columns, self._palette.style
        start = RowStart(row.start)
        label, sentence, look = self._label(row, block)
        cells = columns.gutter - 1
        shown = f"{label} ".rjust(cells) if len(label) < cells else label[:cells]
        where = _meta(row.block, start, sentence, label=sentence is not None)
        if columns.left:
            yield Segment(" " * columns.left, style(Look(0)) + _meta(row.block, start))
        yield Segment(shown, style(look) + where)
        yield Segment(self._heat_bar(row, block), style(Look.HEAT_BAR) + _meta(row.block, start))

    def _label(self, row: Row, block: Block) -> tuple[str, int | None, Look]:
        """The label at the left of a row, the sentence it stands for, and its look."""
        shown = self._shown
        begun = [s for s, start, end in _sentences_in(block, row) if _begins_in(row, start, end)]
        if shown.cursor in begun:
            return shown.marks.get(shown.cursor, _POINTER), shown.cursor, Look.LABEL_CURSOR
        if shown.linked in begun:
            return shown.marks.get(shown.linked, _POINTER), shown.linked, Look.LABEL_LINKED
        marked = [sentence for sentence in begun if sentence in shown.marks]
        if marked:
            label = shown.marks[marked[0]]
            return label + "+" * (len(marked) > 1), marked[0], Look.LABEL
        if block.aside and row.place == 0:
            return _CROSS, None, Look.CROSS
        return "", None, Look(0)

    def _heat_bar(self, row: Row, block: Block) -> str:
        """The heat of the hottest sentence in a row, as a bar, for eyes that see no tints."""
        heat = self._shown.heat
        if heat is None:
            return " "
        steps = (heat.get(sentence, 0) for sentence, _, _ in _sentences_in(block, row))
        return _HEAT_BARS[min(3, max(0, max(steps, default=0)))]

    def _frame(self, row: Row, block: Block) -> Iterator[Segment]:
        """The bar of a quotation, the bullet of a list, or an indent."""
        frame = frame_of(block, self._columns.text)
        shown = frame.first if row.place == 0 else frame.others
        if shown:
            style = self._palette.style(Look.BAR)
            yield Segment(shown, style + _meta(row.block, RowStart(row.start)))

    def _text(self, row: Row, block: Block, selected: tuple[int, int] | None) -> Iterator[Segment]:
        text = block.text[row.start : row.end].rstrip()
        end = row.start + len(text)
        general = _KINDS.get(block.kind, Look(0)) | (Look.ASIDE if block.aside else Look(0))
        if not text:
            # An empty row keeps an offset, so that a drag can begin or end here.
            yield Segment(" ", self._palette.base + _meta(row.block, row.start))
            return
        sentences = _sentences_in(block, row)
        matches = _matches_in(self._shown.matches, row.block, row.start, end)
        spans = [*(s[1:] for s in sentences), *(m[:2] for m in matches)]
        if selected is not None:
            spans.append(selected)
        text, places = _cut(text, row.start, spans)
        for start, stop in pairwise(places):
            sentence = next((s for s, first, last in sentences if first <= start < last), None)
            look = general | self._shown.look_of(sentence)
            for first, last, index in matches:
                if first <= start < last:
                    here = index == self._shown.current
                    look |= Look.CURRENT_MATCH if here else Look.MATCH
            if selected is not None and selected[0] <= start < selected[1]:
                look |= Look.SELECTED
            style = self._palette.style(look) + _meta(row.block, start, sentence)
            yield Segment(text[start - row.start : stop - row.start], style)

    def _note(self, block: Block, used: int) -> Iterator[Segment]:
        """The note of a block, behind cells that are used already."""
        columns = self._columns
        note = drawn(block.note)
        right_edge = columns.text_left + columns.text
        if columns.notes is Notes.MARGIN:
            start = right_edge + NOTE_GAP
        else:
            start = right_edge - cell_len(note)
        yield Segment(" " * max(1, start - used), self._palette.base)
        yield Segment(note, self._palette.style(Look.NOTE))


class RowStart(int):
    """The offset at which a row starts, whatever stands before its text.

    Textual takes the place under the mouse to be the offset of a segment plus the characters
    before the mouse. In the margin, all of them are at the start of the row.
    """

    def __add__(self, characters: int) -> int:
        """The same offset."""
        return int(self)


def _meta(block: int, offset: int, sentence: int | None = None, *, label: bool = False) -> Style:
    """What a segment tells about itself: where it is in the text, and in which sentence."""
    meta: dict[str, object] = {"offset": (offset, block)}
    if sentence is not None:
        meta["sentence"] = sentence
    if label:
        meta["label"] = True
    return Style.from_meta(meta)


def _sentences_in(block: Block, row: Row) -> list[tuple[int, int, int]]:
    """The sentences that have a part in a row."""
    sentences = block.sentences
    place = max(0, bisect_right(sentences, row.start, key=lambda sentence: sentence[1]) - 1)
    found = []
    while place < len(sentences) and sentences[place][1] < max(row.end, row.start + 1):
        if sentences[place][2] > row.start:
            found.append(sentences[place])
        place += 1
    return found


def _begins_in(row: Row, start: int, end: int) -> bool:
    return row.start <= start < row.end and end > start


def _matches_in(
    matches: Sequence[tuple[int, int, int]], block: int, start: int, end: int
) -> list[tuple[int, int, int]]:
    """The matches with a part between two offsets of a block: (start, end, index of the match)."""
    place = bisect_right(matches, (block, start), key=lambda match: (match[0], match[2]))
    stop = bisect_right(matches, (block, end - 1), key=lambda match: match[:2])
    return [(*matches[index][1:], index) for index in range(place, stop)]


def _cut(text: str, start: int, spans: Iterable[tuple[int, int]]) -> tuple[str, list[int]]:
    """Cut the text of a row where its look changes.

    Args:
        text: The text of the row.
        start: Its offset in the block.
        spans: (start, end) offsets in the block of all that is to be told apart.

    Returns:
        The text as it is drawn, and the offsets in the block at which its pieces begin and end.
    """
    end = start + len(text)
    cuts = {start, end}
    for span in spans:
        cuts.update(offset for offset in span if start < offset < end)
    if not is_simple(text):
        text = drawn(text)
        cuts = _snapped(text, start, cuts) if len(cuts) > 2 else cuts
        # Textual finds the place under the mouse by the cells of single characters.
        cuts.update(start + offset for offset in cluster_ends(text))
    return text, sorted(cuts)


def _snapped(text: str, offset: int, cuts: set[int]) -> set[int]:
    """Move cuts that would part a character from its accents behind them."""
    allowed = [offset + place for place in cuts_between_clusters(text)]
    snapped = {offset, offset + len(text)}
    for cut in cuts:
        place = bisect_right(allowed, cut - 1)
        snapped.add(allowed[place] if place < len(allowed) else offset + len(text))
    return snapped
