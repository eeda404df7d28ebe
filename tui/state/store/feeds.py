"""Feeds that are followed, and how their servers answered."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from summarise.text.sanitise import sanitise_line
from tui.state.store import texts
from tui.state.store.database import Database
from tui.state.store.holdings import Entry, Feed

#: Entries of a feed that are kept: no feed was seen with more in it.
MOST_ENTRIES = 2_000
_SELECT = """
select f.*, count(e.id) entries,
  coalesce(sum(e.id is not null and a.read is null and a.hidden is null), 0) unread
from feed f left join entry e on e.feed = f.id left join article a on a.key = e.key
"""


class TakenFeed(NamedTuple):
    """A feed that was removed, as it was kept."""

    address: str
    """Its address."""
    feed: Mapping[str, Any]
    """Its row."""
    entries: Sequence[Mapping[str, Any]]
    """The rows of its entries."""


class Feeds:
    """The feeds that are followed.

    Args:
        database: Where they lie.
        clock: Tells the time.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Feed]:
        """All of them by folder and title, with how many of their entries are kept and unread.

        Raises:
            StoreError: They cannot be read.
        """
        rows = self._database.rows(
            f"{_SELECT} group by f.id order by f.folder, f.title collate nocase, f.address"
        )
        return [_feed_of(row) for row in rows]

    def find(self, address: str) -> Feed | None:
        """The feed of an address, if it is followed.

        Raises:
            StoreError: It cannot be read.
        """
        row = self._database.row(f"{_SELECT} where f.address = ? group by f.id", (address,))
        return None if row is None else _feed_of(row)

    def add(self, address: str, *, title: str = "", site: str = "", folder: str = "") -> bool:
        """Follow a feed; returns whether it is new. One that is followed keeps what it has.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            done = connection.execute(
                "insert into feed(address, title, site, folder, added) values(?, ?, ?, ?, ?) "
                "on conflict do nothing",
                (address, *map(sanitise_line, (title, site, folder)), self._clock()),
            )
            return done.rowcount > 0

    def remove(self, address: str) -> bool:
        """Follow a feed no longer; returns whether it was followed.

        Its entries go with it; what was read or saved of them stays among the articles.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            done = connection.execute("delete from feed where address = ?", (address,))
            return done.rowcount > 0

    def take(self, address: str) -> TakenFeed | None:
        """Remove a feed, and give what was kept of it, for :meth:`put_back`; None if it is none.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            feed = connection.execute("select * from feed where address = ?", (address,)).fetchone()
            if feed is None:
                return None
            entries = connection.execute("select * from entry where feed = ?", (feed["id"],))
            taken = TakenFeed(address, _values(feed), tuple(map(_values, entries)))
            connection.execute("delete from feed where id = ?", (feed["id"],))
            return taken

    def put_back(self, taken: TakenFeed) -> bool:
        """Follow a feed again, with the entries that it had; one that is followed gets these.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            _insert(connection, "feed", taken.feed)
            row = connection.execute("select id from feed where address = ?", (taken.address,))
            number = row.fetchone()["id"]
            for entry in taken.entries:
                _insert(connection, "entry", {**entry, "feed": number})
        return True

    def rename(self, address: str, new: str) -> None:
        """Take note that a feed has moved for good (301); its entries move with it.

        If the new address is followed already, the old one is only removed.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            known = connection.execute("select 1 from feed where address = ?", (new,)).fetchone()
            if known is not None and address != new:
                connection.execute("delete from feed where address = ?", (address,))
            else:
                connection.execute("update feed set address = ? where address = ?", (new, address))

    def change(self, address: str, *, title: str | None = None, folder: str | None = None) -> None:
        """Call a feed otherwise, or put it into another folder.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            connection.execute(
                "update feed set title = coalesce(?, title), folder = coalesce(?, folder) "
                "where address = ?",
                (
                    None if title is None else sanitise_line(title),
                    None if folder is None else sanitise_line(folder),
                    address,
                ),
            )

    def answered(
        self,
        address: str,
        entries: Iterable[Entry] = (),
        *,
        title: str = "",
        site: str = "",
        etag: str = "",
        modified: str = "",
    ) -> int:
        """Keep what a server answered; without entries (304) only that it did.

        Args:
            address: The feed.
            entries: All that it has now, in its order. What was known of one is replaced, its
                marks stay.
            title: What it calls itself, where nothing is known.
            site: The page that it belongs to.
            etag: What its server calls this version; "" keeps what was known.
            modified: When this version was made, in the server's words; "" keeps what was known.

        Returns:
            How many entries are new.

        Raises:
            StoreError: It cannot be written; then nothing is.
        """
        now = self._clock()
        with self._database.writing() as connection:
            row = connection.execute(
                "update feed set title = case title when '' then ? else title end, "
                "site = coalesce(nullif(?, ''), site), etag = coalesce(nullif(?, ''), etag), "
                "modified = coalesce(nullif(?, ''), modified), "
                "fetched = ?, failed = '', failures = 0, wait_until = null "
                "where address = ? returning id",
                (sanitise_line(title), sanitise_line(site), etag, modified, now, address),
            ).fetchone()
            if row is None:
                return 0
            before = _count(connection, row["id"])
            for entry in entries:
                _put_entry(connection, row["id"], entry, now)
            new = _count(connection, row["id"]) - before
            if before + new > MOST_ENTRIES:
                _let_go(connection, row["id"])
            return new

    def failed(self, address: str, reason: str, *, wait_until: float | None = None) -> None:
        """Take note of why a feed could not be read, and of how long its server wants to rest.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            connection.execute(
                "update feed set failed = ?, failures = failures + 1, wait_until = ? "
                "where address = ?",
                (sanitise_line(reason, limit=500), wait_until, address),
            )


def _values(row: sqlite3.Row) -> dict[str, Any]:
    """What a row holds, without its number, which may be another's when it is back."""
    return {name: row[name] for name in row.keys() if name != "id"}  # noqa: SIM118


