"""Names and facts cut to the room that there is for them."""

from __future__ import annotations

from rich.cells import cell_len


def end_of_path(path: str, room: int) -> str:
    """As much of the end of a path as there is room for, if it can be from a folder on."""
    if cell_len(path) <= room:
        return path
    cut = len(path)
    while cut and cell_len(path[cut - 1 :]) < room:
        cut -= 1
    slash = path.find("/", cut)
    if 0 <= slash < len(path) - 1:
        cut = slash
    return f"…{path[cut:]}"


def rows_of_facts(facts: str, parted_by: str, width: int, most: int) -> list[str]:
    """Facts in rows broken between two of them; the first are left out where there is no room.

    Args:
        facts: The facts, the least important first.
        parted_by: What stands between two of them.
        width: Cells of a row. A fact that is wider has a row of its own.
        most: How many rows there are at most.
    """
    rows: list[str] = []
    each = facts.split(parted_by)
    for first in range(len(each)):
        rows = []
        for fact in each[first:]:
            joined = f"{rows[-1]}{parted_by}{fact}" if rows else fact
            if rows and cell_len(joined) <= width:
                rows[-1] = joined
            else:
                rows.append(fact)
        if len(rows) <= most:
            return rows
    return rows
