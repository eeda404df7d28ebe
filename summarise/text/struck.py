"""What a source has struck out: its words stay in the text, but are no longer said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from summarise.article import Span, SpanKind
from summarise.text.characters import NUMBER_MARKER
from summarise.text.patterns import compile_later

#: The number of a list item, which the list writes and nobody strikes out.
_NUMBER = compile_later(rf"\s*{NUMBER_MARKER}\s+(?=\S)")


def struck_parts(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where a text is struck out, in order: most texts nowhere."""
    return [(span.start, span.end) for span in spans if span.kind is SpanKind.STRUCK]


def is_struck(text: str, parts: Sequence[tuple[int, int]], start: int = 0) -> bool:
    """Whether a text has no word left when what is struck out in it is gone.

    Args:
        text: All of a text, or a sentence of it.
        parts: What is struck out, by offsets in all of it.
        start: Where the sentence begins in it.
    """
    number = _NUMBER.match(text)
    at = number.end() if number else 0
    left: list[str] = []
    first = bisect_right(parts, start, key=itemgetter(1))
    for begins, ends in parts[first : bisect_left(parts, start + len(text), key=itemgetter(0))]:
        left.append(text[at : max(at, begins - start)])
        at = max(at, ends - start)
    return bool(left) and not any(map(str.isalnum, "".join([*left, text[at:]])))
