"""A page as it is asked for, and as it was sent: data only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was sent."""

    data: bytes
    """Its bytes, unpacked."""
    address: str
    """Where it was in the end, behind all redirects."""
    when: datetime
    """When it was fetched, with its time zone."""
    kind: str = ""
    """Its media type as the server says, in lower case without parameters."""
    charset: str = ""
    """Its encoding as the server says."""
    etag: str = ""
    """What the server calls this version of it."""
    modified: str = ""
    """When it was last changed, as the server says."""
    may_be_kept: bool = True
    """Whether its server lets it be kept."""
    moved: str = ""
    """Where it is for good from now on, if its server sent on with that word (301, 308)."""
    kept: bool = False
    """Whether it was not asked for now but kept from before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for."""

    address: str
    """The address."""
    headers: Sequence[tuple[str, str]] = ()
    """What is said besides, such as which version is known already."""
