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
from tui.text.blocks import DROP, superscript
from tui.text.document import Block
from tui.text.layout import NOTE_GAP, DocumentLayout, Notes, Row, frame_of, indent_of
from tui.text.wrapping import CELL_GAP, cluster_ends, cuts_between_clusters, drawn, is_simple
from tui.widgets.document_palette import HEATS, PLAIN, Look, Palette
from tui.widgets.document_spans import Apart, Listings, pieces_apart, pieces_between

_CROSS = "×"
_POINTER = "▸"
#: What may stand behind a number in the gutter.
_SIGNS = "*↑+"
_HEAT_BARS = (" ", "▏", "▎", "▌")
_TINTS = Look.NEW | Look.HEAT_1 | Look.HEAT_2 | Look.HEAT_3
_KINDS = {Kind.HEADING: Look.HEADING, Kind.CODE: Look.CODE, Kind.TABLE: Look.CODE}
#: From these levels on a heading looks lower.
_LOW, _LOWEST = 3, 4
#: Cells between the cells of a table that did not fit its row.
_GAP = 3


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
    """Label of each kept sentence, and of each that the reader dropped."""
    new: Collection[int] = frozenset()
    """Kept sentences that have just come in."""
    in_text: bool = False
    """Whether labels stand in the text, before their sentences, instead of beside it."""
    heat: Mapping[int, int] | None = None
    """Step 0 to 3 of each sentence; None when heat is off."""
    dimmed: bool = False
    """Whether what is not kept is dimmed."""
    known: Collection[int] = frozenset()
    """Sentences that are dimmed because they were read before, kept or not."""
    matches: Sequence[tuple[int, int, int]] = ()
    """The matches of a search, (block, start, end) each, in order and not overlapping."""
    current: int | None = None
    """Index of the current match."""
    listings: Listings = field(default_factory=dict)
    """What is told apart in listings."""

    def set_matches(
        self, matches: Sequence[tuple[int, int, int]] = (), current: int | None = None
    ) -> None:
        """Show other matches of a search, (block, start, end) each, in order; by default none."""
        self.matches, self.current = matches, current

    def look_of(self, sentence: int | None) -> Look:
        """The look of a sentence; of the space between two if it is None."""
        kept = self.keeps(sentence)
        look = Look.DIMMED if self.dimmed and not kept else PLAIN
        if sentence is None:
            return look
        if self.heat is not None and sentence in self.heat and not look:
            look = HEATS[min(3, max(0, self.heat[sentence]))]
        if kept:
            look = _with(look, self._kept)
        elif sentence in self.marks:
            look |= Look.DROPPED
        if sentence in self.new:
            look |= Look.NEW
        if sentence in self.known:
            # In the summary what is kept has no tint: there is no need to be brighter for one.
            tints = _TINTS | (Look.KEPT if self.in_text else PLAIN)
            look |= Look.KNOWN_ON_TINT if look & tints else Look.KNOWN
        if sentence == self.linked:
            look |= Look.LINKED
        if sentence == self.cursor:
            look |= Look.CURSOR
        if sentence == self.hovered:
            look |= Look.HOVERED
        return look

    def look_between(self, before: int | None, after: int | None) -> Look:
        """The look of the space between two sentences; two that are kept are joined by it."""
        if self.keeps(before) and self.keeps(after):
            return self._kept
        return self.look_of(None)

    @property
    def _kept(self) -> Look:
        return Look.KEPT | Look.LIT if self.dimmed else Look.KEPT

    def keeps(self, sentence: int | None) -> bool:
        """Whether a sentence is kept."""
        return sentence is not None and self.marks.get(sentence, DROP) != DROP


