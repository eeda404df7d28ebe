"""Opening the store's file, whatever is there: new, older, newer, damaged, foreign, read-only."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from summarise.sources.private import make_private
from tui.state.store import schema
from tui.state.store.articles import take_text
from tui.state.store.database import PATIENCE, DamagedError, Database, StoreError
from tui.writing import reason_of

#: Seconds between two looks at the whole file: it takes 16 ms for 5,000 articles (31 MB).
_LOOKED_THROUGH = 7 * 86_400
#: Articles that are known and were never opened, marked or in a feed: those of folders that were
#: listed. Of more the oldest are let go of; they are looked at again when they are listed.
MOST_UNUSED = 20_000
#: Seconds between two looks whether another instance is done with opening the file.
_LOOK = 0.02
#: Files that SQLite keeps beside the one it is told of.
_BESIDE = ("-wal", "-shm", "-journal")
#: The names tried for a file that is set aside.
_MOST_ASIDE = 1_000


class Opened:
    """A file that was opened, and what somebody should know of it.

    Attributes:
        database: The file.
        read_only: Whether nothing can be written.
        notice: What happened to the file, in a line; "" if nothing did.
    """

    def __init__(self, database: Database, *, read_only: bool = False, notice: str = "") -> None:
        self.database = database
        self.read_only = read_only
        self.notice = notice


def open_database(
    path: Path, *, patience: float = PATIENCE, clock: Callable[[], float] = time.time
) -> Opened:
    """Open the file, made, brought up to date or set aside as need be.

    Args:
        path: The file.
        patience: Seconds to wait for other programs.
        clock: Tells the time.

    Raises:
        StoreError: There is no way to keep anything there; the message says why in a line.
    """
    try:
        _make_ready(path)
    except (OSError, ValueError) as error:
        if not _is_there(path):
            raise StoreError(f"{path}: cannot be made: {reason_of(error)}") from None
    with _alone(path.parent):
        try:
            return _open(path, patience, clock)
        except DamagedError as damage:
            aside = _set_aside(path, damage)
        _make_ready(path)
        opened = _open(path, patience, clock)
    opened.notice = f"{path}: was damaged or another program's: it is kept as {aside.name}"
    return opened


def memory_database(path: Path) -> Database:
    """A database of this version with nothing in it, that goes with the process."""
    database = Database(path, "file::memory:")
    _bring_up_to_date(database, time.time())
    return database


def _open(path: Path, patience: float, clock: Callable[[], float]) -> Opened:
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if writable:
        database = Database(path, _address(path, "rw"), patience)
        try:
            newer = _bring_up_to_date(database, clock())
        except StoreError as error:
            database.close()
            if isinstance(error, DamagedError) or not path.stat().st_size:
                raise
            return _for_reading(path, patience, str(error))
        except BaseException:
            database.close()
            raise
        if not newer:
            return Opened(database)
        database.close()
        return _for_reading(path, patience, _newer(path))
    return _for_reading(path, patience, f"{path}: may not be written: nothing new is kept")


def _newer(path: Path) -> str:
    return f"{path}: was written by a newer version of the program: nothing new is kept"


def _for_reading(path: Path, patience: float, notice: str) -> Opened:
    """The file as it is; without a journal beside it, where not even that can be made."""
    if not path.stat().st_size:
        raise StoreError(notice)
    failure: StoreError | None = None
    for mode in ("ro", "ro&immutable=1"):
        database = Database(path, _address(path, mode), patience)
        try:
            _check(database)
            database.value("pragma query_only = on")
        except StoreError as error:
            database.close()
            failure = failure or error
        else:
            return Opened(database, read_only=True, notice=notice)
    assert failure is not None
    raise failure


def _bring_up_to_date(database: Database, now: float) -> bool:
    """Make the file one of this version; returns whether it is of a newer one.

    Raises:
        DamagedError: It is damaged, or another program's.
    """
    database.value("pragma trusted_schema = off")
    if not _check(database):
        database.value("pragma journal_mode = wal")
    if _version(database) > schema.VERSION:
        return True
    database.value("pragma journal_mode = wal")
    database.value("pragma synchronous = normal")
    database.value("pragma foreign_keys = on")
    if _version(database) < schema.VERSION:
        with database.writing() as connection:
            for number in range(_version(database), schema.VERSION):
                for statement in _statements(schema.MIGRATIONS[number]):
                    connection.execute(statement)
                connection.execute(f"pragma user_version = {number + 1}")
            connection.execute(f"pragma application_id = {schema.APPLICATION_ID}")
    _look_through(database, now)
    return False


def _check(database: Database) -> bool:
    """See that the file is one of this program's; returns whether there is anything in it.

    Raises:
        DamagedError: It is not.
    """
    tables = {row["name"] for row in database.rows("select name from sqlite_schema")}
    if not tables:
        return False
    if database.value("pragma application_id") != schema.APPLICATION_ID:
        raise DamagedError(f"{database.path}: belongs to another program")
    if _version(database) == schema.VERSION and not tables >= schema.TABLES:
        raise DamagedError(f"{database.path}: is damaged")
    database.value("select count(*) from article where id < 0")
    return True


def _version(database: Database) -> int:
    return int(database.value("pragma user_version"))


def _look_through(database: Database, now: float) -> None:
    """Look at every page of the file once in a while.

    Raises:
        DamagedError: One of them is damaged.
    """
    said = database.value("select value from fact where name = 'looked through'")
    with suppress(TypeError, ValueError):
        if 0 <= now - float(said) < _LOOKED_THROUGH:  # a clock that was put back: look
            return
    look_through(database)
    with database.writing() as connection:
        _let_go(connection)
        connection.execute(
            "insert or replace into fact(name, value) values('looked through', ?)", (str(now),)
        )


def _let_go(connection: sqlite3.Connection) -> None:
    """Let go of articles that were only ever listed: of very many, those heard of first."""
    rows = connection.execute(
        "select id from article a where opened is null and read is null and saved is null "
        "and hidden is null and reading = '' "
        "and not exists(select 1 from entry e where e.key = a.key) "
        "order by id desc limit -1 offset ?",
        (MOST_UNUSED,),
    ).fetchall()
    for row in rows:
        take_text(connection, row["id"])
        connection.execute("delete from article where id = ?", (row["id"],))


def look_through(database: Database) -> None:
    """See that every page of the file is whole.

    Raises:
        DamagedError: One of them is damaged.
    """
    if database.value("pragma quick_check(1)") != "ok":
        raise DamagedError(f"{database.path}: is damaged")


def _statements(step: str) -> Iterator[str]:
    """The statements of a step: SQLite's own way to run several ends the transaction first."""
    return (statement for statement in step.split(";") if statement.strip())


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


