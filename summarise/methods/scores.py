"""What a method returns: a score for each candidate sentence, and its parts if it has any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Scores closer than this are a tie, which document order decides; it hides the last bits of
#: floating point, so a ranking is the same on every machine.
DIGITS = 12


@dataclass(frozen=True)
class Scores:
    """One score per candidate sentence, in document order.

    Attributes:
        values: The scores, shape (candidates,).
        order: For greedy methods the order they picked in, as positions in ``values``; otherwise
            None, and the order is by score.
        parts: Named arrays of the same shape that add up to ``values``; empty if there are none.
    """

    values: NDArray[np.float64]
    order: NDArray[np.intp] | None = None
    parts: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)

    def ranked(self) -> list[int]:
        """Positions of the candidates, best first, ties in document order."""
        import numpy as np

        if self.order is not None:
            return [int(i) for i in self.order]
        return [int(i) for i in np.argsort(-np.round(self.values, DIGITS), kind="stable")]