class StripMaker:
    """Draws rows of one layout in one palette.

    Args:
        layout: Where everything lies.
        palette: The styles.
        shown: What is shown of the sentences besides their words.
        tells: Whether each piece tells in its style where it is in the text.
    """

    def __init__(
        self, layout: DocumentLayout, palette: Palette, shown: Shown, *, tells: bool = False
    ) -> None:
        self._tells = tells
        self._layout = layout
        self._columns = layout.columns
        self._blocks = layout.document.blocks
        self._palette = palette
        self._shown = shown
        self._apart: dict[int, Sequence[Apart]] = {}

    def telling(self) -> StripMaker:
        """One that draws the same rows, whose pieces tell where in the text they are."""
        maker = StripMaker(self._layout, self._palette, self._shown, tells=True)
        maker._apart = self._apart
        return maker

    def blank(self, index: int) -> Strip:
        """A row without text. It carries an offset, so that a selection can begin or end on it."""
        width, base = self._columns.width, self._palette.base
        if not self._blocks:
            return Strip.blank(width, base)
        block = self._layout.block_near(index)
        bars = self._bars_between(block)
        if not (bars or self._tells):
            return Strip.blank(width, base)
        end = len(self._blocks[block].text)
        here = self._placed(base, block, end)
        segments = [Segment(" ", here)]
        if bars:
            segments.append(Segment(" " * (self._columns.text_left - 1), here))
            bar = self._placed(self._palette.style(Look.BAR), block, end)
            segments.append(Segment(bars, bar))
        return Strip(segments).adjust_cell_length(width, base)

    def _bars_between(self, block: int) -> str:
        """The bars that two quotations have in common, on the row between them."""
        pair = self._blocks[block : block + 2]
        if any(b.kind is not Kind.QUOTATION for b in pair) or len(pair) < 2:
            return ""
        frames = (frame_of(b, self._columns.text).others for b in pair)
        return min(frames, key=len).rstrip()

    def strip(self, row: Row, selected: tuple[int, int] | None = None) -> Strip:
        """Draw a row.

        Args:
            row: The row.
            selected: The part of the block's text that is selected with the mouse.
        """
        block = self._blocks[row.block]
        if row.rule:
            return self._rule(row, block)
        segments = list(self._gutter(row, block))
        segments.extend(self._frame(row, block))
        segments.extend(self._text(row, block, selected))
        used, width = sum(segment.cell_length for segment in segments), self._columns.width
        if row.place == 0 and block.note and self._columns.notes is not Notes.NONE:
            note = list(self._note(block, used))
            used += sum(segment.cell_length for segment in note)
            segments.extend(note)
        if used < width:
            segments.append(Segment(" " * (width - used), self._palette.base))
            used = width
        return Strip(segments, used).adjust_cell_length(width, self._palette.base)

    def _rule(self, row: Row, block: Block) -> Strip:
        """The rule below the head of a table, or a heading: as long as what it belongs to."""
        start = RowStart(row.start)
        widest = max(cell_len(drawn(line)) for line in block.text.split("\n"))
        line = "─" * min(widest, self._columns.of_block(block))
        base, bar = self._palette.base, self._palette.style(Look.BAR)
        margin = Segment(" " * self._columns.text_left, self._placed(base, row.block, start))
        strip = Strip([margin, Segment(line, self._placed(bar, row.block, start))])
        return strip.adjust_cell_length(self._columns.width, self._palette.base)

    def _gutter(self, row: Row, block: Block) -> Iterator[Segment]:
        """The left margin, the label of a sentence that begins here, and the heat of the row."""
        columns, style, placed = self._columns, self._palette.style, self._placed
        start = RowStart(row.start)
        label, sentence, look = self._label(row, block)
        cells = columns.gutter - 1
        labelled = placed(style(look), row.block, start, sentence, label=sentence is not None)
        if columns.left:
            yield Segment(" " * columns.left, placed(style(PLAIN), row.block, start))
        first = _begins_at(block, row.start) if self._shown.in_text else None
        number = self._number(first)
        if first is None or not number or len(number) >= cells:
            yield Segment(_label_in(cells, label), labelled)
        else:
            yield Segment(label[: cells - len(number)].ljust(cells - len(number)), labelled)
            look = look if first == sentence else Look.LABEL
            yield Segment(number, placed(style(look), row.block, start, first, label=True))
        yield Segment(self._heat_bar(row, block), placed(style(Look.HEAT_BAR), row.block, start))

    def _label(self, row: Row, block: Block) -> tuple[str, int | None, Look]:
        """The label at the left of a row, the sentence it stands for, and its look."""
        shown = self._shown
        begun = [s for s, start, end in sentences_in(block, row) if _begins_in(row, start, end)]
        marks = {} if shown.in_text else shown.marks
        if shown.cursor in begun:
            return marks.get(shown.cursor, _POINTER), shown.cursor, Look.LABEL_CURSOR
        if shown.linked in begun:
            return marks.get(shown.linked, _POINTER), shown.linked, Look.LABEL_LINKED
        marked = [sentence for sentence in begun if sentence in marks]
        if marked:
            label = marks[marked[0]]
            return label + "+" * (len(marked) > 1), marked[0], Look.LABEL
        if block.aside and row.place == 0:
            return _CROSS, None, Look.CROSS
        return "", None, PLAIN

    def _heat_bar(self, row: Row, block: Block) -> str:
        """The heat of the hottest sentence in a row, as a bar, for eyes that see no tints."""
        heat = self._shown.heat
        if heat is None:
            return " "
        steps = (heat.get(sentence, 0) for sentence, _, _ in sentences_in(block, row))
        return _HEAT_BARS[min(3, max(0, max(steps, default=0)))]

    def _frame(self, row: Row, block: Block) -> Iterator[Segment]:
        """The bar of a quotation, the bullet of a list, or an indent."""
        frame = frame_of(block, self._columns.text)
        shown = frame.first if row.place == 0 else frame.others
        shown = shown or " " * indent_of(block, row.start, self._columns)
        if shown:
            is_picture = block.kind is Kind.CAPTION
            style = self._palette.style(Look.NOTE if is_picture else Look.BAR)
            yield Segment(shown, self._placed(style, row.block, RowStart(row.start)))

    def _text(self, row: Row, block: Block, selected: tuple[int, int] | None) -> Iterator[Segment]:
        text = block.text[row.start : row.end].rstrip()
        end = row.start + len(text)
        general = _with(_look_of_kind(block), Look.ASIDE if block.aside else PLAIN)
        if not text:
            # An empty row keeps an offset, so that a drag can begin or end here.
            yield Segment(" ", self._placed(self._palette.base, row.block, row.start))
            return
        sentences = sentences_in(block, row)
        matches = _matches_in(self._shown.matches, row.block, row.start, end)
        spans = [*(s[1:] for s in sentences), *(m[:2] for m in matches)]
        if selected is not None:
            spans.append(selected)
        quiet_from = len(block.text) if block.quiet_from is None else block.quiet_from
        spans.append((quiet_from, len(block.text)))
        apart = pieces_between(self._pieces_of(row.block, block), row.start, end)
        spans += (piece[:2] for piece in apart)
        gaps = self._wide_gaps(row, block)
        spans += gaps
        text, places = _cut(text, row.start, spans)
        numbered = self._shown.in_text
        begins = {first: s for s, first, _ in sentences if first > row.start} if numbered else {}
        room = self._room_for_numbers(row, block, text) if begins else 0
        joined = False  # whether a sentence ends where the piece begins
        before: int | None = None
        for start, stop in pairwise(places):
            shown = text[start - row.start : stop - row.start]
            sentence = next((s for s, first, last in sentences if first <= start < last), None)
            gap = len(shown) if sentence is None else 0
            begun = begins.get(stop) if gap else begins.get(start) if joined else None
            joined = not gap
            number = "" if begun is None else self._number(begun)
            if begun is not None and number and len(number) - gap <= room:
                if gap and len(number) < room:  # the space stays, and the number stands behind it
                    number = " " * gap + number
                room -= max(0, len(number) - gap)
                style = self._palette.style(self._shown.look_of(begun) & ~Look.HOVERED)
                at = RowStart(stop if gap else start)
                yield Segment(
                    number.rjust(gap), self._placed(style, row.block, at, begun, label=True)
                )
                if gap:
                    continue
            if gap and before is not None and self._shown.keeps(before):
                after = next((s for s, first, _ in sentences if first >= stop), None)
                look = _with(general, self._shown.look_between(before, after))
            else:
                look = _with(general, self._shown.look_of(sentence))
            if start >= quiet_from:
                look |= Look.NOTE
            before = before if sentence is None else sentence
            for first, last, index in matches:
                if first <= start < last:
                    here = index == self._shown.current
                    look |= Look.CURRENT_MATCH if here else Look.MATCH
            if selected is not None and selected[0] <= start < selected[1]:
                look |= Look.SELECTED
            leads = ""
            for piece in apart:
                if piece.start <= start < piece.end:
                    look |= piece.look
                    leads = piece.target
            style = self._palette.style(look)
            style = self._placed(style, row.block, start, sentence, leads=leads)
            if gaps and any(first <= start < last for first, last in gaps):
                shown = shown[:_GAP]
            yield Segment(shown, style)

    def _placed(
        self,
        style: Style,
        block: int,
        offset: int,
        sentence: int | None = None,
        *,
        label: bool = False,
        leads: str = "",
    ) -> Style:
        """A style, with where its piece is in the text, in which sentence and link, if asked."""
        if not self._tells:
            return style
        meta: dict[str, object] = {"offset": (offset, block)}
        if sentence is not None:
            meta["sentence"] = sentence
        if label:
            meta["label"] = True
        if leads:
            meta["leads"] = leads
        return style + Style.from_meta(meta)

    def _wide_gaps(self, row: Row, block: Block) -> list[tuple[int, int]]:
        """Where a row that goes on with one of a table has more space between cells than it needs.

        Its cells are below no others, so that the space says nothing.
        """
        if block.kind is not Kind.TABLE or not indent_of(block, row.start, self._columns):
            return []
        found = CELL_GAP.finditer(block.text, row.start, row.end)
        return [gap.span() for gap in found if gap.end() - gap.start() > _GAP]

    def _pieces_of(self, index: int, block: Block) -> Sequence[Apart]:
        """What is set apart in a block."""
        if not block.spans and block.kind is not Kind.LIST_ITEM:
            return ()
        if (pieces := self._apart.get(index)) is None:
            pieces = self._apart[index] = pieces_apart(block, self._shown.listings)
        return pieces

    def _number(self, sentence: int | None) -> str:
        """What stands in the text before a sentence."""
        if not self._shown.in_text or sentence is None:
            return ""
        return superscript(self._shown.marks.get(sentence, ""))

    def _room_for_numbers(self, row: Row, block: Block, text: str) -> int:
        """Cells that numbers in the text may take besides the space that they stand in."""
        if not self._shown.in_text or (block.note and row.place == 0):
            return 0
        frame = frame_of(block, self._columns.text)
        used = cell_len(frame.first if row.place == 0 else frame.others) + cell_len(text)
        return self._columns.width - self._columns.text_left - used

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


