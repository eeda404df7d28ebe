"""Picking sentences one by one: each pick lowers what repeats it and frees what leans on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarise.index.arrays import Bools, Floats, Ints, np

#: What the greatest cosine to a sentence already picked takes off.
REDUNDANCY = 0.4
#: What opening with a reference takes off while the sentence before is not picked.
REFERENCE = 0.6
#: Picks that are made one by one. What both parts are by then orders the sentences after them, so
#: the time stays bounded on a book; nobody reads a summary of a thousand sentences for its novelty.
EXACT_PICKS = 1000
#: Fewer if looking for likeness takes too long, as among ten thousand copies of one sentence:
#: entries of the vectors that may be looked at, about half a second's work.
EXACT_WORK = 40_000_000
#: Scores closer than this are a tie, which document order decides.
TIE = 1e-12


@dataclass(frozen=True)
class Picks:
    """The order of the picks, and what each sentence had against it when it was picked.

    Attributes:
        order: Rows, in the order they were picked in, shape (n,).
        redundancy: What likeness to earlier picks took off, by row, shape (n,); never positive.
        reference: What leaning on a sentence not picked took off, by row; never positive.
    """

    order: Ints
    redundancy: Floats
    reference: Floats


def pick_greedily(
    values: Floats,
    similarities: Callable[[int], Floats],
    leans: Bools,
    work: Ints,
) -> Picks:
    """Order sentences by score, less their redundancy and their open reference.

    Args:
        values: The score of each row by itself, shape (n,).
        similarities: The likeness of one row to every row, shape (n,), between 0 and 1.
        leans: Which rows open with a reference to the row before, shape (n,).
        work: How many entries the likeness of each row has to look at, shape (n,).
    """
    n = len(values)
    order = np.zeros(n, np.intp)
    closest = np.zeros(n)
    open_reference = np.where(leans, REFERENCE, 0.0)
    base = values - open_reference
    current = base.copy()
    exact, left = 0, EXACT_WORK
    redundancy = np.zeros(n)
    reference = np.zeros(n)
    while exact < min(n, EXACT_PICKS) and left > 0:
        row = int((current >= current.max() - TIE).argmax())
        order[exact] = row
        exact += 1
        left -= int(work[row]) + n // 8
        redundancy[row] = -REDUNDANCY * closest[row]
        reference[row] = -open_reference[row]
        base[row] = -np.inf
        np.maximum(closest, similarities(row), out=closest)
        if row + 1 < n and open_reference[row + 1]:
            base[row + 1] += open_reference[row + 1]
            open_reference[row + 1] = 0.0
        np.subtract(base, REDUNDANCY * closest, out=current)
    if exact < n:
        rest = np.flatnonzero(np.isfinite(base))
        order[exact:] = rest[np.argsort(-np.round(current[rest], 12), kind="stable")]
        redundancy[rest] = -REDUNDANCY * closest[rest]
        reference[rest] = -open_reference[rest]
    return Picks(order, redundancy, reference)
