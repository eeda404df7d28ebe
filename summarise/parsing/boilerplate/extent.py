"""Where the article is on the page: one stretch of blocks, found as a whole.

A page is a stretch before the article, the article, and a stretch behind it: a chain of three
states that only moves forward. Each block has a score for being inside, each place one for the
article starting there and one for its ending there; the probability of a block being inside is
summed over all starts and ends at once (forward and backward, linear in the page).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import accumulate

from summarise.parsing.boilerplate import weights
from summarise.parsing.boilerplate.features import Row, Surroundings, end_row, inside_row, start_row


def chances_inside(around: Surroundings) -> list[float]:
    """For each block the probability that it lies between the article's start and its end."""
    count = around.count
    if not count:
        return []
    inside = [_score(weights.INSIDE, inside_row(around, i)) for i in range(count)]
    totals = [0.0, *accumulate(inside)]
    starts = [_score(weights.START, start_row(around, i)) - totals[i] for i in range(count)]
    ends = [_score(weights.END, end_row(around, i)) + totals[i] for i in range(1, count + 1)]
    # started[i]: all ways to have started by block i; ending[i]: all ways to end behind it.
    started = list(accumulate(starts, _log_add))
    ending = list(accumulate(reversed(ends), _log_add))[::-1]
    whole = _log_sum(s + e for s, e in zip(started, ends, strict=True))
    return [math.exp(min(0.0, s + e - whole)) for s, e in zip(started, ending, strict=True)]


def _score(weight: Mapping[str, float], row: Row) -> float:
    return sum([weight[name] * value for name, value in row.items() if value])


def _log_add(a: float, b: float) -> float:
    if a < b:
        a, b = b, a
    return a + math.log1p(math.exp(b - a))


def _log_sum(values: Iterable[float]) -> float:
    found = list(values)
    top = max(found)
    return top + math.log(sum(math.exp(value - top) for value in found))
