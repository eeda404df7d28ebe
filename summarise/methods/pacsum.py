"""PacSum: directed, position-aware centrality and a few plain signs, picked greedily.

After Zheng & Lapata (2019), "Sentence Centrality Revisited for Unsupervised Summarization",
https://aclanthology.org/P19-1628/, on sparse tf-idf vectors instead of BERT's. The score is a sum
of named parts (:mod:`summarise.methods.pacsum_parts`), less redundancy and an open reference at
the moment of the pick (:mod:`summarise.methods.greedy`); time and memory grow with the words of
the article, not with pairs of sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from summarise.article import Article
from summarise.index.vectors import vectors_of
from summarise.methods.greedy import pick_greedily
from summarise.methods.pacsum_parts import static_parts
from summarise.methods.scores import Scores
from summarise.text.openers import leaning

Floats = NDArray[np.float64]


def score(article: Article) -> Scores:
    """Score each candidate sentence, with parts that add up to the score."""
    return score_by_parts(article, static_parts(article), vectors_of(article).similarities)


def score_by_parts(
    article: Article, parts: Mapping[str, Floats], similarities: Callable[[int], Floats]
) -> Scores:
    """Pick greedily by the sum of the parts.

    Args:
        article: Whose candidates the parts belong to.
        parts: Named arrays, shape (candidates,).
        similarities: The likeness of one candidate to all, for redundancy.
    """
    values = np.sum(list(parts.values()), axis=0)
    leans = np.fromiter(map(leaning(article).__contains__, article.candidates), np.bool_)
    picks = pick_greedily(values, similarities, leans, vectors_of(article).work)
    all_parts = {**parts, "redundancy": picks.redundancy, "reference": picks.reference}
    return Scores(values + picks.redundancy + picks.reference, picks.order, all_parts)
