"""An article that is read in two windows at a time: what is chosen in one stays beside the other's.

Each window knows how it found the article and how it has it now. What differs between the two is
what its reader has done, and only that is done to what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import chain
from typing import Any, Final

from tui.state.store.records import Absent, KeptReading

#: What has as many parts as the reader likes: each came, went or stayed by itself.
_SEVERAL: Final = ("pins", "drops", "focus", "blocks")
#: What says one thing together, by the field that tells whether it has changed.
_TOGETHER: Final = {"reached": "place", "absent_place": "place"}


def both_readings(there: KeptReading, before: KeptReading, now: KeptReading) -> KeptReading:
    """What one window has changed, done to what another has kept.

    Args:
        there: What is kept, by another window.
        before: How this window had the article when it kept it last, or opened it.
        now: How it has it now.
    """
    changes: dict[str, Any] = {}
    for name in (field.name for field in fields(KeptReading)):
        telling = _TOGETHER.get(name, name)
        if name in _SEVERAL:
            changes[name] = _both(*(getattr(reading, name) for reading in (there, before, now)))
        elif getattr(now, telling) != getattr(before, telling):
            changes[name] = getattr(now, name)
    absent = (there.absent, before.absent, now.absent)
    changes["absent"] = Absent(
        *(_both(*(getattr(of, field.name) for of in absent)) for field in fields(Absent))
    )
    # Whoever has dropped a sentence last does not want it pinned, and the other way round.
    changes["pins"] = _without(changes["pins"], _new(before.drops, now.drops))
    changes["drops"] = _without(changes["drops"], _new(before.pins, now.pins))
    changes["seen"] = _all_runs(there.seen, now.seen)
    return replace(there, **changes)


def _both(there: tuple[Any, ...], before: tuple[Any, ...], now: tuple[Any, ...]) -> tuple[Any, ...]:
    gone = set(before) - set(now)
    kept = [part for part in there if part not in gone]
    return (*kept, *(part for part in _new(before, now) if part not in kept))


def _new(before: tuple[Any, ...], now: tuple[Any, ...]) -> list[Any]:
    return [part for part in now if part not in before]


def _without(parts: tuple[Any, ...], others: Iterable[Any]) -> tuple[Any, ...]:
    unwanted = set(others)
    return tuple(part for part in parts if part not in unwanted)


def _all_runs(
    *several: tuple[tuple[int, int], ...] | None,
) -> tuple[tuple[int, int], ...] | None:
    """The sentences that were read in any window; None where nobody took note of them."""
    if all(runs is None for runs in several):
        return None
    joined: list[tuple[int, int]] = []
    for first, stop in sorted(chain.from_iterable(runs or () for runs in several)):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((first, stop))
    return tuple(joined)
