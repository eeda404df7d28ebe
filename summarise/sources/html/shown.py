"""All that a page, or a part of it, shows: a block for each element that starts a line."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from summarise.article import Kind, Span, SpanKind, moved
from summarise.draft import Block
from summarise.sources.html.texts import (
    HEADING,
    LINE_STARTING,
    clean,
    inner_text,
    is_invisible,
)
from summarise.sources.plain import is_line_of_code, read_plain
from summarise.sources.spans import (
    KIND_OF_TAG,
    SpanRun,
    address_of,
    in_text_alike,
    in_tidy_text,
    language_of_listing,
)
from summarise.sources.tables import table_of, trimmed_lines
from summarise.text.sanitise import sanitise

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_KIND_OF_TAG = {
    "li": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTATION,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "pre": Kind.CODE,
}
#: How the classes of elements are called that hold the words below a picture.
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-]|fig|figure|img|image|photo|pic|picture|the)cap(?:tion)?(?:[_-]?text)?(?:\s|$)",
    re.IGNORECASE,
)
#: What may stand in a list item or quotation without being something else.
_CARRIED = (Kind.LIST_ITEM, Kind.QUOTATION, Kind.CAPTION)
_DEEPEST_LEVEL = 9
#: Preformatted text with so many words a line is prose, as in the archives of mailing lists.
_WORDS_OF_PROSE = 7
#: Unless so many of its lines are those of a program: one with long comments has as many words.
_CODE_IN_PROSE = 0.3
#: One of them stands in nearly every line of a program, and in hardly any of a text.
_SIGNS = frozenset("(){}[]<>=/\\$_#")
#: How pages say what a listing is written in, from highlight.js to Sphinx, pandoc and GitHub.
_LANGUAGE_CLASS = re.compile(
    r"(?:^|\s)(?:language-|lang-|highlight-(?:source-|text-)?|sourceCode\s+|brush:\s*)([\w+#.-]+)",
    re.IGNORECASE,
)


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
            yield from _table(node)
            events.skip_subtree()
            walk.skipped = node
        else:
            yield from walk.enter(node)
            walk.add(node.text or "")
    yield from walk.flush()


def with_spans(blocks: Iterable[Block], shown: Iterable[Block]) -> Iterator[Block]:
    """The blocks of an article with what the page sets apart in them.

    Extractors lose links, and change white space; so the same text is looked for in all that is
    shown.

    Args:
        blocks: The blocks of the article.
        shown: The blocks of everything that the page shows.
    """
    known: dict[str, deque[Block]] = {}
    for block in shown:
        if block.spans:
            known.setdefault("".join(block.text.split()), deque()).append(block)
    for block in blocks:
        same = known.get("".join(block.text.split())) if known else None
        if not same:
            yield block
            continue
        found = same.popleft() if len(same) > 1 else same[0]
        yield replace(block, spans=in_text_alike(found.spans, found.text, block.text))


def code_or_prose(raw: str, language: str = "") -> Iterator[Block]:
    """Preformatted text as code, or as the paragraphs of a text that only looks so."""
    text = trimmed_lines(sanitise(raw))
    lines = [line for line in text.split("\n") if line.strip()]
    wordy = not language and len(text.split()) >= _WORDS_OF_PROSE * max(len(lines), 3)
    if wordy and sum(map(_is_of_program, lines)) < _CODE_IN_PROSE * len(lines):
        yield from read_plain(text).blocks
    elif text.strip():
        listing = (Span(0, len(text), SpanKind.LISTING, language),) if language else ()
        yield Block(text, Kind.CODE, spans=listing)


def _is_of_program(line: str) -> bool:
    if line.lstrip().startswith("# "):
        return True
    return is_line_of_code(line) and not _SIGNS.isdisjoint(line)  # a verse may end as a statement


def table_block(rows: list[list[str]], *, headed: bool = False) -> Iterator[Block]:
    """A table of data in columns, if there is anything in it."""
    text, spans = table_of([[(cell, ()) for cell in row] for row in rows], headed=headed)
    if text:
        yield Block(text, Kind.TABLE, spans=spans)


def _table(table: Any) -> Iterator[Block]:
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    head = rows[0] if rows else []
    in_head = bool(head) and head[0].getparent().getparent().tag == "thead"
    headed = in_head or (len(rows) > 1 and bool(head) and all(cell.tag == "th" for cell in head))
    yield from table_block([[inner_text(cell) for cell in row] for row in rows], headed=headed)


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
    #: The preformatted element that is open, and the language it says it is in.
    listing: Any = None
    language: str = ""
    #: Characters in the buffer, what is set apart in them, and the elements open that do so.
    size: int = 0
    spans: SpanRun = field(default_factory=SpanRun)
    apart: list[Any] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Gather text."""
        if text:
            self.buffer.append(text)
            self.size += len(text)

    def enter(self, node: Any) -> Iterator[Block]:
        """Begin an element."""
        if node.tag not in LINE_STARTING:
            if node.tag in KIND_OF_TAG and self.listing is None:
                self._set_apart(node)
            return
        if self.listing is not None:
            self.add("\n" if node.tag == "br" else "")
            return
        yield from self.flush()
        if node.tag in _LISTS:
            self.lists.append(_start_of(node) if node.tag == "ol" else None)
        self.around.append(self._kind_of(node))
        if node.tag == "li":
            self.mark = self._next_mark()
        elif node.tag == "pre":
            self.listing = node
            self.language = _language_of(node)

    def leave(self, node: Any) -> Iterator[Block]:
        """End an element."""
        if node.tag not in LINE_STARTING:
            if self.apart and self.apart[-1] is node:
                self.spans.close(KIND_OF_TAG[self.apart.pop().tag], self.size)
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
        apart = self.spans.take(self.size)
        self.buffer.clear()
        self.size = 0
        kind, level = self.around[-1]
        if kind is Kind.CODE:
            yield from code_or_prose(raw, self.language)
        elif text := clean(raw):
            spans = in_tidy_text(raw, apart, text) if apart else ()
            item = kind is Kind.LIST_ITEM
            if item and self.mark:
                text = self.mark + text
                spans = moved(spans, len(self.mark), len(text))
            yield Block(text, kind, level, item and self.after_item, spans=spans)
            self.mark = ""
            self.after_item = item

    def _set_apart(self, node: Any) -> None:
        """Begin a span with an element that stands in a line."""
        kind, address = KIND_OF_TAG[node.tag], ""
        if kind is SpanKind.LINK and not (address := address_of(node.get("href") or "")):
            return
        self.apart.append(node)
        self.spans.open(kind, self.size, address)

    def _kind_of(self, node: Any) -> tuple[Kind, int]:
        if match := HEADING.fullmatch(node.tag):
            return Kind.HEADING, int(match[1])
        kind = Kind.CAPTION if _is_caption(node) else _KIND_OF_TAG.get(node.tag)
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


def _is_caption(node: Any) -> bool:
    """Whether a plain element is called what holds the words below a picture."""
    said = (node.get("class") or "")[:300] if node.tag in ("div", "p") else ""
    return bool(said) and _CAPTION_CLASS.search(said) is not None


def _start_of(node: Any) -> int:
    start = (node.get("start") or "").strip()
    return int(start) - 1 if re.fullmatch(r"\d{1,4}", start) else 0


def _language_of(listing: Any) -> str:
    """The language that a preformatted element is in, by what it and those around it are called."""
    inner = next(listing.iterchildren("code"), None)
    around = list(listing.iterancestors())[:2]
    for node in (listing, inner, *around):
        if node is None:
            continue
        said = node.get("data-lang") or node.get("data-language") or ""
        match = _LANGUAGE_CLASS.search((node.get("class") or "")[:300])
        if language := language_of_listing(match[1] if match else said):
            return language
    return ""
