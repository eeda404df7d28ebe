"""What is read, kept while it is read; and brought back when it is opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from summarise.article import Article
from summarise.errors import MethodError
from summarise.loading import Source
from tui.state.memory import Memory

if TYPE_CHECKING:
    from tui.state.reading import Reading
    from tui.state.reading_state import ReadingState
    from tui.state.store.holdings import ArticleRecord
    from tui.state.store.records import Facts, KeptReading, Text
    from tui.state.store.store import Store


class Recalled(NamedTuple):
    """How an article was left in an earlier run."""

    state: ReadingState
    """What was chosen, for the article as it is now."""
    left: float
    """When that was, in seconds since 1970."""
    lost: tuple[str, ...] = ()
    """The words of what could not be found in the article any more."""
    seen: Sequence[int] = ()
    """The sentences that were read then."""


class _Known(NamedTuple):
    """What is known of an article that was loaded."""

    facts: Facts
    digest: str
    recalled: Recalled | None
    """How it was left."""
    kept: ReadingState | None
    """The same state, if the store has it just so under this very key."""
    has_text: bool
    """Whether the store has this very text under this key."""
    found: KeptReading | None
    """What the store has under this very key."""


@dataclass(slots=True)
class _Followed:
    """A reading whose changes are kept."""

    reading: Reading
    known: _Known
    begun: ReadingState
    """The state that it was opened with."""
    kept: ReadingState | None
    """The state that the store has; None if it has none."""
    kept_seen: int = -1
    """How many sentences were read by then: there are never fewer."""
    tried: tuple[ReadingState, int] | None = None
    """What could not be kept the last time."""
    left: KeptReading | None = None
    """How it was kept the last time."""
    is_noted: bool = False
    """Whether the store knows that it was opened."""
    is_over: bool = False
    """Whether it is not read any more: kept once more, it is let go."""

    @property
    def is_kept(self) -> bool:
        """Whether the store knows all of it."""
        return self.is_noted and self.now == (self.kept, self.kept_seen)

    @property
    def now(self) -> tuple[ReadingState, int]:
        """What is to be kept."""
        return self.reading.left, len(self.reading.seen)

    @property
    def can_wait(self) -> bool:
        """Whether nothing has been chosen, and the reader waits for the first summary.

        To keep the text of a novel takes half a second of the processor.
        """
        reading = self.reading
        return reading.lacks is not None and reading.state == self.begun and not self.is_over


class Keeper:
    """Keeps what changes in the readings that it follows, and finds how articles were left.

    Args:
        memory: Where that is kept.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        #: Held while the store is written, so that nothing older is written after what is newer.
        self._writing = Lock()
        self._known: dict[str, _Known] = {}
        self._followed: dict[str, _Followed] = {}

    def recall(self, source: Source, article: Article, fresh: ReadingState) -> None:
        """Find out how an article was left, before it is shown; in a worker.

        Args:
            source: Where it comes from.
            article: The article as it was loaded.
            fresh: What everyone starts with.
        """
        if not self._memory.on:
            return
        from tui.state.remembering import digest_of, facts_of  # not before the first frame

        facts, digest = facts_of(source, article), digest_of(article)

        def find(store: Store) -> tuple[ArticleRecord | None, Text | None]:
            found = store.articles.find(facts.key)
            if found is None or found.reading is None:  # it may have been moved or copied
                found = store.articles.with_digest(digest)
            has_changed = found is not None and found.digest != digest
            return found, store.articles.text(found.key) if found and has_changed else None

        nothing: tuple[ArticleRecord | None, Text | None] = (None, None)
        record, old = self._memory.recall(find, otherwise=nothing)
        recalled = None if record is None else _recalled(record, article, fresh, old)
        is_same = record is not None and record.key == facts.key and record.digest == digest
        # What was not found is kept as such, so that it is told once.
        found_all = recalled is not None and not recalled.lost
        kept = recalled.state if recalled is not None and is_same and found_all else None
        has_text = record is not None and is_same and record.has_text
        there = record.reading if record is not None and record.key == facts.key else None
        self._known[source.key] = _Known(facts, digest, recalled, kept, has_text, there)

    def recalled(self, source: Source) -> Recalled | None:
        """How an article that was loaded was left in an earlier run, if it was."""
        known = self._known.get(source.key)
        return None if known is None else known.recalled

    def follow(self, source: Source, reading: Reading) -> None:
        """Keep from now on what changes in a reading that is shown."""
        known = self._known.pop(source.key, None)
        if known is not None:
            followed = _Followed(reading, known, reading.state, known.kept)
            if known.kept is not None and known.recalled is not None:
                followed.kept_seen = len(frozenset(known.recalled.seen))
            self._followed[source.key] = followed

    def let_go(self, key: str) -> None:
        """Keep the reading of a source once more, and follow it no longer."""
        if (followed := self._followed.get(key)) is not None:
            followed.is_over = True

    @property
    def has_work(self) -> bool:
        """Whether something is to be kept now that has changed since it was, or was tried to be."""
        return any(
            not (followed.is_kept or followed.can_wait) and followed.now != followed.tried
            for followed in list(self._followed.values())
        )

    def keep(self) -> None:
        """Keep what has changed; in a worker, or where nobody reads any more."""
        with self._writing:
            for key, followed in list(self._followed.items()):
                if not followed.is_kept:
                    followed.tried = followed.now
                    self._memory.use(partial(_write, followed), otherwise=None)
                if followed.is_over and self._followed.get(key) is followed:
                    del self._followed[key]


def _recalled(
    record: ArticleRecord, article: Article, fresh: ReadingState, old: Text | None
) -> Recalled | None:
    if record.reading is None or record.left is None:
        return None
    from summarise.methods import find_method  # not before the first frame
    from tui.state.remembering import found_again, seen_of

    try:
        has_method = find_method(record.reading.method).name == record.reading.method
    except MethodError:  # it was a package's that is gone
        has_method = False
    found = found_again(record.reading, article, fresh, has_method=has_method)
    seen = seen_of(record.reading, article, old)
    return Recalled(found.state, record.left, found.lost, seen)


def _write(followed: _Followed, store: Store) -> None:
    """Keep a reading as it is at this moment.

    Raises:
        StoreError: It cannot be kept.
    """
    from tui.state.remembering import kept_of, text_of  # not before the first frame

    if store.read_only:  # that was said when it was opened
        return
    reading, known = followed.reading, followed.known
    if not followed.is_noted:
        text = None if known.has_text else text_of(reading.loaded)
        store.articles.open(known.facts, known.digest, text)
        followed.is_noted = True
    state, seen = reading.left, reading.seen
    if (state, len(seen)) != (followed.kept, followed.kept_seen):
        now, left, found = kept_of(state, reading.loaded, seen), followed.left, None
        if left is None:  # it is kept for the first time
            left, found = kept_of(followed.begun, reading.loaded), known.found
        store.articles.leave(known.facts.key, now, before=left, found=found)
        followed.left = now
        followed.kept, followed.kept_seen = state, len(seen)
