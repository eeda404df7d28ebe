"""The entries of feeds, with their marks."""

from __future__ import annotations

import sqlite3
from typing import Any

from tui.state.store import texts
from tui.state.store.database import Database
from tui.state.store.holdings import Entry

_NAMES = (
    *("ident", "key", "title", "address", "author", "published"),
    *("feed", "seen", "read", "saved", "hidden"),
)
_LISTED = (
    "select e.ident, e.key, e.title, e.address, e.author, e.published, e.is_html, e.seen, "
    "f.address feed, a.read, a.saved, a.hidden {more} "
    "from entry e join feed f on f.id = e.feed left join article a on a.key = e.key"
)


class Entries:
    """The entries that are kept. To mark one is to mark the article of its key.

    Args:
        database: Where they lie.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(
        self,
        feed: str | None = None,
        *,
        unread: bool = False,
        hidden: bool = False,
        limit: int = 1_000,
        offset: int = 0,
    ) -> list[Entry]:
        """The entries of a feed or of all, the newest first, without their texts.

        Args:
            feed: Address of the feed; None for all.
            unread: Whether only those that are not marked read are wanted.
            hidden: Whether those that are hidden are wanted, too.
            limit: How many at most.
            offset: How many of the first to pass over.

        Raises:
            StoreError: They cannot be read.
        """
        conditions, values = ["1"], []
        if feed is not None:
            conditions.append("f.address = ?")
            values.append(feed)
        if unread:
            conditions.append("a.read is null")
        if not hidden:
            conditions.append("a.hidden is null")
        rows = self._database.rows(
            f"{_LISTED.format(more='')} where {' and '.join(conditions)} "
            "order by e.published desc, e.seen desc, e.id limit ? offset ?",
            (*values, limit, offset),
        )
        return [_entry_of(row) for row in rows]

    def find(self, key: str) -> Entry | None:
        """The entry that opens as the article of a key, with its text.

        Raises:
            StoreError: It cannot be read.
        """
        statement = f"{_LISTED.format(more=', e.content, e.summary')} where e.key = ? limit 1"
        row = self._database.row(statement, (texts.storable(key),))
        if row is None:
            return None
        return _entry_of(row, content=texts.unpacked(row["content"]), summary=row["summary"])


def _entry_of(row: sqlite3.Row, **texts_of_it: Any) -> Entry:
    values = {name: row[name] for name in _NAMES}
    return Entry(is_html=bool(row["is_html"]), **values, **texts_of_it)
