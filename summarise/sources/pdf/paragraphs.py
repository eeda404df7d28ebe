"""Lines → paragraphs: where one begins in a column, and where one goes on in the next column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarise.sources.pdf.lines import Line, unspaced
from summarise.text.sentences.marks import ends_sentence

#: Lengths are in sizes of the letters, unless said otherwise. An indent that begins a paragraph.
_INDENT = 0.6
#: Two lines are centred if their middles are as near as half of this.
_CENTRED = 0.3
#: Letters of one text differ in size by this share at most.
_SAME_SIZE = 0.08
#: From this on a size is that of a heading.
LARGER = 1.08
#: A gap in steps from line to line: this one always parts, this one if the line above is short or
#: ends a sentence. Formulas push lines apart by up to 1.4.
_WIDE_GAP, _SMALL_GAP = 1.55, 1.2
#: A line is short if the next word and this much had room behind it.
_ROOM = 0.5
#: A line of justified text is full to this much.
_FULL = 0.3
#: One that ends no sentence is if a third of the column is blank behind it.
_BLANK = 0.33
_FULL_WIDTH = 12
#: The mark before an item of a list.
BULLET = re.compile("(?:[•◦▪‣●○■□➢✓✔►\ufffd\uf0b7\uf0a7\uf076\u2043]|[*–—-](?=\\s))\\s*(?=\\S)")
NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\[\d{1,3}\])\s+(?=\S)")
_MARK_ALONE = re.compile(r"[^\w\s]{1,2}|\(?\w{1,4}[.)]|\[\w{1,8}\]|\d{1,2}(?:\.\d{1,2})*")
#: A line of a table of contents: dots lead to the number of a page.
LEADERS = re.compile(r"(?:\s?[.·…]){5,}\s*[\dxvi]+$")
#: Blank lines part a program, and it goes on.
_GAP_IN_CODE = 3.2
#: Rows of a table are so many, and a cell of each begins at the same place: words of justified
#: lines do so in two of them.
_TABLE_ROWS, _UNDER = 3, 0.4
_OPENS_LOWER = re.compile(r"[\W\d_]*[a-zß-ÿ]")


@dataclass(frozen=True, slots=True)
class Measure:
    """The measures of a column."""

    left: float
    """Where most of its lines begin."""
    right: float
    """Where its full lines end."""
    step: float
    """From one line to the next."""
    body: float
    """The size of the text of the document."""


@dataclass(slots=True)
class Part:
    """A paragraph as lines."""

    lines: list[Line]
    measure: Measure
    column: int = 0
    """The place of the column it begins in, among all of the document."""
    table: bool = False
    """Whether its lines are rows of a table."""
    item: bool = False
    """Whether it is an item of a list."""
    gap: float = 0.0
    """How far it stands from the paragraph above it, in steps; 0 if it is the first."""

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return max(sizes, key=lambda size: sizes[size])


def steps_of(columns: Iterable[Sequence[Line]]) -> dict[float, float]:
    """The usual distance from line to line, for each size of letters in a document."""
    found: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for rows in columns:
        for above, below in pairwise(rows):
            step = above.baseline - below.baseline
            if above.size == below.size and 0.8 * above.size < step < 3 * above.size:
                found[above.size][round(step * 2) / 2] += 1
    return {size: max(steps, key=lambda s: (steps[s], -s)) for size, steps in found.items()}


def paragraphs(
    rows: Sequence[Line], steps: dict[float, float], body: float, column: int = 0
) -> list[Part]:
    """Part the lines of a column into paragraphs and tables.

    Args:
        rows: The lines from top to bottom.
        steps: The usual distances of lines, by size.
        body: The size of the text of the document.
        column: The place of the column.
    """
    if not rows:
        return []
    in_table = table_rows(rows)
    measures = _measures(rows, steps, body)
    out: list[Part] = []
    above: Line | None = None
    for row, is_table in zip(rows, in_table, strict=True):
        measure = measures[_bin(row.size)]
        part = out[-1] if out else None
        if (
            part is None
            or above is None
            or is_table != part.table
            or (begins(above, row, part, measure) if not is_table else _far(above, row, measure))
        ):
            gap = 0.0 if above is None else (above.baseline - row.baseline) / measure.step
            out.append(Part([row], measure, column, is_table, _opens_item(row), gap))
        else:
            part.lines.append(row)
        above = row
    return out


def begins(above: Line, row: Line, part: Part, measure: Measure) -> bool:
    """Whether a line begins a paragraph.

    Args:
        above: The line before it in its column.
        row: The line.
        part: The paragraph that the line above belongs to.
        measure: The measures of the column.
    """
    size = max(above.size, row.size)
    if abs(above.size - row.size) > _SAME_SIZE * size or above.monospaced != row.monospaced:
        return True
    gap = (above.baseline - row.baseline) / measure.step
    if row.monospaced:
        return not 0 <= gap < _GAP_IN_CODE
    if gap > _WIDE_GAP or gap < 0 or LEADERS.search(above.text):
        return True
    room = measure.right - above.right
    has_room = room > row.lead + _ROOM * size
    ended = ends_sentence(above.text)
    if above.bold != row.bold and (has_room or (ended and row.bold)):
        return True
    if gap > _SMALL_GAP and (ended or has_room):
        return True
    if above.text.endswith("-"):
        return False
    is_large = row.size > LARGER * measure.body
    if is_large and not ended and not NUMBER.match(row.text):
        return False  # a heading goes on, wherever its lines begin
    if (mark := BULLET.match(row.text)) and (mark[0][0] not in "*–—-" or ended or has_room):
        return True
    if NUMBER.match(row.text) and (ended or has_room or above.text.endswith((":", ";", ","))):
        return True
    if _is_indented(above, row, part, measure, size):
        return True
    width = measure.right - measure.left
    blank = width > _FULL_WIDTH * size and room > row.lead + _BLANK * width
    return (ended and has_room) or (blank and not _OPENS_LOWER.match(row.text))


def continued(parts: Sequence[Part], body: float) -> list[Part]:
    """Put paragraphs together that a column, a page, a note or a picture cuts in two.

    Args:
        parts: The paragraphs of the whole document, in order.
        body: The size of its text.
    """
    indented = _indents(parts, body)
    out: list[Part] = []
    open_part: Part | None = None
    for part in parts:
        is_text = abs(part.size - body) <= _SAME_SIZE * body and not part.table
        if (
            open_part is not None
            and is_text
            and not part.item
            and not _is_heading_like(part)
            and _goes_on(open_part, part, indented=indented)
        ):
            open_part.lines += part.lines
            open_part.measure = part.measure
            continue
        out.append(part)
        if is_text:
            open_part = None if _is_heading_like(part) else part
        elif part.size > body:
            open_part = None
    return out


def table_rows(rows: Sequence[Line]) -> list[bool]:
    """For each line of a column whether it is a row of a table.

    Several lines in a row have several cells, and cells stand under one another.
    """
    several = [len(row.cells) > 1 and not _is_marked(row) for row in rows]
    found = [False] * len(rows)
    start = 0
    while start < len(rows):
        stop = start
        shared: Sequence[float] = rows[start].starts[1:]
        while stop < len(rows) and several[stop]:
            shared = shared if stop == start else _shared(shared, rows[stop])
            if not shared:
                break
            stop += 1
        if stop - start >= _TABLE_ROWS:
            found[start:stop] = [True] * (stop - start)
        start = max(stop, start + 1)
    return found


def _is_marked(row: Line) -> bool:
    """Whether what stands apart in a line is nothing but the mark of an item or a note."""
    return len(row.cells) == 2 and _MARK_ALONE.fullmatch(row.cells[0]) is not None


def _shared(starts: Sequence[float], row: Line) -> list[float]:
    """Where cells of all rows so far begin, and one of this row does."""
    near = _UNDER * row.size
    return [a for a in starts if any(abs(a - b) < near for b in row.starts[1:])]


def _far(above: Line, row: Line, measure: Measure) -> bool:
    return above.baseline - row.baseline > 3 * measure.step


def _bin(size: float) -> float:
    return round(size)


def _measures(rows: Sequence[Line], steps: dict[float, float], body: float) -> dict[float, Measure]:
    """The measures of a column, for each size of letters in it."""
    right = _end_of(rows)
    sizes = {_bin(row.size) for row in rows}
    out = {}
    for size in sizes:
        own = [row for row in rows if _bin(row.size) == size]
        lefts = Counter(round(row.left) for row in own)
        left = max(lefts, key=lambda x: (lefts[x - 1] + lefts[x] + lefts[x + 1], -x))
        near = sorted(
            step
            for a, b in pairwise(own)
            if 0.8 * size < (step := a.baseline - b.baseline) < 3 * size
        )
        usual = steps.get(own[0].size, 1.25 * size)
        step = min(near[len(near) // 2], 1.1 * usual) if len(near) >= _TABLE_ROWS else usual
        out[size] = Measure(left, right, max(step, 0.5), body)
    return out


def _end_of(rows: Sequence[Line]) -> float:
    """Where the full lines of a column end: one line may hang out."""
    ends = sorted((row.right for row in rows), reverse=True)
    return ends[1] if len(ends) > 4 and ends[0] - ends[1] < rows[0].size else ends[0]


def _opens_item(row: Line) -> bool:
    return BULLET.match(row.text) is not None or NUMBER.match(row.text) is not None


def _is_indented(above: Line, row: Line, part: Part, measure: Measure, size: float) -> bool:
    """Whether a line stands further in or out than the one above, as first lines do."""
    shift = (row.left - above.left) / size
    if abs(row.left + row.right - above.left - above.right) < _CENTRED * size:
        return False
    if part.item and above is part.lines[0]:
        # What goes on under the words of an item, or under its mark.
        return row.left < above.left - _INDENT * size
    if shift > _INDENT:
        return above.left - measure.left <= _INDENT * size
    if shift < -_INDENT:
        first = above is part.lines[0]
        return not first or row.left < measure.left - _INDENT * size
    return False


def _indents(parts: Sequence[Part], body: float) -> bool:
    """Whether paragraphs of the document begin with an indent."""
    firsts = [
        part.lines[0].left - part.lines[1].left > _INDENT * part.lines[0].size
        for part in parts
        if len(part.lines) > 1 and not part.item and abs(part.size - body) <= _SAME_SIZE * body
    ]
    return sum(firsts) > len(firsts) / 2


def _is_heading_like(part: Part) -> bool:
    return all(line.bold for line in part.lines) and not ends_sentence(part.lines[-1].text)


def _goes_on(above: Part, part: Part, *, indented: bool) -> bool:
    last, first = above.lines[-1], part.lines[0]
    size = max(last.size, first.size)
    if last.monospaced != first.monospaced or abs(last.size - first.size) > _SAME_SIZE * size:
        return False
    if last.text.endswith("-") and _OPENS_LOWER.match(first.text):
        return True
    room = above.measure.right - last.right
    full = room <= first.lead + _ROOM * size
    ended = ends_sentence(last.text)
    further = first.left - part.measure.left > _INDENT * size
    if part.column == above.column:  # something stands between the two
        return full and not ended and _OPENS_LOWER.match(first.text) is not None
    if not ended:
        lower = _OPENS_LOWER.match(first.text) is not None
        return lower or (full and not (indented and further)) or unspaced(first.text[0])
    if indented or unspaced(first.text[0]):
        # A paragraph that ends with a line to the last point is rarer than one that goes on.
        return room < _FULL * size and not further and len(above.lines) > 1
    return False
