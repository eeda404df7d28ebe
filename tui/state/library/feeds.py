"""The feeds that are followed: added, asked for what is new, read ahead, written out as OPML."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarise.errors import SummariseError
from summarise.exports import check_suffix
from summarise.loading import Source, source_of
from summarise.sources.files import read_file, shown
from summarise.sources.web.addresses import is_address, shown_address
from summarise.sources.web.options import FetchError, Fetching
from tui.state.library.by_host import each_by_host
from tui.state.session import Session
from tui.state.store.holdings import LIST_SUFFIXES, Entry, Feed
from tui.writing import write_new

if TYPE_CHECKING:
    from summarise.sources.feeds.following import FeedAnswer, FoundFeed
    from tui.state.store.feeds import TakenFeed
    from tui.state.store.store import Store

_NO_FEEDS: list[Feed] = []
#: All entries of a feed that the store keeps.
_ALL = 2_000
#: Seconds that a server may want to rest at most: one that says more is asked once a day.
_LONGEST_REST = 86_400

#: Is told how many of how many are done.
Progress = Callable[[tuple[int, int]], object]


class NothingKeptError(SummariseError):
    """Feeds are kept in the store, and there is none."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding feeds."""

    addresses: tuple[str, ...]
    """Those that are followed from now on."""
    known: int
    """How many were followed already."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of asking feeds."""

    asked: int
    """How many were asked."""
    new: int
    """How many articles are new."""
    failed: int
    """How many feeds could not be read."""
    resting: int
    """How many were not asked because their servers do not want it yet."""


