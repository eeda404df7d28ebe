"""The sentences kept at one length, in document order, and what they amount to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarise.article import Sentence
from summarise.length import WORDS_PER_MINUTE, Length

if TYPE_CHECKING:
    from summarise.ranking import Ranking


@dataclass(frozen=True)
class Summary:
    """The first ``size`` sentences of a ranking.

    Attributes:
        ranking: Where it was taken from.
        length: The length that was asked for.
        size: How many sentences that keeps.
    """

    ranking: Ranking
    length: Length
    size: int

    @cached_property
    def indices(self) -> tuple[int, ...]:
        """Indices of the kept sentences, in document order."""
        return tuple(sorted(self.ranking.order[: self.size]))

    @cached_property
    def kept(self) -> frozenset[int]:
        """Indices of the kept sentences, to ask whether one is among them."""
        return frozenset(self.indices)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The kept sentences, in document order."""
        return tuple(self.ranking.article.sentences[i] for i in self.indices)

    @property
    def text(self) -> str:
        """The kept sentences, one a line."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @cached_property
    def words(self) -> int:
        """Words in the kept sentences."""
        counts = self.ranking.article.word_counts
        return sum(counts[i] for i in self.indices)

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
