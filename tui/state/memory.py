"""The store for a program that reads: opened when it is needed, and never a reason not to read."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tui.state.store.store import Store

Result = TypeVar("Result")


def library_path() -> Path:
    """Where all that is remembered is, or would be."""
    from platformdirs import user_state_path  # not where nothing is remembered

    return user_state_path("summarise") / "library.db"


class Memory:
    """Opens the store once, and says in one line what is wrong with it.

    Args:
        on: Whether anything is remembered at all.
        path: The file; otherwise that of :func:`library_path`.
    """

    def __init__(self, *, on: bool = True, path: Path | None = None) -> None:
        self.on = on
        self._path = path
        self._store: Store | None = None
        self._lock = RLock()
        self._notice = ""
        self._told: set[str] = set()

    def use(self, work: Callable[[Store], Result], otherwise: Result) -> Result:
        """Ask the store for something, in a worker thread; it may take as long as others write.

        A file that turns out to be damaged is set aside, and the new one is asked.

        Args:
            work: Asks it.
            otherwise: What is answered where nothing is remembered, or it cannot be had.
        """
        if not self.on:
            return otherwise
        from tui.state.store.database import DamagedError, StoreError  # brings SQLite

        try:
            store = self._opened()
            try:
                return work(store)
            except DamagedError:
                return work(self._opened_anew(store))
        except StoreError as error:
            self._note(str(error))
            return otherwise

    def recall(self, work: Callable[[Store], Result], otherwise: Result) -> Result:
        """The same, of what was kept before: where nothing was, no file is made to be asked.

        To make one takes 15 ms, which the first article that is ever opened would wait for.
        """
        if self._store is None and not os.path.lexists(self._path or library_path()):
            return otherwise
        return self.use(work, otherwise)

    def take_notice(self) -> str:
        """What the reader should be told of the store, in one line, once; "" if nothing."""
        with self._lock:
            notice, self._notice = self._notice, ""
            return notice

    def be_patient(self, seconds: float) -> None:
        """Wait no longer than so for other instances: nobody waits for a program that ends."""
        if self._store is not None:
            store = self._store
            self.use(lambda _: store.be_patient(seconds), otherwise=None)

    def close(self) -> None:
        """Let go of the file; whoever uses the memory again opens it again."""
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()

    def _opened(self) -> Store:
        """The store.

        Raises:
            StoreError: Nothing can be kept.
        """
        with self._lock:
            if self._store is None:
                from tui.state.store.store import open_store

                self._store = open_store(self._path or library_path())
                self._note(self._store.notice)
            return self._store

    def _opened_anew(self, damaged: Store) -> Store:
        """The store without the file that turned out to be damaged.

        Raises:
            StoreError: Nothing can be kept.
        """
        with self._lock:
            if self._store is damaged:
                from tui.state.store.opening import set_aside

                self.close()
                aside = set_aside(damaged.path)
                if aside is not None:
                    self._note(f"{damaged.path}: was damaged: it is kept as {aside.name}")
            return self._opened()

    def _note(self, line: str) -> None:
        with self._lock, suppress(KeyError):
            if line and line not in self._told:
                self._told.add(line)
                self._notice = self._notice or line
