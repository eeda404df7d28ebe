"""One page: as it was kept, or else from its server or by the user's command."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from summarise.errors import SourceError
from summarise.sources.files import shown
from summarise.sources.web.addresses import fault_of, shown_address, tidied
from summarise.sources.web.kept import kept_pages
from summarise.sources.web.options import FetchError, Fetching
from summarise.sources.web.pages import Asked, Fetched

#: What the media types of texts say of the format, as the suffix of a file would.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/x-rst": ".rst",
}


def fetch(address: str, fetching: Fetching) -> Fetched:
    """The page at an address: as it was kept, or else from its server.

    Args:
        address: The address.
        fetching: How.

    Raises:
        SourceError: It cannot be fetched; the message names the address and says why.
    """
    name = shown(shown_address(address))
    address = tidied(address)
    if fault := fault_of(address):
        raise SourceError(name, fault)
    pages = kept_pages(fetching.limits.kept)
    known = pages.find(address) if fetching.keeps else None
    if known is not None and not fetching.anew:
        return known
    if not fetching.asks:
        raise SourceError(name, "has not been fetched yet: open it to do so")
    try:
        page = _fetched(address, known, fetching)
    except FetchError as error:
        raise SourceError(name, str(error)) from None
    if not page.may_be_kept:
        pages.forget(address)  # an older version, of a time when it might be kept
    elif fetching.keeps:
        pages.keep(address, page)
    return page


def is_kept(address: str, fetching: Fetching) -> bool:
    """Whether a page can be read without its server."""
    pages = kept_pages(fetching.limits.kept)
    return fetching.keeps and pages.find(tidied(address)) is not None


def _fetched(address: str, known: Fetched | None, fetching: Fetching) -> Fetched:
    if fetching.command:
        from summarise.sources.web.command import fetch_by

        return fetch_by(fetching.command, address, fetching.limits)
    from summarise.sources.web.client import ask  # brings httpx

    headers = [
        (name, value)
        for name, value in (
            ("If-None-Match", known.etag if known else ""),
            ("If-Modified-Since", known.modified if known else ""),
        )
        if value
    ]
    page = ask(Asked(address, headers), fetching)
    if page is not None:
        return page
    assert known is not None  # only then the server was asked whether it has changed
    return replace(known, when=datetime.now(UTC), kept=False)


def suffix_of(page: Fetched) -> str:
    """The suffix of a page as a file: by what its server says, or else that of its address."""
    if said := _SUFFIXES.get(page.kind):
        return said
    path = unquote(urlsplit(page.address).path)
    return PurePosixPath(path).suffix.lower()


def note_of(page: Fetched) -> str:
    """What its reader should be told of a page that was not asked for now; "" if it was."""
    if not page.kept:
        return ""
    return f"this is the page as it was fetched on {page.when.astimezone():%Y-%m-%d at %H:%M}"
