"""The order of an article's sentences under one method, and the summaries that are its prefixes."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from summarise.article import DROPPED_BY_READER, Article, Sentence
from summarise.index import Index
from summarise.index.arrays import Ints, np
from summarise.length import WORDS_PER_MINUTE, Length
from summarise.methods import find_method
from summarise.ranking.coverage import Coverage, coverage_curve, coverage_of, knee_of
from summarise.ranking.links import Link, link_of, rows_of
from summarise.ranking.shown import shown_text
from summarise.ranking.sizes import Sizes
from summarise.ranking.steering import Order, Reordered, holds, steer, usable

#: Sentences that a summary has at least whose length nobody asked for, if there are so many.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a language model said of the sentences that it put first."""

    name: str
    """The name of the model."""
    reasons: Mapping[int, str] = field(default_factory=dict)
    """Its reason for each sentence it chose, by index: safe to show, and never the article's words
    for sure."""
    note: str = ""
    """What is wrong with its answer, which is used as far as it is good: ``it broke off``; empty if
    it was in order."""


@dataclass(frozen=True)
class Ranking:
    """All candidate sentences of an article, best first."""

    index: Index = field(repr=False)
    """The index of the article that was ranked."""
    method: str
    """The name of the method that ranked it."""
    order: tuple[int, ...]
    """Indices into ``article.sentences``, best first: headings, code, tables and boilerplate are
    not among them."""
    scores: tuple[float, ...]
    """The score of each sentence of ``order``, in the same places."""
    parts: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """For methods whose score is a sum of named parts, each part's share of each score, in the same
    places; empty for the others."""
    pins: frozenset[int] = frozenset()
    """Sentences the reader always keeps; they come first."""
    drops: frozenset[int] = frozenset()
    """Sentences the reader never keeps; they are not in ``order``."""
    focus: Mapping[str, float] = field(default_factory=dict)
    """Terms the reader wants more of, or less, with their weights."""
    behind: frozenset[int] = frozenset()
    """Sentences that come behind all others that a summary wants: those the reader knows, say."""
    base: Ranking | None = field(default=None, repr=False, compare=False)
    """The ranking as it was before it was steered; None if this is it."""
    judgement: Judgement | None = None
    """What the language model said that ranked it; None if it was a method that computes."""

    @property
    def article(self) -> Article:
        """The article that was ranked."""
        return self.index.article

    def select(self, length: str | int | Length) -> Summary:
        """The summary of one length: always the first sentences of the order.

        Raises:
            LengthError: The length is not understood.
        """
        length = Length.parse(length)
        return Summary(self, length, self.size(length))

    def size(self, length: Length) -> int:
        """How many sentences a length keeps: at least one if there is any."""
        return self._sizes.within(length)

    def steer(
        self,
        pins: Set[int] = frozenset(),
        drops: Set[int] = frozenset(),
        focus: Mapping[str, float] | None = None,
        behind: Set[int] = frozenset(),
    ) -> Ranking:
        """The same ranking by the reader's wishes; they replace those it was steered by before.

        Args:
            pins: Sentences that come first, among themselves in their old order.
            drops: Sentences that are left out, pinned or not.
            focus: Words or phrases and a weight each: above 0 for more of this, below for less.
            behind: Sentences that come behind all others that a summary wants, unless pinned: what
                :func:`summarise.known` finds, to begin with what is new. Before them comes what
                cannot be understood without them.
        """
        base = self.base or self
        wishes = usable(base.ranks.keys(), pins, drops, focus or {}, behind)
        if not wishes:
            return base
        found = steer(base.index, base._arrays, wishes)
        steered = replace(
            base,
            order=tuple(found.sentences.tolist()),
            scores=tuple(found.scores.tolist()),
            parts=found.parts,
            pins=wishes.pins,
            drops=wishes.drops,
            focus=wishes.focus,
            behind=wishes.behind,
            base=base,
        )
        steered.__dict__["_arrays"] = found  # what it is made of, and need not be made of it again
        return steered

    def holds(self, term: str) -> bool:
        """Whether any sentence has a word or phrase, in some form, so that it can be in focus."""
        return holds(self.index, term)

    def rank_of(self, sentence: int) -> int | None:
        """The place of a sentence in the order, from 1; None if it is not a candidate.

        It is also where the sentence enters: the shortest length, in sentences, that holds it.
        """
        ranks = self._rank_of_each
        return (int(ranks[sentence]) or None) if 0 <= sentence < len(ranks) else None

    def score_of(self, sentence: int) -> float | None:
        """The score of a sentence; None if it is not a candidate."""
        rank = self.rank_of(sentence)
        return None if rank is None else self.scores[rank - 1]

    def why_not_ranked(self, sentence: int) -> str:
        """Why a sentence is not in the order, in a few words; empty if it is."""
        if self.rank_of(sentence) is not None:
            return ""
        if sentence in self.drops:
            return DROPPED_BY_READER
        return self.article.why_not_candidate(sentence)

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The rank of each sentence of the order, from 1."""
        return dict(zip(self.order, range(1, len(self.order) + 1), strict=True))

    @cached_property
    def _rank_of_each(self) -> Ints:
        """The rank of each sentence of the article, 0 for those that have none.

        An array, since every pin makes a new order: as a dictionary of 60,000 that takes 3 ms.
        """
        ranks = np.zeros(len(self.article.sentences), np.int64)
        ranks[self._arrays.sentences] = np.arange(1, len(self.order) + 1)
        return ranks

    @cached_property
    def _arrays(self) -> Order:
        return Order(np.array(self.order, np.int64), np.array(self.scores), self.parts)

    @cached_property
    def coverage_curve(self) -> tuple[float, ...]:
        """The share of the key terms' weight that the first 1, 2, 3… sentences touch, 0 to 1."""
        return coverage_curve(self.index, self._arrays.sentences)

    @cached_property
    def suggested_length(self) -> int:
        """The number of sentences from which more adds little; 0 for a ranking of nothing."""
        return knee_of(self.coverage_curve)

    @cached_property
    def usual_length(self) -> Length:
        """The length of a summary on a screen for which nobody asked for another.

        That is the one from which more adds little, and three sentences at least.
        """
        return Length(max(1, min(len(self.order), max(_LEAST, self.suggested_length))))

    @cached_property
    def _sizes(self) -> Sizes:
        sentences = self.article.sentences
        return Sizes(len(self.order), lambda: (sentences[i] for i in self.order))