class Following:
    """Feeds, their servers, and the store that keeps them.

    Args:
        session: How pages are fetched, and where things are kept.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, typed: str) -> Added:
        """Follow a feed, those of a page, or those of a list (OPML), and load new ones; slow.

        Args:
            typed: Their address, or the name of a file.

        Raises:
            SummariseError: There are none, or nothing can be kept.
        """
        self._check()
        from summarise.sources.feeds.following import feeds_of, find_feeds  # brings lxml

        named = typed.strip()
        if is_address(named):
            found = find_feeds(named, self._fetching)
        else:
            path = Path(named).expanduser()
            found = feeds_of(read_file(str(path)), "", shown(named))
        added = [one for one in found if self._follow(one)]
        return Added(tuple(one.address for one in added), len(found) - len(added))

    def _follow(self, found: FoundFeed) -> bool:
        def write(store: Store) -> bool:
            return store.feeds.add(found.address, title=found.title, folder=found.folder)

        is_new = self._session.memory.use(write, otherwise=False)
        if is_new and found.answer is not None:
            self._answered(found.address, found.answer)
        return is_new

    def refresh(self, only: Sequence[str] | None, progress: Progress) -> Refreshed:
        """Ask feeds for what is new, two connections a server; slow.

        Args:
            only: Addresses of those that are asked, even if their servers want to rest; otherwise
                all whose servers do not.
            progress: Is told how many of how many are done.

        Raises:
            SummariseError: Nothing can be kept.
        """
        self._check()
        feeds = self._session.memory.use(lambda store: store.feeds.all(), _NO_FEEDS)
        now = time.time()
        if only is None:
            asked = [feed for feed in feeds if (feed.wait_until or 0) <= now]
        else:
            asked = [feed for feed in feeds if feed.address in only]
        counts = {"new": 0, "failed": 0}
        counting = Lock()

        def ask(feed: Feed) -> None:
            new = self._ask(feed)
            with counting:
                counts["failed" if new is None else "new"] += 1 if new is None else new

        each_by_host(asked, _host, ask, lambda done: progress((done, len(asked))))
        resting = len(feeds) - len(asked) if only is None else 0
        return Refreshed(len(asked), counts["new"], counts["failed"], resting)

    def _ask(self, feed: Feed) -> int | None:
        """Ask one feed; how many articles are new, or None if it cannot be read."""
        from summarise.sources.feeds.following import ask_feed  # brings lxml

        memory = self._session.memory
        try:
            answer = ask_feed(feed.address, feed.etag, feed.modified, self._fetching)
        except FetchError as error:
            rest = None if error.wait is None else time.time() + min(error.wait, _LONGEST_REST)
            reason = str(error)
            memory.use(
                lambda store: store.feeds.failed(feed.address, reason, wait_until=rest),
                otherwise=None,
            )
            return None
        address = feed.address
        if answer.moved and answer.moved != address:
            address = answer.moved
            memory.use(lambda store: store.feeds.rename(feed.address, address), otherwise=None)
        return self._answered(address, answer)

    def _answered(self, address: str, answer: FeedAnswer) -> int:
        return self._session.memory.use(partial(keep_answer, address, answer), otherwise=0)

    def fetch_ahead(self, sources: Sequence[Source], progress: Progress) -> list[str]:
        """Fetch the pages of articles that their feeds only begin, to be read offline; slow.

        Args:
            sources: The articles.
            progress: Is told how many of how many are done.

        Returns:
            The keys of those that are there now: their feed has all of them, or their page is kept.
        """
        from summarise.sources.web.fetching import is_kept

        wanted = [s for s in sources if s.part is not None and s.part.address]
        there: list[str] = []

        def fetch(source: Source) -> None:
            assert source.part is not None
            try:
                if not source.part.is_whole():
                    source_of(source.part.address).open(fetching=self._fetching)
                    if not is_kept(source.part.address, self._fetching):
                        return
            except SummariseError:
                return
            there.append(source.key)  # one at a time, whatever thread it is in

        each_by_host(wanted, _host_of_page, fetch, lambda done: progress((done, len(wanted))))
        return there

    def remove(self, title: str) -> TakenFeed | None:
        """Follow a feed no longer; slow.

        Args:
            title: What it stands under.

        Returns:
            What was kept of the feed, if it was followed.
        """
        memory = self._session.memory
        feeds = memory.use(lambda store: store.feeds.all(), _NO_FEEDS)
        feed = next((feed for feed in feeds if (feed.title or feed.address) == title), None)
        if feed is None:
            return None
        address = feed.address
        return memory.use(lambda store: store.feeds.take(address), otherwise=None)

    def bring_back(self, taken: TakenFeed) -> bool:
        """Follow a feed again that was removed, with its articles; slow."""
        return self._session.memory.use(lambda store: store.feeds.put_back(taken), otherwise=False)

    def to_write(self) -> list[Feed]:
        """The feeds that a list of feeds would have; slow.

        Raises:
            NothingKeptError: There is none.
        """
        self._check()
        feeds = self._session.memory.use(lambda store: store.feeds.all(), _NO_FEEDS)
        if not feeds:
            raise NothingKeptError("No feed is followed: nothing to write.")
        return feeds

    def write(self, name: str) -> int:
        """Write all feeds to a new file as a list of feeds (OPML), with their folders; slow.

        Returns:
            How many there are.

        Raises:
            SummariseError: There is none, the name is that of another kind of file, or the file is
                there already or cannot be written.
        """
        path = file_named(name)
        check_suffix(path, LIST_SUFFIXES)
        feeds = self.to_write()
        write_new(path, opml_of(feeds))
        return len(feeds)

    @property
    def _fetching(self) -> Fetching:
        return self._session.request.settings.fetching._replace(anew=False)

    def _check(self) -> None:
        if not self._session.memory.on:
            raise NothingKeptError(
                "Feeds are kept in what is remembered, and that is switched off."
            )


def file_named(typed: str) -> Path:
    """The file that is meant by a name as it was typed, perhaps with ``~``."""
    return Path(typed.strip()).expanduser()


def opml_of(feeds: Sequence[Feed]) -> str:
    """A list of feeds as OPML, those of one folder in an outline of its own."""
    from xml.sax.saxutils import escape, quoteattr  # brings a web client: 8 ms before each summary

    by_folder: dict[str, list[Feed]] = {}
    for feed in feeds:
        by_folder.setdefault(feed.folder, []).append(feed)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape('Feeds of summarise')}</title></head>",
        "<body>",
    ]
    for folder, members in by_folder.items():
        if folder:
            lines.append(f"<outline text={quoteattr(folder)}>")
        for feed in members:
            title = quoteattr(feed.title or feed.address)
            page = f" htmlUrl={quoteattr(feed.site)}" if feed.site else ""
            lines.append(
                f'<outline type="rss" text={title} title={title} '
                f"xmlUrl={quoteattr(feed.address)}{page}/>"
            )
        if folder:
            lines.append("</outline>")
    return "\n".join([*lines, "</body>", "</opml>", ""])


def keep_answer(address: str, answer: FeedAnswer, store: Store) -> int:
    """Keep what a feed answered; returns how many of its articles are new.

    Raises:
        StoreError: It cannot be written.
    """
    feed = answer.feed
    if feed is None:  # it has not changed
        return store.feeds.answered(address, etag=answer.etag, modified=answer.modified)
    # An entry keeps its key, so that its marks stay with it when its feed moves.
    known = {e.ident: e.key for e in store.entries.all(address, hidden=True, limit=_ALL)}
    base = source_of(address).key
    entries = [
        Entry(
            one.ident,
            known.get(one.ident) or f"{base} # {one.ident}",
            one.title,
            one.link,
            one.author,
            one.date,
            one.full,
            one.summary,
            one.is_html,
        )
        for one in feed.entries
    ]
    return store.feeds.answered(
        address,
        entries,
        title=feed.title or shown_address(address).partition("://")[2],
        site=feed.page,
        etag=answer.etag,
        modified=answer.modified,
    )


def _host(feed: Feed) -> str:
    return urlsplit(feed.address).netloc.lower()


def _host_of_page(source: Source) -> str:
    address = source.part.address if source.part is not None else source.origin
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
