"""Steering a ranking by the reader's wishes: pins, drops and focus terms.

A steered ranking is again one order of sentences, so its lengths are nested as those of any other.
It is made of the scores that are there; nothing is ranked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summarise.article import Article
from summarise.index.vectors import Vectors, term_of_word, vectors_of
from summarise.text.stems import stemmer
from summarise.text.words import has_unspaced_script, tokenise

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking

#: How far a focus term of weight 1 lifts a sentence, as a share of the range of all scores.
PULL = 0.5
#: Letters that words must share at the beginning before their stems are compared.
_COMMON_LETTERS = 3
#: Any greater weight puts sentences in the same order.
_HEAVIEST = 1000.0


class Reordered(Mapping[str, tuple[float, ...]]):
    """The parts of a ranking in another order; each is made when it is looked at.

    Args:
        parts: The parts in the old order.
        places: For each place of the new order, the place in the old one.
        added: A part that is new, already in the new order.
    """

    def __init__(
        self,
        parts: Mapping[str, tuple[float, ...]],
        places: NDArray[np.intp],
        added: Mapping[str, tuple[float, ...]],
    ) -> None:
        self._parts = parts
        self._places = places
        self._made = dict(added)
        self._names = (*parts, *added)

    def __getitem__(self, name: str) -> tuple[float, ...]:
        """The part of that name, in the new order."""
        if name not in self._made:
            values = self._parts[name]
            self._made[name] = tuple(map(values.__getitem__, self._places.tolist()))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """The names of the parts."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._names)


def steer(ranking: Ranking, pins: Set[int], drops: Set[int], focus: Mapping[str, float]) -> Ranking:
    """Reorder a ranking; see :meth:`summarise.ranking.ranking.Ranking.steer`."""
    from dataclasses import replace

    base = ranking.base or ranking
    known = base.ranks.keys()
    dropped = frozenset(drops & known)
    pinned = frozenset(pins & known) - dropped
    wanted = {
        term: min(max(float(weight), -_HEAVIEST), _HEAVIEST)
        for term, weight in focus.items()
        if weight and term.strip() and not isnan(weight)
    }
    if not (dropped or pinned or wanted):
        return base
    order = np.array(base.order, np.int64)
    scores = np.array(base.scores)
    bonus = _focus_bonus(base, scores, wanted)
    places = _places(base, scores, bonus, pinned, dropped)
    part = tuple(bonus[places].tolist())
    return replace(
        base,
        order=tuple(order[places].tolist()),
        scores=tuple((scores + bonus)[places].tolist()),
        parts=Reordered(base.parts, places, {"focus": part} if wanted and base.parts else {}),
        pins=pinned,
        drops=dropped,
        focus=wanted,
        base=base,
    )


def prepare(article: Article) -> None:
    """Load and make what the first steering of an article by focus would wait for.

    It takes a tenth of a second: call it where nobody waits, after the article was ranked.
    """
    stemmer(article.language)
    _ = vectors_of(article).words_by_beginning


def _places(
    base: Ranking,
    scores: NDArray[np.float64],
    bonus: NDArray[np.float64],
    pinned: Set[int],
    dropped: Set[int],
) -> NDArray[np.intp]:
    """The places of the old order in the new one: pins, then by score with its bonus."""
    # A greedy method's scores may rise when a pick frees another; their running minimum goes by
    # the order that was made, and so without a bonus nothing moves.
    keys = np.minimum.accumulate(scores) + bonus
    group = np.ones(len(scores), np.int8)
    group[[base.ranks[i] - 1 for i in pinned]] = 0
    places = np.lexsort((-np.round(keys, 12), group))
    if not dropped:
        return places
    gone = np.zeros(len(scores), np.bool_)
    gone[[base.ranks[i] - 1 for i in dropped]] = True
    return places[~gone[places]]


def _focus_bonus(
    base: Ranking, scores: NDArray[np.float64], focus: Mapping[str, float]
) -> NDArray[np.float64]:
    """What the focus adds to each score, in the order of the ranking."""
    bonus = np.zeros(len(scores))
    if not focus or not len(scores):
        return bonus
    vectors = vectors_of(base.article)
    by_row = np.zeros(vectors.n)
    for text, weight in focus.items():
        by_row += weight * term_matches(vectors, text)
    spread = float(scores.max() - scores.min()) or 1.0
    rows = np.searchsorted(np.array(base.article.candidates), np.array(base.order))
    return PULL * spread * by_row[rows]


def term_matches(vectors: Vectors, text: str) -> NDArray[np.float64]:
    """How much of a word or phrase each row holds, from 0 to 1, shape (n,).

    Upper case, lower case and inflection make no difference: "elections" matches "election". A
    single character of a script without spaces matches where it stands: "水" matches "雨水".
    """
    if len(text.strip()) == 1 and has_unspaced_script(text):
        return _holds_character(vectors, text.strip())
    wanted = [word for word in tokenise(text, vectors.terms.article.language) if len(word) > 1]
    found = [terms for word in wanted if (terms := _terms_like(vectors, word))]
    matches = np.zeros(vectors.n)
    for terms in found:
        holds = np.zeros(vectors.n)
        for term in terms:
            holds[vectors.holders(term)] = 1.0
        matches += holds
    return matches / max(1, len(found))


def _holds_character(vectors: Vectors, character: str) -> NDArray[np.float64]:
    article = vectors.terms.article
    texts = (article.sentences[i].text for i in article.candidates)
    return np.fromiter((character in text for text in texts), np.float64, vectors.n)


def _terms_like(vectors: Vectors, word: str) -> list[int]:
    """The terms of the vocabulary that are the same word in some form."""
    term = term_of_word(word)
    stem = stemmer(vectors.terms.article.language)
    wanted = stem(word)
    found = {
        number
        for other, number in vectors.words_by_beginning.get(word[:_COMMON_LETTERS], ())
        if vectors.names[number] == term or stem(other) == wanted
    }
    return sorted(found)
