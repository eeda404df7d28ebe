"""The store as a whole: one file, and what can be asked of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.state.store.articles import Articles
from tui.state.store.database import PATIENCE, Database
from tui.state.store.opening import memory_database, open_database

if TYPE_CHECKING:
    from tui.state.store.choices import Choices
    from tui.state.store.entries import Entries
    from tui.state.store.exchange import Exchange
    from tui.state.store.feeds import Feeds
    from tui.state.store.folders import Folders
    from tui.state.store.searching import Search
    from tui.state.store.written import Written


class Store:
    """What is remembered. Any thread may use it; none but a worker should.

    Attributes:
        path: Its file.
        read_only: Whether nothing can be written: whatever writes raises a StoreError.
        notice: What its reader should be told of the file, in a line; "" if nothing.
        articles: Articles, their marks, places and texts.
    """

    def __init__(
        self,
        database: Database,
        *,
        read_only: bool = False,
        notice: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._clock = clock
        self.path = database.path
        self.read_only = read_only
        self.notice = notice
        self.articles = Articles(database, clock)

    # An article that is opened waits for its own part of the store only: the others are imported
    # when they are asked for.

    @cached_property
    def search(self) -> Search:
        """Full-text search."""
        from tui.state.store.searching import Search

        return Search(self._database)

    @cached_property
    def feeds(self) -> Feeds:
        """Feeds that are followed."""
        from tui.state.store.feeds import Feeds

        return Feeds(self._database, self._clock)

    @cached_property
    def entries(self) -> Entries:
        """The entries of feeds."""
        from tui.state.store.entries import Entries

        return Entries(self._database)

    @cached_property
    def folders(self) -> Folders:
        """Folders among the places."""
        from tui.state.store.folders import Folders

        return Folders(self._database, self._clock)

    @cached_property
    def choices(self) -> Choices:
        """What language models chose."""
        from tui.state.store.choices import Choices

        return Choices(self._database)

    @cached_property
    def written(self) -> Written:
        """Files that this program wrote."""
        from tui.state.store.written import Written

        return Written(self._database)

    @cached_property
    def exchange(self) -> Exchange:
        """All of it as lines of JSON, and merging."""
        from tui.state.store.exchange import Exchange

        return Exchange(self._database, self.articles, self.feeds, self.folders, self._clock)

    def be_patient(self, seconds: float) -> None:
        """Wait no longer than so for other instances from now on."""
        self._database.be_patient(seconds)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def open_store(
    path: Path, *, patience: float = PATIENCE, clock: Callable[[], float] = time.time
) -> Store:
    """Open the store in a file, which is made, brought up to date or set aside as need be.

    Args:
        path: The file.
        patience: Seconds to wait for other instances.
        clock: Tells the time.

    Raises:
        StoreError: Nothing can be kept there; the message says why in a line.
    """
    opened = open_database(path, patience=patience, clock=clock)
    return Store(opened.database, read_only=opened.read_only, notice=opened.notice, clock=clock)


def empty_store(path: Path) -> Store:
    """A store with nothing in it, in memory: for whoever reads where nothing was ever kept.

    Args:
        path: What errors call it.
    """
    return Store(memory_database(path))
