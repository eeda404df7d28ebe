"""The kept sentence that stands for one that was left out."""

from __future__ import annotations

from dataclasses import dataclass

from summarise.index import Index
from summarise.index.arrays import Ints, np

#: Cosine from which on one sentence says much of another. Any two sentences about one subject are
#: 0.1 alike; below this the likeness is the subject's, not the statement's.
LIKENESS = 0.15
#: Terms that both must hold: a single word is too little between short sentences.
SHARED_TERMS = 2
#: How many of the nearest kept sentences are looked at.
_NEAREST = 5
#: More than is lost when likenesses are rounded so that equal ones stay in the order of the text.
_ROUNDED = 1e-9


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence of the summary that stands for another of the article."""

    sentence: int
    """The index of the kept sentence."""
    similarity: float
    """How alike the two are, from 0 to 1 (the same sentence)."""


def link_of(index: Index, kept_rows: Ints, sentence: int) -> Link | None:
    """The kept sentence nearest to one that was left out, or None if none is near enough.

    Headings and boilerplate have no link. Takes as long as the postings of the sentence's words:
    nothing is computed for other sentences.

    Args:
        index: The article's index.
        kept_rows: The rows of the kept sentences, as :func:`rows_of` gives them.
        sentence: Index of the sentence that was left out.
    """
    vectors = index.vectors
    row = vectors.row_of.get(sentence)
    if row is None or not len(kept_rows):
        return None
    candidates = index.article.candidates
    similarities = vectors.similarities(row)[kept_rows]
    terms = frozenset(vectors.row_terms[vectors.row(row)].tolist())
    near = np.flatnonzero(similarities > LIKENESS - _ROUNDED)  # to sort all took half of the time
    order = np.argsort(-np.round(similarities[near], 12), kind="stable")
    for place in near[order[:_NEAREST]]:
        similarity = min(1.0, float(similarities[place]))
        if similarity < LIKENESS:
            break
        kept = int(kept_rows[place])
        shared = terms.intersection(vectors.row_terms[vectors.row(kept)].tolist())
        if len(shared) >= min(SHARED_TERMS, len(terms)):
            return Link(candidates[kept], similarity)
    return None


def rows_of(index: Index, sentences: Ints) -> Ints:
    """The places of some candidate sentences among all candidates, in the same order."""
    return np.searchsorted(index.sentence_of, sentences).astype(np.int64)
