"""Why each paragraph of a page is in or out, as rows: its first words, below them the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from textual.content import Content

from tui.text.looks import QUIET
from tui.text.wording import plural
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from summarise.parsing.explaining import ParagraphExplanation

#: Cells before the text: the number of a paragraph, and whether it is in.
_NUMBER, _STATE = 4, 5
#: What a beginning ends with that is cut.
_MORE = "…"
#: Text is never squeezed below this many cells.
_LEAST = 12


def page_rows(
    head: Sequence[str], paragraphs: Sequence[ParagraphExplanation], width: int
) -> Content:
    """What the page was taken for, and all of its paragraphs.

    They have the numbers that places have everywhere (``¶ 3``): what is out has none.

    Args:
        head: What is said of the page, a line each.
        paragraphs: Its paragraphs, in order.
        width: Cells of a row.
    """
    rows: list[Content] = [Content(row) for line in head for row in _rows(line, width)]
    number = 0
    for paragraph in paragraphs:
        number += paragraph.kept
        room = max(_LEAST, width - _NUMBER - _STATE)
        rows.append(Content(""))
        rows += _paragraph(paragraph, str(number) if paragraph.kept else "", room)
    return Content("\n").join(rows)


def _paragraph(paragraph: ParagraphExplanation, number: str, room: int) -> Iterator[Content]:
    number = f"{number:>{_NUMBER - 1}} "
    state = ("in" if paragraph.kept else "out").ljust(_STATE)
    opening, *more = _opening(paragraph.opening, room)
    yield Content.assemble(
        (number, QUIET), (state, QUIET if paragraph.kept else "bold"), _said(paragraph, opening)
    )
    margin = " " * (_NUMBER + _STATE)
    yield from (Content.assemble(margin, _said(paragraph, row)) for row in more)
    reason = "; ".join((paragraph.reason, *paragraph.evidence))
    told = f"{paragraph.kind}, {plural(paragraph.words, 'word')}: {reason}"
    yield from (Content.assemble(margin, (row, QUIET)) for row in _rows(told, room))


def _opening(text: str, width: int) -> list[str]:
    """The first words in rows; where only the sign that there are more would go on, fewer words."""
    rows = _rows(text, width)
    if len(rows) > 1 and rows[-1] == _MORE and " " in rows[-2]:
        rows[-2:] = [f"{rows[-2].rpartition(' ')[0]} {_MORE}"]
    return rows


def _said(paragraph: ParagraphExplanation, row: str) -> Content:
    return Content(row) if paragraph.kept else Content.styled(row, "italic")


def _rows(text: str, width: int) -> list[str]:
    starts = [*wrap(text, max(1, width)), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(starts)]
