"""The garbage collector: kept away from what never becomes garbage, and at work when nobody types.

Every row that Textual draws and every screen is a circle, so that there is much to collect. What
the collector does it does in one go, and whatever is pressed meanwhile waits for it.
"""

from __future__ import annotations

import gc
from time import perf_counter

#: How many new objects make the collector look for circles among them; how many such looks make it
#: look at those again that it left; how many of those make it look through everything. A look takes
#: 2 ms then, the second kind 8. With 50,000 for the first, as once while modules were imported,
#: they took 30 and 75, and to look through everything 140 to 200: it is left to idle moments.
_SMALL_STEPS = (2_000, 20, 50)
#: Milliseconds of looking through everything that are worth it for each time that objects were left
#: over by the smaller looks: a long text, which takes longer, is looked through less often.
_WORTH = 50.0

_kept = False
_taken = 0.0


def keep_modules() -> None:
    """Never look again through what was imported so far: call it once that is nearly everything.

    Textual and the program are some hundred thousand objects. To look through all of them for
    circles took 100 ms now and then, at any key. Only the first call does something, since what
    comes later (articles, screens) must be collected: in small steps from now on.
    """
    global _kept
    if not _kept:
        _kept = True
        gc.freeze()
        gc.set_threshold(*_SMALL_STEPS)


def collect_at_leisure() -> None:
    """Look through everything, if it is worth it: call it when nobody is waiting for anything."""
    global _taken
    if _kept and gc.get_count()[2] * _WORTH > _taken:
        begun = perf_counter()
        gc.collect()
        _taken = 1000 * (perf_counter() - begun)
