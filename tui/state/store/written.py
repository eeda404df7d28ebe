"""Files that this program wrote, each as it was then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.state.store.database import Database
from tui.state.store.texts import storable


class Written:
    """The files by their full paths.

    Args:
        database: Where they are kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """The version that each had when it was written.

        Raises:
            StoreError: They cannot be read.
        """
        if not self._has_table:
            return {}
        rows = self._database.rows("select path, stamp from written")
        return {row["path"]: row["stamp"] for row in rows}

    @property
    def _has_table(self) -> bool:
        """A file that is only read may be of a version that has none."""
        return bool(self._database.value("select 1 from sqlite_schema where name = 'written'"))

    def add(self, stamps: Mapping[str, str]) -> None:
        """Keep files with the version that they have.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            connection.executemany(
                "insert or replace into written(path, stamp) values(?, ?)",
                [(storable(path), stamp) for path, stamp in stamps.items()],
            )

    def forget(self, paths: Iterable[str]) -> None:
        """Forget that some files were written by this program.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            connection.executemany(
                "delete from written where path = ?", [(storable(path),) for path in paths]
            )

    def forget_all(self) -> None:
        """Forget all of them: their names are made of titles.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.overwriting() as connection:
            connection.execute("delete from written")
