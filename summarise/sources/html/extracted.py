"""Trafilatura's tree in blocks: head, p, list and item, quote, code, table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from summarise.article import Kind
from summarise.draft import Block
from summarise.sources.html.shown import code_or_prose, table_block
from summarise.sources.html.texts import HEADING, clean

_DEEPEST = 200
#: What holds text, and not other blocks.
_RUNS = frozenset({"p", "ab", "hi", "ref", "del", "item", "fw", "span", "a", "em", "b", "i"})
_BLOCKS_IN_QUOTE = ("p", "head", "list", "table", "quote")
_BLOCKS_IN_RUN = frozenset(_BLOCKS_IN_QUOTE)
#: Where a line was broken: no page has this character in its text.
_BREAK = "\x00"


def blocks_of(body: Any) -> Iterator[Block]:
    """The blocks of a document that trafilatura has found; all of its text is in one of them."""
    yield from _loose(body.text)
    yield from _blocks(body, 0)


def _blocks(element: Any, depth: int) -> Iterator[Block]:
    for child in element:
        if isinstance(child.tag, str):
            if depth > _DEEPEST:
                yield from _loose("".join(child.itertext()))
            else:
                yield from _of_element(child, depth)
        yield from _loose(child.tail)


def _of_element(element: Any, depth: int) -> Iterator[Block]:
    match element.tag:
        case "head":
            level = HEADING.fullmatch(element.get("rend") or "")
            if text := clean("".join(element.itertext())):
                yield Block(text, Kind.HEADING, int(level[1]) if level else 2)
        case "list":
            yield from _list_items(element, 1)
        case "quote":
            yield from _quotation(element, depth)
        case "code":
            yield from code_or_prose(_text_of(element, "\n").replace(_BREAK, "\n"))
        case "table":
            rows = ([_cell(c) for c in row.iterchildren("cell")] for row in element.iter("row"))
            yield from table_block(list(rows))
        case tag if tag in _RUNS and depth <= _DEEPEST:
            yield from _mixed(element, depth)
        case _:
            yield from _loose(element.text)
            yield from _blocks(element, depth + 1)


def _loose(text: str | None) -> Iterator[Block]:
    if text and (line := clean(text)):
        yield Block(line)


def _cell(cell: Any) -> str:
    return clean(" ".join(cell.itertext()) if len(cell) else cell.text or "")


def _paragraph(element: Any) -> Iterator[Block]:
    """A paragraph; ``<lb/>`` in it starts a new line (verse, addresses)."""
    yield from _lines(_text_of(element, " "))


def _lines(text: str) -> Iterator[Block]:
    tight = False
    for line in text.split(_BREAK):
        if line := clean(line):
            yield Block(line, tight=tight)
            tight = True


def _text_of(element: Any, newline: str, tail: bool = False) -> str:
    """The text of an element: a break for each one marked up, something for each one written."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces += [_BREAK if node.tag == "lb" else "", node.text or ""]
        elif node is not element or tail:
            pieces.append(node.tail or "")
    return "".join(pieces).replace("\n", newline)


def _mixed(element: Any, depth: int) -> Iterator[Block]:
    """A run of text with blocks in it, which are not part of its sentences."""
    run = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS_IN_RUN:
            yield from _lines("".join(run))
            run = [child.tail or ""]
            yield from _of_element(child, depth + 1)
        elif isinstance(child.tag, str):
            run.append(_text_of(child, " ", tail=True))
    yield from _lines("".join(run))


def _list_items(element: Any, level: int) -> Iterator[Block]:
    tight = level > 1
    numbered = element.get("rend") == "ol"
    if text := clean(element.text or ""):
        yield Block(text, tight=tight)
    for number, item in enumerate(element.iterchildren("item"), 1):
        nested = list(item.iterchildren("list"))
        if text := clean("".join(_own_text(item))):
            mark = f"{number}." if numbered else "•"
            yield Block(f"{mark} {text}", Kind.LIST_ITEM, min(level, 9), tight)
            tight = True
        for inner in nested:
            yield from _list_items(inner, min(level + 1, 20))


def _own_text(item: Any) -> Iterator[str]:
    """The text of a list item without the lists inside it."""
    yield item.text or ""
    for child in item:
        if child.tag != "list":
            yield from child.itertext()
        if child.tag == "p":
            yield " "
        if child.tail:
            yield " " + child.tail if child.tag in ("list", "p", "lb") else child.tail


def _quotation(element: Any, depth: int) -> Iterator[Block]:
    if len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip():
        yield from code_or_prose(_text_of(element[0], "\n").replace(_BREAK, "\n"))
        return
    if not any(True for _ in element.iterchildren(*_BLOCKS_IN_QUOTE)):
        for block in _paragraph(element):
            yield replace(block, kind=Kind.QUOTATION)
        return
    if text := clean(element.text or ""):
        yield Block(text, Kind.QUOTATION)
    for block in _blocks(element, depth + 1):
        yield replace(block, kind=Kind.QUOTATION) if block.kind is Kind.TEXT else block
