"""The order of an article's sentences under one method, from which every length is a prefix."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from summarise.article import Article
from summarise.length import WORDS_PER_MINUTE, Length, Unit
from summarise.ranking.summary import Summary


@dataclass(frozen=True)
class Ranking:
    """All candidate sentences of an article, best first.

    Attributes:
        article: What was ranked.
        method: The name of the method that ranked it.
        order: Indices into ``article.sentences``, best first: headings, code, tables and
            boilerplate are not among them.
        scores: The score of each sentence of ``order``, in the same places.
        parts: For methods whose score is a sum of named parts, each part's share of each score,
            in the same places; empty for the others.
        pins: Sentences the reader always keeps; they come first.
        drops: Sentences the reader never keeps; they are not in ``order``.
        focus: Terms the reader wants more of, or less, with their weights.
        base: The ranking as it was before it was steered; None if this is it.
    """

    article: Article
    method: str
    order: tuple[int, ...]
    scores: tuple[float, ...]
    parts: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    pins: frozenset[int] = frozenset()
    drops: frozenset[int] = frozenset()
    focus: Mapping[str, float] = field(default_factory=dict)
    base: Ranking | None = field(default=None, repr=False, compare=False)

    def select(self, length: str | int | Length) -> Summary:
        """The summary of one length: always the first sentences of the order.

        Raises:
            LengthError: The length is not understood.
        """
        length = Length.parse(length)
        return Summary(self, length, self.size(length))

    def size(self, length: Length) -> int:
        """How many sentences a length keeps: at least one if there is any."""
        total = len(self.order)
        match length.unit:
            case Unit.SENTENCES:
                size = int(length.amount)
            case Unit.PERCENT:
                size = int(total * length.amount / 100 + 1e-9)
            case Unit.WORDS:
                size = bisect_right(self._words_by_rank, length.amount)
            case Unit.MINUTES:
                size = bisect_right(self._words_by_rank, length.amount * WORDS_PER_MINUTE + 1e-9)
            case Unit.CHARACTERS:
                size = bisect_right(self._characters_by_rank, length.amount)
        return min(total, max(1, size))

    def steer(
        self,
        pins: Set[int] = frozenset(),
        drops: Set[int] = frozenset(),
        focus: Mapping[str, float] | None = None,
    ) -> Ranking:
        """The same ranking by the reader's wishes; they replace those it was steered by before.

        Args:
            pins: Sentences that come first, among themselves in their old order.
            drops: Sentences that are left out, pinned or not.
            focus: Words or phrases and a weight each: above 0 for more of this, below for less.
        """
        from summarise.ranking.steering import steer

        return steer(self, pins, drops, focus or {})

    def rank_of(self, sentence: int) -> int | None:
        """The place of a sentence in the order, from 1; None if it is not a candidate.

        It is also where the sentence enters: the shortest length, in sentences, that holds it.
        """
        return self.ranks.get(sentence)

    def score_of(self, sentence: int) -> float | None:
        """The score of a sentence; None if it is not a candidate."""
        rank = self.ranks.get(sentence)
        return None if rank is None else self.scores[rank - 1]

    @cached_property
    def ranks(self) -> dict[int, int]:
        """The rank of each sentence of the order, from 1."""
        return {sentence: rank for rank, sentence in enumerate(self.order, 1)}

    @cached_property
    def _words_by_rank(self) -> list[int]:
        counts = self.article.word_counts
        return list(accumulate(counts[i] for i in self.order))

    @cached_property
    def _characters_by_rank(self) -> list[int]:
        # Joined by one line break each, so the text of a summary stays within the limit.
        sentences = self.article.sentences
        return [
            total - 1
            for total in accumulate(sentences[i].end - sentences[i].start + 1 for i in self.order)
        ]


def rank(article: Article, method: str) -> Ranking:
    """Rank an article's sentences; see :func:`summarise.rank`."""
    from summarise.methods import find_method

    found = find_method(method)
    candidates = article.candidates
    if not candidates:
        return Ranking(article, found.name, (), ())
    scored = found.score(article)
    order = scored.ranked()
    return Ranking(
        article,
        found.name,
        tuple(candidates[i] for i in order),
        tuple(scored.values[order].tolist()),
        {name: tuple(part[order].tolist()) for name, part in scored.parts.items()},
    )
