"""Where everything of a document lies on the rows of a view.

The rows are kept as two flat arrays, not as objects: a novel of 60,000 sentences has 90,000 rows.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from operator import is_
from typing import NamedTuple

from rich.cells import cell_len

from summarise.article import Kind, SpanKind
from summarise.text.patterns import compile_later
from tui.text.document import Block, Document
from tui.text.wrapping import hang_at, wrap, wrap_lines

#: The text is never squeezed below this many cells to make room for a note.
LEAST_TEXT = 24
#: Below this many cells there are no notes.
NARROW = 44
#: Below this many cells the gutter is as narrow as its labels allow.
SLIM = 30
#: Cells of a number and the sign behind it, wherever there is room for them.
LABEL = 3
#: Cells at the end of a row for numbers that stand in the text, besides the space before their
#: sentence: one number of two digits, or two of one. Without them, 16 % of the numbers in panes of
#: 40 to 140 columns were glued to the word before it.
RAISED = 2
#: Cells between the text and a note.
NOTE_GAP = 2

#: Kinds whose lines stay as they are, if they can.
_KEPT = (Kind.CODE, Kind.TABLE)
_BLANK_ROW = -1
BAR = "▎ "
#: Bars of quotations within each other, at most.
_MOST_BARS = 3
#: Stands before the words of a picture.
PICTURE = "▣ "
#: Stands before a paragraph that belongs to a list item and has no marker of its own.
_BELOW_ITEM = "  "
_MARKER = compile_later(r"(?:[-–—•*‣◦·+]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+")


class Notes(Enum):
    """Where the notes go."""

    MARGIN = "beside the column"
    INSET = "in the column, at the end of the first row"
    NONE = "nowhere: there is no room"


class Columns(NamedTuple):
    """How the width of a view is shared out, in cells."""

    width: int
    """The whole view."""
    left: int
    """Empty cells before the gutter."""
    gutter: int
    """The labels and the space behind them."""
    text: int
    """The text column."""
    notes: Notes
    """Where the notes go."""

    @property
    def text_left(self) -> int:
        """The cell at which the text column begins."""
        return self.left + self.gutter

    def of_block(self, block: Block) -> int:
        """The cells for the text of a block: code and tables go beyond the column to the edge.

        The column is as wide as prose is read well; what stands below each other in code and in
        tables is told by where it stands, and broken only where there is no room at all.
        """
        if block.kind not in _KEPT or block.note:
            return self.text
        return max(self.text, self.width - self.text_left - 1)

    @classmethod
    def of(
        cls,
        width: int,
        max_column: int,
        sentences: int,
        longest_note: int,
        label_cells: int = 0,
        *,
        raised: int = 0,
        centred: bool = True,
    ) -> Columns:
        """Share out a width.

        Args:
            width: Cells in the view.
            max_column: The widest that the text column may be.
            sentences: How many sentences there are, which bounds the length of their labels.
            longest_note: Cells of the longest note, 0 if there are none.
            label_cells: Cells of labels that are longer than a number.
            raised: Cells that every row leaves at its end for numbers in the text.
            centred: Whether all of it stands in the middle; otherwise it begins at the left edge.
        """
        digits = len(str(sentences))
        label = max(label_cells, digits if width < SLIM else max(LABEL, digits + 1))
        gutter = min(label + 1, max(2, width // 4))
        room = max(1, width - gutter - 1)  # an empty cell at the right edge
        raised = min(raised, max(0, room - LEAST_TEXT))
        text = min(max_column, room - raised)
        notes = Notes.NONE
        needed = longest_note + NOTE_GAP
        if longest_note and room - text >= needed and width - gutter - text >= needed + 1:
            notes = Notes.MARGIN
        elif longest_note and width >= NARROW and text - needed >= LEAST_TEXT:
            notes = Notes.INSET
        used = gutter + text + (needed if notes is Notes.MARGIN else 0)
        left = max(0, min((width - used) // 2, room + gutter - raised - used)) if centred else 0
        return cls(width, left, gutter, text, notes)


class Frame(NamedTuple):
    """What stands before the text of a block: on its first row, and on the others."""

    first: str
    others: str


class Row(NamedTuple):
    """A row of text: ``blocks[block].text[start:end]``, and its place among the block's rows."""

    block: int
    start: int
    end: int
    place: int
    rule: bool = False
    """Whether it has no text and shows a rule."""


