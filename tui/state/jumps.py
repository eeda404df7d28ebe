"""Where the reader jumped from, so that there is a way back, and forward again."""

from __future__ import annotations

from typing import NamedTuple

#: Jumps that are kept.
_MOST = 200


class Spot(NamedTuple):
    """A sentence in one of the two panes."""

    in_summary: bool
    """Whether it is the summary's pane; otherwise the source's."""
    sentence: int
    """The sentence under the cursor there."""


class Jumps:
    """The places jumped from, walked like the pages of a browser."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at = 0  # of the present place, which may not be among them yet

    def leave(self, here: Spot) -> None:
        """Take note of a place that is left by a jump; what lay ahead is forgotten."""
        del self._spots[self._at :]
        if not self._spots or self._spots[-1] != here:
            self._spots.append(here)
            del self._spots[:-_MOST]
        self._at = len(self._spots)

    def back(self, here: Spot) -> Spot | None:
        """The place before this one; None if there is none."""
        at = self._at
        while at and self._spots[at - 1] == here:
            at -= 1
        if not at:
            return None
        if self._at == len(self._spots):
            self._spots.append(here)  # the way forward leads here again
        self._at = at - 1
        return self._spots[self._at]

    def forward(self) -> Spot | None:
        """The place that the way back was begun from, or that came after this one, if any."""
        if self._at + 1 >= len(self._spots):
            return None
        self._at += 1
        return self._spots[self._at]
