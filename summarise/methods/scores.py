"""What a method returns: a score for each candidate sentence, and its parts if it has any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarise.index.arrays import Floats, Ints, np

#: Scores closer than this are a tie, which document order decides; it hides the last bits of
#: floating point, so a ranking is the same on every machine.
DIGITS = 12


class Scores(NamedTuple):
    """One score per candidate sentence, in document order."""

    values: Floats
    """The scores, shape (candidates,)."""
    order: Ints | None = None
    """For greedy methods the order they picked in, as positions in ``values``; otherwise None, and
    the order is by score."""
    parts: Mapping[str, Floats] = {}
    """Named arrays of the same shape that add up to ``values``; empty if there are none."""

    def ranked(self) -> list[int]:
        """Positions of the candidates, best first, ties in document order."""
        if self.order is not None:
            own: list[int] = np.asarray(self.order).tolist()
            return own
        order: list[int] = np.argsort(-np.round(self.values, DIGITS), kind="stable").tolist()
        return order


def scores_of_order(order: Sequence[int]) -> Scores:
    """Scores of a method that only gives an order: from 1 for the best, falling evenly towards 0.

    Args:
        order: All positions of the candidates, best first.
    """
    places = np.array(order, np.intp)
    values = np.empty(len(places))
    values[places] = 1.0 - np.arange(len(places)) / max(len(places), 1)
    return Scores(values, places)
