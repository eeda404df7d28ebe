"""What a run of Markdown's inline tokens shows: lines of text, pictures, bars of links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from summarise.article import Kind
from summarise.draft import Aside
from summarise.text.spaces import single_spaced

#: The number of a footnote that is defined nowhere; the note itself would have a colon.
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
#: The text of a link that leads to a note on the same page, or back from it.
_NOTE_LINK = re.compile(r"\[?(?:\d{1,3}|[*†‡§^↩︎⏎])\]?")
#: A badge whose address is defined nowhere.
_LOOSE_BADGE = re.compile(r"(?:\[?!\[[^\]\n]*\](?:\[[^\]\n]*\]\]?)*\]?(?:\([^)\s]*\))?\s*)+")
_END_OF_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
#: A formula and not a sum of money or the name of a variable.
_FORMULA = re.compile(r"(?:.*[\\^_={}+<>|].*|[A-Za-z]\W?|\d+(?:[.,]\d+)?)", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text, or the words of a picture."""

    text: str
    kind: Kind = Kind.TEXT
    aside: str | None = None


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
    return [*run.lines, *(Piece(text, Kind.CAPTION, Aside.PICTURE) for text in run.pictures)]


@dataclass
class _Run:
    """The line that is being gathered, and what is finished."""

    lines: list[Piece] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    #: The texts of the links in this line, and where the open one begins.
    links: list[tuple[str, str]] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)

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
                    self.pictures.append(text)
            case "html_inline":
                self.buffer.append(" " if token.content.lower().startswith("<br") else "")
            case "footnote_ref":
                pass
            case "math_inline" | "math_inline_double":
                formula = token.content.strip()
                self.buffer.append(formula if _FORMULA.fullmatch(formula) else f"${formula}$")
            case "link_open" | "s_open":
                href = str(token.attrGet("href") or "") if token.type == "link_open" else ""
                self.opened.append((href, len(self.buffer)))
            case "link_close":
                self._end_link()
            case "s_close":
                self._strike()
            case _:
                self.buffer.append(token.content)

    def _end_link(self) -> None:
        href, start = self.opened.pop() if self.opened else ("", len(self.buffer))
        text = single_spaced("".join(self.buffer[start:]))
        if href.startswith("#") and _NOTE_LINK.fullmatch(text):
            del self.buffer[start:]
        elif text:
            self.links.append((text, href))

    def _strike(self) -> None:
        _, start = self.opened.pop() if self.opened else ("", len(self.buffer))
        self.struck += self.buffer[start:]
        del self.buffer[start:]

    def end_line(self) -> None:
        """Make a piece of the line."""
        text = single_spaced("".join(self.buffer))
        if text:
            self.lines.append(Piece(text, aside=self._aside(text)))
        elif struck := single_spaced("".join(self.struck)):
            # What is struck out inside a sentence is no longer said; a whole line can be shown.
            self.lines.append(Piece(struck, aside=Aside.STRUCK))
        self.buffer, self.struck, self.links = [], [], []

    def _aside(self, text: str) -> str | None:
        if text.startswith(("[!", "![")) and _LOOSE_BADGE.fullmatch(text):
            return Aside.PICTURE
        if not self.links or any(_END_OF_SENTENCE.search(link) for link, _ in self.links):
            return None
        rest = text
        for link, _ in self.links:
            rest = rest.replace(link, "", 1)
        if _LETTER.search(rest):
            return None
        if len(self.links) == 1 and self.links[0][1].startswith("#"):
            return Aside.CONTENTS
        return Aside.LINKS if len(self.links) >= 2 else None