@dataclass(frozen=True)
class Summary:
    """The first ``size`` sentences of a ranking."""

    ranking: Ranking
    """Where it was taken from."""
    length: Length
    """The length that was asked for."""
    size: int
    """How many sentences that keeps."""

    @cached_property
    def indices(self) -> tuple[int, ...]:
        """Indices of the kept sentences, in document order."""
        return tuple(self._kept.tolist())

    @cached_property
    def _kept(self) -> Ints:
        """The same as an array: made of a tuple, it takes 2 ms of a key press in a long text."""
        return np.sort(self.ranking._arrays.sentences[: self.size])

    @cached_property
    def kept(self) -> frozenset[int]:
        """Indices of the kept sentences, to ask whether one is among them."""
        return frozenset(self.indices)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The kept sentences, in document order."""
        return tuple(self.ranking.article.sentences[i] for i in self.indices)

    @cached_property
    def _kept_rows(self) -> Ints:
        return rows_of(self.ranking.index, self._kept)

    def link(self, sentence: int) -> Link | None:
        """The kept sentence that stands for a sentence, or None if none says enough of it.

        A kept sentence stands for itself; headings and boilerplate have no link.
        """
        if sentence in self.kept:
            return Link(sentence, 1.0)
        links = self._links  # of one sentence several widgets ask, one after the other
        if sentence not in links:
            links[sentence] = link_of(self.ranking.index, self._kept_rows, sentence)
        return links[sentence]

    @cached_property
    def _links(self) -> dict[int, Link | None]:
        return {}

    @cached_property
    def dangling(self) -> Mapping[int, int]:
        """Kept sentences that lean on one that was left out, with the index of that one.

        Such a sentence opens with a pronoun or connective ("He…", "However,…"), goes on with a row
        ("Second, …"), or names by half what another one names in full; see
        :mod:`summarise.index.references`.
        """
        found = self.ranking.index.antecedents
        missing = {}
        for i in filter(found.__contains__, self.indices):
            for antecedent in found[i]:
                if antecedent.needed and not antecedent.is_met(self.kept):
                    missing[i] = antecedent.sentence
                    break
        return missing

    @property
    def missing_pins(self) -> tuple[int, ...]:
        """Pinned sentences that the length has no room for, in document order."""
        pins = self.ranking.pins
        return tuple(sorted(pins - self.kept)) if len(pins) > self.size else ()

    @cached_property
    def coverage(self) -> Coverage:
        """The key terms and paragraphs of the article that the summary touches."""
        return coverage_of(self.ranking.index, self._kept)

    @property
    def text(self) -> str:
        """The kept sentences, one a line; items of a list without their numbers."""
        article = self.ranking.article
        return "\n".join(shown_text(article, sentence) for sentence in self.sentences)

    @cached_property
    def words(self) -> int:
        """Words in the kept sentences."""
        return sum(map(self.ranking.article.sentence_words.__getitem__, self.indices))

    @property
    def share(self) -> float:
        """The share of the article's words that it keeps, from 0 to 1."""
        total = self.ranking.article.words
        return self.words / total if total else 0.0

    @property
    def minutes(self) -> float:
        """Reading time at :data:`summarise.length.WORDS_PER_MINUTE`."""
        return self.words / WORDS_PER_MINUTE

    def __str__(self) -> str:
        return self.text


def rank(index: Index, method: str) -> Ranking:
    """Rank the sentences of an indexed article; see :func:`summarise.rank`.

    Whatever the method, sentences that no summary wants come last, in the method's order.
    """
    found = find_method(method)
    candidates = index.article.candidates
    if not candidates:
        return Ranking(index, found.name, (), ())
    with index.lock:
        scored = found.score(index)
    ranked = np.array(scored.ranked(), np.int64)
    is_last = index.row_mask(index.unfit)[ranked]
    rows = np.concatenate((ranked[~is_last], ranked[is_last]))
    order = Order(index.sentence_of[rows], scored.values[rows], Reordered(scored.parts, rows, {}))
    ranking = Ranking(
        index,
        found.name,
        tuple(order.sentences.tolist()),
        tuple(order.scores.tolist()),
        order.parts,
    )
    ranking.__dict__["_arrays"] = order  # what it is made of, and need not be made of it again
    return ranking
