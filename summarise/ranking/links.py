"""The kept sentence that stands for one that was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from summarise.index.vectors import vectors_of

if TYPE_CHECKING:
    from summarise.ranking.summary import Summary

#: Cosine from which on one sentence says much of another. Any two sentences about one subject are
#: 0.1 alike; below this the likeness is the subject's, not the statement's.
LIKENESS = 0.15
#: Terms that both must hold: a single word is too little between short sentences.
SHARED_TERMS = 2
#: How many of the nearest kept sentences are looked at.
_NEAREST = 5


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence of the summary that stands for another of the article.

    Attributes:
        sentence: The index of the kept sentence.
        similarity: How alike the two are, from 0 to 1 (the same sentence).
    """

    sentence: int
    similarity: float


def link_of(summary: Summary, sentence: int) -> Link | None:
    """The kept sentence nearest to a sentence, or None if none is near enough.

    A kept sentence stands for itself; headings and boilerplate have no link. Takes as long as the
    postings of the sentence's words: nothing is computed for other sentences.
    """
    if sentence in summary.kept:
        return Link(sentence, 1.0)
    vectors = vectors_of(summary.ranking.article)
    row = vectors.row_of.get(sentence)
    if row is None or not summary.size:
        return None
    candidates = summary.ranking.article.candidates
    similarities = vectors.similarities(row)[summary.kept_rows]
    terms = vectors.row_terms[vectors.row(row)]
    for place in np.argsort(-np.round(similarities, 12), kind="stable")[:_NEAREST]:
        similarity = min(1.0, float(similarities[place]))
        if similarity < LIKENESS:
            break
        kept = int(summary.kept_rows[place])
        shared = np.isin(terms, vectors.row_terms[vectors.row(kept)], assume_unique=True)
        if int(shared.sum()) >= min(SHARED_TERMS, len(terms)):
            return Link(candidates[kept], similarity)
    return None


def kept_rows(summary: Summary) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The rows of the kept sentences among the candidates, in document order."""
    candidates = np.array(summary.ranking.article.candidates, np.int64)
    return np.searchsorted(candidates, np.array(summary.indices, np.int64)).astype(np.int64)
