"""The whole store as lines of JSON, and such lines merged into a store.

The first line says what the file is; each other one is an object with a ``kind`` of ``article``,
``feed`` or ``folder``. Merging twice is the same as merging once, in whichever order: of two places
in one article the later one counts, marks add up, feeds and folders are never taken away.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, astuple, fields, replace
from itertools import islice
from typing import Any

from summarise.errors import SummariseError
from summarise.text.sanitise import sanitise
from tui.state.store.articles import Articles, put_reading, reading_of, reading_to_json
from tui.state.store.database import Database
from tui.state.store.feeds import Feeds
from tui.state.store.folders import Folders
from tui.state.store.holdings import ArticleRecord, Merged
from tui.state.store.records import Facts, Text
from tui.state.store.texts import shapes_of, storable

#: What the first line says the file is.
FORMAT = "summarise library"
#: The version of the lines that this program writes.
VERSION = 1
#: Lines that become one transaction, so that other instances get their turn.
_AT_ONCE = 100
#: Of lines that are not understood so many are told of.
_TOLD = 5
_LATER_THAN_ALL = 253_402_300_800.0  # the year 10000
_TIMES = ("opened", "read", "saved", "hidden", "left")
_WORDED = tuple(f.name for f in fields(Facts) if f.name not in ("key", "words"))
_FEED = ("address", "title", "site", "folder", "added")


class NotAnExportError(SummariseError):
    """What should be merged is not what this program writes; the message says why in a line."""


class Exchange:
    """Writes a store as JSON, and takes in what another one has written.

    Args:
        database: Where it lies.
        articles: Its articles.
        feeds: Its feeds.
        folders: Its folders.
        clock: Tells the time.
    """

    def __init__(
        self,
        database: Database,
        articles: Articles,
        feeds: Feeds,
        folders: Folders,
        clock: Callable[[], float],
    ) -> None:
        self._database = database
        self._articles = articles
        self._feeds = feeds
        self._folders = folders
        self._clock = clock

    def lines(self, *, texts: bool = True) -> Iterator[str]:
        """The whole store, a line of JSON after another, without line ends.

        Args:
            texts: Whether the texts of articles are wanted.

        Raises:
            StoreError: It cannot be read.
        """
        yield json.dumps({"format": FORMAT, "version": VERSION})
        for folder in self._folders.all():
            yield json.dumps({"kind": "folder"} | asdict(folder), ensure_ascii=False)
        for feed in self._feeds.all():
            said = {name: getattr(feed, name) for name in _FEED}
            yield json.dumps({"kind": "feed"} | said, ensure_ascii=False)
        for article in self._articles.walk():
            text = self._articles.text(article.key) if texts and article.has_text else None
            yield json.dumps(article_as_json(article, text), ensure_ascii=False)

    def merge(self, lines: Iterable[str]) -> Merged:
        """Take in what :meth:`lines` of this or of another store has written.

        Lines that are not understood are left out and told of.

        Raises:
            NotAnExportError: It is something else, or of a newer version.
            StoreError: The store cannot be written.
        """
        numbered = enumerate(lines, 1)
        _check_first(next(numbered, (1, ""))[1])
        merging = _Merging(self._database, self._articles, self._feeds, self._clock())
        while some := list(islice(numbered, _AT_ONCE)):
            with self._database.writing() as connection:
                for number, line in some:
                    if line.strip():
                        merging.take(connection, number, line)
        merging.sort()
        return merging.result


def _check_first(line: str) -> None:
    try:
        said = json.loads(line)
        format, version = said["format"], int(said["version"])
    except (ValueError, TypeError, KeyError, RecursionError):
        format, version = None, 0
    if format != FORMAT:
        raise NotAnExportError("is not a library: summarise history export writes one")
    if version > VERSION:
        raise NotAnExportError("was written by a newer version of the program")


def article_as_json(article: ArticleRecord, text: Text | None = None) -> dict[str, Any]:
    """An article as an object of JSON, without what is empty."""
    said: dict[str, Any] = {"kind": "article"} | asdict(article.facts)
    said |= {"added": article.added, "digest": article.digest}
    said |= {name: getattr(article, name) for name in _TIMES}
    if article.reading is not None:
        said["reading"] = json.loads(reading_to_json(article.reading))
    if text is not None:
        said |= {"text": text.text, "sentences": list(text.sentences)}
        if text.shapes:
            said["shapes"] = [astuple(shape) for shape in text.shapes]
    return {name: value for name, value in said.items() if value not in ("", None, 0)}


class _Merging:
    """Takes in one line after another.

    Attributes:
        result: What came of it so far.
    """

    def __init__(self, database: Database, articles: Articles, feeds: Feeds, now: float) -> None:
        self._database = database
        self._articles = articles
        self._feeds = feeds
        self._now = now
        self.result = Merged()

    def take(self, connection: sqlite3.Connection, number: int, line: str) -> None:
        """Take in one line; where it is not understood, only tell of it."""
        connection.execute("savepoint line")
        try:
            said = json.loads(line)
            take = {"article": self._article, "feed": self._feed, "folder": self._folder}
            take[said["kind"]](connection, said)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
            connection.execute("rollback to line")
            self._wrong(f"line {number}: is not understood")
        except sqlite3.IntegrityError:
            connection.execute("rollback to line")
            self._wrong(f"line {number}: holds no such value")
        finally:
            connection.execute("release line")

    def sort(self) -> None:
        """Bring what was opened here and elsewhere into one order."""
        with self._database.writing() as connection:
            connection.execute(
                "update article set turn = ordered.place from ("
                "  select id, row_number() over (order by opened, turn, id) place from article"
                "  where opened is not null"
                ") ordered where ordered.id = article.id and turn != ordered.place"
            )

    def _wrong(self, line: str) -> None:
        if len(self.result.wrong) < _TOLD:
            self.result = replace(self.result, wrong=(*self.result.wrong, line))

    def _count(self, **more: bool) -> None:
        counts = {name: getattr(self.result, name) + new for name, new in more.items()}
        self.result = replace(self.result, **counts)

    def _folder(self, connection: sqlite3.Connection, said: Mapping[str, Any]) -> None:
        done = connection.execute(
            "insert into folder values(?, ?) on conflict do nothing",
            (_words(said, "path", needed=True), _time(said, "added") or self._now),
        )
        self._count(folders=done.rowcount > 0)

    def _feed(self, _connection: sqlite3.Connection, said: Mapping[str, Any]) -> None:
        said_of_it = {name: _words(said, name) for name in ("title", "site", "folder")}
        self._count(feeds=self._feeds.add(_words(said, "address", needed=True), **said_of_it))

    def _article(self, connection: sqlite3.Connection, said: Mapping[str, Any]) -> None:
        facts = Facts(
            key=storable(_words(said, "key", needed=True)),
            **{name: _words(said, name) for name in _WORDED},
            words=max(0, int(said.get("words", 0))),
        )
        times = {name: _time(said, name) for name in _TIMES}
        text = _text(said)
        before = self._articles.find(facts.key)
        newer = {
            name: time
            for name, time in times.items()
            if time is not None and (before is None or time > (getattr(before, name) or 0.0))
        }
        if before is None or "opened" in newer:
            self._articles.note(facts, text)
        elif text is not None and not before.has_text:
            self._articles.note(Facts(facts.key), text)
        for name in newer.keys() - {"left"}:
            connection.execute(
                f"update article set {name} = ? where key = ?", (newer[name], facts.key)
            )
        if "left" in newer and said.get("reading"):
            put_reading(connection, facts.key, reading_of(said["reading"]), newer["left"])
            connection.execute(
                "update article set digest = ? where key = ?", (_words(said, "digest"), facts.key)
            )
        self._count(articles=before is None or bool(newer))


def _time(said: Mapping[str, Any], name: str) -> float | None:
    """A time, None where none is said.

    Raises:
        ValueError: It is no time at all.
    """
    if said.get(name) is None:
        return None
    time = float(said[name])
    if not 0 <= time < _LATER_THAN_ALL:
        raise ValueError(name)
    return time


def _words(said: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    """A line of text, empty where none is said.

    Raises:
        ValueError: It is none, or none is said and one is needed.
    """
    value = said.get(name, "")
    if not isinstance(value, str) or (needed and not value):
        raise ValueError(name)
    return value


def _text(said: Mapping[str, Any]) -> Text | None:
    """The text of an article, if one is said.

    Raises:
        ValueError: It is none.
    """
    text = sanitise(_words(said, "text"))
    if not text:
        return None
    sentences = tuple((int(start), int(end)) for start, end in said.get("sentences", ()))
    if any(not 0 <= start < end <= len(text) for start, end in sentences):
        raise ValueError("sentences")
    return Text(text, sentences, shapes_of(said.get("shapes", ()), len(text)))
