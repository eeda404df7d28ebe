"""Feeds → the articles they hold: RSS, Atom and JSON Feed, and the lists of feeds of OPML."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from html import unescape
from textwrap import shorten
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from summarise.draft import ONLY_BEGINNING, PERHAPS_BEGINNING, Block, Draft, Part, Parts
from summarise.sources.dates import iso_date
from summarise.sources.encoding import decode
from summarise.sources.entities import by_number
from summarise.sources.html.fragments import blocks_of_fragment
from summarise.sources.html.texts import letters
from summarise.sources.plain import read_plain
from summarise.sources.refused import RefusedError
from summarise.sources.xml import MOST_MARKS, marks_in, parser_of
from summarise.text.reading_on import goes_on
from summarise.text.sanitise import sanitise

_MOST_ENTRIES = 2_000
_DEEPEST_OUTLINE = 20
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
#: Half of a surrogate pair by its number: what mends broken XML takes it, and cannot give it out.
_HALF = re.compile(
    r"&#(?:[xX]0*[dD][89a-fA-F][\da-fA-F]{2}"
    r"|0*(?:5529[6-9]|55[3-9]\d\d|5[67][0-2]\d\d|56\d{3}|573[0-3]\d|5734[0-3]))\b;?"
)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"<[^<>]*>")
_NOT_SHOWN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&#?\w+;")
_WITH_NAME = re.compile(r"\S+@\S+\s*\((.*)\)\s*")
#: A description is all of its article if it has so many paragraphs, or so many characters.
_WHOLE_PARAGRAPHS, _WHOLE_LENGTH = 3, 1_500
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.|\[\W*\])\W*$")
#: So many letters tell whether two texts begin alike.
_SAME = 60
#: An entry without a title is called by so many characters of its beginning; so many are looked at.
_LONGEST_TITLE, _READ_FOR_TITLE = 80, 2_000
#: A shorter summary says no more than a title.
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article of a feed, as it is written there."""

    ident: str
    """What tells it from the others."""
    title: str
    """Its title."""
    link: str
    """Its address; "" without one."""
    date: str
    """When it was published, in ISO 8601."""
    author: str
    """Who wrote it."""
    full: str
    """What is said to be its text."""
    summary: str
    """What is said to be its summary."""
    is_html: bool = True
    """Whether those two are HTML."""
    is_named: bool = True
    """Whether the feed gives it the title; otherwise that is how it begins, or its address."""

    @property
    def is_whole(self) -> bool:
        """Whether this is all of the article, as well as that can be told."""
        return _is_whole(self)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was sent."""

    title: str
    """What it calls itself."""
    page: str
    """The address of the page that it belongs to."""
    language: str
    """Its language, as it says."""
    entries: tuple[FeedEntry, ...]
    """Its articles in its order, each with an identity of its own."""


def read_feed(data: bytes) -> Parts:
    """The articles of a feed, or the feeds of a list of them.

    Raises:
        RefusedError: It is none, is too large, or has no articles in it.
        NotTextError: The bytes are not text.
    """
    text = sanitise(decode(data))
    if _is_json(text):
        return _parts(_json_feed(text))
    root = _root(text)
    return _list_of_feeds(root) if _local(root) == "opml" else _parts(_xml_feed(root))


def feed_of(data: bytes) -> Feed:
    """A feed as it was sent: RSS, Atom or JSON Feed.

    Raises:
        RefusedError: It is none, is too large, or has no articles in it.
        NotTextError: The bytes are not text.
    """
    text = sanitise(decode(data))
    return _json_feed(text) if _is_json(text) else _xml_feed(_root(text))


def draft_of_entry(entry: FeedEntry, site: str, language: str = "") -> Draft:
    """The article of a feed, as far as the feed gives it.

    Args:
        entry: The article.
        site: What the feed calls itself.
        language: The language of the feed, if it says so.
    """
    return _draft(entry, site, language)


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _xml_feed(root: Any) -> Feed:
    if _local(root) not in ("rss", "rdf", "feed", "channel"):
        raise RefusedError("is not a feed: it may be damaged")
    channel = next((child for child in root if _local(child) == "channel"), root)
    site = _plain(_text(_first(channel, "title")))
    # What is said to be the base goes before the address of the site, which it may be relative to.
    base = _base_of(channel, _base_of(root, _link(channel, _base_of(root, ""))))
    language = _text(_first(channel, "language")) or _attribute(root, "lang")
    entries = (
        _entry(node, base) for node in root.iter(etree.Element) if _local(node) in ("item", "entry")
    )
    return Feed(site, base, language, _told_apart(entries))


def _told_apart(entries: Iterator[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Entries with an identity of its own for each, and a title."""
    found: dict[str, FeedEntry] = {}
    for number, entry in enumerate(entries, 1):
        if number > _MOST_ENTRIES:
            break
        title = entry.title or _beginning(entry) or entry.link or f"entry {number}"
        key = entry.ident or entry.link or title
        if key in found:
            key = f"{key} {number}"
        found[key] = replace(entry, ident=key, title=title, is_named=bool(entry.title))
    if not found:
        raise RefusedError("is a feed without articles")
    return tuple(found.values())