# -- the file and its folder


def _is_there(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return stat.S_ISREG(path.stat().st_mode)
    return False


def _make_ready(path: Path) -> None:
    """Make the folder and the file where they are not there, for nobody but their owner.

    Raises:
        OSError: That is not possible.
    """
    make_private(path.parent)
    with suppress(OSError):  # somebody else's folder may be enough to write in
        if stat.S_IMODE(path.parent.stat().st_mode) != 0o700:
            path.parent.chmod(0o700)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError(None, "it is not a file") from None
        if stat.S_IMODE(found.st_mode) & 0o077:
            with suppress(OSError):
                path.chmod(0o600)


def set_aside(path: Path) -> Path | None:
    """Put a file that turned out damaged while it was used beside the new one, whatever it is.

    Returns:
        Its new name; None if another instance has done so already.

    Raises:
        StoreError: It cannot be moved.
    """
    with _alone(path.parent):
        database = Database(path, _address(path, "rw"))
        try:
            _check(database)
            look_through(database)
        except DamagedError as damage:
            database.close()
            return _set_aside(path, damage)
        finally:
            database.close()
    return None


def _set_aside(path: Path, damage: StoreError) -> Path:
    """Put a file and what SQLite keeps beside it where they are in nobody's way.

    Raises:
        StoreError: They cannot be moved.
    """
    day = time.strftime("%Y-%m-%d")
    for number in range(1, _MOST_ASIDE):
        more = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}.damaged-{day}{more}{path.suffix}")
        if os.path.lexists(aside):
            continue
        try:
            for ending in _BESIDE:
                with suppress(FileNotFoundError):
                    path.with_name(path.name + ending).rename(f"{aside}{ending}")
            path.rename(aside)
        except OSError as error:
            raise StoreError(f"{damage}, and cannot be moved: {reason_of(error)}") from None
        return aside
    raise StoreError(f"{damage}; there are too many like it beside it")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other instance open or set aside the file meanwhile, where the system can see to it.

    SQLite's own locks are no help for a file that may be moved.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_LOOK)
            except OSError:  # some file systems of networks have no locks
                break
            else:
                break
        yield
    finally:
        os.close(handle)
