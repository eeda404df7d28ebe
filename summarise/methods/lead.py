"""Lead: the article's own order, the baseline that news is hard to beat at."""

from __future__ import annotations

import numpy as np

from summarise.article import Article
from summarise.methods.scores import Scores


def score(article: Article) -> Scores:
    """Score by place: 1 for the first candidate, falling evenly towards 0."""
    n = len(article.candidates)
    return Scores(1.0 - np.arange(n) / max(n, 1))
