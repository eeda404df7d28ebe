"""Names cut to the room that there is for them."""

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
