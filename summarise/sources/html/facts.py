"""What a page says of its article besides the text: author, date, site and address.

Only what is said to be so is taken, in the order of how exactly it is said: linked data, the tags
of the head, the marks on elements, and last what stands in a byline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarise.article import Feed
from summarise.sources.html.authors import author_of
from summarise.sources.html.linked_data import LinkedData
from summarise.sources.html.published import date_of
from summarise.sources.html.said import PageSays
from summarise.sources.html.texts import clean, inner_text, letters

_SITE_TAGS = (
    "og:site_name",
    "citation_journal_title",
    "application-name",
    "parsely-site",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "apple-mobile-web-app-title",
)
_ADDRESS_TAGS = ("og:url", "twitter:url", "parsely-link", "dc.identifier.uri")
_SEPARATOR = re.compile(r"\s+[|\-–—·•»:]\s+|\s*\|\s*")
_LONGEST_SITE = 60
#: What a page calls its feeds. Plain JSON may be anything that a site has for programs.
_FEED_KINDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "text/xml",
        "application/xml",
    }
)
_MOST_FEEDS = 20


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its article; what it does not say is empty."""

    author: str = ""
    """Who wrote it; several names stand with commas between them."""
    date: str = ""
    """When it was published, in ISO 8601."""
    site: str = ""
    """What it was published in."""
    address: str = ""
    """Its own address, without the place on the page."""
    feeds: Sequence[Feed] = ()
    """The feeds that it names, with their addresses as they are written there, or whole."""


def facts_of(tree: Any, title: str) -> Facts:
    """What a page says of its article.

    Args:
        tree: The page as a tree, before anything has left it.
        title: The title of its article.
    """
    page, data = PageSays(tree), LinkedData(tree, title)
    site = _site(page, data, title)
    author = author_of(page, data, {letters(site), letters(title)})
    address = _address(page, data)
    return Facts(author, date_of(page, data), site, address, feeds_of(tree, address))


def _site(page: PageSays, data: LinkedData, title: str) -> str:
    named = next((node for node in page.tree.iter("title")), None)
    for name in (*page.each(_SITE_TAGS[:2]), *data.sites, *page.each(_SITE_TAGS[2:])):
        if _is_site(name, title):
            return name
    behind = _behind_title(inner_text(named), title)
    return behind if _is_site(behind, title) else ""


def _is_site(name: str, title: str) -> bool:
    key = letters(name)
    return (
        bool(key)
        and len(name) <= _LONGEST_SITE
        and key != letters(title)
        and "://" not in name
        and not name.startswith("@")
    )


def _behind_title(named: str, title: str) -> str:
    """What the page's name for itself says behind the title, or before it."""
    key = letters(title)
    parts = list(_SEPARATOR.finditer(named))
    if not key or not parts:
        return ""
    first, last = named[: parts[0].start()], named[parts[-1].end() :]
    if letters(named[: parts[-1].start()]).startswith(key):
        return last.strip()
    if letters(named[parts[0].end() :]) == key:
        return first.strip()
    return ""


def _address(page: PageSays, data: LinkedData) -> str:
    base = next((node.get("href") or "" for node in page.tree.iter("base")), "")
    links = [
        node.get("href") or ""
        for node in page.tree.iter("link")
        if "canonical" in (node.get("rel") or "").lower().split()
    ]
    said = [*links, *page.each(_ADDRESS_TAGS), *data.addresses]
    whole = [address for text in said if (address := _usable(text, base))]
    if not base and whole:  # one that is whole tells what the others are relative to
        whole = [address for text in said if (address := _usable(text, whole[0]))]
    # The start page of the site as the address of an article is a mistake where another is named.
    deep = [
        address for address in whole if urlsplit(address).path.strip("/") or urlsplit(address).query
    ]
    return next(iter(deep or whole), "")


def feeds_of(tree: Any, address: str = "") -> tuple[Feed, ...]:
    """The feeds that a page names in its head, each once.

    Args:
        tree: The page as a tree.
        address: Its own address, if it is known.
    """
    base = next((node.get("href") or "" for node in tree.iter("base")), "")
    found: dict[str, Feed] = {}
    for node in tree.iter("link"):
        kind = (node.get("type") or "").partition(";")[0].strip().lower()
        how = (node.get("rel") or "").lower().split()
        if not ("feed" in how or ("alternate" in how and kind in _FEED_KINDS)):
            continue
        # Some are written for programs that know a scheme of their own.
        said = clean(node.get("href") or "").removeprefix("feed:")
        try:
            whole = urljoin(urljoin(address, base), f"http:{said}" if said[:2] == "//" else said)
        except ValueError:
            continue
        if said and len(found) < _MOST_FEEDS:
            found.setdefault(whole, Feed(clean(node.get("title") or ""), whole))
    return tuple(found.values())


def _usable(text: str, base: str) -> str:
    text = clean(text)
    try:
        address = urljoin(base, text) if text else ""
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or " " in address or len(address) > 2000:
        return ""
    if "." not in host or host.endswith((".local", ".localhost")) or host.startswith("127."):
        return ""
    return address.partition("#")[0]
