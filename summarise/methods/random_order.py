"""Random: what any method should beat. Drawn once for each text, so it is nested and repeatable."""

from __future__ import annotations

from random import Random

from summarise.index import Index
from summarise.methods.scores import Scores, scores_of_order


def score(index: Index) -> Scores:
    """Shuffle the candidates, seeded by the article's text.

    Sumy shuffles anew at each call, so its longer summaries need not hold its shorter ones.
    """
    order = list(range(len(index.article.candidates)))
    Random(index.article.text).shuffle(order)
    return scores_of_order(order)
