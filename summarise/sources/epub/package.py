"""The package document of an EPUB: what the book is called, and its parts in their order."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Any
from urllib.parse import unquote

from summarise.draft import Aside
from summarise.sources.archives import Archive
from summarise.sources.properties import date_of, sound_title
from summarise.sources.refused import RefusedError
from summarise.sources.xml import attribute, root_of

NOT_SOUND = "is a damaged EPUB book (parts of it are not there): get it once more"
_LOCKED = "is locked by its seller (DRM): open it with the program it was bought for"
#: Fonts may be scrambled in a book that is not locked.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml")
_NAMED_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = (b"lt", b"gt", b"amp", b"quot", b"apos")
_FRONT_MATTER_NAMES = "cover titlepage title-page halftitlepage copyright-page imprint colophon"
_FRONT_MATTER = frozenset(_FRONT_MATTER_NAMES.split())

#: What books call their parts that are not the text, in the terms of EPUB 3 and of EPUB 2's guide.
ASIDES = {
    **dict.fromkeys(("toc", "loi", "lot", "index", "landmarks", "page-list"), Aside.CONTENTS),
    **dict.fromkeys(
        ("footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes", "notes"),
        Aside.FOOTNOTE,
    ),
    "bibliography": Aside.REFERENCES,
    **dict.fromkeys(_FRONT_MATTER, Aside.FRONT_MATTER),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the book."""

    path: str
    """Its name in the archive."""
    aside: str | None = None
    """Why the book says that it is not part of its text, or None if it is."""


@dataclass(frozen=True, slots=True)
class _Item:
    path: str
    media_type: str
    properties: tuple[str, ...]


class Package:
    """What the package document says.

    Args:
        archive: The members of the book.

    Raises:
        RefusedError: There is none, it is damaged, or the book is locked.
    """

    def __init__(self, archive: Archive) -> None:
        self._names = archive.names
        container = lenient_root(archive, "META-INF/container.xml")
        roots = () if container is None else container.iter("{*}rootfile")
        self.path = next((attribute(r, "full-path") for r in roots), "")
        root = lenient_root(archive, self.path)
        if root is None:
            raise RefusedError(NOT_SOUND)
        _check_unlocked(archive)
        self._root = root
        self._items = {
            attribute(item, "id"): _Item(
                resolved(self.path, attribute(item, "href"))[0],
                attribute(item, "media-type"),
                tuple(attribute(item, "properties").split()),
            )
            for item in root.iter("{*}item")
        }
        if not any(attribute(r, "idref") in self._items for r in root.iter("{*}itemref")):
            raise RefusedError(NOT_SOUND)
        self.spine = tuple(self._parts())
        """The pages of the book in their order."""
        self._roles: dict[str, list[str]] = {}
        for meta in root.iter("{*}meta"):
            if attribute(meta, "property") == "role":
                refined = self._roles.setdefault(attribute(meta, "refines"), [])
                refined.append((meta.text or "").strip())
        self.title = sound_title(next((text for _, text in self._said("title")), ""))
        self.author = ", ".join(
            text for node, text in self._said("creator") if self._is_author(node)
        )
        self.date = date_of(next(self._dates(), ""))
        self.language = next((t for _, t in self._said("language")), "").partition("-")[0].lower()
        self.publisher = next((text for _, text in self._said("publisher")), "")
        named = (text for name in ("source", "identifier") for _, text in self._said(name))
        self.address = next((t for t in named if t.startswith(("http://", "https://"))), "")

    @property
    def navigation(self) -> Iterator[tuple[str, bool]]:
        """The names of its tables of contents, and whether each is that of an EPUB 3."""
        for item in self._items.values():
            if "nav" in item.properties:
                yield item.path, True
        for item in self._items.values():
            if item.media_type == "application/x-dtbncx+xml":
                yield item.path, False

    def _parts(self) -> Iterator[Part]:
        guide = {
            resolved(self.path, attribute(r, "href"))[0]: attribute(r, "type")
            for r in self._root.iter("{*}reference")
            if not resolved(self.path, attribute(r, "href"))[1]
        }
        references = list(self._root.iter("{*}itemref"))
        linear = [r for r in references if attribute(r, "linear") != "no"] or references
        seen: set[str] = set()
        for reference in linear:
            item = self._items.get(attribute(reference, "idref"))
            if item is None or item.path in seen or "nav" in item.properties:
                continue
            seen.add(item.path)
            if item.media_type in _PAGES:
                is_front = guide.get(item.path) in _FRONT_MATTER
                yield Part(item.path, Aside.FRONT_MATTER if is_front else None)

    def _said(self, name: str) -> Iterator[tuple[Any, str]]:
        """The elements of the metadata of a name, with their texts."""
        for node in self._root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
            if text := " ".join("".join(node.itertext()).split()):
                yield node, text

    def _is_author(self, node: Any) -> bool:
        """Whether somebody is named as an author, or without saying as what."""
        roles = [attribute(node, "role"), *self._roles.get(f"#{attribute(node, 'id')}", ())]
        return not any(roles) or "aut" in roles

    def _dates(self) -> Iterator[str]:
        """The date of publication, or one that the book does not call that of a change."""
        dates = [(attribute(node, "event"), text) for node, text in self._said("date")]
        yield from (text for event, text in dates if event == "publication")
        yield from (text for event, text in dates if event not in ("modification", "creation"))


def lenient_root(archive: Archive, path: str) -> Any | None:
    """The root of a member; entities of HTML in it, which XML does not know, are what they mean."""
    data = archive.read(path)
    if data is None:
        return None
    data = data.lstrip()
    try:
        return root_of(data)
    except RefusedError:
        named = _NAMED_ENTITY.sub(_as_number, data)
        if named == data:
            raise
        return root_of(named)


def resolved(around: str, href: str) -> tuple[str, str]:
    """The member that a reference in another one points to, and the place in it."""
    path, _, fragment = href.partition("#")
    if not path:
        return around, unquote(fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(around), unquote(path)))
    return joined.lstrip("/"), unquote(fragment)


def _as_number(match: re.Match[bytes]) -> bytes:
    if match[1] in _OF_XML:
        return match[0]
    meant = html5.get(match[1].decode("ascii") + ";", " ")
    return "".join(f"&#{ord(char)};" for char in meant).encode()


def _check_unlocked(archive: Archive) -> None:
    root = lenient_root(archive, "META-INF/encryption.xml")
    for data in root.iter("{*}EncryptedData") if root is not None else ():
        methods = (attribute(m, "Algorithm") for m in data.iter("{*}EncryptionMethod"))
        if next(methods, "") not in _OF_FONTS:
            raise RefusedError(_LOCKED)
