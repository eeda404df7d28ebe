"""Tables and preformatted text as lines that read well in columns of one width."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from summarise.article import Span, SpanKind, moved

#: Cells wider than this are not padded: one long cell must not push a whole column aside.
_WIDEST_CELL = 40


def table_of(
    rows: Sequence[Sequence[tuple[str, Sequence[Span]]]],
    *,
    headed: bool,
    right: Collection[int] = (),
) -> tuple[str, tuple[Span, ...]]:
    """Rows of cells with what is set apart in them as lines of text (:func:`aligned`).

    Args:
        rows: The rows, each cell with its spans.
        headed: Whether the first row says what stands in the columns.
        right: The columns that are even at their right side, from 0.

    Returns:
        The lines, and the spans in them; the first row is a span if it is a head.
    """
    texts = [[text for text, _ in row] for row in rows]
    whole = aligned(texts, right)
    if not headed and not any(spans for row in rows for _, spans in row):
        return whole, ()
    found: list[Span] = []
    start = 0
    lines = iter(whole.split("\n"))
    for number, row in enumerate(rows):
        if not any(texts[number]):
            continue
        line = next(lines)
        if headed and number == 0:
            found.append(Span(0, len(line), SpanKind.HEAD))
        at = 0
        for text, spans in row:
            while text and line[at] == " ":  # nothing else stands between cells
                at += 1
            found += moved(spans, start + at, start + len(line))
            at += len(text)
        start += len(line) + 1
    return whole, tuple(sorted(found))


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> str:
    """The rows as lines of text, their cells in columns; rows without text are left out.

    Args:
        rows: The rows.
        right: The columns that are even at their right side, from 0.
    """
    rows = [row for row in rows if any(row)]
    widths = [0] * max((len(row) for row in rows), default=0)
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], _cells(cell))
    lines = []
    for number, row in enumerate(rows):
        padded = []
        for column, (cell, width) in enumerate(zip(row, widths, strict=False)):
            space = " " * max(0, min(width, _WIDEST_CELL) - _cells(cell))
            # No text begins with space, so the first cell of all stands at the left in any case.
            to_the_right = column in right and (number or column)
            padded.append(space + cell if to_the_right else cell + space)
        lines.append("  ".join(padded).rstrip())
    return trimmed_lines("\n".join(lines))


def trimmed_lines(text: str) -> str:
    """The text without blank lines around it, spaces at line ends, or a common indent."""
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return "\n".join(line[indent:] for line in lines)


def _cells(text: str) -> int:
    """Columns that a terminal needs for the text: two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