def _label_in(cells: int, label: str) -> str:
    """A label in a gutter: numbers end in one column, whatever sign stands behind them."""
    number = label.rstrip(_SIGNS)
    signs = label[len(number) :] if number else ""
    return f"{(number or label).rjust(cells - max(1, len(signs)))}{signs}".ljust(cells)[:cells]


class RowStart(int):
    """The offset at which a row starts, whatever stands before its text.

    Textual takes the place under the mouse to be the offset of a segment plus the characters
    before the mouse. In the margin, all of them are at the start of the row.
    """

    def __add__(self, characters: int) -> int:
        """The same offset."""
        return int(self)


def _look_of_kind(block: Block) -> Look:
    if block.kind is Kind.HEADING and block.level >= _LOW:
        return Look.LOWEST_HEADING if block.level >= _LOWEST else Look.LOW_HEADING
    return _KINDS.get(block.kind, PLAIN)


def _with(look: Look, more: Look) -> Look:
    """Two looks in one."""
    return more if look is PLAIN else look if more is PLAIN else look | more


def sentences_in(block: Block, row: Row) -> list[tuple[int, int, int]]:
    """The sentences that have a part in a row, with where each begins and ends in its block."""
    sentences = block.sentences
    place = max(0, bisect_right(sentences, row.start, key=lambda sentence: sentence[1]) - 1)
    found = []
    while place < len(sentences) and sentences[place][1] < max(row.end, row.start + 1):
        if sentences[place][2] > row.start:
            found.append(sentences[place])
        place += 1
    return found


def _begins_at(block: Block, offset: int) -> int | None:
    """The sentence that begins at an offset."""
    place = bisect_right(block.sentences, offset, key=lambda sentence: sentence[1]) - 1
    return block.sentences[place][0] if place >= 0 and block.sentences[place][1] == offset else None


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
