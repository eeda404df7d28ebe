"""Lead: the article's own order, the baseline that news is hard to beat at."""

from __future__ import annotations

from summarise.index import Index
from summarise.methods.scores import Scores, scores_of_order


def score(index: Index) -> Scores:
    """Score by place: 1 for the first candidate, falling evenly towards 0."""
    return scores_of_order(range(len(index.article.candidates)))
