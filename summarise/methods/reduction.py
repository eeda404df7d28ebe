"""Reduction: how much a sentence shares with all others, the sums of TextRank's graph.

After A. Fabish, github.com/adamfabish/Reduction, which sumy follows; the edges are those of
R. Mihalcea & P. Tarau, *TextRank: Bringing Order into Texts*, EMNLP 2004.
"""

from __future__ import annotations

from summarise.index import Index
from summarise.index.arrays import np
from summarise.methods.length_kernel import LengthKernel
from summarise.methods.scores import Scores


def score(index: Index) -> Scores:
    """Score by the sum of similarities to the other sentences.

    Differs from sumy only for sentences that occur twice: sumy keys them by their text and adds
    their scores up; here each has its own.
    """
    stems = index.terms.stems
    kernel = LengthKernel(stems, single=0.0)
    return Scores(kernel.dot(np.ones(stems.n)) - kernel.diagonal)