def _beginning(entry: FeedEntry) -> str:
    """What an entry without a title is called: how it begins."""
    text = _plain((entry.full or entry.summary)[:_READ_FOR_TITLE])
    short = shorten(text, _LONGEST_TITLE, placeholder=" …")
    return short if any(map(str.isalnum, short)) else text[:_LONGEST_TITLE]


def _parts(feed: Feed) -> Parts:
    return Parts(
        feed.title,
        tuple(
            Part(
                entry.ident,
                entry.title,
                partial(_draft, entry, feed.title, feed.language),
                entry.link,
                entry.is_whole,
            )
            for entry in feed.entries
        ),
    )


def _draft(entry: FeedEntry, site: str, language: str) -> Draft:
    return Draft(
        (*_opening(entry), *_blocks(entry.full or entry.summary, entry)),
        entry.title,
        language,
        "feed",
        author=entry.author,
        date=entry.date,
        site=site,
        address=entry.link,
        note=_note(entry),
    )


def _blocks(text: str, entry: FeedEntry) -> Sequence[Block]:
    return blocks_of_fragment(text) if entry.is_html else read_plain(text).blocks


def _opening(entry: FeedEntry) -> Iterator[Block]:
    """What only the summary of an entry says: its standfirst, where its text does not begin so."""
    if not entry.full or not entry.summary or _is_begun(entry.summary):
        return
    said = letters(_plain(entry.full))
    for block in _blocks(entry.summary, entry):
        has_words = len(block.text.split()) >= _FEWEST_WORDS
        if has_words and letters(block.text)[:_SAME] not in said:
            yield block


def _is_whole(entry: FeedEntry) -> bool:
    """Whether a feed gives all of an article, as well as that can be told.

    What a feed calls the text of an entry is all of it, however short, unless it says that it goes
    on. A description alone may be a teaser as well; but not of what has no page, or no title.
    """
    if _goes_on(entry):
        return False
    text = entry.full or entry.summary
    if entry.full or not entry.link or not entry.is_named:
        return bool(text)
    paragraphs = len(re.findall(r"<p\b|<br\b[^>]*>\s*<br\b|\n\s*\n", text, re.IGNORECASE))
    return paragraphs >= _WHOLE_PARAGRAPHS or len(_TAG.sub("", text)) >= _WHOLE_LENGTH


def _goes_on(entry: FeedEntry) -> bool:
    """Whether the text of an entry says that there is more of it."""
    return _is_begun(entry.full or entry.summary)


def _is_begun(text: str) -> bool:
    """Whether a text of a feed says by its end that there is more."""
    end = _plain(text[-400:])
    return _TRAILS_OFF.search(end) is not None or goes_on(end)


def _note(entry: FeedEntry) -> str:
    """What its reader is told of an entry that may not be all of its article."""
    if _is_whole(entry):
        return ""
    return ONLY_BEGINNING if _goes_on(entry) else PERHAPS_BEGINNING


# -- RSS and Atom


