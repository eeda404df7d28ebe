"""Steering a ranking by the reader's wishes: pins, drops, focus terms, and what comes last.

A steered ranking is again one order of sentences, so its lengths are nested as those of any other.
It is made of the scores that are there; nothing is ranked again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from math import isnan
from typing import NamedTuple

from summarise.index import Index, Vectors
from summarise.index.arrays import Floats, Ints, np
from summarise.index.vectors import term_of_word
from summarise.ranking.links import rows_of
from summarise.text.stems import stemmer
from summarise.text.words import has_unspaced_script, tokenise

#: How far a focus term of weight 1 lifts a sentence, as a share of the range of all scores: so far
#: that one of the least in the sample, by `salience`, is among its first five.
PULL = 0.6
#: Letters that words must share at the beginning before their stems are compared.
_COMMON_LETTERS = 3
#: Any greater weight puts sentences in the same order.
_HEAVIEST = 1000.0


class Reordered(Mapping[str, tuple[float, ...]]):
    """The parts of a ranking in the order that is shown; each is made when it is looked at.

    Args:
        parts: The parts in the old order.
        places: For each place of the new order, the place in the old one.
        added: A part that is new, already in the new order.
    """

    def __init__(
        self,
        parts: Mapping[str, Floats | tuple[float, ...]],
        places: Ints,
        added: Mapping[str, tuple[float, ...]],
    ) -> None:
        self._parts = parts
        self._places = places
        self._made = dict(added)
        self._names = (*parts, *added)

    def __getitem__(self, name: str) -> tuple[float, ...]:
        """The part of that name, in the new order."""
        if name not in self._made:
            values = np.asarray(self._parts[name])
            self._made[name] = tuple(values[self._places].tolist())
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """The names of the parts."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._names)


class Order(NamedTuple):
    """All ranked sentences, best first."""

    sentences: Ints
    """Indices of the sentences, shape (ranked,)."""
    scores: Floats
    """The score of each, in the same places."""
    parts: Mapping[str, tuple[float, ...]]
    """For a score that is a sum, each part of each score, in the same places."""


class Wishes(NamedTuple):
    """What a reader wants of a ranking."""

    pins: frozenset[int]
    """Sentences that come first."""
    drops: frozenset[int]
    """Sentences that are left out, pinned or not."""
    focus: Mapping[str, float]
    """Words or phrases with a weight each: above 0 for more of this, below for less."""
    behind: frozenset[int]
    """Sentences that come behind all others that a summary wants, unless they are pinned."""

    def __bool__(self) -> bool:
        """Whether anything is wished."""
        return bool(self.pins or self.drops or self.focus or self.behind)


def usable(
    known: Set[int],
    pins: Set[int],
    drops: Set[int],
    focus: Mapping[str, float],
    behind: Set[int] = frozenset(),
) -> Wishes:
    """The wishes that can be fulfilled: sentences that are ranked, terms with a finite weight."""
    dropped = frozenset(drops & known)
    wanted = {
        term: min(max(float(weight), -_HEAVIEST), _HEAVIEST)
        for term, weight in focus.items()
        if weight and term.strip() and not isnan(weight)
    }
    return Wishes(
        frozenset(pins & known) - dropped, dropped, wanted, frozenset(behind & known) - dropped
    )


def steer(index: Index, order: Order, wishes: Wishes) -> Order:
    """The order by the reader's wishes; see :meth:`summarise.Ranking.steer`.

    Args:
        index: The article's index.
        order: The order as the method made it.
        wishes: What :func:`usable` left of the wishes.
    """
    bonus = _focus_bonus(index, order, wishes.focus)
    places = _places(index, order, bonus, wishes)
    part = tuple(bonus[places].tolist())
    added = {"focus": part} if wishes.focus and order.parts else {}
    return Order(
        order.sentences[places],
        (order.scores + bonus)[places],
        Reordered(order.parts, places, added),
    )


def _places(index: Index, order: Order, bonus: Floats, wishes: Wishes) -> Ints:
    """The places of the old order in the new one: pins, then by score with its bonus.

    Behind these comes what cannot stand without something that is wished behind, then that itself,
    and last what no summary wants: a summary of what is new does not begin with “Third, …”.
    """
    # A greedy method's scores may rise when a pick frees another; their running minimum goes by
    # the order that was made, and so without a bonus nothing moves.
    keys = np.minimum.accumulate(order.scores) + bonus
    groups = np.ones(len(index.article.sentences), np.int8)
    leaning = _leaning_on(index, wishes.behind - wishes.pins) if wishes.behind else ()
    last = ((2, leaning), (3, wishes.behind), (4, index.unfit), (0, wishes.pins))
    for group, members in last:
        groups[_numbers(members)] = group
    places: Ints = np.lexsort((-np.round(keys, 12), groups[order.sentences]))
    if not wishes.drops:
        return places
    gone = np.zeros(len(groups), np.bool_)
    gone[_numbers(wishes.drops)] = True
    left: Ints = places[~gone[order.sentences][places]]
    return left


def _leaning_on(index: Index, behind: Set[int]) -> Set[int]:
    """The sentences that are not understood without some that come last, or without one of these.

    What any sentence that does not come last makes understood, leans on none of them.
    """
    last = set(behind)
    for sentence, antecedents in sorted(index.antecedents.items()):  # what it leans on is earlier
        needed = (antecedent for antecedent in antecedents if antecedent.needed)
        if any({on.sentence, *on.others} <= last for on in needed):
            last.add(sentence)
    return last - behind


def _numbers(sentences: Collection[int]) -> Ints:
    return np.fromiter(sentences, np.int64, len(sentences))


def _focus_bonus(index: Index, order: Order, focus: Mapping[str, float]) -> Floats:
    """What the focus adds to each score, in the order of the ranking."""
    scores = order.scores
    bonus = np.zeros(len(scores))
    if not focus or not len(scores):
        return bonus
    vectors = index.vectors
    by_row = np.zeros(vectors.n)
    for text, weight in focus.items():
        by_row += weight * term_matches(vectors, text)
    spread = float(scores.max() - scores.min()) or 1.0
    return PULL * spread * by_row[rows_of(index, order.sentences)]


def holds(index: Index, term: str) -> bool:
    """Whether any candidate sentence has a word or phrase, in some form."""
    return bool(term_matches(index.vectors, term).any())


def term_matches(vectors: Vectors, text: str) -> Floats:
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


def _holds_character(vectors: Vectors, character: str) -> Floats:
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
