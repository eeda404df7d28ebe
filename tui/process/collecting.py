"""The garbage collector, kept away from what never becomes garbage."""

from __future__ import annotations

import gc

_kept = False


def keep_modules() -> None:
    """Never look again through what was imported so far: call it once that is nearly everything.

    Textual and the program are some hundred thousand objects. To look through all of them for
    circles took 100 ms now and then, at any key. Only the first call does something, since what
    comes later (articles, screens) must be collected.
    """
    global _kept
    if not _kept:
        _kept = True
        gc.freeze()
