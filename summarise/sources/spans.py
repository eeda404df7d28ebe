"""Spans of emphasis, code, links, struck words: gathered with a run of text, made safe with it.

A reader gathers a run of text in pieces and then makes it tidy: one space between words, none at
the ends. Spans are kept by where they stand among the pieces until then. What is made tidy differs
in nothing but white space, so a place in it is found by the characters before it that are none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarise.article import Span, SpanKind, moved
from summarise.limits import MOST_SPANS_OF_PARAGRAPH
from summarise.text.patterns import compile_later
from summarise.text.sanitise import sanitise_line
from summarise.text.spaces import single_spaced

#: Addresses are cut by no one and shown whole; longer ones hold data.
_LONGEST_ADDRESS = 2_000
_SCHEME = compile_later(r"([A-Za-z][A-Za-z0-9+.-]*):")
#: What may be opened by a key: nothing that runs or reads anything on the reader's machine.
_SCHEMES = frozenset({"http", "https", "mailto"})
#: Most addresses.
_PLAIN_ADDRESS = compile_later(r"https?://[!-~]+")
_LANGUAGE = compile_later(r"[A-Za-z0-9][A-Za-z0-9+#._-]{0,29}")

#: The elements of HTML, in pages and in Markdown, that are spans.
KIND_OF_TAG = {
    "em": SpanKind.EMPHASIS,
    "i": SpanKind.EMPHASIS,
    "cite": SpanKind.EMPHASIS,
    "dfn": SpanKind.EMPHASIS,
    "strong": SpanKind.STRONG,
    "b": SpanKind.STRONG,
    "code": SpanKind.CODE,
    "kbd": SpanKind.CODE,
    "samp": SpanKind.CODE,
    "tt": SpanKind.CODE,
    "s": SpanKind.STRUCK,
    "del": SpanKind.STRUCK,
    "strike": SpanKind.STRUCK,
    "a": SpanKind.LINK,
}


@dataclass
class SpanRun:
    """The spans of a run of text that is being gathered.

    Places are whatever the reader counts by: characters or pieces. However deep elements of one
    kind stand in each other, they are one span: the outermost.
    """

    found: list[Span] = field(default_factory=list)
    #: For each kind that is open how deep it is, where it begins and where it leads.
    _open: dict[SpanKind, tuple[int, int, str]] = field(default_factory=dict)

    def open(self, kind: SpanKind, place: int, target: str = "") -> None:
        """Begin a span."""
        depth, start, leads = self._open.get(kind, (0, place, target))
        self._open[kind] = (depth + 1, start, leads)

    def close(self, kind: SpanKind, place: int) -> None:
        """End a span, if one is open."""
        depth, start, target = self._open.get(kind, (0, 0, ""))
        if depth > 1:
            self._open[kind] = (depth - 1, start, target)
        elif depth:
            del self._open[kind]
            self.add(kind, start, place, target)

    def add(self, kind: SpanKind, start: int, end: int, target: str = "") -> None:
        """A span that has ended, unless nothing is in it or there are too many."""
        if start < end and len(self.found) < MOST_SPANS_OF_PARAGRAPH:
            self.found.append(Span(start, end, kind, target))

    def cut(self, place: int) -> None:
        """Forget what lies behind a place: its text has been taken back."""
        self.found = [
            span if span.end <= place else span._replace(end=place)
            for span in self.found
            if span.start < place
        ]
        self._open = {kind: (d, min(s, place), t) for kind, (d, s, t) in self._open.items()}

    def take(self, place: int) -> list[Span]:
        """The spans up to the end of the run; those that are open go on in the next one."""
        if self._open:
            for kind, (_, start, target) in self._open.items():
                self.add(kind, start, place, target)
            self._open = {kind: (depth, 0, t) for kind, (depth, _, t) in self._open.items()}
        found, self.found = self.found, []
        return found


def in_tidy_text(raw: str, spans: Sequence[Span], tidy: str) -> tuple[Span, ...]:
    """Spans of a text in the same text with single spaces (:func:`single_spaced`), in order.

    Args:
        raw: The text as it was gathered.
        spans: Its spans.
        tidy: The text with single spaces.
    """
    if raw == tidy and all(
        s.start < s.end and tidy[s.start] != " " != tidy[s.end - 1] for s in spans
    ):
        return tuple(sorted(spans))
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    length, gap, last = 0, False, 0  # what is tidy so far, and whether a space follows it
    for place in sorted({place for span in spans for place in span[:2]}):
        piece, last = raw[last:place], place
        if said := single_spaced(piece):
            length += bool(length and (gap or piece[0].isspace())) + len(said)
        gap = bool(length) and (piece[-1:].isspace() or (gap and not said))
        ends[place] = length
        starts[place] = length + bool(length and (gap or raw[place : place + 1].isspace()))
    found = [
        Span(starts[first], ends[behind], kind, target)
        for first, behind, kind, target in spans
        if starts[first] < ends[behind]
    ]
    return tuple(sorted(found))


def in_text_alike(spans: Sequence[Span], text: str, other: str) -> tuple[Span, ...]:
    """Spans of a text in another one that differs from it in nothing but white space."""
    if text == other:
        return tuple(spans)
    ink = [place for place, character in enumerate(text) if not character.isspace()]
    there = [place for place, character in enumerate(other) if not character.isspace()]
    found = []
    for first, behind, kind, target in spans:
        start, end = bisect_left(ink, first), bisect_left(ink, behind)
        if start < end:
            found.append(Span(there[start], there[end - 1] + 1, kind, target))
    return tuple(found)


@dataclass
class Allowance:
    """How many spans an article may still have."""

    left: int


def safe_spans(
    spans: tuple[Span, ...], cut: int, length: int, allowance: Allowance
) -> tuple[Span, ...]:
    """Spans that lie in their text, lead nowhere dangerous, and are not too many.

    Args:
        spans: The spans, as the reader of a format made them.
        cut: Characters that were cut from the beginning of the text.
        length: Characters of the text.
        allowance: How many spans there may be.
    """
    if cut or not all(0 <= span.start < span.end <= length for span in spans):
        spans = moved(spans, -cut, length)
    if not all(not span.target or is_safe(span) for span in spans):
        spans = tuple(span for span in spans if not span.target or is_safe(span))
    most = min(allowance.left, MOST_SPANS_OF_PARAGRAPH)
    spans = spans if len(spans) <= most else spans[:most]
    allowance.left -= len(spans)
    return spans


def is_safe(span: Span) -> bool:
    """Whether the target of a span is what it may be."""
    if span.kind is SpanKind.LINK:
        if len(span.target) <= _LONGEST_ADDRESS and _PLAIN_ADDRESS.fullmatch(span.target):
            return True
        return address_of(span.target) == span.target
    return _LANGUAGE.fullmatch(span.target) is not None


def address_of(href: str) -> str:
    """The address of a link, as one line that can be shown; "" for one that is not kept.

    Kept are addresses of the web and of mail, and those that are relative to the page's own. Places
    on the same page, scripts, files and data are not.
    """
    address = href.strip().replace(" ", "%20")
    if not address or address[0] in "#?" or len(address) > _LONGEST_ADDRESS:
        return ""
    scheme = _SCHEME.match(address)
    if scheme is not None and scheme[1].lower() not in _SCHEMES:
        return ""
    if address.isascii() and address.isprintable():
        return address
    return address if sanitise_line(address, _LONGEST_ADDRESS) == address else ""


def without_places(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans but for links to files beside the one they are in: in a book nobody opens those."""
    return tuple(s for s in spans if s.kind is not SpanKind.LINK or _SCHEME.match(s.target))


def language_of_listing(said: str) -> str:
    """The name of the language of a listing as its source says it: "python", "{.rust}"; or ""."""
    name = _LANGUAGE.search(said[:100])
    return name[0].lower() if name else ""
