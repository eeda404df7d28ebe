"""Picking sentences one by one: each pick lowers what repeats it and frees what leans on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from summarise.index.arrays import Bools, Floats, Ints, np
from summarise.sources.stopping import stop_if_unwanted

#: What the greatest cosine to a sentence already picked takes off.
REDUNDANCY = 0.4
#: What leaning on another sentence takes off while that one is not picked.
REFERENCE = 0.6
#: Picks that are made one by one. What both parts are by then orders the sentences after them, so
#: the time stays bounded on a book; nobody reads a summary of a thousand sentences for its novelty.
EXACT_PICKS = 1000
#: Fewer if looking for likeness takes too long, as among ten thousand copies of one sentence:
#: entries of the vectors that may be looked at, about half a second's work.
EXACT_WORK = 40_000_000
#: More than any two scores differ by.
BEHIND_ALL = 1e3
#: Scores closer than this are a tie, which document order decides.
TIE = 1e-12


class Picks(NamedTuple):
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
    leans_on: Mapping[int, tuple[int, ...]],
    last: Bools,
    work: Ints,
) -> Picks:
    """Order sentences by score, less their redundancy and their open reference.

    Args:
        values: The score of each row by itself, shape (n,).
        similarities: The likeness of one row to every row, shape (n,), between 0 and 1.
        leans_on: The rows that lean on others, each with the rows of which it needs one.
        last: Which rows come behind all others whatever their score, shape (n,).
        work: How many entries the likeness of each row has to look at, shape (n,).
    """
    n = len(values)
    order = np.zeros(n, np.intp)
    closest = np.zeros(n)
    open_reference = np.zeros(n)
    open_reference[list(leans_on)] = REFERENCE
    base = values - open_reference - np.where(last, BEHIND_ALL, 0.0)
    leaning = _leaning_by_row(leans_on)
    current = base.copy()
    exact, left = 0, EXACT_WORK
    redundancy = np.zeros(n)
    reference = np.zeros(n)
    while exact < min(n, EXACT_PICKS) and left > 0:
        stop_if_unwanted()
        row = int((current >= current.max() - TIE).argmax())
        order[exact] = row
        exact += 1
        left -= int(work[row]) + n // 8
        redundancy[row] = -REDUNDANCY * closest[row]
        reference[row] = -open_reference[row]
        base[row] = -np.inf
        np.maximum(closest, similarities(row), out=closest)
        for freed in leaning.get(row, ()):
            base[freed] += open_reference[freed]
            open_reference[freed] = 0.0
        np.subtract(base, REDUNDANCY * closest, out=current)
    if exact < n:
        rest = np.flatnonzero(np.isfinite(base))
        order[exact:] = rest[np.argsort(-np.round(current[rest], 12), kind="stable")]
        redundancy[rest] = -REDUNDANCY * closest[rest]
        reference[rest] = -open_reference[rest]
    return Picks(order, redundancy, reference)


def _leaning_by_row(leans_on: Mapping[int, tuple[int, ...]]) -> dict[int, list[int]]:
    """The rows that each row is enough for, for those that any leans on."""
    found: dict[int, list[int]] = {}
    for row, rows in leans_on.items():
        for other in rows:
            found.setdefault(other, []).append(row)
    return found
