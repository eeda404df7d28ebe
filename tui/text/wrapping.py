"""Breaking text into rows that fit a width counted in terminal cells.

Everything here works on offsets into the text: a row is ``text[start:next_start]``, so the rows
of a text, joined, are the text. Space at the end of a row is not drawn and may hang over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, repeat

from rich.cells import cell_len, get_character_cell_size, split_graphemes

from summarise.text.patterns import compile_later

# One cell each, and safe to send to a terminal. No line breaks, no soft hyphen.
_SIMPLE = compile_later(
    "[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*"
)

# Characters whose width depends on their neighbours, or that have none.
_JOINED = compile_later("[\u200d\ufe0f]")

# What must never reach a terminal as it is: controls, and marks that reorder what follows.
_UNSAFE = compile_later("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BLANK = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")

# Marks that a row must not begin with, and that it must not end with.
_CLOSING = frozenset(
    "、。，．：；！？」』）】〉》〕］｝’”…ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?)]}"
)
#: What stands between the cells of a table.
CELL_GAP = compile_later(" {2,}")
#: How much further in the rest of a line stands, and the least cells of rows that do so.
_HANG, _ROOM_TO_HANG = 2, 16
#: The least cells of a column for the rest of a cell to stand in it.
_LEAST_COLUMN = 20
#: Characters of a row of a table that is broken between cells: each break looks through the rest.
_LONGEST_ROW = 600
_OPENING = frozenset("「『（【〈《〔［｛‘“([{")


class _Sizes(dict[str, int]):
    """Cells of a character, looked up once: as many entries as there are characters in use."""

    def __missing__(self, character: str) -> int:
        size = self[character] = get_character_cell_size(character)
        return size


_SIZES = _Sizes()


def is_simple(text: str) -> bool:
    """Whether every character takes one cell and is safe to draw."""
    return (text.isascii() and text.isprintable()) or _SIMPLE.fullmatch(text) is not None


def drawn(text: str) -> str:
    """The text as it is sent to the terminal: as many characters, none of them unsafe."""
    return _UNSAFE.sub(lambda match: " " if match[0] in _BLANK else "\ufffd", text)


def wrap(
    text: str, width: int, first_width: int | None = None, *, keep: bool = False
) -> Sequence[int]:
    """Break a text at spaces into rows.

    Args:
        text: The text. A newline ends a row.
        width: Cells in a row, at least 1.
        first_width: Cells in the first row, if it has fewer.
        keep: Whether spaces mean something (code, tables), so that rows break anywhere.

    Returns:
        The offset of the first character of each row; the first is 0.
    """
    first = width if first_width is None else first_width
    if not keep and is_simple(text):
        return _wrap_simple(text, width, first)
    starts: list[int] = []
    start = 0
    for line in text.split("\n"):
        offsets: Sequence[int]
        if not is_simple(line):
            offsets = _wrap_cells(line, width, first, anywhere=keep)
        elif keep:
            offsets = [0, *range(first, len(line), width)]
        else:
            offsets = _wrap_simple(line, width, first)
        starts.extend(start + offset for offset in offsets)
        start += len(line) + 1
        first = width
    return starts


def cuts_between_clusters(text: str) -> list[int]:
    """Offsets at which a row that is not simple can be cut without changing what it looks like."""
    spans, _ = split_graphemes(text)
    return [start for start, _, _ in spans]


def wrap_lines(text: str, width: int, first_width: int, *, cells: bool = False) -> Sequence[int]:
    """Break lines that mean something (code, tables) where they are too long: between words.

    What goes on with a line stands further in, as :func:`hanging_rows` says.

    Args:
        text: The text.
        width: Cells in a row, at least 1.
        first_width: Cells in the first row.
        cells: Whether to break between the cells of a table, with two spaces or more between them,
            rather than within one that fits the next row.

    Returns:
        The offset of the first character of each row; the first is 0.
    """
    starts: list[int] = []
    at, room = 0, first_width
    for line in text.split("\n"):
        if len(line) <= room and is_simple(line):
            starts.append(at)
        else:
            starts += (at + offset for offset, _ in hanging_rows(line, width, room, cells=cells))
        at += len(line) + 1
        room = width
    return starts


def hanging_rows(
    line: str, width: int, first: int, *, cells: bool = False
) -> Sequence[tuple[int, int]]:
    """The rows of a line of code or of a table: where each begins, and how far in it stands.

    Args:
        line: The line, without its end.
        width: Cells in a row, at least 1.
        first: Cells in the first row.
        cells: Whether it is of a table.
    """
    hang = hang_of(line, width)
    others = max(1, width - hang)
    indent = len(line) - len(line.lstrip(" "))
    if indent > first // 2:
        return [(at, hang if at else 0) for at in wrap(line, others, first, keep=True)]
    if cells and len(line) <= _LONGEST_ROW:
        return _rows_of_cells(line, indent, width, first)
    rest = wrap(line[indent:], others, first - indent)
    return [(0, 0), *((indent + at, hang) for at in rest[1:])]


def hang_at(line: str, at: int, width: int, first: int, *, cells: bool) -> int:
    """How far in the row stands that begins at a place of such a line, behind its beginning.

    Only what is broken by its cells has to be broken anew for that: a line of code may be long.
    """
    if not cells or len(line) > _LONGEST_ROW:
        return hang_of(line, width)
    return dict(hanging_rows(line, width, first, cells=True))[at]


def _rows_of_cells(line: str, indent: int, width: int, first: int) -> list[tuple[int, int]]:
    """The rows of a line of a table, broken between cells where that loses no room to speak of.

    What is too long for a row goes on below its own beginning, and so does the last cell, below
    which nothing else stands: it stays in its column, if that has room enough.
    """
    hang = hang_of(line, width)
    rows = [(0, 0)]
    start, left, room = indent, hang, first - indent
    while True:
        rest = wrap(line[start:], width, max(1, room))
        if len(rest) == 1:
            return rows
        cut = start + rest[1]
        gaps = list(CELL_GAP.finditer(line, start + 1, cut))
        cell = gaps[-1].end() if gaps else cut
        behind = CELL_GAP.search(line, cell)
        whole = line[cell : behind.start() if behind else len(line)]
        if cell < cut:
            # Only in the first row do cells stand below those of the rows above.
            column = cell_len(line[:cell]) if len(rows) == 1 else width
            in_column = width - column >= _LEAST_COLUMN
            fits = len(whole) <= max(1, width - hang)
            moves = fits and (behind is not None or not in_column)
            start, left = (cell, hang) if moves else (cut, column if in_column else hang)
        else:
            # A gap before the cut ends a cell; else the row goes on with the cell it began with.
            start, left = cut, hang if gaps else left
        rows.append((start, left))
        room = width - left


def hang_of(line: str, width: int) -> int:
    """How many cells further in the rest of a line stands that is too long for a width."""
    if width < _ROOM_TO_HANG:
        return 0
    indent = len(line) - len(line.lstrip(" "))
    return min(indent, width // 3) + _HANG


def cut_behind(text: str, offset: int) -> int:
    """The first offset from one on at which a text can be cut without parting a character."""
    if is_simple(text):
        return offset
    cuts = cuts_between_clusters(text)
    place = bisect_left(cuts, offset)
    return cuts[place] if place < len(cuts) else len(text)


def first_cell(text: str, cell: int) -> int:
    """The cell at which the character that takes up a cell begins; behind the text, the cell."""
    if is_simple(text):
        return cell
    first = 0
    for _, _, cells in split_graphemes(text)[0]:
        if first + cells > cell:
            return first
        first += cells
    return cell


def cluster_ends(text: str) -> list[int]:
    """Ends of the characters that are written as several: with accents, or joined emoji."""
    spans, _ = split_graphemes(text)
    return [end for start, end, _ in spans if end - start > 1]


def _wrap_simple(text: str, width: int, first: int) -> list[int]:
    starts = [0]
    start, length, room = 0, len(text), first
    find_last = text.rfind
    while length - start > room:
        cut = find_last(" ", start, start + room + 1)
        if cut > start:
            start = cut + 1
            while start < length and text[start] == " ":
                start += 1
            if start == length:
                break
        else:
            start += room
        starts.append(start)
        room = width
    return starts


def _wrap_cells(line: str, width: int, first: int, *, anywhere: bool = False) -> list[int]:
    """Rows of a line with wide, combining or joined characters, counted in cells."""
    shown = drawn(line)
    cells = _characters_by_cell(shown)
    starts, row, room = [0], 0, first
    while len(cells) - row > room:
        cut = max(row + 1, row + room)  # the first cell behind the row
        if cells[cut] == cells[cut - 1]:  # in the middle of a wide character
            cut += -1 if cut - 1 > row else 1
        if not anywhere and cut < len(cells):
            cut = _break_before(shown, cells, row, cut)
        if cut >= len(cells):
            break
        starts.append(cells[cut])
        row, room = cut, width
    return starts


def _characters_by_cell(shown: str) -> list[int]:
    """For each cell of a line, the offset of the character that is drawn there."""
    if _JOINED.search(shown):
        return [start for start, _, size in split_graphemes(shown)[0] for _ in range(size)]
    sizes = map(_SIZES.__getitem__, shown)
    return list(chain.from_iterable(map(repeat, range(len(shown)), sizes)))


def _break_before(shown: str, cells: list[int], row: int, cut: int) -> int:
    """The cell at which the next row begins, if this one can reach up to ``cut`` at most.

    A row may break behind spaces, and on either side of a wide character (as Chinese and Japanese
    do) unless the punctuation there forbids it.
    """
    end = cut
    while end < len(cells) and _is_space(shown, cells, end):
        end += 1
    if end > cut:
        return end
    chance = cut
    while chance > row:
        offset, before = cells[chance], cells[chance - 1]
        if _is_space(shown, cells, chance - 1) and not _is_space(shown, cells, chance):
            return chance
        wide_before = chance > 1 and cells[chance - 2] == before
        wide = chance + 1 < len(cells) and cells[chance + 1] == offset
        forbidden = shown[offset] in _CLOSING or shown[before] in _OPENING or offset == before
        if (wide or wide_before) and not forbidden and shown[offset] != " ":
            return chance
        chance -= 1
    return cut


def _is_space(shown: str, cells: list[int], cell: int) -> bool:
    """Whether a cell holds a space that nobody sees: one without an accent on it."""
    offset = cells[cell]
    following = cells[cell + 1] if cell + 1 < len(cells) else len(shown)
    return shown[offset] == " " and following == offset + 1
