"""All that a page, or a part of it, shows: a block for each element that starts a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from summarise.article import Kind
from summarise.draft import Block
from summarise.sources.html.texts import (
    HEADING,
    LINE_STARTING,
    clean,
    inner_text,
    is_invisible,
)
from summarise.sources.plain import read_plain
from summarise.sources.tables import aligned, trimmed_lines
from summarise.text.sanitise import sanitise

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_KIND_OF_TAG = {
    "li": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTATION,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "pre": Kind.CODE,
}
#: What may stand in a list item or quotation without being something else.
_CARRIED = (Kind.LIST_ITEM, Kind.QUOTATION, Kind.CAPTION)
_DEEPEST_LEVEL = 9
#: Preformatted text with so many words a line is prose, as in the archives of mailing lists.
_WORDS_OF_PROSE = 7


def shown_blocks(tree: Any) -> Iterator[Block]:
    """The blocks of everything that an element shows, in document order."""
    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, node in events:
        if event == "end":
            if walk.skipped is not node:
                yield from walk.leave(node)
            walk.skipped = None if walk.skipped is node else walk.skipped
            walk.add((node.tail or "") if node is not tree else "")
        elif is_invisible(node):
            events.skip_subtree()
            walk.skipped = node
        elif node.tag == "table":
            yield from walk.flush()
            yield from table_block(
                [[inner_text(c) for c in row.iterchildren("td", "th")] for row in node.iter("tr")]
            )
            events.skip_subtree()
            walk.skipped = node
        else:
            yield from walk.enter(node)
            walk.add(node.text or "")
    yield from walk.flush()


def code_or_prose(raw: str) -> Iterator[Block]:
    """Preformatted text as code, or as the paragraphs of a text that only looks so."""
    text = trimmed_lines(sanitise(raw))
    lines = [line for line in text.split("\n") if line.strip()]
    if len(text.split()) >= _WORDS_OF_PROSE * max(len(lines), 3):
        yield from read_plain(text).blocks
    elif text.strip():
        yield Block(text, Kind.CODE)


def table_block(rows: list[list[str]]) -> Iterator[Block]:
    """A table of data in columns, if there is anything in it."""
    if text := aligned(rows):
        yield Block(text, Kind.TABLE)


@dataclass
class _Walk:
    """The text that is being gathered, and the elements around it."""

    buffer: list[str] = field(default_factory=list)
    around: list[tuple[Kind, int]] = field(default_factory=lambda: [(Kind.TEXT, 0)])
    #: For each open list the number of its last item, or None if its items have no numbers.
    lists: list[int | None] = field(default_factory=list)
    mark: str = ""
    after_item: bool = False
    skipped: Any = None
    #: The preformatted element that is open.
    listing: Any = None

    def add(self, text: str) -> None:
        """Gather text."""
        if text:
            self.buffer.append(text)

    def enter(self, node: Any) -> Iterator[Block]:
        """Begin an element."""
        if node.tag not in LINE_STARTING:
            return
        if self.listing is not None:
            self.add("\n" if node.tag == "br" else "")
            return
        yield from self.flush()
        if node.tag in _LISTS:
            self.lists.append(_start_of(node) if node.tag == "ol" else None)
        self.around.append(self._kind_of(node.tag))
        if node.tag == "li":
            self.mark = self._next_mark()
        elif node.tag == "pre":
            self.listing = node

    def leave(self, node: Any) -> Iterator[Block]:
        """End an element."""
        if node.tag not in LINE_STARTING:
            return
        if self.listing is not None and self.listing is not node:
            self.add("" if node.tag == "br" or "\n" in self.buffer[-1:] else "\n")
            return
        self.listing = None
        yield from self.flush()
        self.around.pop()
        if node.tag in _LISTS:
            self.lists.pop()
            self.mark = ""
        elif node.tag == "li":
            self.mark = ""

    def flush(self) -> Iterator[Block]:
        """Make a block of the text since the last one."""
        raw = "".join(self.buffer)
        self.buffer.clear()
        kind, level = self.around[-1]
        if kind is Kind.CODE:
            yield from code_or_prose(raw)
        elif text := clean(raw):
            item = kind is Kind.LIST_ITEM
            yield Block(self.mark + text if item else text, kind, level, item and self.after_item)
            self.mark = ""
            self.after_item = item

    def _kind_of(self, tag: str) -> tuple[Kind, int]:
        if match := HEADING.fullmatch(tag):
            return Kind.HEADING, int(match[1])
        kind = _KIND_OF_TAG.get(tag)
        if kind is Kind.LIST_ITEM:
            return kind, min(max(len(self.lists), 1), _DEEPEST_LEVEL)
        if kind is not None:
            return kind, 0
        around = self.around[-1]
        return around if around[0] in _CARRIED else (Kind.TEXT, 0)

    def _next_mark(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return "• "
        number = self.lists[-1] + 1
        self.lists[-1] = number
        return f"{number}. "


def _start_of(node: Any) -> int:
    start = (node.get("start") or "").strip()
    return int(start) - 1 if re.fullmatch(r"\d{1,4}", start) else 0
