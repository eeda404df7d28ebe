"""Folders that the reader wants among the places of the library."""

from __future__ import annotations

import os
from collections.abc import Callable

from tui.state.store.database import Database
from tui.state.store.holdings import Folder


class Folders:
    """The folders that were added.

    Args:
        database: Where they lie.
        clock: Tells the time.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Folder]:
        """All of them, in the order in which they were added.

        Raises:
            StoreError: They cannot be read.
        """
        rows = self._database.rows("select path, added from folder order by added, path")
        return [Folder(row["path"], row["added"]) for row in rows]

    def add(self, path: str) -> bool:
        """Add one, by its full path; returns whether it is new.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            done = connection.execute(
                "insert into folder values(?, ?) on conflict do nothing",
                (os.path.realpath(path), self._clock()),
            )
            return done.rowcount > 0

    def remove(self, path: str) -> bool:
        """Remove one from the places, not from the disk; returns whether it was there.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            done = connection.execute(
                "delete from folder where path in (?, ?)", (path, os.path.realpath(path))
            )
            return done.rowcount > 0
