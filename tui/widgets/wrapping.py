"""Breaking text into rows that fit a width counted in terminal cells.

Everything here works on offsets into the text: a row is ``text[start:next_start]``, so the rows
of a text, joined, are the text. Space at the end of a row is not drawn and may hang over.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

#: Characters that may hang over the end of a row, since nobody sees them.
SPACE = " \n\t"

# One cell each, and safe to send to a terminal. No line breaks, no soft hyphen.
_SIMPLE = re.compile(
    "[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*"
).fullmatch

# Characters whose width depends on their neighbours, or that have none.
_JOINED = re.compile("[\u200d\ufe0f]").search

# What must never reach a terminal as it is: controls, and marks that reorder what follows.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BLANK = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")

# Marks that a row must not begin with, and that it must not end with.
_CLOSING = frozenset(
    "、。，．：；！？」』）】〉》〕］｝’”…ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?)]}"
)
_OPENING = frozenset("「『（【〈《〔［｛‘“([{")


def is_simple(text: str) -> bool:
    """Whether every character takes one cell and is safe to draw."""
    return (text.isascii() and text.isprintable()) or _SIMPLE(text) is not None


def drawn(text: str) -> str:
    """The text as it is sent to the terminal: as many characters, none of them unsafe."""
    return _UNSAFE.sub(lambda match: " " if match[0] in _BLANK else "\ufffd", text)


def wrap(text: str, width: int, first_width: int | None = None, *, keep: bool = False) -> list[int]:
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
        if keep:
            starts.extend(start + offset for offset in _chop(line, width, first))
        elif is_simple(line):
            starts.extend(start + offset for offset in _wrap_simple(line, width, first))
        else:
            starts.extend(start + offset for offset in _wrap_clusters(line, width, first))
        start += len(line) + 1
        first = width
    return starts


def cuts_between_clusters(text: str) -> list[int]:
    """Offsets at which a row that is not simple can be cut without changing what it looks like."""
    spans, _ = split_graphemes(text)
    return [start for start, _, _ in spans]


def odd_clusters(text: str) -> list[int]:
    """Ends of clusters that are drawn narrower or wider than their characters one by one."""
    if not _JOINED(text):
        return []
    spans, _ = split_graphemes(text)
    return [
        end
        for start, end, cells in spans
        if end - start > 1 and cells != sum(cell_len(character) for character in text[start:end])
    ]


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


def _chop(line: str, width: int, first: int) -> list[int]:
    """Rows of exactly as many clusters as fit, wherever that breaks."""
    if is_simple(line):
        return [0, *range(first, len(line), width)]
    starts, used, room = [0], 0, first
    for start, _, cells in split_graphemes(drawn(line))[0]:
        if used + cells > room and used:
            starts.append(start)
            used, room = 0, width
        used += cells
    return starts


def _wrap_clusters(line: str, width: int, first: int) -> list[int]:
    """Rows of a line with wide, combining or joined characters.

    A row may break after spaces, and on either side of a wide character (as Chinese and Japanese
    do) unless the punctuation there forbids it.
    """
    shown = drawn(line)
    starts = [0]
    used, room = 0, first
    chance, cells_at_chance = 0, 0  # the last offset where the row may break, and cells up to it
    before, wide_before = " ", False
    for start, _, cells in split_graphemes(shown)[0]:
        character = shown[start]
        wide = cells > 1
        if character != " ":
            spaced = before == " "
            between = (wide or wide_before) and character not in _CLOSING and before not in _OPENING
            if spaced or between:
                chance, cells_at_chance = start, used
            if used + cells > room and start > starts[-1]:
                if chance <= starts[-1]:
                    chance, cells_at_chance = start, used
                starts.append(chance)
                used -= cells_at_chance
                cells_at_chance = 0
                room = width
        used += cells
        before, wide_before = character, wide
    return starts
