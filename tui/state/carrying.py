"""What was chosen about a text, for the same text after it has been changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarise.article import Article
from tui.state.reading_state import Choices, ReadingState


def carried(state: ReadingState, before: Article, after: Article) -> ReadingState:
    """The state of a reading for a text that has been changed.

    Pins, drops and paragraphs follow their words; what is no longer there is forgotten. The place
    is where it was, or at the nearest sentence before it that is still there.

    Args:
        state: What the reader chose.
        before: The article that it was chosen for.
        after: The same article as it is now.
    """
    sentences = _places([s.text for s in before.sentences], [s.text for s in after.sentences])
    paragraphs = _places(_texts(before), _texts(after))
    choices, place = state.choices, state.place
    if place is not None and place not in sentences:
        known = sorted(sentences)
        at = bisect_right(known, place)
        place = known[at - 1] if at else None
    return replace(
        state,
        choices=Choices(
            _moved(choices.pins, sentences),
            _moved(choices.drops, sentences),
            choices.focus,
            tuple(sorted((paragraphs[at], why) for at, why in choices.blocks if at in paragraphs)),
        ),
        place=None if place is None else sentences[place],
    )


def _texts(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def _places(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Where each text is now; of equal ones the first is the first."""
    now: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(after) - 1, -1, -1):
        now[after[place]].append(place)
    return {place: now[text].pop() for place, text in enumerate(before) if now[text]}


def _moved(places: Iterable[int], now: dict[int, int]) -> frozenset[int]:
    return frozenset(now[place] for place in places if place in now)
