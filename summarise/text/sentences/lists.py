"""Lists that were copied into one line: "1. Eggs 2. Milk", "• Eggs • Milk"."""

from __future__ import annotations

import re

from summarise.text.characters import BULLETS
from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge

_BULLET = compile_later(rf"[{BULLETS}]\s?\S")
_FIRST_ITEM = compile_later(rf"[{BULLETS}\s]{{0,4}}\(?(?:1|a)[.)]{{1,2}}\s")
_ITEM = compile_later(rf"(?:^|(?<=[\s{BULLETS}]))\(?(\d{{1,2}}|[a-z])([.)]{{1,2}})\s+(?=\S)")


def find_items(text: str) -> tuple[list[Edge], frozenset[int]]:
    """The edges between list items, and where the words of numbered items begin.

    No other edge may lie where the words begin: that would cut off the number.
    """
    edges: list[Edge] = []
    if not text.isascii() and any(map(text.__contains__, BULLETS)):
        edges = [_edge(text, found.start(), "bullet") for found in _BULLET.finditer(text)]
    words: frozenset[int] = frozenset()
    if _FIRST_ITEM.match(text):
        items = _numbered(text)
        words = frozenset(item.end() for item in items)
        edges += [_edge(text, item.start(), "item") for item in items]
    return [edge for edge in edges if edge.end and edge.end < edge.next], words


def _numbered(text: str) -> list[re.Match[str]]:
    """The items whose numbers, or letters, count up from the first; none for a single one."""
    items: list[re.Match[str]] = []
    for item in _ITEM.finditer(text):
        if text[item.end()].islower():
            continue
        if not items or (item[2] == items[-1][2] and _counts_up(items[-1][1], item[1])):
            items.append(item)
    return items if len(items) > 1 else []


def _counts_up(before: str, number: str) -> bool:
    if before.isdigit():
        return number == str(int(before) + 1)
    return not number.isdigit() and ord(number) == ord(before) + 1


def _edge(text: str, at: int, rule: str) -> Edge:
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    return Edge(end, at, rule)
