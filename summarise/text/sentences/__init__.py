"""Where sentences end: Punkt proposes, named rules add and veto, offsets are exact.

The pipeline of one line of text::

    edges.find_edges ──▶ lists.find_items ──▶ vetoes.find_veto ──▶ long.cut_…

Every step looks only a bounded way back and ahead, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge
from summarise.text.sentences.edges import find_edges
from summarise.text.sentences.languages import Language, find_language
from summarise.text.sentences.lists import find_items
from summarise.text.sentences.long import (
    LONGEST,
    SPOKEN,
    UNMARKED,
    cut_clauses,
    cut_long,
    cut_speech,
)
from summarise.text.sentences.vetoes import LONGEST_MARKER, VETOES, find_veto, lower, plain_vetoes

__all__ = ["Decision", "explain_edges", "split_sentences"]

_BREAKS = "\n\r\u2028\u2029"
_LINE = compile_later(f"[^{_BREAKS}]+")
#: So many possible edges tell how a line is typed. One that has more is a whole book: what is cut
#: off behind the most sentences of an article is not gone through for it.
_EDGES_THAT_TELL = 10_000


class Decision(NamedTuple):
    """Why a possible edge is one, or is none."""

    end: int
    """Offset behind the sentence that would end here."""
    rule: str
    """The rule that proposed the edge."""
    veto: str | None
    """The rule that spoke against it, or None if the sentence ends here."""


def split_sentences(text: str, language: str, most: int | None = None) -> list[tuple[int, int]]:
    """The spans of the sentences of one paragraph, in order.

    They never overlap, have no space at either end, and everything outside them is white space.
    A line break always ends a sentence.

    Args:
        text: The paragraph.
        language: ISO 639-1 code, or "und".
        most: How many are looked for, all of them if nothing is said. What is behind them costs no
            time: 1.4 million sentences in one line took 25 s.
    """
    rules = find_language(language)
    spans = (span for start, end in _lines(text) for span in _split_line(text, start, end, rules))
    return list(islice(spans, most))


def explain_edges(text: str, language: str) -> list[Decision]:
    """Every place of a line that might end a sentence, with the rules that decided; to debug."""
    return [
        Decision(edge.end, edge.rule, veto) for edge, veto in _judge(text, find_language(language))
    ]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines of a text without the space around them; empty ones are left out."""
    if not any(map(text.__contains__, _BREAKS)):
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        if start < end:
            yield start, end
        return
    for line in _LINE.finditer(text):
        start, end = line.span()
        found = line[0]
        start += len(found) - len(found.lstrip())
        end -= len(found) - len(found.rstrip())
        if start < end:
            yield start, end


def _split_line(text: str, start: int, end: int, rules: Language) -> Iterable[tuple[int, int]]:
    whole = start == 0 and end == len(text)
    line = text if whole else text[start:end]
    spans: Iterable[tuple[int, int]] = _between_edges(line, rules)
    if rules.code in UNMARKED:
        spans = (piece for span in spans for piece in cut_clauses(line, *span))
    elif len(line) > SPOKEN:
        spans = (piece for span in spans for piece in cut_speech(line, *span, rules.code))
    if len(line) > LONGEST and rules.code not in UNMARKED:
        spans = (piece for span in spans for piece in cut_long(line, *span))
    return spans if whole else ((start + first, start + last) for first, last in spans)


def _between_edges(line: str, rules: Language) -> Iterator[tuple[int, int]]:
    begin = 0
    for edge, veto in _judge(line, rules):
        if veto is None:
            yield begin, edge.end
            begin = edge.next
    yield begin, len(line)


def _judge(line: str, rules: Language) -> Iterator[tuple[Edge, str | None]]:
    """Each possible edge of a line with the veto against it, or None if it is an edge."""
    items, item_words = find_items(line)
    found_edges = find_edges(line, rules)
    telling = list(islice(found_edges, _EDGES_THAT_TELL))
    if not telling and not items:
        return
    careless = _is_careless(line, telling, rules)
    edges: Iterable[Edge] = telling
    if len(telling) == _EDGES_THAT_TELL:
        edges = chain(telling, found_edges)
    if items:
        taken = {edge.end for edge in items}
        edges = (e for e in edges if e.next not in item_words and e.end not in taken)
        by_end = attrgetter("end")
        edges = merge(edges, sorted(items, key=by_end), key=by_end)
    plain = plain_vetoes(line)
    start = 0
    for edge in edges:
        if edge.end <= start:
            continue
        if edge.mark < 0:
            veto = None
        else:
            vetoes = plain if edge.plain and edge.end - start >= LONGEST_MARKER else VETOES
            found = find_veto(line, start, edge, rules, vetoes) if vetoes else None
            waived = careless and found is lower and not edge.closed
            veto = None if found is None or waived else found.__name__
        yield edge, veto
        if veto is None:
            start = edge.next


def _is_careless(line: str, edges: list[Edge], rules: Language) -> bool:
    """Whether a line is typed so that lower case behind a full stop says nothing."""
    lower_case = [edge for edge in edges if not edge.plain and line[edge.next].islower()]
    if not lower_case:
        return False
    low = sum(
        line[edge.mark] in "?!" or (len(edge.token) > 2 and edge.token.isalpha())
        for edge in lower_case
        if not edge.closed
    )
    if low and rules.code == "en" and " i " in line:
        return True
    return low >= 2 and low * 5 >= len(edges) * 2
