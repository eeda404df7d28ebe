"""Following feeds: asking one for what is new, and finding those of a page or of a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urljoin

from summarise.errors import SourceError
from summarise.sources.encoding import NotTextError
from summarise.sources.feeds import Feed, feed_of, read_feed
from summarise.sources.files import shown
from summarise.sources.refused import RefusedError
from summarise.sources.web.addresses import fault_of, shown_address, tidied
from summarise.sources.web.options import FetchError, Fetching
from summarise.sources.web.pages import Asked, Fetched
from summarise.text.sanitise import sanitise_line

_KINDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "text/rss+xml",
    }
)
#: Of one page, or of one list, so many feeds are taken.
_MOST = 2_000
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that can be followed."""

    address: str
    """Where it is."""
    title: str = ""
    """What it is called where it was found; "" if nowhere."""
    folder: str = ""
    """The folder of its list that it stands in; "" for none."""
    answer: FeedAnswer | None = None
    """What it holds, if it was read already."""


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What the server of a feed answered."""

    feed: Feed | None
    """The feed; None if it has not changed since it was asked last (304)."""
    moved: str = ""
    """Where it is for good from now on, if it has moved."""
    etag: str = ""
    """What the server calls this version of it."""
    modified: str = ""
    """When it was changed, in the server's words."""


def ask_feed(address: str, etag: str, modified: str, fetching: Fetching) -> FeedAnswer:
    """Ask a feed for what is new.

    Args:
        address: Where it is.
        etag: What its server called the version that is known.
        modified: When that was changed, in the server's words.
        fetching: How pages are fetched.

    Raises:
        FetchError: It cannot be had, or is no feed; the message says why.
    """
    if fault := fault_of(address):
        raise FetchError(fault)
    page = _fetched(address, etag, modified, fetching)
    if page is None:
        return FeedAnswer(None)
    return _answer_of(page)


def find_feeds(address: str, fetching: Fetching) -> list[FoundFeed]:
    """The feeds that an address stands for: a feed itself, those of a page, or a list of them.

    Raises:
        SourceError: It cannot be had, or names no feed.
    """
    name = shown(shown_address(address))
    try:
        if fault := fault_of(address):
            raise FetchError(fault)
        page = _fetched(address, "", "", fetching)
        assert page is not None  # only a version that is known may be unchanged
        return feeds_of(page.data, page.moved or tidied(address), name, page)
    except FetchError as error:
        raise SourceError(name, str(error)) from None


def feeds_of(data: bytes, address: str, name: str, page: Fetched | None = None) -> list[FoundFeed]:
    """The feeds that some bytes stand for.

    Args:
        data: A feed, a list of feeds (OPML), or a page that names its feeds.
        address: Where they are from; "" for a file.
        name: What they are called in an error.
        page: The answer that they came in, if they did.

    Raises:
        SourceError: They name no feed.
    """
    try:
        parts = read_feed(data).parts
    except (RefusedError, NotTextError):
        parts = ()
    listed = [part for part in parts if part.read is None]
    if listed:
        return [
            FoundFeed(p.address, "" if p.title == p.address else p.title, p.group)
            for p in listed[:_MOST]
        ]
    if parts and page is not None:
        return [FoundFeed(address, answer=_answer_of(page))]
    if parts:
        raise SourceError(name, "is a feed in a file: give its address")
    if page is None:
        raise SourceError(name, "is no list of feeds (OPML)")
    found = feeds_of_page(data, page.address)
    if not found:
        raise SourceError(name, "is a page that names no feed: give the address of the feed itself")
    return found


def feeds_of_page(data: bytes, address: str) -> list[FoundFeed]:
    """The feeds that a page names in its head, in its order.

    Args:
        data: The page.
        address: Where it is.
    """
    from lxml import html  # only where a page is looked through

    try:
        page = html.document_fromstring(data[:2_000_000])
    except Exception:  # lxml raises several kinds for what is no page
        return []
    found: dict[str, FoundFeed] = {}
    base = next(iter(page.xpath("//base/@href")), "")
    for link in page.iter("link"):
        rel = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        href = (link.get("href") or "").strip()
        if "alternate" in rel and kind in _KINDS and href and len(found) < _MOST:
            whole = tidied(_whole(href, _whole(base, address) or address))
            if whole:
                title = sanitise_line(link.get("title") or "", _LONGEST_TITLE)
                found.setdefault(whole, FoundFeed(whole, title))
    return list(found.values())


def _answer_of(page: Fetched) -> FeedAnswer:
    try:
        feed = feed_of(page.data)
    except (RefusedError, NotTextError) as error:
        raise FetchError(str(error)) from None
    entries = tuple(replace(entry, link=_whole(entry.link, page.address)) for entry in feed.entries)
    feed = replace(feed, entries=entries, page=_whole(feed.page, page.address))
    return FeedAnswer(feed, page.moved, page.etag, page.modified)


def _whole(address: str, base: str) -> str:
    """An address that may be relative, made whole; "" if nothing can be fetched from it."""
    try:
        found = urljoin(base, address) if address else ""
    except ValueError:
        return ""
    return "" if fault_of(found) else found


def _fetched(address: str, etag: str, modified: str, fetching: Fetching) -> Fetched | None:
    if fetching.command:
        from summarise.sources.web.command import fetch_by

        return fetch_by(fetching.command, address, fetching.limits)
    from summarise.sources.web.client import ask  # brings httpx

    said = (("If-None-Match", etag), ("If-Modified-Since", modified))
    return ask(Asked(tidied(address), [(name, value) for name, value in said if value]), fetching)
