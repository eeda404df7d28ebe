"""Markdown → Draft: the tokens of markdown-it become blocks, inline markup becomes its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.entities import without_unsafe_references
from summarise.sources.tables import aligned, trimmed_lines
from summarise.text.sanitise import sanitise, sanitise_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ ]*\n(.*?)\n\1[ ]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"\s*([\w-]{1,40})\s*[:=]\s*(.*\S)\s*")
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>|<!--.*\Z", re.DOTALL)
#: The number of a footnote, which stands in the way of the sentence; the note itself has a colon.
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)*")


def read_markdown(text: str) -> Draft:
    """Make blocks of Markdown (CommonMark, with tables and strikethrough).

    Args:
        text: The source; front matter between ``---`` or ``+++`` lines gives title and language.

    Returns:
        A clean draft: what an author marked up is the article. The title is the one in the front
        matter or else the first heading of level 1.
    """
    text = without_unsafe_references(sanitise(text))
    fields, text = _front_matter(text)
    blocks = tuple(_Walker().walk(_tokens(text)))
    title = fields.get("title", "")
    if not title:
        first = next((b for b in blocks if b.kind is Kind.HEADING and b.level == 1), None)
        title = first.text if first else ""
    language = _LANGUAGE.fullmatch(fields.get("lang") or fields.get("language") or "")
    return Draft(
        blocks,
        sanitise_line(title),
        language[1].lower() if language else "",
        "Markdown",
        clean=True,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in match[2].split("\n"):
        found = _FIELD.fullmatch(line[:500])
        if found:
            fields.setdefault(found[1].lower(), found[2].strip("\"'"))
    # A rule above some text and another below it is not front matter.
    return (fields, text[match.end() :]) if fields else ({}, text)


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"])
    return parser.parse(text)


@dataclass
class _Walker:
    """Where in the nesting of lists and quotations the walk is, and what it has gathered."""

    lists: list[int | None] = field(default_factory=list)
    quotes: int = 0
    mark: str = ""
    after_item: bool = False
    rows: list[list[str]] = field(default_factory=list)
    in_table: bool = False
    heading: int = 0

    def walk(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks of the document in order."""
        for token in tokens:
            match token.type:
                case "heading_open":
                    self.heading = int(token.tag[1:])
                case "heading_close":
                    self.heading = 0
                case "inline":
                    yield from self._inline(token)
                case "fence" | "code_block":
                    yield from self._code(token)
                case "html_block":
                    yield from self._html(token)
                case "table_close":
                    yield from self._table()
                case _:
                    self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.after_item = bool(self.lists)
                self.mark = ""
            case "list_item_open":
                self.mark = self._next_mark()
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "table_open":
                self.rows, self.in_table = [], True
            case "tr_open":
                self.rows.append([])

    def _next_mark(self) -> str:
        number = self.lists[-1]
        if number is None:
            return "• "
        self.lists[-1] = number + 1
        return f"{number}. "

    def _inline(self, token: Token) -> Iterator[Block]:
        if self.in_table:
            text = " ".join(piece.text for piece in _pieces(token))
            self.rows[-1].append(_SPACE.sub(" ", text).strip())
            return
        first = True
        for piece in _pieces(token):
            yield self._block(piece, first)
            first = False

    def _block(self, piece: _Piece, first: bool) -> Block:
        text, kind = piece.text, piece.kind
        if self.heading:
            self.after_item = False
            return Block(text, Kind.HEADING, self.heading)
        if self.lists and kind is Kind.TEXT:
            text, self.mark = self.mark + text, ""
            tight, self.after_item = self.after_item or not first, True
            return Block(text, Kind.LIST_ITEM, min(len(self.lists), 9), tight)
        self.after_item = False
        if self.quotes and kind is Kind.TEXT:
            return Block(text, Kind.QUOTATION, self.quotes, not first)
        return Block(text, kind, 0, not first)

    def _code(self, token: Token) -> Iterator[Block]:
        if text := trimmed_lines(token.content):
            self.after_item = False
            yield Block(text, Kind.CODE)

    def _html(self, token: Token) -> Iterator[Block]:
        html = _SCRIPT.sub("", token.content)
        for part in re.split(r"\n\s*\n|<br\s*/?>|</(?:p|div|li|h[1-6]|tr)>", html):
            if text := _SPACE.sub(" ", _untagged(part)).strip():
                self.after_item = False
                yield Block(text)

    def _table(self) -> Iterator[Block]:
        self.in_table = False
        if text := aligned(self.rows):
            self.after_item = False
            yield Block(text, Kind.TABLE)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    kind: Kind = Kind.TEXT


def _pieces(token: Token) -> Iterator[_Piece]:
    """The text of an inline token: a piece for each hard line break, images as captions."""
    buffer: list[str] = []
    captions: list[str] = []
    for child in token.children or ():
        match child.type:
            case "softbreak":
                buffer.append(" ")
            case "hardbreak":
                yield from _piece(buffer)
            case "image":
                captions.append(_SPACE.sub(" ", child.content).strip())
            case "html_inline":
                buffer.append("\n" if child.content.startswith("<br") else "")
            case "text":
                buffer.append(_NOTE.sub("", child.content))
            case _:
                buffer.append(child.content)
    yield from _piece(buffer)
    for caption in captions:
        if caption:
            yield _Piece(caption, Kind.CAPTION)


def _piece(buffer: list[str]) -> Iterator[_Piece]:
    text = _SPACE.sub(" ", "".join(buffer)).strip()
    buffer.clear()
    if text:
        yield _Piece(text)


def _untagged(html: str) -> str:
    from html import unescape

    return sanitise(unescape(_TAG.sub(" ", html)))
