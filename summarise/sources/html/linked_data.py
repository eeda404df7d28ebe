"""What a page says of its article as linked data: JSON-LD of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from summarise.sources.html.texts import clean, letters

#: Kinds of things that are written and published; of other pages only what is about the page.
_WRITTEN = re.compile(
    r"(?:Article|Posting|Report|Review|Chapter|Thesis|Story|Book|Recipe|HowTo|CreativeWork|Page"
    r"|Episode|LiveBlogPosting|Document)$"
)
_BEST = re.compile(r"(?:Article|Posting|Report|Story|Thesis)$")
_NOT_THE_PAGE = frozenset({"CollectionPage", "ProfilePage", "ContactPage", "SearchResultsPage"})
_LONGEST = 1_000_000
_MOST_NODES = 500
#: What some pages leave around their data.
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>)\s*$"
)
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")

_BROKEN_KIND = re.compile(r'"@type"\s*:\s*"(\w*(?:Article|Posting))"')
_BROKEN_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,60})"')
_BROKEN_HEADLINE = re.compile(r'"headline"\s*:\s*"([^"\\]{1,300})"')
_BROKEN_AUTHOR = re.compile(
    r'"author"\s*:\s*(?:\[\s*)?(?:\{[^{}\[\]]{0,200}?"name"\s*:\s*)?"([^"\\]{1,100})"'
)

Node = Mapping[str, Any]


class LinkedData:
    """The linked data of a page.

    Args:
        tree: The page as a tree, with its scripts.
        title: The title of its article, by which it is told from others that the page names.
    """

    def __init__(self, tree: Any, title: str) -> None:
        self._nodes = list(_nodes(tree))
        self._by_id = {
            str(node["@id"]): node
            for node in reversed(self._nodes)
            if len(node) > 1 and "@id" in node
        }
        written = [node for node in self._nodes if _is_written(node)]
        key = letters(title)
        written.sort(key=lambda node: (not _is_named(node, key), not _is_best(node)))
        self._written = written

    @property
    def authors(self) -> list[str]:
        """Who wrote the article."""
        for node in self._written:
            names = [name for name in map(self._name, _each(node.get("author"))) if name]
            names = names or [n for n in map(self._name, _each(node.get("creator"))) if n]
            if names:
                return names
        return []

    @property
    def dates(self) -> list[str]:
        """When it was published, as it is written there."""
        return [date for node in self._written for date in _texts(node.get("datePublished"))]

    @property
    def addresses(self) -> list[str]:
        """Where it stands."""
        found = []
        for node in self._written:
            page = node.get("mainEntityOfPage")
            found += _texts(page.get("@id") if isinstance(page, Mapping) else page)
            found += _texts(node.get("url"))
        return found

    @property
    def sites(self) -> list[str]:
        """What it was published in: the site, or else the publisher."""
        sites = [n for n in self._nodes if "WebSite" in _types(n)]
        whole = [self._name(part) for n in self._written for part in _each(n.get("isPartOf"))]
        names = [self._name(site) for site in sites]
        names += [self._name(p) for n in self._written for p in _each(n.get("publisher"))]
        kept = [
            name
            for name, part in zip(
                whole, (p for n in self._written for p in _each(n.get("isPartOf"))), strict=True
            )
            if isinstance(part, Mapping) and _types(part) & {"WebSite", "Periodical", "Newspaper"}
        ]
        return [name for name in (*kept, *names) if name]

    def _name(self, thing: Any) -> str:
        if isinstance(thing, str):
            return clean(unescape(thing))
        if not isinstance(thing, Mapping):
            return ""
        name = thing.get("name")
        if name is None and "@id" in thing:
            name = self._by_id.get(str(thing["@id"]), {}).get("name")
        if isinstance(name, list):
            name = ", ".join(map(str, name[:10]))
        return clean(unescape(name)) if isinstance(name, str) else ""


def _nodes(tree: Any) -> Iterator[Node]:
    left = _MOST_NODES
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        for node in _top(_parsed(text)) if len(text) <= _LONGEST else ():
            left -= 1
            if left < 0:
                return
            yield node


def _parsed(text: str) -> Any:
    text = _WRAPPED.sub("", text)
    for attempt in (text, _LAST_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _found_in(text)


def _found_in(text: str) -> Node | None:
    """What broken data says of one article: a quotation mark too many breaks all of it."""
    kind = _BROKEN_KIND.search(text)
    if kind is None or len(set(_BROKEN_DATE.findall(text))) > 1:
        return None  # of several things nobody could tell which it is about
    said = {"@type": kind[1], "datePublished": _BROKEN_DATE.search(text)}
    said |= {"headline": _BROKEN_HEADLINE.search(text), "author": _BROKEN_AUTHOR.search(text)}
    return {
        name: found[1] if isinstance(found, re.Match) else found for name, found in said.items()
    }


def _top(data: Any, depth: int = 0) -> Iterator[Node]:
    """The things that are said to be on the page, not those that they only speak of."""
    if isinstance(data, list) and depth < 4:
        for item in data:
            yield from _top(item, depth + 1)
    elif isinstance(data, Mapping):
        yield data
        if depth < 4:
            for inside in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(data.get(inside), (list, Mapping)):
                    yield from _top(data[inside], depth + 1)


def _types(node: Node) -> set[str]:
    return {str(kind).rpartition("/")[2] for kind in _each(node.get("@type"))}


def _is_written(node: Node) -> bool:
    types = _types(node)
    return not types & _NOT_THE_PAGE and any(_WRITTEN.search(kind) for kind in types)


def _is_best(node: Node) -> bool:
    return any(_BEST.search(kind) for kind in _types(node))


def _is_named(node: Node, key: str) -> bool:
    names = (*_texts(node.get("headline")), *_texts(node.get("name")))
    return bool(key) and any(
        (said := letters(unescape(name))) and (said in key or key in said) for name in names
    )


def _each(value: Any) -> Iterable[Any]:
    return value[:20] if isinstance(value, list) else () if value is None else (value,)


def _texts(value: Any) -> list[str]:
    return [clean(text) for text in _each(value) if isinstance(text, str) and text.strip()]
