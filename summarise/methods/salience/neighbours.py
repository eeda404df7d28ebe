"""What stands around a sentence, and how it stands out among its neighbours.

A claim is told by the "But" that opens the next sentence, or the example that follows it, as much
as by its own words.
"""

from __future__ import annotations

from summarise.index.arrays import Bools, Floats, np
from summarise.methods.salience.frame import Frame

Features = dict[str, Floats]

#: What is looked at in the sentence before and in the one after.
SEEN = (
    "question",
    "ends in a colon",
    "quoted share",
    "list item",
    "longer than others",
    "has a number",
    "share of names",
    "like all",
    "verdict",
    "advice",
    "claim",
    "contrast",
    "opens: contrast",
    "reason",
    "example",
    "report of speech",
    "a pronoun",
    "speaks of I",
    "opens with a reference",
    "opens with a connective",
)
#: What a sentence is compared in with those around it.
COMPARED = (
    "longer than others",
    "like all",
    "like the title",
    "introduces, for its length",
    "frequent terms, for its length",
    "share of names",
)
#: How many sentences on each side it is compared with.
AROUND = 3


def neighbours(frame: Frame, known: Features) -> Features:
    """The sentences before and after, told apart by whether they are of the same paragraph."""
    same = ~frame.starts
    found: Features = {}
    for name in SEEN:
        values = known[name]
        before = np.append([0.0], values[:-1])[: frame.n]
        after = np.append(values[1:], 0.0)[: frame.n]
        goes_on = np.append(same[1:], False)[: frame.n]
        found[f"before it: {name}"] = before * same
        found[f"after it: {name}"] = after * goes_on
        found[f"ends the paragraph before: {name}"] = before * ~same
        found[f"begins the next paragraph: {name}"] = after * ~goes_on
    for name in COMPARED:
        found[f"more than around it: {name}"] = known[name] - _mean_around(known[name])
    for name in ("like all", "longer than others"):
        found[f"most of its paragraph: {name}"] = _most(frame, known[name])
    return found


def _mean_around(values: Floats) -> Floats:
    """The mean of the values up to three places before and behind, the own among them."""
    n = len(values)
    running = np.concatenate(([0.0], np.cumsum(values)))
    rows = np.arange(n)
    low, high = np.maximum(0, rows - AROUND), np.minimum(n, rows + AROUND + 1)
    mean: Floats = (running[high] - running[low]) / np.maximum(1, high - low)
    return mean


def _most(frame: Frame, values: Floats) -> Floats:
    """1 for the row with the greatest value of its paragraph, where that has several."""
    greatest = np.full(int(frame.block[-1]) + 1 if frame.n else 1, -np.inf)
    np.maximum.at(greatest, frame.block, values)
    best: Bools = (values >= greatest[frame.block]) & (frame.block_sizes > 1)
    return best.astype(np.float64)
