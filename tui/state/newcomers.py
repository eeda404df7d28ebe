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
        self._held: tuple[frozenset[int], frozenset[int], tuple[int, ...]] | None = None

    def hold(self) -> None:
        """Compare with the summary that there is now, until :meth:`release`.

        Summaries that are only looked at are no changes: whoever comes back to the one that is
        held finds it as it was.
        """
        if self._held is None and self._kept is not None:
            self._held = self._kept, self.came, self.went

    def release(self) -> None:
        """Compare with the summary before again."""
        self._held = None

    def follow(self, summary: Summary) -> None:
        """Take note of a summary: it may be the first, one more, or the same with another rank."""
        before, self._kept = self._kept, summary.kept
        if self._held is not None:
            before, came, went = self._held
            if before == self._kept:
                self.came, self.went = came, went
                return
        if before is None:
            return
        self.came = self._kept - before
        self.went = tuple(sorted(before - self._kept))
