"""What a summary covers of its article, and how coverage grows with the length."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from summarise.article import Article
from summarise.index.key_terms import KeyTerm, key_terms

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking
    from summarise.ranking.summary import Summary

#: How many key terms the coverage of a summary is counted in.
KEY_TERMS = 20


@dataclass(frozen=True)
class Coverage:
    """The key terms and paragraphs that a summary touches.

    Attributes:
        touched_terms: The key terms in the kept sentences, the most important first.
        missed_terms: The other key terms, the most important first.
        reached: Indices of the paragraphs with a kept sentence.
        body: Indices of the paragraphs of the article proper; headings, code, tables and
            boilerplate are not among them.
    """

    touched_terms: tuple[KeyTerm, ...]
    missed_terms: tuple[KeyTerm, ...]
    reached: frozenset[int]
    body: frozenset[int]

    @property
    def paragraphs_touched(self) -> int:
        """In how many paragraphs there is a kept sentence."""
        return len(self.reached)

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the article proper has."""
        return len(self.body)

    @cached_property
    def skipped(self) -> tuple[int, ...]:
        """Indices of the paragraphs without a kept sentence, in document order."""
        return tuple(sorted(self.body - self.reached))

    @property
    def terms_touched(self) -> int:
        """How many key terms the summary touches."""
        return len(self.touched_terms)

    @property
    def terms(self) -> int:
        """How many key terms there are."""
        return len(self.touched_terms) + len(self.missed_terms)


def coverage_of(summary: Summary) -> Coverage:
    """What a summary covers; see :attr:`summarise.ranking.summary.Summary.coverage`."""
    article = summary.ranking.article
    kept = summary.kept
    terms = article_terms(article)
    touched = [not kept.isdisjoint(term.sentences) for term in terms]
    sentences = article.sentences
    return Coverage(
        tuple(term for term, is_in in zip(terms, touched, strict=True) if is_in),
        tuple(term for term, is_in in zip(terms, touched, strict=True) if not is_in),
        frozenset(sentences[i].paragraph for i in kept),
        article.body,
    )


def article_terms(article: Article) -> tuple[KeyTerm, ...]:
    """The key terms that coverage is counted in, found once per article."""
    known: tuple[KeyTerm, ...] | None = article.__dict__.get("_key_terms")
    if known is None:
        known = key_terms(article, KEY_TERMS)
        article.__dict__["_key_terms"] = known
    return known


def coverage_curve(ranking: Ranking) -> tuple[float, ...]:
    """The share of the key terms' weight that the first 1, 2, 3… sentences touch, from 0 to 1."""
    gains = np.zeros(len(ranking.order))
    terms = article_terms(ranking.article)
    total = sum(term.weight for term in terms)
    for term in terms:
        ranks = [rank for i in term.sentences if (rank := ranking.rank_of(i)) is not None]
        if ranks:
            gains[min(ranks) - 1] += term.weight
    return tuple(np.minimum(np.cumsum(gains) / total, 1.0).tolist()) if total else tuple(gains)


def suggested_length(ranking: Ranking) -> int:
    """The number of sentences where the coverage curve bends: more adds little that is new.

    That is the point farthest above the straight line from nothing to everything (the "knee" of
    Satopää et al. 2011); 0 for a ranking of nothing.
    """
    curve = np.array(coverage_curve(ranking))
    if not len(curve) or not curve[-1] > 0:
        return min(len(curve), 1)
    line = np.arange(1, len(curve) + 1) / len(curve)
    return int(np.round(curve / curve[-1] - line, 12).argmax()) + 1
