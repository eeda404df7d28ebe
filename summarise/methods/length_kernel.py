"""The similarity of TextRank and Reduction, and its product with a vector, without an n × n matrix.

The similarity of two sentences is their common words (by count) over ``log l1 + log l2``, where
``l`` is a length in words. The divisor depends on the two lengths alone: grouped by the L distinct
lengths, a product with a vector takes O(entries + L² · words) and O(L · words) memory.
"""

from __future__ import annotations

from summarise.arrays import Floats, np, sum_by
from summarise.terms import Stems


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
        lengths, self._group = np.unique(stems.lengths, return_inverse=True)
        self._inverse = _one_over_log_sums(lengths.astype(np.float64), single)
        own = self._inverse[self._group, self._group]
        #: The similarity of each sentence to itself, shape (n,).
        self.diagonal: Floats = own * sum_by(counts.rows, squares, self._n)
        # A word of one sentence alone only adds to the similarity of that sentence to itself.
        shared = np.bincount(counts.columns, minlength=stems.size)[counts.columns] > 1
        lonely = ~shared
        self._lonely = own * sum_by(counts.rows[lonely], squares[lonely], self._n)
        self._rows = counts.rows[shared]
        self._counts = counts.counts[shared]
        words, columns = np.unique(counts.columns[shared], return_inverse=True)
        self._shape = (len(lengths), max(len(words), 1))
        self._cells = self._group[self._rows] * self._shape[1] + columns

    def dot(self, vector: Floats) -> Floats:
        """The similarities times a vector, shape (n,)."""
        groups, words = self._shape
        weights = self._counts * vector[self._rows]
        by_length = sum_by(self._cells, weights, groups * words)
        mixed = (self._inverse @ by_length.reshape(groups, words)).ravel()
        shared = sum_by(self._rows, self._counts * mixed[self._cells], self._n)
        result: Floats = shared + self._lonely * vector
        return result


def _one_over_log_sums(lengths: Floats, single: float) -> Floats:
    logs = np.log(np.maximum(lengths, 1.0))
    sums = logs[:, None] + logs[None, :]
    is_zero = sums == 0.0
    inverse: Floats = np.where(is_zero, single, 1.0 / np.where(is_zero, 1.0, sums))
    return inverse
