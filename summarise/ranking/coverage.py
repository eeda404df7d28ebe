"""What a summary covers of its article, and how coverage grows with the length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarise.index import Index, KeyTerm
from summarise.index.arrays import Ints, np
from summarise.ranking.links import rows_of


@dataclass(frozen=True)
class Coverage:
    """The key terms and paragraphs that a summary touches."""

    touched_terms: tuple[KeyTerm, ...]
    """The key terms in the kept sentences, the most important first."""
    missed_terms: tuple[KeyTerm, ...]
    """The other key terms, the most important first."""
    reached: frozenset[int]
    """Indices of the paragraphs with a kept sentence."""
    body: frozenset[int]
    """Indices of the paragraphs of the article proper; headings, code, tables and boilerplate are
    not among them."""

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


def coverage_of(index: Index, kept: Ints) -> Coverage:
    """What kept sentences cover of the article.

    Args:
        index: The article's index.
        kept: Indices of the kept sentences, shape (kept,).
    """
    article = index.article
    is_kept = np.zeros(len(article.sentences), np.bool_)
    is_kept[kept] = True
    held, starts = is_kept[index.key_term_sentences], index.key_term_starts
    touched = np.logical_or.reduceat(held, starts).tolist() if len(held) else []
    return Coverage(
        tuple(term for term, is_in in zip(index.key_terms, touched, strict=True) if is_in),
        tuple(term for term, is_in in zip(index.key_terms, touched, strict=True) if not is_in),
        frozenset(index.terms.paragraph_of[rows_of(index, kept)].tolist()),
        article.body,
    )


def coverage_curve(index: Index, order: Ints) -> tuple[float, ...]:
    """The share of the key terms' weight that the first 1, 2, 3… sentences touch, from 0 to 1.

    Args:
        index: The article's index.
        order: The ranked sentences, best first, shape (ranked,).
    """
    weights = np.array([term.weight for term in index.key_terms])
    if not len(order) or not weights.sum():
        return (0.0,) * len(order)
    places = np.full(len(index.article.sentences), len(order))
    places[order] = np.arange(len(order))
    firsts = np.minimum.reduceat(places[index.key_term_sentences], index.key_term_starts)
    gains = np.bincount(firsts, weights, len(order) + 1)[: len(order)]
    return tuple(np.minimum(np.cumsum(gains) / weights.sum(), 1.0).tolist())


def knee_of(curve: Sequence[float]) -> int:
    """The number of sentences where a coverage curve bends: more adds little that is new.

    That is the point farthest above the straight line from nothing to everything (the "knee" of
    Satopää et al. 2011); 0 for an empty curve.
    """
    heights = np.array(curve)
    if not len(heights) or not heights[-1] > 0:
        return min(len(heights), 1)
    line = np.arange(1, len(heights) + 1) / len(heights)
    return int(np.round(heights / heights[-1] - line, 12).argmax()) + 1
