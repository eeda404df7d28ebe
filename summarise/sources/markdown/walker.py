"""The walk over Markdown's tokens that makes blocks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from summarise.article import Kind, Span, SpanKind, moved
from summarise.draft import Aside, Block
from summarise.sources.markdown.inline import Piece, joined, pieces_of
from summarise.sources.markdown.parser import tokens_of
from summarise.sources.spans import language_of_listing
from summarise.sources.tables import table_of, trimmed_lines

_LOWEST_HEADING = 6
_TASK = re.compile(r"\[([ xX])\][ \t]+")
#: A fence that is a directive of MyST: prose, and not code.
_DIRECTIVE = re.compile(
    r"[`~]*\{(note|warning|tip|hint|important|caution|danger|attention|error|admonition|seealso"
    r"|margin|sidebar)\}[ \t]*(.*)",
    re.IGNORECASE,
)
_DIRECTIVE_OPTION = re.compile(r"\A(?:[ \t]*:[\w-]+:[^\n]*\n)+")
#: Without anything outside of its tags a piece of HTML shows nothing that can be read.
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_OPENED_HEADING = re.compile(r"<(/?)h([1-6])\b", re.IGNORECASE)
#: What says nothing by itself: what is in it comes as tokens of its own.
_SILENT = frozenset(
    f"{name}_{edge}"
    for name in ("paragraph", "th", "td", "thead", "tbody", "list_item", "tr")
    for edge in ("open", "close")
) - {"list_item_open", "tr_open", "th_open"}
#: What shows something, of what stands in a line.
_SHOWN = frozenset(("image", "text", "code_inline"))
_KINDS_OF_ADMONITIONS = """
    note abstract summary tldr info todo tip hint important success check done question help faq
    warning caution attention failure fail missing danger error bug example quote cite seealso
