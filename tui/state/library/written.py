"""The summaries that this program wrote: as long as nobody changes them, they are no articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarise.loading import Source, source_of
from tui.state.library.facts import stamp_of
from tui.state.memory import Memory

if TYPE_CHECKING:
    from tui.state.store.store import Store

_NONE: dict[str, str] = {}


class WrittenFiles:
    """Knows them by where they are and when they were written, not by what is in them.

    So no file of the reader's own is taken for one, nor is a summary that was edited or copied.

    Args:
        memory: Where they are kept for the next runs.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        #: Those that were written in this run, and those of which the reader wants to hear no more.
        self._stamps: dict[str, str] = {}
        self._forgotten: set[str] = set()
        self._has_news = False

    def note(self, path: Path) -> None:
        """Take note of a file that was just written."""
        source = source_of(path.absolute())
        if path.is_file() and (stamp := stamp_of(source)):
            self._stamps[source.key] = stamp
            self._forgotten.discard(source.key)
            self._has_news = True

    def keep(self) -> None:
        """Keep for the next runs what was written and forgotten in this one, if anything; slow."""
        if not self._has_news:
            return
        self._has_news = False  # before they are looked at: what comes meanwhile is kept next
        stamps, forgotten = dict(self._stamps), tuple(self._forgotten)
        if stamps:
            self._memory.use(lambda store: store.written.add(stamps), otherwise=None)
        if forgotten:
            self._memory.recall(partial(_forget, forgotten), otherwise=None)

    def among(self, sources: Mapping[str, Source]) -> frozenset[str]:
        """The keys of those sources that are as this program wrote them; slow."""
        known = self._memory.recall(lambda store: store.written.all(), _NONE) | self._stamps
        return frozenset(
            key
            for key in sources.keys() & (known.keys() - self._forgotten)
            if stamp_of(sources[key]) == known[key]
        )

    def forget(self, keys: Iterable[str]) -> None:
        """Let files be articles from now on."""
        keys = tuple(keys)
        self._forgotten.update(keys)
        for key in keys:
            self._stamps.pop(key, None)
        self._has_news = True


def _forget(keys: tuple[str, ...], store: Store) -> None:
    store.written.forget(keys)
