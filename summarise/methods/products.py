"""Dot products between all sentences, a block of rows at a time, from their common words alone."""

from __future__ import annotations

from collections.abc import Iterator

from summarise.index.arrays import Floats, Ints, np, places_of, starts_of, sum_by

#: Pairs of equal words looked at for one block, and cells of one block: what bounds the memory, at
#: some 30 bytes each.
BLOCK = 1_000_000


class Products:
    """The products of sparse vectors, each entry's word looked up in the other vectors.

    Args:
        rows: The sentence of each entry, rising.
        words: The word of each entry.
        weights: The weight of each entry.
        n: How many sentences there are.
        size: How many words there are.
    """

    def __init__(self, rows: Ints, words: Ints, weights: Floats, n: int, size: int) -> None:
        self._n = n
        self._row_starts = np.searchsorted(rows, np.arange(n + 1))
        self._words = words
        self._weights = weights
        by_word = np.argsort(words, kind="stable")
        self._posted_rows = rows[by_word]
        self._posted_weights = weights[by_word]
        self._starts = starts_of(np.bincount(words, minlength=size))

    def blocks(self) -> Iterator[tuple[int, Floats]]:
        """The first row of each block and its products with all sentences, shape (rows, n)."""
        n = self._n
        lengths = np.diff(self._starts)[self._words]
        pairs = starts_of(lengths)[self._row_starts]
        first = 0
        while first < n:
            fitting = int(np.searchsorted(pairs, pairs[first] + BLOCK, side="right")) - 1
            stop = min(n, first + max(1, BLOCK // n), max(first + 1, fitting))
            yield first, self._block(first, stop)
            first = stop

    def _block(self, first: int, stop: int) -> Floats:
        n = self._n
        own = slice(self._row_starts[first], self._row_starts[stop])
        places, lengths = places_of(self._starts, self._words[own])
        row = np.repeat(np.arange(stop - first), np.diff(self._row_starts[first : stop + 1]))
        cells = np.repeat(row * n, lengths) + self._posted_rows[places]
        products = np.repeat(self._weights[own], lengths) * self._posted_weights[places]
        return sum_by(cells, products, (stop - first) * n).reshape(stop - first, n)
