"""What the store tells of what it holds, as plain data: articles, feeds, entries, folders, hits.

Apart from :mod:`tui.state.store.records`, which more of the app asks for. Named tuples for the most
part: to make the class of one takes a tenth of the half millisecond that a frozen one takes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tui.state.store.records import Facts, KeptReading

#: How the name of a list of feeds (OPML) may end.
LIST_SUFFIXES = (".opml", ".xml")


class ArticleRecord(NamedTuple):
    """An article as the store knows it. Times are seconds since 1970."""

    facts: Facts
    """What a list shows."""
    added: float
    """When the store first heard of it."""
    digest: str = ""
    """Digest of its whole text when it was last opened; "" if it never was."""
    opened: float | None = None
    """When it was last opened in the reader."""
    read: float | None = None
    """When it was marked read."""
    saved: float | None = None
    """When it was saved."""
    hidden: float | None = None
    """When it was hidden."""
    reading: KeptReading | None = None
    """Where it was left."""
    left: float | None = None
    """When that was."""
    has_text: bool = False
    """Whether its text is kept: :meth:`Articles.text`."""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.facts.key


class Feed(NamedTuple):
    """A feed that is followed, and how it went when it was last asked."""

    address: str
    """Where it is."""
    title: str = ""
    """What it calls itself, or what its reader calls it."""
    site: str = ""
    """The page that it belongs to."""
    folder: str = ""
    """The folder of the reader's list of feeds that it stands in; "" for none."""
    added: float = 0.0
    """When it was added."""
    etag: str = ""
    """What its server called the version that is kept."""
    modified: str = ""
    """When that version was made, in the server's words."""
    fetched: float | None = None
    """When it last answered, also with 304."""
    failed: str = ""
    """Why it could not be read the last time, in a line; "" if it could."""
    failures: int = 0
    """How many times that was so, one after another."""
    wait_until: float | None = None
    """The time before which its server does not want to be asked (Retry-After)."""
    entries: int = 0
    """How many of its entries are kept."""
    unread: int = 0
    """How many of these are neither read nor hidden."""


class Entry(NamedTuple):
    """An entry of a feed. Its marks are those of the article with the same key."""

    ident: str
    """What tells it from the others of its feed."""
    key: str
    """The key of the article that it opens as."""
    title: str = ""
    """Its title, on one line."""
    address: str = ""
    """Where the whole of it is; "" if nowhere else."""
    author: str = ""
    """Who wrote it."""
    published: str = ""
    """When it was published, in ISO 8601 as far as known."""
    content: str = ""
    """Its text as the feed gives it."""
    summary: str = ""
    """What the feed gives as its summary."""
    is_html: bool = True
    """Whether those two are HTML."""
    feed: str = ""
    """Address of its feed; the store fills it in."""
    seen: float = 0.0
    """When it was first in the feed; the store fills it in."""
    read: float | None = None
    """When it was marked read; the store fills it in."""
    saved: float | None = None
    """When it was saved; the store fills it in."""
    hidden: float | None = None
    """When it was hidden; the store fills it in."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the reader wants among the places."""

    path: str
    """Where it is."""
    added: float
    """When it was added."""


class Hit(NamedTuple):
    """An article that was found by its words."""

    article: ArticleRecord
    """The article."""
    sentence: str
    """The first of the sentences that have most of the words; "" if only the title has them."""
    at: int | None = None
    """Index of that sentence among those of the kept text."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge."""

    articles: int = 0
    """Articles that are new or newer."""
    feeds: int = 0
    """Feeds that are new."""
    folders: int = 0
    """Folders that are new."""
    wrong: tuple[str, ...] = field(default=())
    """What was not understood, a line each; only the first few."""