def _root(text: str) -> Any:
    """The root of a feed: entities stay unresolved, nothing is fetched, broken ends are mended."""
    if marks_in(text.encode("utf-8", "replace")) > MOST_MARKS:
        raise RefusedError("has more marks in it than a feed has")
    text = _HALF.sub("\ufffd", _DECLARATION.sub("", text, count=1).lstrip("\ufeff \t\r\n"))
    text = _NAMED.sub(lambda named: by_number(named[1]) or named[0], text)
    parser = parser_of("utf-8", mended=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise RefusedError("is not a feed: it may be damaged")
    return root


def _entry(node: Any, base: str) -> FeedEntry:
    base = _base_of(node, base)
    full = _first(node, "encoded", "content")
    short = _first(node, "description", "summary", "abstract")
    holder = full if full is not None else short
    is_html = holder is None or holder.get("type") not in ("text", "text/plain")
    link = _link(node, base)
    return FeedEntry(
        ident=_text(_first(node, "guid", "id")) or _attribute(node, "about"),
        title=_title(_first(node, "title")),
        link=link,
        date=iso_date(_text(_first(node, "published", "pubdate", "issued", "date", "created")))
        or iso_date(_text(_first(node, "updated", "modified")) or node.get("LASTMOD") or ""),
        author=_author(node),
        full=_inner(full),
        summary=_inner(short),
        is_html=is_html,
    )


def _title(node: Any | None) -> str:
    if node is None:
        return ""
    kind = node.get("type") or ""
    if node.get("mode") == "base64" or kind.startswith("application/octet"):
        with suppress(ValueError):  # of Base64 or of UTF-8
            return _plain(b64decode(_text(node), validate=True).decode())
    return _shown(node) if "xhtml" in kind else _plain(_text(node))


def _author(node: Any) -> str:
    names: dict[str, None] = {}
    for child in node:
        if _local(child) in ("creator", "author"):
            said = _text(_first(child, "name")) if len(child) else _text(child)
            match = _WITH_NAME.fullmatch(said)
            name = match[1] if match else said
            if name and "@" not in name:
                names.setdefault(_plain(name))
    return ", ".join(names)


def _link(node: Any, base: str) -> str:
    for child in node:
        if _local(child) != "link" or child.get("rel", "alternate") != "alternate":
            continue
        if found := _usable(child.get("href") or child.text or "", base):
            return found
    if href := _usable(node.get("HREF") or node.get("href") or "", base):
        return href
    guid = _first(node, "guid", "id")
    if guid is None or guid.get("isPermaLink") == "false":
        return ""
    said = _text(guid)
    return _usable(said, "") if said.lower().startswith("http") else ""


def _usable(address: str, base: str) -> str:
    try:
        found = urljoin(base, address.strip()) if address.strip() else ""
        # What is relative to an address that the feed does not name is made whole at the door.
        return found if urlsplit(found).scheme in ("http", "https", "") else ""
    except ValueError:
        return ""


def _base_of(node: Any, base: str) -> str:
    # CDF has an attribute of its own for it.
    own = node.get("{http://www.w3.org/XML/1998/namespace}base") or node.get("BASE") or ""
    return _usable(own, base) or base


def _inner(node: Any | None) -> str:
    """What is in an element, as HTML."""
    if node is None:
        return ""
    if not len(node):
        return node.text or ""
    inside = (etree.tostring(child, encoding="unicode") for child in node)
    return (node.text or "") + "".join(inside)


def _local(node: Any) -> str:
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _attribute(node: Any, name: str) -> str:
    found = (v for key, v in node.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def _first(node: Any, *names: str) -> Any | None:
    """The first child of one of these names that says something, the first name first.

    One of the feed's own elements goes before one that an extension calls the same.
    """
    own = _space(node)
    for name in names:
        same = [c for c in node if _local(c) == name and (len(c) or (c.text or "").strip())]
        if same:
            return next((child for child in same if _space(child) == own), same[0])
    return None


def _space(node: Any) -> str:
    return str(node.tag).rpartition("}")[0]


def _text(node: Any | None) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())


def _shown(node: Any) -> str:
    """The text of an element without its scripts and styles."""
    texts = node.xpath(".//text()[not(ancestor::*[local-name()='script' or local-name()='style'])]")
    return " ".join("".join(texts).split())


def _plain(text: str) -> str:
    """A title or a name without the HTML that may be in it."""
    if _MARKUP.search(text):
        text = unescape(_TAG.sub("", _NOT_SHOWN.sub("", text)))
    return " ".join(text.split())


# -- JSON Feed


def _json_feed(text: str) -> Feed:
    try:
        feed = json.loads(text.lstrip("\ufeff \t\r\n"), strict=False)
    except (ValueError, RecursionError):
        raise RefusedError("is not a feed: its JSON is damaged") from None
    site, language = _of(feed, "title"), _of(feed, "language")
    entries = (_item(item) for item in _things(feed.get("items")))
    return Feed(site, _usable(_of(feed, "home_page_url"), ""), language, _told_apart(entries))


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects in a list; nothing if it is none."""
    listed = value if isinstance(value, list) else ()
    return (each for each in listed if isinstance(each, Mapping))


def _item(item: Mapping[str, Any]) -> FeedEntry:
    names = [_of(one, "name") for one in _things(item.get("authors") or [item.get("author")])]
    html, text = _of(item, "content_html"), _of(item, "content_text")
    return FeedEntry(
        ident=_of(item, "id"),
        title=_plain(_of(item, "title")),
        link=_usable(_of(item, "url") or _of(item, "external_url"), ""),
        date=iso_date(_of(item, "date_published") or _of(item, "date_modified")),
        author=", ".join(name for name in names if name),
        full=html or text,
        summary=_of(item, "summary"),
        is_html=bool(html),
    )


def _of(thing: Mapping[str, Any], name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


# -- OPML


def _list_of_feeds(root: Any) -> Parts:
    found: dict[str, Part] = {}
    head = next((node for node in root if _local(node) == "head"), None)
    title = _text(_first(head, "title")) if head is not None else ""
    for body in (node for node in root if _local(node) == "body"):
        for address, name, folder in _outlines(body, "", 0):
            if len(found) < _MOST_ENTRIES:
                found.setdefault(address, Part(address, name, None, address, group=folder))
    if not found:
        raise RefusedError("is a list of feeds (OPML) without any feeds in it")
    return Parts(title, tuple(found.values()))


def _outlines(node: Any, folder: str, depth: int) -> Iterator[tuple[str, str, str]]:
    for child in node:
        if _local(child) != "outline" or depth > _DEEPEST_OUTLINE:
            continue
        said = {key.lower(): value for key, value in child.attrib.items()}
        name = " ".join((said.get("title") or said.get("text") or "").split())
        address = _usable(said.get("xmlurl") or said.get("url") or "", "")
        if address.startswith("http"):
            yield address, name or address, folder
        yield from _outlines(child, folder if address else name or folder, depth + 1)
