"""What stands in a line of AsciiDoc: emphasis, code, links, macros, pictures, notes.

What a mark stands around is looked through again, at most to a depth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from summarise.article import Span, SpanKind, moved
from summarise.sources.asciidoc.attributes import Attributes
from summarise.sources.asciidoc.marks import ALL, IN_CODE, LINKS, MAY_HAVE
from summarise.sources.entities import without_unsafe_references
from summarise.sources.spans import SpanRun, address_of, in_tidy_text
from summarise.text.spaces import single_spaced

_DEEPEST = 8
_KINDS = {
    "strong2": SpanKind.STRONG, "strong1": SpanKind.STRONG,
    "emphasis2": SpanKind.EMPHASIS, "emphasis1": SpanKind.EMPHASIS,
}  # fmt: skip
_SIGNS = {"C": "©", "R": "®", "TM": "™"}
_ONLY_LITERAL = re.compile(r"\+(.+)\+", re.DOTALL)
_ONLY_MARKED = re.compile(r"([*_#]{1,2})([^\s*_#](?:[^*_#]*[^\s*_#])?)\1")
_NAMED_WORDS = re.compile(
    r",\s*(?:window|role|title|opts|options|rel|id|width|height|float|xrefstyle)=.*\Z", re.S
)
_TAG = re.compile(r"<[^<>]{0,1000}>")
_PAGE = ".adoc"
_AFTER_ADDRESS = ".,;:!?)'*_"
_NUMBER_OR_WORD = re.compile(r"\w")
_ATTRIBUTE = re.compile(r"\s*(?:([\w-]+)\s*=\s*)?(?:\"((?:[^\"\\]|\\.)*+)\"|([^,]*))\s*(?:,|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its spans."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass
class Shown:
    """What a run of text shows."""

    lines: list[Line] = field(default_factory=list)
    """Its lines: one, and one more for each break."""
    pictures: list[Line] = field(default_factory=list)
    """The words of pictures in it."""
    notes: list[Line] = field(default_factory=list)
    """Its footnotes."""

    @property
    def joined(self) -> Line:
        """Its lines as one, for what has only one."""
        if len(self.lines) == 1:
            return self.lines[0]
        spans: list[Span] = []
        at = 0
        for line in self.lines:
            spans += moved(line.spans, at, at + len(line.text))
            at += len(line.text) + 1
        return Line(" ".join(line.text for line in self.lines), tuple(spans))


class Inline:
    """Makes lines of what is marked up, with what the document defines."""

    def __init__(self, attributes: Attributes, titles: Mapping[str, str]) -> None:
        self.attributes = attributes
        self._titles = titles

    def shown(self, source: str) -> Shown:
        """What a run of text shows."""
        source = self.attributes.put_in(source)
        if not MAY_HAVE.search(source) and "&" not in source:
            text = single_spaced(source)
            return Shown([Line(text)] if text else [])
        run = _Run(self._titles)
        run.take(source)
        run.end_line()
        return run.shown

    def words_of(self, source: str) -> str:
        """The words of a line: of a title or the names of authors."""
        return self.shown(source).joined.text


def attributes_in(words: str) -> tuple[list[str], dict[str, str]]:
    """What stands in the brackets of a block or a macro: by its place, and by its name."""
    placed: list[str] = []
    named: dict[str, str] = {}
    at = 0
    while at < len(words):
        found = _ATTRIBUTE.match(words, at)
        if found is None:
            break
        value = (found[2] if found[2] is not None else found[3]).strip()
        if found[1]:
            named.setdefault(found[1], value)
        else:
            placed.append(value)
        at = max(found.end(), at + 1)
    return placed, named


@dataclass
class _Run:
    """The line that is being gathered, and what is finished."""

    titles: Mapping[str, str]
    shown: Shown = field(default_factory=Shown)
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    spans: SpanRun = field(default_factory=SpanRun)
    struck: bool = False

    def say(self, text: str) -> None:
        """Add text without marks, but for characters by their numbers."""
        if "&" in text:
            text = unescape(without_unsafe_references(text))
        self.keep(text)

    def keep(self, text: str) -> None:
        """Add text as it is."""
        if text:
            self.pieces.append(text)
            self.size += len(text)

    def end_line(self) -> None:
        """Make a line of what was gathered."""
        raw = "".join(self.pieces)
        spans = self.spans.take(self.size)
        text = single_spaced(raw)
        if text:
            self.shown.lines.append(Line(text, in_tidy_text(raw, spans, text) if spans else ()))
        self.pieces, self.size = [], 0

    def take(self, source: str, depth: int = 0, *, code: bool = False) -> None:
        """Gather what a text with marks shows."""
        if depth > _DEEPEST:
            self.say(source)
            return
        at = 0
        for match in (IN_CODE if code else ALL).finditer(source):
            self.say(source[at : match.start()])
            self._mark(match, depth + 1)
            at = match.end()
        self.say(source[at:])

    def _mark(self, match: re.Match[str], depth: int) -> None:
        name = match.lastgroup or ""  # the outer group is closed last
        match name:
            case "escaped":
                self.say(match["kept"])
            case "raw":
                self.say(_TAG.sub("", match["html"]))
            case "dollars" | "literals" | "literal":
                self.say(match["dollar"] or match["plain"] or match["plain1"])
            case "quoted" | "quoted2":
                self._between("“", match["double"] or match["double1"], "”", depth)
            case "quoted1":
                self._between("‘", match["single"], "’", depth)
            case "code" | "codes":
                self._code(match["code1"] or match["code2"], depth)
            case "apostrophe":
                self.keep("’")
            case "role":
                self.struck = "line-through" in match["said"]
            case "index":
                self.take(match["term"], depth)
            case "entry":
                self.say(f"[{match['entry_name']}]")
            case "end":
                self.end_line()
            case "sign":
                self._sign(match)
            case "above" | "below":
                self.say(match["sup"] or match["sub"] or match["sub1"])
            case "hidden" | "anchor_here":
                pass
            case _ if name in LINKS:
                self._link(name, match, depth)
            case _:
                self._emphasis(match, depth)

    def _between(self, before: str, words: str, after: str, depth: int) -> None:
        self.keep(before)
        self.take(words, depth)
        self.keep(after)

    def _sign(self, match: re.Match[str]) -> None:
        if match["letters"]:
            self.keep(_SIGNS[match["letters"]])
        else:
            self.keep(
                "—" if match["dash"] else "…" if match["dots"] else "→" if match["arrow"] else "⇒"
            )

    def _emphasis(self, match: re.Match[str], depth: int) -> None:
        inner = next(name for name in (*_KINDS, "mark2", "mark1") if match[name] is not None)
        kind = SpanKind.STRUCK if self.struck else _KINDS.get(inner)
        self.struck = False
        self._set_apart(kind, match[inner], depth)

    def _set_apart(
        self, kind: SpanKind | None, words: str, depth: int, target: str = "", *, code: bool = False
    ) -> None:
        if kind is not None:
            self.spans.open(kind, self.size, target)
        self.take(words, depth, code=code)
        if kind is not None:
            self.spans.close(kind, self.size)

    def _code(self, words: str, depth: int) -> None:
        if literal := _ONLY_LITERAL.fullmatch(words):
            self.spans.open(SpanKind.CODE, self.size)
            self.keep(literal[1])
            self.spans.close(SpanKind.CODE, self.size)
            return
        while marked := _ONLY_MARKED.fullmatch(words):
            words = marked[2]
        self._set_apart(SpanKind.CODE, words, depth, code=True)

    def _link(self, name: str, match: re.Match[str], depth: int) -> None:
        match name:
            case "reference":
                to = match["to"]
                to = to if "#" in to or to.endswith(_PAGE) else f"#{to}"
                self._place(to, match["to_words"] or "", depth)
            case "bare":
                self._to(match["angled"], match["angled"].removeprefix("mailto:"), depth)
            case "address":
                self._address(match["url"], match["url_words"], depth)
            case "own":
                words = match["own_words"]
                said = words if _NUMBER_OR_WORD.search(words) else match["own_target"]
                self.take(_without_names(said), depth)
            case "unknown":
                said = match["attribute_words"]
                if said is None:
                    self.say(match["attribute"])
                else:
                    self.take(_without_names(said) or match["attribute_target"], depth)
            case _:
                self._macro(match, depth)

    def _address(self, url: str, words: str | None, depth: int) -> None:
        if words is None:
            address = url.rstrip(_AFTER_ADDRESS)
            if url[len(address) :].startswith(")") and "(" in address:
                address = url[: len(address) + 1]
            self._to(address, address, depth)
            self.say(url[len(address) :])
        else:
            self._to(url, _without_names(words) or url, depth)

    def _to(self, address: str, words: str, depth: int) -> None:
        """Words that lead somewhere; an address that is shown itself is shown as it is."""
        leads = address_of(unescape(without_unsafe_references(address)))
        if leads:
            self.spans.open(SpanKind.LINK, self.size, leads)
        if words == address:
            self.say(words)
        else:
            self.take(words, depth)
        if leads:
            self.spans.close(SpanKind.LINK, self.size)

    def _place(self, target: str, words: str, depth: int) -> None:
        """A reference to a place in this document or in another one."""
        page, _, place = target.partition("#")
        stem = page.rpartition("/")[2].rpartition(":")[2].removesuffix(_PAGE)
        said = words or self.titles.get(place, "") or place.strip("_").replace("_", " ") or stem
        self._to(target if page else "", said, depth)

    def _macro(self, match: re.Match[str], depth: int) -> None:
        name, target, words = match["name"], match["target"], match["words"]
        if words is None:
            self.say(match[0])
            return
        match name:
            case "link":
                self._to(target, _without_names(words) or target, depth)
            case "mailto":
                said = attributes_in(words)[0]
                self._to(f"mailto:{target}", (said[0] if said else "") or target, depth)
            case "xref":
                at_place = (
                    target if "#" in target or "." in target or ":" in target else f"#{target}"
                )
                self._place(at_place, _without_names(words), depth)
            case "image":
                self._picture(target, words)
            case "footnote" | "footnoteref":
                self._note(words if name == "footnote" else words.partition(",")[2], depth)
            case "kbd":
                self._set_apart(SpanKind.CODE, words.replace("\\]", "]"), _DEEPEST + 1)
            case "btn" | "indexterm2":
                self.take(words, depth)
            case "menu":
                path = [target, *(part.strip() for part in words.split(">"))]
                self.take(" › ".join(part for part in path if part), depth)
            case "pass":
                self.say(_TAG.sub("", words.replace("\\]", "]")))
            case "stem" | "latexmath" | "asciimath":
                self.say(words.replace("\\]", "]"))
            case _:
                pass

    def _picture(self, target: str, words: str) -> None:
        if line := line_of_picture(target, words):
            self.shown.pictures.append(line)

    def _note(self, words: str, depth: int) -> None:
        run = _Run(self.titles)
        run.take(words.replace("\\]", "]"), depth)
        run.end_line()
        self.shown.notes += run.shown.lines
        self.shown.notes += run.shown.notes


def line_of_picture(target: str, words: str) -> Line | None:
    """What speaks for a picture, which leads to it where it is on the web; None if nothing does."""
    placed, named = attributes_in(words)
    text = named.get("alt") or (placed[0] if placed else "")
    text = single_spaced(unescape(without_unsafe_references(text)).strip('"'))
    if not any(map(str.isalnum, text)):
        return None
    address = address_of(target) if target.startswith(("http://", "https://")) else ""
    return Line(text, (Span(0, len(text), SpanKind.LINK, address),) if address else ())


def _without_names(words: str) -> str:
    """The words of a link without what is said of its looks, and of the window it opens."""
    words = _NAMED_WORDS.sub("", words).strip()
    if len(words) > 1 and words[0] == words[-1] == '"':
        words = words[1:-1]
    return words.removesuffix("^").replace("\\]", "]")
