"""Tables and lists that lay out a page, and tables of data."""

from __future__ import annotations

import re
from typing import Any

from summarise.sources.html.texts import END_OF_SENTENCE, LINE_STARTING, inner_text

_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup")
#: What a cell of data does not hold.
_BLOCKS = ("h1", "h2", "h3", "h4", "table", "blockquote", "pre", "article", "section", "form", "hr")
_SENTENCE = re.compile(
    r"(?<!\S)(?:\S*[^\s.!?…]\s+){4,80}\S*[.!?…][\"'”’)]*(?=\s|$)|[^\s。．！？]{8,}[。．！？]"
)
#: A cell with so many sentences is prose wherever it stands; a cell of data may have one or two.
_PROSE = 3
_PROSE_WORDS = 60
#: A cell of up to so many words that are no sentence, with others in its row, is a label or a
#: figure; the attribute says so once it is no cell any more.
_WORDS_OF_DATA = 12
DATA_CELL = "data-cell"
#: An item with so many paragraphs, and this share of what all paragraphs of the page say, is a
#: column of it: an extractor makes one paragraph of an item.
_FEWEST_OF_COLUMN, _SHARE_OF_COLUMN = 4, 0.5


def without_layout_lists(tree: Any) -> None:
    """Make divisions of the lists of which one item holds most paragraphs of the page: columns."""
    said: dict[Any, list[int]] = {}
    whole = 0
    for paragraph in tree.iter("p"):
        size = len(inner_text(paragraph))
        whole += size
        if size and (item := next(paragraph.iterancestors("li"), None)) is not None:
            said.setdefault(item, []).append(size)
    for item, sizes in said.items():
        if len(sizes) >= _FEWEST_OF_COLUMN and sum(sizes) >= _SHARE_OF_COLUMN * whole:
            around = item.getparent()
            for node in (around, *around.iterchildren("li")):
                node.tag = "div"


def without_layout_tables(tree: Any) -> None:
    """Make divisions of the tables whose cells hold parts of the page, the innermost ones first.

    Everything that is said in the cells of a table of data stays in that table.
    """
    for table in reversed(list(tree.iter("table"))):
        if _is_layout(table):
            own = [node for node in table.iter(*_PARTS) if _table_around(node) is table]
            for node in own:
                if node.tag == "tr":
                    _mark_data(node)
            for node in [*own, table]:
                _make_division(node)


def _is_layout(table: Any) -> bool:
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [
        list(row.iterchildren("td", "th"))
        for row in table.iter("tr")
        if _table_around(row) is table
    ]
    cells = [cell for row in rows for cell in row]
    if any(next(cell.iter(*_BLOCKS), None) is not None for cell in cells):
        return True
    texts = [inner_text(cell) for cell in cells]
    prose = [len(_SENTENCE.findall(text)) for text in texts]
    if not any(prose):
        return False
    filled = [sum(bool(inner_text(cell)) for cell in row) for row in rows]
    if max(filled, default=0) <= 1:
        return True
    if _has_heads(table):
        return False
    long = sum(
        len(text.split()) >= _PROSE_WORDS or sentences >= _PROSE
        for text, sentences in zip(texts, prose, strict=True)
    )
    paragraphs = sum(len(cell.findall(".//p")) >= 2 for cell in cells)
    return bool(long or paragraphs) or _mostly_prose(texts, prose)


def _mostly_prose(texts: list[str], prose: list[int]) -> bool:
    """Whether most of what a table says is sentences, so that it is read and not looked up."""
    whole = sum(map(len, texts))
    said = sum(len(text) for text, sentences in zip(texts, prose, strict=True) if sentences)
    return said > 0.8 * whole


def _has_heads(table: Any) -> bool:
    """Whether a table says what its rows or columns are, as one of data does."""
    own = (node for node in table.iter("th", "thead", "caption") if _table_around(node) is table)
    return any(inner_text(node) for node in own)


def _table_around(node: Any) -> Any:
    return next(node.iterancestors("table"), None)


def _mark_data(row: Any) -> None:
    """Mark the cells of a row with nothing but a number, a label or a few words."""
    cells = list(row.iterchildren("td", "th"))
    texts = [inner_text(cell) for cell in cells]
    if sum(map(bool, texts)) < 2:
        return
    for cell, text in zip(cells, texts, strict=True):
        if (
            0 < len(text.split()) <= _WORDS_OF_DATA
            and END_OF_SENTENCE.search(text) is None
            and not any(
                child.tag in LINE_STARTING and child.tag != "br" for child in cell.iterdescendants()
            )
        ):
            cell.set(DATA_CELL, "")


def _make_division(node: Any) -> None:
    """A part of a table as a division, or as a paragraph if it is a cell with nothing but text."""
    is_cell = node.tag in ("td", "th")
    holds_blocks = any(child.tag in LINE_STARTING for child in node.iterdescendants())
    node.tag = "p" if is_cell and not holds_blocks and _SENTENCE.search(inner_text(node)) else "div"
    for name in ("class", "id"):
        # A sidebar stays a sidebar, but nothing is called a table any more.
        if "table" in (node.get(name) or ""):
            del node.attrib[name]
