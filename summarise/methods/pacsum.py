"""PacSum: directed, position-aware centrality and a few plain signs, picked greedily.

After Zheng & Lapata (2019), "Sentence Centrality Revisited for Unsupervised Summarization",
https://aclanthology.org/P19-1628/, on sparse tf-idf vectors instead of BERT's. The score is a sum
of named parts (:mod:`summarise.methods.pacsum_parts`), less redundancy and an open reference at
the moment of the pick (:mod:`summarise.methods.greedy`); time and memory grow with the words of
the article, not with pairs of sentences.
"""

from __future__ import annotations

from summarise.index import Index
from summarise.index.arrays import np
from summarise.methods.greedy import pick_greedily
from summarise.methods.pacsum_parts import static_parts
from summarise.methods.scores import Scores


def score(index: Index) -> Scores:
    """Score each candidate sentence, with parts that add up to the score."""
    parts, vectors = static_parts(index), index.vectors
    values = np.sum(list(parts.values()), axis=0)
    leans = np.fromiter(map(index.leaning.__contains__, index.article.candidates), np.bool_)
    picks = pick_greedily(values, vectors.similarities, leans, vectors.work)
    all_parts = {**parts, "redundancy": picks.redundancy, "reference": picks.reference}
    return Scores(values + picks.redundancy + picks.reference, picks.order, all_parts)
