"""The similarity of TextRank and Reduction, and its product with a vector, without an n × n matrix.

The similarity of two sentences is their common words (by count) over ``log l1 + log l2``, where
``l`` is a length in words. The divisor depends on the two lengths alone, and the matrix of its
inverse over all lengths is smooth: a dozen of its eigenvectors give it to the last bit. So a
product with a vector is a dozen sums over words and back, in time linear in the text.
"""

from __future__ import annotations

from summarise.index.arrays import Floats, np, sum_by
from summarise.index.terms import Stems

#: Eigenvalues below this share of the greatest are left out.
PRECISION = 1e-15


class LengthKernel:
    """The similarities of all pairs of sentences, as a symmetric linear map.

    Args:
        stems: The words to compare by.
        single: What stands for one over the divisor where both sentences have one word, so that
            the divisor is zero.
    """

    def __init__(self, stems: Stems, single: float) -> None:
        counts = stems.counts
        self._n = stems.n
        squares = counts.counts**2
        lengths, group = np.unique(stems.lengths, return_inverse=True)
        inverse = _one_over_log_sums(lengths.astype(np.float64), single)
        own = inverse[group, group]
        #: The similarity of each sentence to itself, shape (n,).
        self.diagonal: Floats = own * sum_by(counts.rows, squares, self._n)
        # A word of one sentence alone only adds to the similarity of that sentence to itself.
        shared = np.bincount(counts.columns, minlength=stems.size)[counts.columns] > 1
        lonely = ~shared
        self._lonely = own * sum_by(counts.rows[lonely], squares[lonely], self._n)
        self._rows = counts.rows[shared].astype(np.intp)
        words, places = np.unique(counts.columns[shared], return_inverse=True)
        self._words, self._size = places, len(words)
        values, vectors = np.linalg.eigh(inverse)
        matter = np.abs(values) > PRECISION * np.abs(values).max(initial=0.0)
        #: For each eigenvector its share in each entry, and the sign of its eigenvalue.
        self._factors = [
            (
                counts.counts[shared] * (vector * np.sqrt(abs(value)))[group[self._rows]],
                np.sign(value),
            )
            for value, vector in zip(values[matter], vectors.T[matter], strict=True)
        ]

    def dot(self, vector: Floats) -> Floats:
        """The similarities times a vector, shape (n,)."""
        result = self._lonely * vector
        for weights, sign in self._factors:
            by_word = sum_by(self._words, weights * vector[self._rows], self._size)
            result += sign * sum_by(self._rows, weights * by_word[self._words], self._n)
        return result


def _one_over_log_sums(lengths: Floats, single: float) -> Floats:
    logs = np.log(np.maximum(lengths, 1.0))
    sums = logs[:, None] + logs[None, :]
    is_zero = sums == 0.0
    inverse: Floats = np.where(is_zero, single, 1.0 / np.where(is_zero, 1.0, sums))
    return inverse
