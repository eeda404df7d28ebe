"""PacSum: directed, position-aware centrality and a few plain signs, picked greedily.

After Zheng & Lapata (2019), "Sentence Centrality Revisited for Unsupervised Summarization",
https://aclanthology.org/P19-1628/, on sparse tf-idf vectors instead of BERT's. The score is a sum
of named parts (:mod:`summarise.methods.pacsum_parts`), less redundancy and an open reference at
the moment of the pick (:mod:`summarise.methods.greedy`); time and memory grow with the words of
the article, not with pairs of sentences.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarise.index import Index
from summarise.index.arrays import Floats, Ints, np
from summarise.methods.greedy import REFERENCE, pick_greedily
from summarise.methods.pacsum_parts import static_parts
from summarise.methods.scores import Scores
from summarise.methods.together import keep_together


def score(index: Index) -> Scores:
    """Score each candidate sentence, with parts that add up to the score."""
    parts, vectors = static_parts(index), index.vectors
    values = np.sum(list(parts.values()), axis=0)
    leans_on, last = _leans_on(index), index.row_mask(index.unfit)
    picks = pick_greedily(values, vectors.similarities, leans_on, last, vectors.work)
    order = _kept_together(index, picks.order)
    reference = _open_references(order, leans_on)
    all_parts = {**parts, "redundancy": picks.redundancy, "reference": reference}
    return Scores(values + picks.redundancy + reference, order, all_parts)


def _leans_on(index: Index) -> Mapping[int, tuple[int, ...]]:
    """The rows that each leaning row is understood by: it needs one of them."""
    row_of = index.vectors.row_of
    found: dict[int, tuple[int, ...]] = {}
    for sentence, leans in index.antecedents.items():
        needed = next((antecedent for antecedent in leans if antecedent.needed), None)
        if needed is not None:
            rows = (row_of[i] for i in (needed.sentence, *sorted(needed.others)))
            found[row_of[sentence]] = tuple(rows)
    return found


def _kept_together(index: Index, order: Ints) -> Ints:
    """The order with what leans behind what it leans on, as rows."""
    candidates, row_of = index.article.candidates, index.vectors.row_of
    sentences = [candidates[row] for row in order.tolist()]
    words = {s.index: s.words for s in index.article.sentences}
    kept = keep_together(sentences, index.antecedents, index.unfit, words)
    return np.array([row_of[i] for i in kept], np.intp)


def _open_references(order: Ints, leans_on: Mapping[int, tuple[int, ...]]) -> Floats:
    """What each row has against it because nothing that it leans on comes before it."""
    places = np.empty(len(order), np.intp)
    places[order] = np.arange(len(order))
    open_reference = np.zeros(len(order))
    for row, rows in leans_on.items():
        if all(places[other] > places[row] for other in rows):
            open_reference[row] = -REFERENCE
    return open_reference
