"""Notes on the margin: small print that stands wholly beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from summarise.sources.pdf.lines import Line

#: Lengths are in sizes of the text. Its lines are so wide, and so many tell where it stands.
_WIDE, _FEWEST = 12.0, 3
#: Notes are smaller than the text by so much, and stand so far from it.
_SMALLER, _APART = 0.85, 0.4
_SAME_SIZE, _SAME_LEVEL = 0.08, 0.35
#: From one line of a note to the next, in its own size.
_STEP = 1.6


def split_margins(lines: Sequence[Line], body: float) -> tuple[list[Line], list[list[Line]]]:
    """Part the notes on the margins of a page from its text.

    A table that is wider than the text has small print out there as well, but more of it in line
    with it.

    Args:
        lines: The pieces of lines of a page.
        body: The size of the text of the document.

    Returns:
        The other lines in their order, and those of each note.
    """
    wide = [
        line
        for line in lines
        if abs(line.size - body) <= _SAME_SIZE * body and line.right - line.left > _WIDE * body
    ]
    if len(wide) < _FEWEST:
        return list(lines), []
    left = min(line.left for line in wide) - _APART * body
    right = max(line.right for line in wide) + _APART * body
    small = [line for line in lines if line.size <= _SMALLER * body]
    outside = [line for line in small if line.right <= left or line.left >= right]
    inside = [line for line in small if not (line.right <= left or line.left >= right)]
    found = [line for line in outside if not any(_in_row(line, other) for other in inside)]
    if not found:
        return list(lines), []
    out = set(map(id, found))
    return [line for line in lines if id(line) not in out], _notes(found)


def _in_row(line: Line, other: Line) -> bool:
    return (
        abs(line.baseline - other.baseline) < _SAME_LEVEL * line.size
        and abs(line.size - other.size) <= _SAME_SIZE * line.size
    )


def _notes(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each note from top to bottom."""
    notes: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        near = [
            note
            for note in notes
            if 0 < note[-1].baseline - line.baseline < _STEP * line.size
            and note[-1].left < line.right
            and line.left < note[-1].right
        ]
        if near:
            near[0].append(line)
        else:
            notes.append([line])
    return notes
