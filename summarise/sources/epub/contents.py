"""The table of contents of an EPUB: the navigation of an EPUB 3, or else the NCX before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from summarise.sources.archives import Archive
from summarise.sources.encoding import NotTextError, decode
from summarise.sources.epub.package import Package, lenient_root, resolved
from summarise.sources.epub.pages import tree_of_page
from summarise.sources.html.texts import inner_text
from summarise.sources.refused import RefusedError
from summarise.sources.xml import attribute, child, local_name

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents."""

    title: str
    path: str
    """The page that it points to, as it is called in the archive."""
    fragment: str
    """The identifier of the element on that page; empty for its beginning."""
    depth: int
    """How deep it is set in, from 1."""


def entries_of(archive: Archive, package: Package) -> list[Entry]:
    """All entries of the first table of contents that has some; a damaged one has none."""
    for path, is_page in package.navigation:
        try:
            entries = list(_of_page(archive, path) if is_page else _of_ncx(archive, path))
        except (RefusedError, NotTextError):
            continue
        if entries:
            return entries
    return []


def _of_page(archive: Archive, path: str) -> Iterator[Entry]:
    tree = tree_of_page(decode(archive.read(path) or b" "))
    tables = [] if tree is None else list(tree.iter("nav"))
    told = [nav for nav in tables if "toc" in (nav.get("epub:type") or "").split()]
    for listing in (told or tables)[:1]:
        yield from _of_list(listing, path, 1)


def _of_list(around: Any, path: str, depth: int) -> Iterator[Entry]:
    for items in around.iterchildren("ol", "ul"):
        for item in items.iterchildren("li"):
            link = next(item.iterchildren("a"), None)
            if link is not None and link.get("href") and (title := inner_text(link)):
                yield Entry(title, *resolved(path, link.get("href")), depth)
            if depth < _DEEPEST:
                yield from _of_list(item, path, depth + 1)


def _of_ncx(archive: Archive, path: str) -> Iterator[Entry]:
    root = lenient_root(archive, path)
    for points in root.iter("{*}navMap") if root is not None else ():
        yield from _of_points(points, path, 1)


def _of_points(around: Any, path: str, depth: int) -> Iterator[Entry]:
    for point in around:
        if local_name(point) != "navPoint":
            continue
        label = child(point, "navLabel", "text")
        title = " ".join("".join(label.itertext()).split()) if label is not None else ""
        source = attribute(child(point, "content"), "src")
        if title and source:
            yield Entry(title, *resolved(path, source), depth)
        if depth < _DEEPEST:
            yield from _of_points(point, path, depth + 1)
