"""TextRank: where a reader who walks from sentence to sentence along common words ends up.

R. Mihalcea & P. Tarau, *TextRank: Bringing Order into Texts*, EMNLP 2004.
"""

from __future__ import annotations

from collections.abc import Callable

from summarise.index import Index
from summarise.index.arrays import Floats, np
from summarise.index.terms import Stems
from summarise.methods.length_kernel import LengthKernel
from summarise.methods.scores import Scores

DAMPING = 0.85
#: The solution is good enough when what is left of the equation is below this share of it.
TOLERANCE = 1e-13
MAX_STEPS = 200


def score(index: Index) -> Scores:
    """Score by the stationary probability of the walk, times the number of sentences.

    Differs from sumy in three places:

    * Sentences without a content word link nowhere. Sumy's walk loses the probability that reaches
      them; here it goes on to every sentence alike, as in PageRank.
    * Sumy stops walking when a step changes little (1e-4) even if many small probabilities still
      move, and adds 1e-7 to every divisor; here the walk's end is solved for.
    * Sumy keys scores by the text of the sentence, so a sentence that occurs twice has the score of
      its last place; here each has its own.
    """
    stems = index.terms.stems
    return Scores(stationary(stems) * stems.n)


def stationary(stems: Stems) -> Floats:
    """The probabilities of the walk at each sentence in the end, shape (n,).

    They solve ``(1 - d · S / t) p = c``, with the similarities S and their totals t; the constant
    only scales them. Divided by the roots of the totals the equation is symmetric, and conjugate
    gradients solve it in a dozen steps.
    """
    n = stems.n
    kernel = LengthKernel(stems, single=1.0)
    totals = kernel.dot(np.ones(n))
    linked = totals > 0.0
    inverse_root = np.where(linked, 1.0 / np.sqrt(np.where(linked, totals, 1.0)), 0.0)

    def walk(vector: Floats) -> Floats:
        walked: Floats = vector - DAMPING * inverse_root * kernel.dot(inverse_root * vector)
        return walked

    solution = _solve(walk, inverse_root)
    probabilities = np.where(linked, solution * np.sqrt(totals), 1.0)
    result: Floats = probabilities / max(float(probabilities.sum()), 1.0)
    return result


def _solve(operator: Callable[[Floats], Floats], right: Floats) -> Floats:
    """Solve ``operator(x) = right`` for a symmetric, positive definite linear map."""
    solution = np.zeros(len(right))
    rest = right.copy()
    direction = rest.copy()
    size = start = float((rest**2).sum())
    for _ in range(MAX_STEPS):
        if size <= TOLERANCE**2 * start:
            break
        image = operator(direction)
        step = size / float((direction * image).sum())
        solution += step * direction
        rest -= step * image
        smaller = float((rest**2).sum())
        direction = rest + smaller / size * direction
        size = smaller
    return solution