def _insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> None:
    connection.execute(
        f"insert into {table}({', '.join(values)}) values({', '.join('?' * len(values))}) "
        "on conflict do nothing",
        tuple(values.values()),
    )


def _count(connection: sqlite3.Connection, feed: int) -> int:
    row = connection.execute("select count(*) from entry where feed = ?", (feed,)).fetchone()
    return int(row[0])


def _put_entry(connection: sqlite3.Connection, feed: int, entry: Entry, now: float) -> None:
    connection.execute(
        "insert into entry(feed, ident, key, title, address, author, published, content, summary, "
        "is_html, seen) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict(feed, ident) do update "
        "set key = excluded.key, title = excluded.title, address = excluded.address, "
        "author = excluded.author, published = excluded.published, content = excluded.content, "
        "summary = excluded.summary, is_html = excluded.is_html",
        (
            feed,
            texts.storable(entry.ident),
            texts.storable(entry.key),
            sanitise_line(entry.title, limit=1_000),
            texts.storable(entry.address),
            sanitise_line(entry.author),
            sanitise_line(entry.published),
            texts.packed(entry.content[: texts.LONGEST]),
            texts.storable(entry.summary[: texts.LONGEST]),
            entry.is_html,
            now,
        ),
    )


def _let_go(connection: sqlite3.Connection, feed: int) -> None:
    """Let the oldest entries of a feed go that nobody has saved."""
    connection.execute(
        "delete from entry where feed = ?1 and id not in ("
        "  select id from entry where feed = ?1 order by published desc, seen desc, id limit ?2"
        ") and not exists(select 1 from article a where a.key = entry.key and a.saved is not null)",
        (feed, MOST_ENTRIES),
    )


def _feed_of(row: sqlite3.Row) -> Feed:
    names = (
        "address title site folder added etag modified fetched failed failures wait_until "
        "entries unread"
    )
    return Feed(**{name: row[name] for name in names.split()})
