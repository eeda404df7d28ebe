"""Where sentences end: Punkt proposes, named rules add and veto, offsets are exact.

The pipeline of one line of text::

    edges.find_edges ──▶ lists.find_items ──▶ vetoes.find_veto ──▶ long.cut_…

Every step looks only a bounded way back and ahead, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge
from summarise.text.sentences.edges import find_edges
from summarise.text.sentences.languages import Language, find_language
from summarise.text.sentences.lists import find_items
from summarise.text.sentences.long import LONGEST, UNMARKED, cut_clauses, cut_long
from summarise.text.sentences.vetoes import LONGEST_MARKER, VETOES, find_veto, lower, plain_vetoes

__all__ = ["Decision", "explain_edges", "split_sentences"]

_BREAKS = "\n\r\u2028\u2029"
_LINE = compile_later(f"[^{_BREAKS}]+")


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a possible edge is one, or is none."""

    end: int
    """Offset behind the sentence that would end here."""
    rule: str
    """The rule that proposed the edge."""
    veto: str | None
    """The rule that spoke against it, or None if the sentence ends here."""


def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """The spans of the sentences of one paragraph, in order.

    They never overlap, have no space at either end, and everything outside them is white space.
    A line break always ends a sentence.

    Args:
        text: The paragraph.
        language: ISO 639-1 code, or "und".
    """
    rules = find_language(language)
    return [span for start, end in _lines(text) for span in _split_line(text, start, end, rules)]


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


def _split_line(text: str, start: int, end: int, rules: Language) -> list[tuple[int, int]]:
    whole = start == 0 and end == len(text)
    line = text if whole else text[start:end]
    spans: list[tuple[int, int]] = []
    begin = 0
    for edge, veto in _judge(line, rules):
        if veto is None:
            spans.append((begin, edge.end))
            begin = edge.next
    spans.append((begin, len(line)))
    if rules.code in UNMARKED:
        spans = [piece for span in spans for piece in cut_clauses(line, *span)]
    elif len(line) > LONGEST:
        spans = [piece for span in spans for piece in cut_long(line, *span)]
    return spans if whole else [(start + first, start + last) for first, last in spans]


def _judge(line: str, rules: Language) -> Iterator[tuple[Edge, str | None]]:
    """Each possible edge of a line with the veto against it, or None if it is an edge."""
    items, item_words = find_items(line)
    edges = list(find_edges(line, rules))
    if not edges and not items:
        return
    careless = _is_careless(line, edges, rules)
    if items:
        taken = {edge.end for edge in items}
        edges = [e for e in edges if e.next not in item_words and e.end not in taken]
        edges = sorted(edges + items, key=lambda edge: edge.end)
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
