"""The sentences kept at one length, in document order, and what they amount to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarise.article import Sentence
from summarise.length import WORDS_PER_MINUTE, Length

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarise.ranking.coverage import Coverage
    from summarise.ranking.links import Link
    from summarise.ranking.ranking import Ranking


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

    @cached_property
    def kept_rows(self) -> NDArray[np.int64]:
        """The places of the kept sentences among the candidates, in document order."""
        from summarise.ranking.links import kept_rows

        return kept_rows(self)

    def link(self, sentence: int) -> Link | None:
        """The kept sentence that stands for a sentence, or None if none says enough of it.

        A kept sentence stands for itself; headings and boilerplate have no link.
        """
        from summarise.ranking.links import link_of

        return link_of(self, sentence)

    @cached_property
    def dangling(self) -> Mapping[int, int]:
        """Kept sentences that lean on one that was left out, with the index of that one.

        Such a sentence opens with a pronoun or connective ("He…", "However,…"), and the candidate
        before it is not kept.
        """
        from summarise.text.openers import leaning

        before = leaning(self.ranking.article)
        kept = self.kept
        return {i: before[i] for i in self.indices if i in before and before[i] not in kept}

    @property
    def missing_pins(self) -> tuple[int, ...]:
        """Pinned sentences that the length has no room for, in document order."""
        pins = self.ranking.pins
        return tuple(sorted(pins - self.kept)) if len(pins) > self.size else ()

    @cached_property
    def coverage(self) -> Coverage:
        """The key terms and paragraphs of the article that the summary touches."""
        from summarise.ranking.coverage import coverage_of

        return coverage_of(self)

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
