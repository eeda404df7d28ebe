"""How pages are fetched: data only, for it is imported whatever is opened."""

from __future__ import annotations

from typing import NamedTuple


class FetchError(Exception):
    """A page could not be fetched; ``str(error)`` says why, to stand behind its address.

    Attributes:
        wait: Seconds for which its server does not want to be asked again, if it says so.
    """

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Limits(NamedTuple):
    """What one opening may cost."""

    connect: float = 10.0
    """Seconds to reach the server."""
    silence: float = 10.0
    """Seconds without a byte."""
    total: float = 30.0
    """Seconds in all, whatever arrives meanwhile, redirects included."""
    largest: int = 10 * 1024 * 1024
    """Bytes of a page, as they are sent and again when they are unpacked."""
    redirects: int = 5
    """How often a page may send on to another."""
    kept: int = 200 * 1024 * 1024
    """Bytes of all pages that are kept together."""


class Fetching(NamedTuple):
    """How pages are fetched, as the user wants it."""

    agent: str = ""
    """How the program calls itself; "" for its own name and version."""
    command: str = ""
    """The user's command that fetches instead, as a shell would read it, without the address."""
    keeps: bool = True
    """Whether pages that were fetched are kept, and read again without asking for them."""
    anew: bool = False
    """Whether the server is asked even though the page was kept."""
    asks: bool = True
    """Whether servers are asked at all: if not, only pages that were kept are there."""
    completes: bool = False
    """Whether the page of a feed's article is fetched where the feed has only its beginning."""
    limits: Limits = Limits()
    """What one opening may cost."""


#: As everyone starts.
USUAL = Fetching()