def frame_of(block: Block, width: int) -> Frame:
    """The marks and the indent of a block in a column of some width."""
    if width < LEAST_TEXT // 2:
        return Frame("", "")
    if block.kind is Kind.QUOTATION:
        bars = BAR * min(max(block.level, 1), _MOST_BARS)
        return Frame(bars, bars)
    if block.kind is Kind.CAPTION:
        return Frame(PICTURE, " " * len(PICTURE))
    if block.kind is Kind.LIST_ITEM:
        indent = " " * min(2 * max(0, block.level - 1), width // 4)
        marker = _MARKER.match(block.text)
        if marker is None:  # a second paragraph of the item above
            return Frame(indent + _BELOW_ITEM, indent + _BELOW_ITEM)
        # The text brings its own marker; later rows hang below the words behind it.
        return Frame(indent, indent + " " * min(cell_len(marker[0]), width // 4))
    return Frame("", "")


def indent_of(block: Block, start: int, columns: Columns) -> int:
    """Cells that stand before a row of code or of a table which goes on with a line above.

    Args:
        block: The block.
        start: Where the row begins in its text.
        columns: The columns of the view.
    """
    line = block.text.rfind("\n", 0, start) + 1
    if line == start or block.kind not in _KEPT:
        return 0
    first, others = _widths(block, columns)
    end = block.text.find("\n", start)
    text = block.text[line : end if end >= 0 else len(block.text)]
    is_table = block.kind is Kind.TABLE
    return hang_at(text, start - line, others, others if line else first, cells=is_table)


def rule_behind(block: Block) -> int | None:
    """The offset behind which a block has a rule: the head of a table; None if it has none."""
    if block.ruled:
        return len(block.text)
    if block.kind is not Kind.TABLE:
        return None
    heads = (span.end for span in block.spans if span.kind is SpanKind.HEAD)
    end = next(heads, None)
    return None if end is None else min(end + 1, len(block.text))


def _widths(block: Block, columns: Columns) -> tuple[int, int]:
    """Cells for the text in the first row of a block and in its other rows."""
    width = columns.of_block(block)
    frame = frame_of(block, width)
    first, others = width - cell_len(frame.first), width - cell_len(frame.others)
    if block.note and columns.notes is Notes.INSET:
        first = min(first, width - cell_len(block.note) - NOTE_GAP)
    return max(1, first), max(1, others)


def _alike(before: DocumentLayout, now: DocumentLayout) -> tuple[int, int]:
    """How many blocks at the beginning and at the end of two layouts have the same rows."""
    if before.columns != now.columns:
        return 0, 0
    old, new = before.document.blocks, now.document.blocks
    ahead = _run_alike(old, new)
    # The first block of all has no blank row above it, and so is never the same as a later one.
    behind = min(_run_alike(reversed(old), reversed(new)), min(len(old), len(new)) - max(ahead, 1))
    return ahead, max(0, behind)


def _run_alike(old: Iterable[Block], new: Iterable[Block]) -> int:
    """How many blocks two rows of blocks begin with in common."""
    same = list(map(is_, old, new))
    return len(same) if all(same) else same.index(False)


class DocumentLayout:
    """The rows of a document in given columns.

    Args:
        document: The document.
        columns: The columns.
        before: A layout of another document; rows of blocks that both have are taken from it.
    """

    def __init__(
        self, document: Document, columns: Columns, before: DocumentLayout | None = None
    ) -> None:
        self.document = document
        self.columns = columns
        self._starts = array("i")  # of each row, its first offset in the text; -1 for a blank row
        self._first_rows: list[int] = []  # of each block, its first row of text
        self._rules: set[int] = set()  # rows that show a rule; each starts where the next one does
        blocks = document.blocks
        if before is None:
            self._lay_out(blocks)
            return
        ahead, behind = _alike(before, self)
        self._take(before, 0, ahead)
        self._lay_out(blocks[ahead : len(blocks) - behind])
        self._take(before, len(before.document.blocks) - behind, behind)

    def _lay_out(self, blocks: Sequence[Block]) -> None:
        """Add the rows of some blocks."""
        columns, starts, first_rows = self.columns, self._starts, self._first_rows
        for block in blocks:
            if first_rows and not block.tight:
                starts.append(_BLANK_ROW)
            first_rows.append(len(starts))
            if block.kind is Kind.TEXT and not block.note:
                starts.extend(wrap(block.text, columns.text))
                continue
            first, others = _widths(block, columns)
            if block.kind in _KEPT:
                is_table = block.kind is Kind.TABLE
                broken = wrap_lines(block.text, others, first, cells=is_table)
            else:
                broken = wrap(block.text, others, first)
            behind = rule_behind(block)
            if behind:
                above = bisect_left(broken, behind)
                self._rules.add(len(starts) + above)
                broken = (*broken[:above], behind, *broken[above:])
            starts.extend(broken)

    def _take(self, before: DocumentLayout, first: int, count: int) -> None:
        """Add the rows of blocks that another layout has, with the blank rows above them."""
        if not count:
            return
        above = before._stop_row(first - 1) if first else 0
        below = before._stop_row(first + count - 1)
        shift = len(self._starts) - above
        self._starts.extend(before._starts[above:below])
        rows = before._first_rows[first : first + count]
        self._first_rows.extend([row + shift for row in rows] if shift else rows)
        self._rules.update(row + shift for row in before._rules if above <= row < below)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._starts)

    def row(self, index: int) -> Row | None:
        """What a row shows; None for a blank row between blocks or a row behind the end."""
        if not 0 <= index < len(self._starts):
            return None
        start = self._starts[index]
        if start == _BLANK_ROW:
            return None
        block = bisect_right(self._first_rows, index) - 1
        if index in self._rules:
            return Row(block, start, start, index - self._first_rows[block], rule=True)
        end = self._starts[index + 1] if index + 1 < len(self._starts) else _BLANK_ROW
        if end <= start:  # the next row is blank or belongs to another block
            end = len(self.document.blocks[block].text)
        return Row(block, start, end, index - self._first_rows[block])

    def top_without_rule(self, top: int, first: int, count: int, height: int) -> int:
        """The row at the top of a view, which is no rule without what the rule stands below.

        Args:
            top: The row that would be at the top.
            first: The first of the rows that have to be seen.
            count: How many they are.
            height: Rows in the view.
        """
        if top not in self._rules:
            return top
        above = self._first_rows[self.block_near(top)]
        if first + count <= above + height:
            return above
        return top + (first > top)

    def block_near(self, index: int) -> int:
        """The block at a row; for a blank row the one above it."""
        return max(0, bisect_right(self._first_rows, index) - 1)

    def place_near(self, index: int) -> tuple[int, int]:
        """(block, offset) of a row, for a blank row that of the row below it."""
        index = min(max(0, index), max(0, len(self._starts) - 1))
        row = self.row(index) or self.row(index + 1)
        return (row.block, row.start) if row is not None else (0, 0)

    def row_of(self, block: int, offset: int) -> int:
        """The row that shows an offset of a block."""
        first = self._first_rows[block]
        stop = self._stop_row(block)
        return max(first, bisect_right(self._starts, offset, first, stop) - 1)

    def rows_of(self, sentence: int) -> tuple[int, int]:
        """(first row, number of rows) of a sentence.

        Raises:
            KeyError: If there is no such sentence.
        """
        block, start, end = self.document.span_of(sentence)
        first = self.row_of(block, start)
        return first, self.row_of(block, max(start, end - 1)) - first + 1

    def _stop_row(self, block: int) -> int:
        if block + 1 == len(self._first_rows):
            return len(self._starts)
        return self._first_rows[block + 1] - (not self.document.blocks[block + 1].tight)
