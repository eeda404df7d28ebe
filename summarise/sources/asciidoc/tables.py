"""Tables: cells between bars."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarise.sources.asciidoc.styles import Style

#: A bar with what stands before it: how many cells it makes or spans, where, and what is in it.
_BAR = re.compile(
    r"(?:(?<=\s)|^)(?:(\d{1,3})?(?:\.\d{1,3})?([+*]))?(?:[<^>]?(?:\.[<^>])?)([adehlmsv])?(?<!\\)\|"
    r"|(?<!\\)\|",
    re.MULTILINE,
)
_MOST_COLUMNS = 500


@dataclass
class Cell:
    """A cell."""

    text: str
    style: str = ""
    """The letter that says how it is read."""


@dataclass
class Table:
    """Rows of cells."""

    rows: list[list[Cell]] = field(default_factory=list)
    headed: bool = False


def table_in(lines: list[str], style: Style, sign: str) -> Table:
    """The table that some lines between ``|===`` make."""
    shape = style.named.get("format", {",": "csv", ":": "dsv"}.get(sign, ""))
    if shape in ("csv", "dsv", "tsv"):
        separator = style.named.get("separator") or {"csv": ",", "dsv": ":", "tsv": "\t"}[shape]
        rows = [_separated(line, separator) for line in lines if line.strip()]
        width = max(map(len, rows), default=0)
        cells = [cell for row in rows for cell in (*row, *[Cell("")] * (width - len(row)))]
    else:
        separator = style.named.get("separator", "|" if sign == "|" else "!")[:1] or "|"
        source = "\n".join(lines)
        if separator != "|":
            source = source.replace("|", "\\|").replace(separator, "|")
        first = next((line for line in source.split("\n") if line.strip()), "")
        cells = _cells(source)
        width = len(_cells(first))
    columns = _columns(style.named.get("cols", ""))
    width = min(max(1, len(columns) or width), _MOST_COLUMNS)
    for place, cell in enumerate(cells):
        cell.style = cell.style or (columns[place % width] if columns else "")
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    content = [place for place, line in enumerate(lines) if line.strip()][:1]
    implicit = bool(content) and content[0] == 0 and len(lines) > 1 and not lines[1].strip()
    headed = "header" in style.options or (implicit and "noheader" not in style.options)
    return Table(rows, headed and len(rows) > 1)


def _cells(source: str) -> list[Cell]:
    bars = list(_BAR.finditer(source))
    cells: list[Cell] = []
    if bars and source[: bars[0].start()].strip():
        cells.append(Cell(_text(source[: bars[0].start()])))
    for place, bar in enumerate(bars):
        stop = bars[place + 1].start() if place + 1 < len(bars) else len(source)
        cell = Cell(_text(source[bar.end() : stop]), bar[3] or "")
        cells.append(cell)
        if bar[1]:
            more = min(int(bar[1]), 50) - 1
            cells += [Cell(cell.text if bar[2] == "*" else "", cell.style) for _ in range(more)]
    if not bars and source.strip():
        cells.append(Cell(_text(source)))
    return cells


def _text(source: str) -> str:
    return source.replace("\\|", "|").strip()


def _separated(line: str, separator: str) -> list[Cell]:
    parts = line.split(separator)
    if '"' in line and separator == ",":
        parts = re.findall(r'"(?:[^"]|"")*"|[^",]+|(?<=,)(?=,|$)', line)
        parts = [
            part.strip().removeprefix('"').removesuffix('"').replace('""', '"') for part in parts
        ]
    return [Cell(part.strip()) for part in parts]


def _columns(said: str) -> list[str]:
    """The style of each column that is spoken of."""
    columns: list[str] = []
    for part in re.split(r"[,;]", said) if said.strip() else ():
        times = re.match(r"\s*(\d{1,3})\*", part)
        letter = re.search(r"([adehlmsv])\s*$", part)
        columns += [letter[1] if letter else ""] * (int(times[1]) if times else 1)
    return columns[:_MOST_COLUMNS]
