"""What a run of Markdown's inline tokens shows: lines of text, pictures, bars of links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate

from markdown_it.token import Token

from summarise.article import Kind, Span, SpanKind, moved
from summarise.draft import Aside
from summarise.sources.spans import KIND_OF_TAG, SpanRun, address_of, in_tidy_text
from summarise.text.spaces import single_spaced

#: The number of a footnote that is defined nowhere; the note itself would have a colon.
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
#: The text of a link that leads to a note on the same page, or back from it.
_NOTE_LINK = re.compile(r"\[?(?:\d{1,3}|[*†‡§^↩︎⏎])\]?")
#: A badge whose address is defined nowhere.
_LOOSE_BADGE = re.compile(r"(?:\[?!\[[^\]\n]*\](?:\[[^\]\n]*\]\]?)*\]?(?:\([^)\s]*\))?\s*)+")
END_OF_SENTENCE = re.compile(r"[.!?…。．！？][\"'”’»)\]]*$")
#: A formula and not a sum of money or the name of a variable.
_FORMULA = re.compile(r"(?:.*[\\^_={}+<>|].*|[A-Za-z]\W?|\d+(?:[.,]\d+)?)", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<(/?)([a-z]{1,6})\b(?:[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'))?", re.I)
_KIND_OF_TOKEN = {
    "em_open": SpanKind.EMPHASIS,
    "em_close": SpanKind.EMPHASIS,
    "strong_open": SpanKind.STRONG,
    "strong_close": SpanKind.STRONG,
    "s_open": SpanKind.STRUCK,
    "s_close": SpanKind.STRUCK,
}
_ON_THE_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text, or the words of a picture."""

    text: str
    kind: Kind = Kind.TEXT
    aside: str | None = None
    spans: tuple[Span, ...] = ()


def joined(pieces: Iterable[Piece]) -> Piece:
    """Pieces of text as one, with a space between them."""
    texts: list[str] = []
    spans: list[Span] = []
    at = 0
    for piece in pieces:
        texts.append(piece.text)
        spans += moved(piece.spans, at, at + len(piece.text))
        at += len(piece.text) + 1
    return Piece(" ".join(texts), spans=tuple(spans))


def pieces_of(token: Token) -> list[Piece]:
    """The pieces of an inline token, one for each hard line break, those of pictures last."""
    children = token.children or ()
    if len(children) == 1 and children[0].type == "text" and "[" not in children[0].content:
        text = single_spaced(children[0].content)
        return [Piece(text)] if text else []
    run = _Run()
    for child in children:
        run.take(child)
    run.end_line()
    return [*run.lines, *run.pictures]


@dataclass
class _Run:
    """The line that is being gathered, and what is finished."""

    lines: list[Piece] = field(default_factory=list)
    pictures: list[Piece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    #: The texts of the links in this line, and where the open one begins.
    links: list[tuple[str, str]] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    #: What is set apart in this line, by pieces of the buffer.
    spans: SpanRun = field(default_factory=SpanRun)

    def take(self, token: Token) -> None:
        """Add a token to the line, or end it."""
        match token.type:
            case "text":
                content = token.content
                self.buffer.append(_NOTE.sub("", content) if "[^" in content else content)
            case "softbreak":
                self.buffer.append(" ")
            case "hardbreak":
                self.end_line()
            case "image":
                if text := single_spaced(token.content):
                    self.pictures.append(_picture(text, str(token.attrGet("src") or "")))
            case "html_inline":
                self.buffer.append(" " if token.content.lower().startswith("<br") else "")
                self._set_apart_by_html(token.content)
            case "code_inline":
                self.buffer.append(token.content)
                self.spans.add(SpanKind.CODE, len(self.buffer) - 1, len(self.buffer))
            case "em_open" | "strong_open" | "s_open":
                self.spans.open(_KIND_OF_TOKEN[token.type], len(self.buffer))
            case "em_close" | "strong_close" | "s_close":
                self.spans.close(_KIND_OF_TOKEN[token.type], len(self.buffer))
            case "footnote_ref":
                pass
            case "math_inline" | "math_inline_double":
                formula = token.content.strip()
                self.buffer.append(formula if _FORMULA.fullmatch(formula) else f"${formula}$")
            case "link_open":
                href = str(token.attrGet("href") or "")
                self.opened.append((href, len(self.buffer)))
                if address := address_of(href):
                    self.spans.open(SpanKind.LINK, len(self.buffer), address)
            case "link_close":
                self.spans.close(SpanKind.LINK, len(self.buffer))
                self._end_link()
            case _:
                self.buffer.append(token.content)

    def _end_link(self) -> None:
        href, start = self.opened.pop() if self.opened else ("", len(self.buffer))
        text = single_spaced("".join(self.buffer[start:]))
        if href.startswith("#") and _NOTE_LINK.fullmatch(text):
            del self.buffer[start:]
            self.spans.cut(len(self.buffer))
        elif text:
            self.links.append((text, href))

    def _set_apart_by_html(self, source: str) -> None:
        """Follow a tag of HTML that begins or ends a span."""
        tag = _TAG.match(source)
        kind = KIND_OF_TAG.get(tag[2].lower()) if tag is not None else None
        if tag is None or kind is None:
            return
        if tag[1]:
            self.spans.close(kind, len(self.buffer))
        elif kind is not SpanKind.LINK:
            self.spans.open(kind, len(self.buffer))
        elif address := address_of(unescape(tag[3] or tag[4] or "")):
            self.spans.open(kind, len(self.buffer), address)

    def end_line(self) -> None:
        """Make a piece of the line."""
        raw = "".join(self.buffer)
        text = single_spaced(raw)
        spans = self.spans.take(len(self.buffer))
        if text and spans:
            places = list(accumulate(map(len, self.buffer), initial=0))
            by_character = [Span(places[s], places[e], kind, leads) for s, e, kind, leads in spans]
            found = in_tidy_text(raw, by_character, text)
            self.lines.append(Piece(text, aside=self._aside(text), spans=found))
        elif text:
            self.lines.append(Piece(text, aside=self._aside(text)))
        self.buffer, self.links = [], []

    def _aside(self, text: str) -> str | None:
        if text.startswith(("[!", "![")) and _LOOSE_BADGE.fullmatch(text):
            return Aside.PICTURE
        if not self.links or any(END_OF_SENTENCE.search(link) for link, _ in self.links):
            return None
        rest = text
        for link, _ in self.links:
            rest = rest.replace(link, "", 1)
        if _LETTER.search(rest):
            return None
        if len(self.links) == 1 and self.links[0][1].startswith("#"):
            return Aside.CONTENTS
        return Aside.LINKS if len(self.links) >= 2 else None


def _picture(text: str, source: str) -> Piece:
    """The words of a picture, which lead to it where it is on the web."""
    address = address_of(source) if _ON_THE_WEB.match(source) else ""
    spans = (Span(0, len(text), SpanKind.LINK, address),) if address else ()
    return Piece(text, Kind.CAPTION, Aside.PICTURE, spans)
