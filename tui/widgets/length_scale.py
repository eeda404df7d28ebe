"""The scale of the length bar: which cell stands for which number of sentences."""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import accumulate


class LengthScale:
    """A monotone map between lengths (1 to a total) and cells (0 to cells - 1), exact at the ends.

    With fewer lengths than cells it is linear. With more, the first two cells are one sentence
    apart and each step after that is longer than the one before by the same ratio: between 1 and
    5 sentences a cell matters, between 20,000 and 20,005 it does not.
    """

    def __init__(self, total: int, cells: int) -> None:
        self.total = max(0, total)
        self.cells = max(1, cells)
        self._values = self._lengths()

    def _lengths(self) -> list[int]:
        """The length at each cell."""
        last, span = self.cells - 1, self.total - 1
        if span <= 0 or last == 0:
            return [self.total] * self.cells
        if span <= last or last == 1:
            return [1 + math.floor(span * cell / last + 0.5) for cell in range(self.cells)]
        ratio = _ratio(span, last)
        steps = accumulate((ratio**step for step in range(last - 1)), initial=0.0)
        return [*(1 + math.floor(way + 0.5) for way in steps), self.total]

    def value_at(self, cell: int) -> int:
        """The length at a cell; cells beyond the ends count as the ends."""
        return self._values[min(max(0, cell), self.cells - 1)]

    def cell_of(self, value: int) -> int:
        """The cell nearest to a length."""
        if self.total <= 1:
            return self.cells - 1 if self.total else 0
        value = min(max(1, value), self.total)
        last, span = self.cells - 1, self.total - 1
        if span <= last:  # several cells may share a length
            return math.floor((value - 1) * last / span + 0.5)
        above = bisect_left(self._values, value)
        if above and value - self._values[above - 1] <= self._values[above] - value:
            return above - 1
        return above


def _ratio(span: int, steps: int) -> float:
    """The ratio at which that many steps, the first of them 1, add up to a span."""
    low, high = 1.0, 1 + 1 / steps
    while _sum_of_steps(high, steps) < span:
        high = 1 + 2 * (high - 1)
    for _ in range(60):
        middle = (low + high) / 2
        if _sum_of_steps(middle, steps) < span:
            low = middle
        else:
            high = middle
    return high


def _sum_of_steps(ratio: float, steps: int) -> float:
    return steps if ratio - 1 < 1e-12 else (ratio**steps - 1) / (ratio - 1)
