"""What is set apart in a block, as pieces beside each other that each have one look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarise.article import Kind, SpanKind
from summarise.text.patterns import compile_later
from tui.text.document import Block
from tui.text.listing import Coloured, Syntax
from tui.widgets.document_palette import PLAIN, Look

_LOOKS = {
    SpanKind.EMPHASIS: Look.EMPHASIS,
    SpanKind.STRONG: Look.STRONG,
    SpanKind.CODE: Look.CODE_SPAN,
    SpanKind.LINK: Look.LINK,
    SpanKind.STRUCK: Look.STRUCK,
    SpanKind.HEAD: Look.TABLE_HEAD,
}
_LOOKS_OF_CODE = {
    Syntax.KEYWORD: Look.KEYWORD,
    Syntax.NAME: Look.NAME,
    Syntax.STRING: Look.STRING,
    Syntax.NUMBER: Look.NUMBER,
    Syntax.COMMENT: Look.COMMENT,
}
#: The box of a task that is done, behind the mark of its list.
_DONE = compile_later(r"(?:• |\d{1,9}\. )?☑")

#: What is told apart in the listings of a text, by their language and what they say.
Listings = Mapping[tuple[str, str], Sequence[Coloured]]


class Apart(NamedTuple):
    """A piece of a block's text with a look of its own."""

    start: int
    end: int
    look: Look
    target: str = ""
    """The address that it leads to; "" if it leads nowhere."""


def pieces_apart(block: Block, listings: Listings) -> tuple[Apart, ...]:
    """The pieces of a block that differ from the rest of it, in order and not overlapping."""
    language = listing_of(block)
    if language is not None:
        told = listings.get((language, block.text), ())
        return tuple(Apart(start, end, _LOOKS_OF_CODE[syntax]) for start, end, syntax in told)
    found = list(_pieces(block)) if block.spans else []
    if block.kind is Kind.LIST_ITEM and (done := _DONE.match(block.text)) is not None:
        found.insert(0, Apart(done.end() - 1, done.end(), Look.DONE))
    return tuple(found)


def listing_of(block: Block) -> str | None:
    """The language of a block that is a listing."""
    for span in block.spans if block.kind is Kind.CODE else ():
        if span.kind is SpanKind.LISTING:
            return span.target
    return None


def _pieces(block: Block) -> Sequence[Apart]:
    """Spans that overlap as pieces beside each other; those of one kind never overlap."""
    edges: list[tuple[int, bool, SpanKind, str]] = []
    for start, end, kind, target in block.spans:
        edges += ((start, True, kind, target), (end, False, kind, target))
    edges.sort(key=lambda edge: edge[:2])
    found: list[Apart] = []
    open_spans: dict[SpanKind, str] = {}
    last = 0
    for place, begins, kind, target in edges:
        if open_spans and place > last:
            look = PLAIN
            for one in open_spans:
                look |= _LOOKS.get(one, PLAIN)
            found.append(Apart(last, place, look, open_spans.get(SpanKind.LINK, "")))
        last = place
        if begins:
            open_spans[kind] = target
        else:
            open_spans.pop(kind, None)
    return found


def pieces_between(pieces: Sequence[Apart], start: int, end: int) -> Sequence[Apart]:
    """The pieces with a part between two offsets."""
    first = bisect_right(pieces, start, key=lambda piece: piece.end)
    return pieces[first : bisect_left(pieces, end, key=lambda piece: piece.start)]
