"""A SQLite file as the store uses it: one connection, whole transactions, errors of one line."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from typing import Any

from summarise.errors import SummariseError

#: Seconds to wait for another instance to finish what it writes. Of 15,000 transactions of two
#: writers that never pause the longest took 0.07 s.
PATIENCE = 5.0

#: Seconds at most that one who writes again and again leaves to others in between, otherwise as
#: long as writing took. SQLite looks every 0.1 s whether it is its turn; without a pause one of two
#: writers looked at the wrong moments for all of its 5 s.
_REST = 0.02

#: The last character there is.
_LAST = chr(sys.maxunicode)

_REASONS = {
    sqlite3.SQLITE_FULL: "there is no room left on the disk",
    sqlite3.SQLITE_READONLY: "it may not be written",
    sqlite3.SQLITE_PERM: "it may not be used: permission denied",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk fails",
    sqlite3.SQLITE_BUSY: "another program is using it",
    sqlite3.SQLITE_LOCKED: "another program is using it",
    sqlite3.SQLITE_NOMEM: "there is no memory left",
    sqlite3.SQLITE_TOOBIG: "that is too large to be kept",
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class StoreError(SummariseError):
    """The store cannot do what was asked; the message names its file and says why in a line."""


class DamagedError(StoreError):
    """The file is damaged or is no file of this program."""


class Database:
    """One connection that any thread may use, one at a time.

    Args:
        path: The file; it is there, unless nothing is asked before it is made.
        address: The URI that SQLite opens it by.
        patience: Seconds to wait for other programs.
    """

    def __init__(self, path: Path, address: str, patience: float = PATIENCE) -> None:
        self.path = path
        self._lock = RLock()
        self._rests_until = 0.0
        self._has_vocabulary = False
        with self._explaining():
            self._connection = sqlite3.connect(
                address, uri=True, isolation_level=None, timeout=patience, check_same_thread=False
            )
            self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        """Let go of the file; its journal is written into it if nobody else uses it."""
        with self._lock, suppress(sqlite3.Error):
            self._connection.close()

    def be_patient(self, seconds: float) -> None:
        """Wait so long for other programs from now on."""
        self.value(f"pragma busy_timeout = {round(seconds * 1000)}")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of an answer.

        Raises:
            StoreError: It cannot be had.
        """
        with self._lock, self._explaining():
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Row | None:
        """The first row of an answer, if there is one.

        Raises:
            StoreError: It cannot be had.
        """
        with self._lock, self._explaining():
            found: sqlite3.Row | None = self._connection.execute(statement, values).fetchone()
            return found

    def value(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row of an answer; None if there is none.

        Raises:
            StoreError: It cannot be had.
        """
        row = self.row(statement, values)
        return None if row is None else row[0]

    def texts_with(self, token: str) -> int:
        """How many texts of the index have a token; with a star behind it, one that begins so.

        Raises:
            StoreError: It cannot be had.
        """
        with self._lock:
            if not self._has_vocabulary:
                # It is a table of this connection only; one that reads may make no other.
                reads = self.value("pragma query_only")
                self.value("pragma query_only = off")
                self.value("pragma temp_store = memory")
                self.value("create virtual table temp.vocabulary using fts5vocab(main, found, row)")
                self.value(f"pragma query_only = {reads}")
                self._has_vocabulary = True
            begun = token.removesuffix("*")
            if begun == token:
                counted = self.value("select doc from temp.vocabulary where term = ?", (token,))
            else:
                counting = "select sum(doc) from temp.vocabulary where term between ? and ?"
                counted = self.value(counting, (begun, f"{begun}{_LAST}"))
            return int(counted or 0)

    def walk(self, statement: str, size: int = 200) -> Iterator[sqlite3.Row]:
        """All rows that a statement finds after an id, in pieces, so that others get their turn.

        Args:
            statement: Takes the last id that was seen and how many rows are wanted, and answers
                rows with an ``id`` in their order.
            size: Rows of a piece.

        Raises:
            StoreError: They cannot be had.
        """
        last = 0
        while piece := self.rows(statement, (last, size)):
            yield from piece
            last = piece[-1]["id"]

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is done in it is kept, or nothing. It may be within another one.

        Raises:
            StoreError: It cannot be written.
        """
        with self._lock, self._explaining():
            connection = self._connection
            if connection.in_transaction:
                yield connection
                return
            sleep(min(_REST, max(0.0, self._rests_until - monotonic())))
            connection.execute("begin immediate")
            begun = monotonic()
            try:
                yield connection
                connection.execute("commit")
                self._rests_until = 2 * monotonic() - begun
            except BaseException:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):  # the first reason is the one that counts
                        connection.execute("rollback")
                raise

    @contextmanager
    def overwriting(self) -> Iterator[sqlite3.Connection]:
        """A transaction whose deleted rows are overwritten in the file, and leave its journal.

        Raises:
            StoreError: It cannot be written.
        """
        self.value("pragma secure_delete = on")
        try:
            with self.writing() as connection:
                yield connection
        finally:
            self.value("pragma secure_delete = off")
        self.value("pragma wal_checkpoint(truncate)")

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._explained(error) from None
        except (OverflowError, UnicodeEncodeError):  # a number of over 64 bits, half a character
            raise StoreError(f"{self.path}: holds no such value") from None

    def _explained(self, error: sqlite3.Error) -> StoreError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        text = str(error)
        if code in _DAMAGED or "no such table" in text or "no such column" in text:
            return DamagedError(f"{self.path}: is damaged")
        if code == sqlite3.SQLITE_CONSTRAINT:
            return StoreError(f"{self.path}: holds no such value")
        return StoreError(f"{self.path}: {_REASONS.get(code, text)}")
