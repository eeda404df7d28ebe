"""Numpy, with its matrix products on one thread, and the kinds of arrays used here.

OpenBLAS starts a thread for each core and lets them wait for each other actively: with the cores
busy, small products became fifty times slower. It reads the number of threads once, when numpy is
first imported, so it is set for just that import, and only where the user has not set it.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_THREADS = "OPENBLAS_NUM_THREADS"

if "numpy" not in sys.modules and _THREADS not in os.environ:
    os.environ[_THREADS] = "1"
    try:
        import numpy as np
    finally:
        del os.environ[_THREADS]
else:
    import numpy as np

__all__ = [
    "Bools",
    "Floats",
    "Ints",
    "distinct",
    "first_places",
    "np",
    "order_of",
    "places_of",
    "starts_of",
    "sum_by",
]

# What ``numpy.typing.NDArray`` stands for, written out: that module takes 0.5 ms of every start.
Ints = np.ndarray[tuple[Any, ...], np.dtype[np.integer[Any]]]
Floats = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]
Bools = np.ndarray[tuple[Any, ...], np.dtype[np.bool_]]


def sum_by(places: Ints, weights: Floats | Bools, size: int) -> Floats:
    """The sum of the weights at each place, shape (size,)."""
    if weights.dtype == np.bool_:
        return np.bincount(places[weights], minlength=size).astype(np.float64)
    sums: Floats = np.bincount(places, weights=weights, minlength=size).astype(
        np.float64, copy=False
    )
    return sums


def distinct(values: Ints) -> Ints:
    """The distinct values in ascending order.

    The same as ``numpy.unique``, which loads numpy's masked arrays to ask whether it has one: 6 ms
    of every start.
    """
    ordered = np.sort(values, axis=None)
    first = np.ones(len(ordered), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]


def order_of(values: Ints, size: int) -> Ints:
    """The places of the values in ascending order, those of equal ones as they stand.

    Args:
        values: From 0 to below ``size``.
        size: As far as numbers of 16 bits reach, numpy sorts them in an eighth of the time.
    """
    if size <= 1 << 16:
        values = values.astype(np.uint16)
    return np.argsort(values, kind="stable")


def first_places(values: Ints, size: int) -> Ints:
    """Where each of the values from 0 to ``size`` comes first, -1 for one that does not come."""
    first = np.full(size, -1, np.int64)
    first[values[::-1]] = np.arange(len(values) - 1, -1, -1)
    return first


# Lists of different lengths are kept behind each other in one array; ``starts`` says where each
# begins, with one entry more for where the last one ends.


def starts_of(lengths: Ints) -> Ints:
    """Where lists of these lengths start behind each other, shape (lists + 1,)."""
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def places_of(starts: Ints, lists: Ints) -> tuple[Ints, Ints]:
    """The places of all members of some lists, list by list, and the length of each list.

    Args:
        starts: Where each list starts, and where the last one ends.
        lists: The lists that are wanted, in any order, also more than once.
    """
    first = starts[lists]
    lengths = starts[lists + 1] - first
    offsets = np.cumsum(lengths) - lengths
    return np.repeat(first - offsets, lengths) + np.arange(int(lengths.sum())), lengths
