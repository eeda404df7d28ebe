"""Where a view has to be scrolled to, so that some of its rows are seen."""

from __future__ import annotations

from typing import Literal

#: Where revealed rows stand: as near as they are, in the middle, or at the top.
Align = Literal["nearest", "centre", "top"]

#: Rows kept in sight above and below what is revealed, where there is room for them.
CONTEXT_ROWS = 2


def top_to_reveal(first: int, count: int, top: int, height: int, align: Align) -> int:
    """The row at the top of a view once some rows are revealed.

    Args:
        first: The first of the rows.
        count: How many they are.
        top: The row at the top of the view now.
        height: Rows in the view.
        align: Where the rows are to stand.
    """
    context = min(CONTEXT_ROWS, max(0, (height - count) // 2))
    if align == "centre":
        top = first - max(0, height - count) // 2
    elif align == "top" or first - context < top or count >= height:
        top = first - context
    elif first + count + context > top + height:
        top = first + count + context - height
    return max(0, top)