"""
_KNOWN_ADMONITIONS = frozenset(_KINDS_OF_ADMONITIONS.split())


@dataclass
class Walker:
    """Where in the nesting of lists and quotations the walk is, and what it has gathered."""

    lists: list[int | None] = field(default_factory=list)
    quotes: int = 0
    mark: str = ""
    after_item: bool = False
    rows: list[list[Piece]] = field(default_factory=list)
    right: set[int] = field(default_factory=set)
    in_table: bool = False
    heading: int = 0
    #: The level of the section that is being read, and of a heading that HTML has opened.
    section: int = 1
    html_heading: int = 0
    notes: int = 0
    #: Whether what came last was nothing but pictures.
    below_picture: bool = False

    def walk(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks of the document in order."""
        for token in tokens:
            if token.type in _SILENT:
                continue
            if token.type != "inline":
                self.below_picture = False
            for block in self._blocks(token):
                self.after_item = block.kind is Kind.LIST_ITEM
                yield replace(block, aside=Aside.FOOTNOTE) if self.notes else block

    def _blocks(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "inline":
                yield from self._inline(token)
            case "fence" | "code_block":
                yield from self._code(token)
            case "math_block" | "math_block_label" | "amsmath":
                yield from self._preformatted(token.content, "latex")
            case "html_block":
                yield from self._html(token.content)
            case "table_close":
                self.in_table = False
                rows = [[(piece.text, piece.spans) for piece in row] for row in self.rows]
                text, spans = table_of(rows, headed=True, right=self.right)
                if text:
                    yield Block(text, Kind.TABLE, spans=spans)
            case "admonition_open" | "container_container_open":
                yield from self._title_of_admonition(token)
            case _:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self.heading = self.section = int(token.tag[1:])
            case "dt_open" | "admonition_title_open":
                self.heading = min(self.section + 1, _LOWEST_HEADING)
            case "heading_close" | "dt_close" | "admonition_title_close":
                self.heading = 0
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
            case "footnote_reference_open":
                self.notes += 1
            case "footnote_reference_close":
                self.notes -= 1
            case "table_open":
                self.rows, self.right, self.in_table = [], set(), True
            case "tr_open":
                self.rows.append([])
            case "th_open" if token.attrGet("style") == "text-align:right":
                self.right.add(len(self.rows[-1]))

    def _next_mark(self) -> str:
        number = self.lists[-1]
        if number is None:
            return "• "
        self.lists[-1] = number + 1
        return f"{number}. "

    def _title_of_admonition(self, token: Token) -> Iterator[Block]:
        """What stands above an admonition: for ``!!!`` it comes as tokens of its own."""
        if token.type == "container_container_open":
            title = _title_of_container(token.info)
        elif "title" in token.meta:
            title = token.meta["title"]
        elif token.meta.get("tag") in _KNOWN_ADMONITIONS:
            return
        else:  # only marks that look so: all the words are the author's
            title = str(token.meta.get("tag", "")).capitalize() if token.content else ""
        if title:
            yield Block(title, Kind.HEADING, min(self.section + 1, _LOWEST_HEADING))

    def _inline(self, token: Token) -> Iterator[Block]:
        pieces = pieces_of(token)
        if self.in_table:
            self.rows[-1].append(joined(p for p in pieces if p.kind is not Kind.CAPTION))
            return
        if self.heading or self.html_heading:
            yield from self._heading(pieces)
            return
        for number, piece in enumerate(self._with_caption(pieces, token)):
            yield self._block(piece, number == 0)
        for note in _inline_notes(token):
            yield Block(note, aside=Aside.FOOTNOTE)

    def _with_caption(self, pieces: Sequence[Piece], token: Token) -> Iterator[Piece]:
        """The pieces; a single line in italics right below a picture is its caption."""
        shows = [child.type for child in token.children or () if child.type in _SHOWN]
        lines = sum(piece.kind is Kind.TEXT for piece in pieces)
        below = self.below_picture or shows[:1] == ["image"]
        self.below_picture = "image" in shows and not lines
        for piece in pieces:
            is_caption = below and lines == 1 and piece.kind is Kind.TEXT and _in_italics(piece)
            yield replace(piece, kind=Kind.CAPTION) if is_caption else piece

    def _heading(self, pieces: Sequence[Piece]) -> Iterator[Block]:
        """A heading in one line; a picture in the place of its text speaks for it."""
        level = self.heading or self.html_heading
        texts = [piece for piece in pieces if piece.kind is Kind.TEXT]
        if texts or len(pieces) == 1:
            line = joined(texts or pieces)
            yield Block(line.text, Kind.HEADING, level, spans=line.spans)
        else:
            for piece in pieces:
                yield Block(piece.text, piece.kind, aside=piece.aside, spans=piece.spans)

    def _block(self, piece: Piece, first: bool) -> Block:
        text, kind, spans = piece.text, piece.kind, piece.spans
        if self.lists and kind is Kind.TEXT:
            if self.mark and (task := _TASK.match(text)):
                box = "☐ " if task[1] == " " else "☑ "
                text = box + text[task.end() :]
                spans = moved(spans, len(box) - task.end(), len(text), len(box))
            text, mark, self.mark = self.mark + text, self.mark, ""
            spans = moved(spans, len(mark), len(text)) if mark else spans
            tight = self.after_item or not first
            level = min(len(self.lists), 9)
            return Block(text, Kind.LIST_ITEM, level, tight, piece.aside, spans)
        if self.quotes and kind is Kind.TEXT:
            return Block(text, Kind.QUOTATION, self.quotes, not first, piece.aside, spans)
        return Block(text, kind, 0, not first, piece.aside, spans)

    def _code(self, token: Token) -> Iterator[Block]:
        directive = _DIRECTIVE.match(token.info) if token.type == "fence" else None
        if directive is None:
            yield from self._preformatted(token.content, language_of_listing(token.info))
            return
        title = directive[2].strip() or directive[1].capitalize()
        yield Block(title, Kind.HEADING, min(self.section + 1, _LOWEST_HEADING))
        for inner in tokens_of(_DIRECTIVE_OPTION.sub("", token.content)):
            yield from self._blocks(inner)

    def _preformatted(self, content: str, language: str = "") -> Iterator[Block]:
        if text := trimmed_lines(content):
            listing = (Span(0, len(text), SpanKind.LISTING, language),) if language else ()
            yield Block(text, Kind.CODE, spans=listing)

    def _html(self, content: str) -> Iterator[Block]:
        """What HTML in the text shows. A heading that it opens goes on behind the empty line."""
        if _TAG.sub("", content).strip():
            from summarise.sources.html.fragments import blocks_of_fragment  # it loads lxml

            for block in blocks_of_fragment(content):
                if block.kind is Kind.HEADING:
                    self.section = block.level
                yield block
        for closing, level in _OPENED_HEADING.findall(content):
            self.html_heading = 0 if closing else int(level)


def _in_italics(piece: Piece) -> bool:
    ends = len(piece.text.rstrip(".!?"))
    return any(
        span.kind is SpanKind.EMPHASIS and span.start == 0 and span.end >= ends
        for span in piece.spans
    )


def _title_of_container(info: str) -> str:
    """The title of ``:::tip[Mind the gap]`` or ``::: tip Mind the gap``, or what it says it is.

    A container of another name says nothing: it is only there for the looks of a page.
    """
    match = re.fullmatch(r"\s*\{?\s*[.#]?([A-Za-z][\w-]*)\s*(?:\[(.*)\]|\{.*|(.*?))\}?\s*", info)
    if match is None:
        return ""
    name, title = match[1], (match[2] or match[3] or "").strip(" \"'}")
    known = name.lower() in _KNOWN_ADMONITIONS
    return title or (name.capitalize() if known else "")


def _inline_notes(token: Token) -> Iterator[str]:
    """The texts of notes that are written where they belong: ``^[like this]``."""
    for child in token.children or ():
        if child.type == "footnote_ref" and child.children:
            yield " ".join(piece.text for piece in pieces_of(child))
