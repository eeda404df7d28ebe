"""TextRank: where a reader who walks from sentence to sentence along common words ends up.

R. Mihalcea & P. Tarau, *TextRank: Bringing Order into Texts*, EMNLP 2004.
"""

from __future__ import annotations

from summarise.arrays import Floats, np
from summarise.article import Article
from summarise.methods.length_kernel import LengthKernel
from summarise.methods.scores import Scores
from summarise.terms import Stems, terms_of

DAMPING = 0.85
#: The walk has settled when all probabilities together change by less than this.
TOLERANCE = 1e-10
MAX_STEPS = 200


def score(article: Article) -> Scores:
    """Score by the stationary probability of the walk, times the number of sentences.

    Differs from sumy in three places:

    * Sentences without a content word link nowhere. Sumy's walk loses the probability that reaches
      them; here it goes on to every sentence alike, as in PageRank.
    * Sumy stops when a step changes little (1e-4) even if many small probabilities still move, and
      adds 1e-7 to every divisor; here the walk goes on until it has settled.
    * Sumy keys scores by the text of the sentence, so a sentence that occurs twice has the score of
      its last place; here each has its own.
    """
    stems = terms_of(article).stems
    return Scores(stationary(stems) * stems.n)


def stationary(stems: Stems) -> Floats:
    """The probabilities of the walk at each sentence once it has settled, shape (n,)."""
    n = stems.n
    if not n:
        return np.zeros(0)
    kernel = LengthKernel(stems, single=1.0)
    totals = kernel.dot(np.ones(n))
    linked = totals > 0.0
    share = np.divide(1.0, totals, out=np.zeros(n), where=linked)
    now = np.full(n, 1.0 / n)
    for _ in range(MAX_STEPS):
        jump = 1.0 - DAMPING + DAMPING * now[~linked].sum()
        following = jump / n + DAMPING * kernel.dot(now * share)
        change = np.abs(following - now).sum()
        now = following
        if change <= TOLERANCE:
            break
    return now
