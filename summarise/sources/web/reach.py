"""Whom the address of a computer leads to: the web, this computer and its network, or nobody."""

from __future__ import annotations

from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

#: A network that stands for the whole web: a local proxy hands out its addresses for all names.
_STANDS_FOR_THE_WEB = ip_network("198.18.0.0/15")
_NAT64 = ip_network("64:ff9b::/96")


class Reach(Enum):
    """Whom the address of a computer leads to."""

    PUBLIC = "the web"
    PRIVATE = "this computer or its own network"
    NEVER = "link-local: what a machine in a data centre tells its owner, for one"


def reach_of(host: str) -> Reach | None:
    """Whom the address of a computer leads to; None for a name, which has to be looked up."""
    try:
        found = ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return Reach.PRIVATE if host.rstrip(".").lower() in ("localhost", "local") else None
    inner = _inner(found)
    if inner.is_link_local:
        return Reach.NEVER
    stands = isinstance(inner, IPv4Address) and inner in _STANDS_FOR_THE_WEB
    return Reach.PUBLIC if inner.is_global or stands else Reach.PRIVATE


def _inner(found: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The address of the old kind that one of the new kind stands for, if it does."""
    if isinstance(found, IPv4Address):
        return found
    if found in _NAT64:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found.sixtofour or found
