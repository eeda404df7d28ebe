"""Addresses of the web: which names are one, and how they are shown."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from summarise.text.patterns import compile_later

_ANY_SCHEME = compile_later(r"\s*[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_NOT_IN_AN_ADDRESS = compile_later(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_LIKE_A_FEED = compile_later(
    r"/(?:feeds?|rss|atom|index\.(?:xml|rdf)|[\w-]+\.(?:rss|atom)|(?:rss|atom|feed)\.(?:xml|json))/?$",
    re.IGNORECASE,
)
_LONGEST = 4_000
#: Scripts that are written together.
_TOGETHER = (frozenset({"CJK", "HIRAGANA", "KATAKANA"}), frozenset({"CJK", "HANGUL"}))


def is_address(name: str) -> bool:
    """Whether what the user named is an address and not the name of a file."""
    return "://" in name and _ANY_SCHEME.match(name) is not None


def is_like_a_feed(address: str) -> bool:
    """Whether an address is one at which people expect a feed."""
    return _LIKE_A_FEED.search(address.partition("#")[0].partition("?")[0]) is not None


def fault_of(address: str) -> str:
    """Why nothing can be fetched from an address, to stand behind it; "" if something can be."""
    if len(address) > _LONGEST:
        return f"is longer than {_LONGEST:,} characters"
    scheme = address.partition(":")[0].strip().lower()
    if scheme not in ("http", "https"):
        return f"{scheme} addresses are not read, only http and https"
    if _NOT_IN_AN_ADDRESS.search(address.strip()):
        return "is not a usable address: it has spaces or signs that no address has"
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
        if host and not host.isascii():
            host.encode("idna")
    except ValueError:  # a UnicodeError is one
        return "is not a usable address: check its host and port"
    return "" if host else "is not a usable address: it names no host"


def tidied(address: str) -> str:
    """An address without the place on the page, and without spaces around it."""
    return address.strip().partition("#")[0]


def without_login(address: str) -> str:
    """An address without the name and the password that may stand before its host."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return SplitResult(parts.scheme, host, *parts[2:]).geturl()


def shown_address(address: str) -> str:
    """An address fit to be shown: without name and password, its host as :func:`shown_host`."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return address
    place = shown_host(host) if ":" not in host else f"[{host}]"
    if port is not None:
        place += f":{port}"
    shown = SplitResult(parts.scheme, place, parts.path, parts.query, parts.fragment)
    return shown.geturl()


def site_of(address: str) -> str:
    """The site that an address is of: its host, as a reader calls it."""
    return shown_host(urlsplit(address).hostname or "").removeprefix("www.")


def shown_host(host: str) -> str:
    """A host in Unicode only if all of it is of one script, else as its ASCII name.

    So no letter of another script can pass for one of a host that the reader knows.
    """
    if host.isascii() and "xn--" not in host:
        return host
    labels = [_unicode_label(label) for label in host.lower().split(".")]
    written = ".".join(labels)
    if written.isascii() or _is_of_one_script(written):
        return written
    return ".".join(_ascii_label(label) for label in labels)


def _unicode_label(label: str) -> str:
    import unicodedata  # only for hosts that are not ASCII

    if not label.startswith("xn--"):
        return unicodedata.normalize("NFC", label)
    try:
        return label[4:].encode("ascii").decode("punycode").lower()
    except UnicodeError:
        return label


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode", "backslashreplace").decode("ascii")


def _is_of_one_script(host: str) -> bool:
    import unicodedata  # only for hosts that are not ASCII

    scripts = set()
    for character in host:
        category = unicodedata.category(character)
        if category[0] == "L":
            scripts.add(unicodedata.name(character, "?").partition(" ")[0])
        elif not (character in "-." or "0" <= character <= "9" or category in ("Mn", "Mc")):
            return False  # a sign that looks like a slash, say
    return len(scripts) == 1 or any(scripts <= together for together in _TOGETHER)
