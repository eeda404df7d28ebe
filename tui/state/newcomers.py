"""What came into a summary with its last change, and what went."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarise.ranking.ranking import Summary


class Newcomers:
    """Compares each summary with the one before it."""

    def __init__(self) -> None:
        self.came: frozenset[int] = frozenset()
        """The sentences that came in with the last change."""
        self.went: tuple[int, ...] = ()
        """Those that went, in document order."""
        self._kept: frozenset[int] | None = None

    def follow(self, summary: Summary) -> None:
        """Take note of a summary: it may be the first, one more, or the same with another rank."""
        before, self._kept = self._kept, summary.kept
        if before is None:
            return
        self.came = self._kept - before
        self.went = tuple(sorted(before - self._kept))
