"""Notes at the foot of a column: small print that no paragraph of the text goes through."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.sources.pdf.lines import Line

#: Notes are smaller than the text by so much at least: 9 beside 10 points, 10 beside 11.
SMALLER = 0.925
#: A line of so many cells is the row of a table.
_CELLS = 3
#: They stand in the lower part of the page.
_LOWER_PART = 0.6
_MARK = re.compile(r"(?:\[?\d{1,3}\]?|[*†‡§¶#]+|[a-z])(?:[.)\s]|(?=[A-Z“\"]))")
#: What a caption begins with, in the languages that are commonest in print.
CAPTION = re.compile(
    r"(?:Figure|Fig\.|FIGURE|FIG\.|Table|TABLE|Chart|Exhibit|Plate|Listing|Algorithm|Box"
    r"|Abbildung|Abb\.|Tabelle|Tab\.|Tableau|Figura|Tabla|Tabela|Tabella|Рис\.|Таблица|Рисунок)"
    r"\s*[A-Z]?\d+(?:[.-]\d+)*|[図表]\s*\d+"
)
#: Without a mark, print that is parted from the text by so many sizes is one, if it is short.
_PARTED, _MOST_LINES = 1.0, 12


def split_notes(
    rows: Sequence[Line], body: float, height: float
) -> tuple[Sequence[Line], list[list[Line]]]:
    """Part the notes at the foot of a column from the text above them.

    Args:
        rows: The lines of the column from top to bottom.
        body: The size of the text of the document.
        height: That of the page.

    Returns:
        The lines of the text, and those of each note.
    """
    start = len(rows)
    while start and _is_small(rows[start - 1], body):
        start -= 1
    # Small print that begins higher up is no note: a list of references, a box.
    if start == len(rows) or rows[start].top > _LOWER_PART * height:
        return rows, []
    # What is above the first mark may be the end of a note from the page before, or a caption.
    while start < len(rows) and not _opens_notes(rows, start):
        start += 1
    notes: list[list[Line]] = []
    for row in rows[start:]:
        if not notes or (_MARK.match(row.text) and _begins(row, notes[-1])):
            notes.append([])
        notes[-1].append(row)
    return rows[:start], notes


def _is_small(row: Line, body: float) -> bool:
    return row.size <= SMALLER * body and len(row.cells) < _CELLS and not row.monospaced


def _opens_notes(rows: Sequence[Line], start: int) -> bool:
    if _MARK.match(rows[start].text):
        return True
    parted = start > 0 and rows[start - 1].bottom - rows[start].top > _PARTED * rows[start].size
    few = len(rows) - start <= _MOST_LINES
    return few and (parted or not start) and not CAPTION.match(rows[start].text)


def _begins(row: Line, note: Sequence[Line]) -> bool:
    """Whether a line with a mark begins another note: it stands no further right than the first."""
    return row.left < note[0].left + 0.5 * row.size
