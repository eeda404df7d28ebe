"""Jupyter notebooks → Draft: their prose as Markdown, their code as code.

What code printed is left out: it is no part of what the author wrote.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.markdown import read_markdown
from summarise.sources.refused import RefusedError
from summarise.sources.tables import trimmed_lines
from summarise.text.sanitise import sanitise

#: About how many values a notebook may hold, each of which takes up to 60 bytes.
_MOST_VALUES = 4_000_000
_NOT_SOUND = "is a damaged notebook: save it anew or get it once more"
_HIGHEST_HEADING, _LOWEST_HEADING = 1, 6


def read_notebook(text: str) -> Draft:
    """Make blocks of a notebook (nbformat 3 to 5): a clean draft.

    Raises:
        RefusedError: It is no notebook, is damaged, or has no cells.
    """
    if sum(map(text.count, "[{,")) > _MOST_VALUES:
        raise RefusedError("has more in it than can be read: clear what its code has printed")
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError(_NOT_SOUND) from None
    if not isinstance(notebook, dict):
        raise RefusedError(_NOT_SOUND)
    cells = list(_cells_of(notebook))
    if not cells:
        raise RefusedError("has no cells")
    drafts = [_draft_of(cell) for cell in cells]
    facts = _dict(notebook.get("metadata"))
    authors = (_dict(author).get("name") for author in _list(facts.get("authors")))
    named = facts.get("title") or next((d.title for d in drafts if d.title), "")
    return Draft(
        tuple(block for draft in drafts for block in draft.blocks),
        named if isinstance(named, str) else "",
        next((draft.language for draft in drafts if draft.language), ""),
        "notebook",
        clean=True,
        author=", ".join(a for a in authors if isinstance(a, str))
        or next((draft.author for draft in drafts if draft.author), ""),
        date=next((draft.date for draft in drafts if draft.date), ""),
    )


def _cells_of(notebook: dict[str, Any]) -> Iterator[dict[str, Any]]:
    sheets = _list(notebook.get("worksheets"))  # until nbformat 3
    around = [notebook] if "cells" in notebook else [_dict(sheet) for sheet in sheets]
    for holder in around:
        yield from (cell for cell in _list(holder.get("cells")) if isinstance(cell, dict))


def _draft_of(cell: dict[str, Any]) -> Draft:
    """The blocks of a cell, and what a first cell of Markdown may say of the notebook."""
    source = cell.get("source", cell.get("input", ""))
    lines = source if isinstance(source, list) else [source]
    text = sanitise("".join(line for line in lines if isinstance(line, str)))
    match cell.get("cell_type"):
        case "markdown":
            return read_markdown(text)
        case "heading":  # until nbformat 3
            level = cell.get("level")
            level = level if isinstance(level, int) else _HIGHEST_HEADING
            level = min(max(level, _HIGHEST_HEADING), _LOWEST_HEADING)
            text = " ".join(text.split())
            title = text if level == _HIGHEST_HEADING else ""
            return Draft((Block(text, Kind.HEADING, level),) if text else (), title)
        case "code":
            text = trimmed_lines(text)
            return Draft((Block(text, Kind.CODE),) if text else ())
        case _:
            return Draft()


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
