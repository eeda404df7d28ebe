"""Articles: what they are, where they were left, what they are marked as, and their texts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, fields, replace
from typing import Any

from summarise.text.sanitise import sanitise, sanitise_line
from tui.state.store import texts
from tui.state.store.database import Database
from tui.state.store.holdings import ArticleRecord
from tui.state.store.records import ALL_SEEN, Absent, Anchor, Facts, KeptReading, Mark, Text
from tui.state.store.texts import storable
from tui.state.store.words import indexed

#: Values that go into one statement; SQLite of old takes 999.
_AT_ONCE = 500
#: Runs of sentences that were read, at most: a book that is read here and there has hundreds.
_MOST_RUNS = 10_000
#: Characters of a line that is kept: of a title, a name.
_LONGEST_LINE = 1_000
#: The columns of the facts, by their field. "group" is a word of SQL.
COLUMNS: Mapping[str, str] = {
    f.name: "origin" if f.name == "group" else f.name for f in fields(Facts)
}
#: What :func:`record_of` takes the rows of.
SELECT = (
    f"select a.id, {', '.join(f'a.{column}' for column in COLUMNS.values())}, a.added, a.digest, "
    "a.opened, a.read, a.saved, a.hidden, a.reading, a.left, "
    "exists(select 1 from body b where b.article = a.id) has_text from article a"
)


class Articles:
    """The articles that the store knows.

    Args:
        database: Where they lie.
        clock: Tells the time.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    # -- what is there

    def find(self, key: str) -> ArticleRecord | None:
        """The article of a key, if it is known.

        Raises:
            StoreError: It cannot be read.
        """
        row = self._database.row(f"{SELECT} where a.key = ?", (storable(key),))
        return None if row is None else record_of(row)

    def find_all(self, keys: Iterable[str]) -> dict[str, ArticleRecord]:
        """Those of many keys that are known, by their key: for a list that is about to be shown.

        Raises:
            StoreError: They cannot be read.
        """
        wanted = {storable(key): key for key in keys}
        stored, found = list(wanted), {}
        for start in range(0, len(stored), _AT_ONCE):
            some = stored[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for row in self._database.rows(f"{SELECT} where a.key in ({marks})", some):
                found[wanted[row["key"]]] = record_of(row)
        return found

    def with_digest(self, digest: str) -> ArticleRecord | None:
        """The article with this very text that was left last, whatever its key.

        Raises:
            StoreError: It cannot be read.
        """
        statement = f"{SELECT} where a.digest = ? and a.digest != '' order by a.left desc limit 1"
        row = self._database.row(statement, (digest,))
        return None if row is None else record_of(row)

    def history(self, limit: int = 1_000, offset: int = 0) -> list[ArticleRecord]:
        """What was opened, the last one first, whatever the clock said then.

        Raises:
            StoreError: It cannot be read.
        """
        return self._list("where a.turn > 0 order by a.turn desc limit ? offset ?", limit, offset)

    def saved(self, limit: int = 1_000, offset: int = 0) -> list[ArticleRecord]:
        """What is saved, the last one first.

        Raises:
            StoreError: It cannot be read.
        """
        clauses = "where a.saved is not null order by a.saved desc, a.id desc limit ? offset ?"
        return self._list(clauses, limit, offset)

    def to_continue(self, limit: int = 20, *, until: float = 0.9) -> list[ArticleRecord]:
        """What was begun and not read to its end, the last one first.

        Args:
            limit: How many at most.
            until: How far into an article its end begins.

        Raises:
            StoreError: It cannot be read.
        """
        begun = (
            "where a.turn > 0 and a.hidden is null and a.reached > 0 and a.reached <= ? "
            "order by a.turn desc limit ?"
        )
        return self._list(begun, until, limit)

    def text(self, key: str) -> Text | None:
        """The text of an article as it was kept, if it was.

        Raises:
            StoreError: It cannot be read.
        """
        row = self._database.row(
            "select b.text, b.sentences from body b join article a on a.id = b.article "
            "where a.key = ?",
            (storable(key),),
        )
        return None if row is None else text_of(row)

    def walk(self) -> Iterator[ArticleRecord]:
        """All articles, in the order in which the store heard of them.

        Raises:
            StoreError: They cannot be read.
        """
        rows = self._database.walk(f"{SELECT} where a.id > ? order by a.id limit ?")
        return (record_of(row) for row in rows)

    def _list(self, clauses: str, *values: Any) -> list[ArticleRecord]:
        return [record_of(row) for row in self._database.rows(f"{SELECT} {clauses}", values)]

    # -- what is noted

    def note(self, facts: Facts, text: Text | None = None) -> None:
        """Keep what a list shows of an article, and its text where that is to be found by words.

        What is already known and not said here (empty facts, no text) stays.

        Raises:
            StoreError: It cannot be written.
        """
        self.note_all([(facts, text)])

    def note_all(self, articles: Iterable[tuple[Facts, Text | None]]) -> None:
        """Note several articles at once: a hundred take hardly longer than one.

        Raises:
            StoreError: They cannot be written; then none is.
        """
        with self._database.writing() as connection:
            for facts, text in articles:
                self._keep_text(connection, self._put(connection, facts), text)

    def open(self, facts: Facts, digest: str, text: Text | None = None) -> None:
        """Take note that an article is opened in the reader: it goes to the top of the history.

        That marks it read. Its text is kept if it is given.

        Args:
            facts: What is known of it.
            digest: Digest of its whole text.
            text: Its text; None where the one that is kept is the same or none is wanted.

        Raises:
            StoreError: It cannot be written.
        """
        now = self._clock()
        with self._database.writing() as connection:
            ident = self._put(connection, facts)
            connection.execute(
                "update article set digest = ?, opened = ?, read = coalesce(read, ?), "
                "turn = (select coalesce(max(turn), 0) + 1 from article) where id = ?",
                (digest, now, now, ident),
            )
            self._keep_text(connection, ident, text)

    def leave(self, key: str, reading: KeptReading) -> bool:
        """Keep where an article is left; returns whether it is known.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            return put_reading(connection, storable(key), reading, self._clock())

    def mark(
        self, articles: Iterable[Facts], mark: Mark, on: bool = True, *, done: bool = False
    ) -> tuple[str, ...]:
        """Mark articles as read, saved or hidden, or take that mark from them.

        Args:
            articles: Which; those that the store does not know are noted.
            mark: As what.
            on: Whether they get the mark or lose it.
            done: Whether the reader is done with all of them, and not only has opened them.

        Returns:
            The keys of those that were not so already: what an undo has to turn back
            (:meth:`mark_again`).

        Raises:
            StoreError: It cannot be written; then nothing is.
        """
        with self._database.writing() as connection:
            keys = []
            for facts in articles:
                self._put(connection, facts)
                keys.append(facts.key)
            changed = self.mark_again(keys, mark, on)
            for key in changed if done else ():
                self._see_all(connection, key)
            return changed

    def _see_all(self, connection: sqlite3.Connection, key: str) -> None:
        """Take all of an article as read; where none of it was opened, that is so anyway."""
        found = self.find(key)
        if found is not None and found.reading is not None:
            reading = reading_to_json(replace(found.reading, seen=ALL_SEEN))
            connection.execute(
                "update article set reading = ? where key = ?", (reading, storable(key))
            )

    def mark_again(self, keys: Iterable[str], mark: Mark, on: bool) -> tuple[str, ...]:
        """Mark articles that are known, by their keys; returns the keys of those that changed.

        Raises:
            StoreError: It cannot be written; then nothing is.
        """
        column = Mark(mark).value
        now = self._clock() if on else None
        changed = []
        with self._database.writing() as connection:
            for key in keys:
                done = connection.execute(
                    f"update article set {column} = ? where key = ? and ({column} is null) = ?",
                    (now, storable(key), on),
                )
                if done.rowcount:
                    changed.append(key)
        return tuple(changed)

    def forget_reading(self, key: str) -> None:
        """Forget what was chosen about an article, and where it was left.

        Raises:
            StoreError: It cannot be written.
        """
        with self._database.writing() as connection:
            forgetting = "update article set reading = '', reached = 0, left = null where key = ?"
            connection.execute(forgetting, (storable(key),))

    def forget(self, keys: Iterable[str]) -> int:
        """Forget articles with all that belongs to them; returns how many there were.

        What was kept of them is overwritten in the file.

        Raises:
            StoreError: It cannot be written; then none is forgotten.
        """
        forgotten = 0
        with self._database.overwriting() as connection:
            for key in keys:
                row = connection.execute(
                    "select id from article where key = ?", (storable(key),)
                ).fetchone()
                if row is None:
                    continue
                take_text(connection, row["id"])
                connection.execute(
                    "delete from choice where article = (select digest from article where id = ?)",
                    (row["id"],),
                )
                connection.execute("delete from article where id = ?", (row["id"],))
                forgotten += 1
            if forgotten:  # the index keeps words of what was deleted until it is made whole
                connection.execute("insert into found(found) values('optimize')")
        return forgotten

    def _put(self, connection: sqlite3.Connection, facts: Facts) -> int:
        """Keep facts; what is empty among them does not replace what is known."""
        values: dict[str, Any] = {}
        for name, column in COLUMNS.items():
            value = getattr(facts, name)
            if name in ("key", "stamp"):
                value = storable(value)
            elif isinstance(value, str):
                value = sanitise_line(value, limit=_LONGEST_LINE)
            values[column] = value
        names = ", ".join(values)
        newer = ", ".join(
            f"{column} = case when excluded.{column} in ('', 0) then {column} "
            f"else excluded.{column} end"
            for column in values
            if column != "key"
        )
        row = connection.execute(
            f"insert into article({names}, added) values({', '.join('?' * len(values))}, ?) "
            f"on conflict(key) do update set {newer} returning id",
            (*values.values(), self._clock()),
        ).fetchone()
        return int(row["id"])

    def _keep_text(self, connection: sqlite3.Connection, ident: int, text: Text | None) -> None:
        """Keep a text; without a new one, see that the old one is found by the title of now."""
        if text is not None:
            self._put_text(connection, ident, text)
            return
        old = connection.execute(
            "select b.text, b.sentences from body b join article a on a.id = b.article "
            "where a.id = ? and a.title != b.title",
            (ident,),
        ).fetchone()
        if old is not None:
            self._put_text(connection, ident, text_of(old))

    def _put_text(self, connection: sqlite3.Connection, ident: int, text: Text) -> None:
        text = texts.cut(replace(text, text=sanitise(text.text)))
        title = connection.execute("select title from article where id = ?", (ident,)).fetchone()[0]
        data, places = texts.packed(text.text), texts.packed_places(text)
        row = connection.execute(
            "select title, text, sentences from body where article = ?", (ident,)
        ).fetchone()
        if row is not None and tuple(row) == (title, data, places):
            return
        take_text(connection, ident)
        connection.execute("insert into body values(?, ?, ?, ?)", (ident, title, data, places))
        connection.execute(
            "insert into found(rowid, title, body) values(?, ?, ?)",
            (ident, indexed(title), indexed(text.text)),
        )


def take_text(connection: sqlite3.Connection, ident: int) -> None:
    """Take the text of an article out, and its words out of the index."""
    row = connection.execute("select title, text from body where article = ?", (ident,)).fetchone()
    if row is None:
        return
    # An index without content has to be told what it was given.
    connection.execute(
        "insert into found(found, rowid, title, body) values('delete', ?, ?, ?)",
        (ident, indexed(row["title"]), indexed(texts.unpacked(row["text"]))),
    )
    connection.execute("delete from body where article = ?", (ident,))


def put_reading(
    connection: sqlite3.Connection, key: str, reading: KeptReading, left: float
) -> bool:
    """Keep where an article was left at a time; returns whether it is known."""
    done = connection.execute(
        "update article set reading = ?, reached = ?, left = ? where key = ?",
        (reading_to_json(reading), reading.reached, left, key),
    )
    return done.rowcount > 0


def record_of(row: sqlite3.Row) -> ArticleRecord:
    """An article of a row that has all its columns."""
    facts = Facts(**{name: row[column] for name, column in COLUMNS.items()})
    return ArticleRecord(
        facts,
        row["added"],
        row["digest"],
        row["opened"],
        row["read"],
        row["saved"],
        row["hidden"],
        reading_of_json(row["reading"]),
        row["left"],
        bool(row["has_text"]),
    )


def text_of(row: sqlite3.Row) -> Text:
    """A text of a row that has it and its sentences."""
    return texts.text_of(texts.unpacked(row["text"]), row["sentences"])


def reading_to_json(reading: KeptReading) -> str:
    """What is kept of a reading as JSON, without what is as usual."""
    said = {name: value for name, value in asdict(reading).items() if value}
    if not reading.absent:
        del said["absent"]
    if reading.seen is not None:  # not to have seen anything is not usual
        said["seen"] = reading.seen
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def reading_of_json(said: str) -> KeptReading | None:
    """The reading again; None if there is none, or nothing that makes sense."""
    if not said:
        return None
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return reading_of(json.loads(said))
    return None


def reading_of(said: Mapping[str, Any]) -> KeptReading:
    """The reading of an object of JSON.

    Raises:
        ValueError: It is none. So do TypeError, KeyError and AttributeError.
    """
    if not isinstance(said["method"], str):
        raise TypeError("a method is called by its name")
    return KeptReading(
        method=said["method"],
        length=str(said.get("length", "")),  # it is not written where nobody chose one
        unit=str(said.get("unit", "")),
        layout=str(said.get("layout", "")),
        heat=bool(said.get("heat", False)),
        dims_known=bool(said.get("dims_known", False)),
        new_first=bool(said.get("new_first", False)),
        place=_anchor(said["place"]) if said.get("place") else None,
        reached=min(1.0, max(0.0, float(said.get("reached", 0.0)))),
        pins=tuple(map(_anchor, said.get("pins", ()))),
        drops=tuple(map(_anchor, said.get("drops", ()))),
        focus=tuple(sanitise_line(str(term)) for term in said.get("focus", ())),
        blocks=_blocks(said),
        absent=_absent(said.get("absent", {})),
        absent_place=_anchor(said["absent_place"]) if said.get("absent_place") else None,
        seen=_runs(said["seen"]) if "seen" in said else None,
    )


def _runs(said: Sequence[Sequence[Any]]) -> tuple[tuple[int, int], ...]:
    return tuple((max(0, int(first)), int(stop)) for first, stop in said[:_MOST_RUNS])


def _absent(said: Mapping[str, Any]) -> Absent:
    return Absent(
        tuple(map(_anchor, said.get("pins", ()))),
        tuple(map(_anchor, said.get("drops", ()))),
        _blocks(said),
    )


def _blocks(said: Mapping[str, Any]) -> tuple[tuple[Anchor, str | None], ...]:
    return tuple(
        (_anchor(anchor), None if reason is None else sanitise_line(str(reason)))
        for anchor, reason in said.get("blocks", ())
    )


def _anchor(said: Mapping[str, Any]) -> Anchor:
    return Anchor(int(said["at"]), sanitise(str(said["text"])))
