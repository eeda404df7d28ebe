"""Terms that are worth telling once, and what each sentence has of those that are not told."""

from __future__ import annotations

from summarise.index.arrays import Floats, sum_by
from summarise.methods.salience.frame import Frame


class Untold:
    """What each row has of the terms that no pick has told.

    Args:
        frame: The candidates.
        weights: What each term of the article is worth.

    Attributes:
        held: What each row has of those that no pick has, shape (n,).
    """

    def __init__(self, frame: Frame, weights: Floats) -> None:
        self.vectors = frame.vectors
        self.weights = weights
        terms = weights[self.vectors.row_terms]
        self.held = sum_by(self.vectors.entry_rows, terms, frame.n)

    def tell(self, row: int) -> None:
        """Take the terms of a pick as told."""
        for term in self.vectors.row_terms[self.vectors.row(row)].tolist():
            if self.weights[term]:
                self.held[self.vectors.holders(term)] -= self.weights[term]
                self.weights[term] = 0.0
