"""The links of a sentence, and where they lead."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from summarise.article import Article, SpanKind
from summarise.sources.spans import address_of
from summarise.text.patterns import compile_later

#: An address that is written out, without the marks behind it that belong to the sentence.
_WRITTEN = compile_later(r"https?://[^\s<>\"'“”‘’«»]*[^\s<>\"'“”‘’«».,;:!?…)\]}]", re.IGNORECASE)
_OPENABLE = compile_later(r"(?:https?://[^/\s]|mailto:.)", re.IGNORECASE)


class Link(NamedTuple):
    """A link."""

    words: str
    """The words that lead there."""
    address: str
    """Where it leads."""

    @property
    def is_openable(self) -> bool:
        """Whether it leads to the web or to mail: nothing else is ever opened."""
        return is_openable(self.address)


def links_of(article: Article, sentence: int, base: str = "") -> list[Link]:
    """The links of a sentence in order, each address once; those that are written out among them.

    Args:
        article: The article.
        sentence: The sentence.
        base: The address of its page, which those of its links may be relative to.
    """
    text = article.sentences[sentence].text
    found: list[tuple[int, Link]] = []
    for start, end, kind, target in article.spans_of(sentence):
        if kind is SpanKind.LINK:
            words = " ".join(text[start:end].split())
            found.append((start, Link(words, whole_address(target, article.address or base))))
    matches = _WRITTEN.finditer(text) if "://" in text else ()
    written = ((match.start(), address_of(match[0])) for match in matches)
    found += [(start, Link(address, address)) for start, address in written if address]
    links: dict[str, Link] = {}
    for _, link in sorted(found):
        links.setdefault(link.address, link)
    return list(links.values())


def whole_address(address: str, base: str) -> str:
    """An address that may be relative, as seen from its page."""
    from urllib.parse import urljoin  # only where there is a link

    try:
        whole = urljoin(base, address) if base else address
    except ValueError:
        return address
    return address_of(whole) or address


def file_of(target: str, path: Path) -> Path | None:
    """The file that a link leads to from one that is read.

    Args:
        target: The address of the link.
        path: The file that it is in.

    Returns:
        None if the address is not relative, or if there is no such file.
    """
    from urllib.parse import unquote, urlsplit  # only where there is a link

    try:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return None
        found = (path.parent / unquote(parts.path)).resolve()
        return found if found.is_file() else None
    except (OSError, ValueError):  # not a possible name of a file
        return None


def is_openable(address: str) -> bool:
    """Whether an address leads to the web or to mail: nothing else is ever opened."""
    return _OPENABLE.match(address) is not None and address_of(address) == address
