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

from numpy.typing import NDArray  # noqa: E402 -- numpy comes first

__all__ = ["Bools", "Floats", "Ints", "np", "sum_by"]

Ints = NDArray[np.integer[Any]]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def sum_by(places: Ints, weights: Floats | Bools, size: int) -> Floats:
    """The sum of the weights at each place, shape (size,)."""
    sums: Floats = np.bincount(places, weights=weights, minlength=size).astype(
        np.float64, copy=False
    )
    return sums
