"""Who wrote the article of a page, as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from summarise.sources.dates import iso_date
from summarise.sources.html.linked_data import LinkedData
from summarise.sources.html.said import PageSays, called
from summarise.sources.html.texts import clean, inner_text, letters

_AUTHOR_TAGS = (
    "citation_author",
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.author",
    "sailthru.author",
    "byl",
    "byline",
    "og:article:author",
    "article.author",
    "bt:author",
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|by-?author|authors?(?:-?names?)?|p-author|writers?|contributors?|autor(?:en|es)?"
    r"|auteurs?|autore)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAME_IN_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:name|fn|author|byline-?name)(?:$|[\s_-])", re.IGNORECASE
)
_WHO_WROTE = re.compile(
    r"^\W*(?:(?:story|words|text|article|report(?:ed)?|written|posted|published)\s+)?"
    r"(?:by|von|par|por|di|door|av|af)\b[\s:]+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:authors?|autor(?:in|en|es)?|auteurs?|autore|writer)\s*:\s*", re.IGNORECASE
)
#: Names of people: two to four words in capitals, with what stands between them in many languages.
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_PERSON = rf"{_WORD}(?:\s+(?:de |van |von |der |den |da |la |du |af |bin )*{_WORD}){{1,3}}"
BY_LINE = re.compile(
    r"(?i:(?:written |words |text |story |posted )?(?:by|von|par|por)\s+)"
    rf"({_PERSON}(?:(?:,| and| und| et| y| &)\s+{_PERSON}){{0,3}})"
)
_PARTS_OF_NAMES = re.compile(r"\s*(?:;|\||\s(?:and|und|et|y|e|en|og|och|&)\s)\s*")
_BEHIND_NAME = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\bon\s+\w+\s\d|\b(?:published|posted|(?:last\s+)?updated)\b"
    r"|\d{1,2}[./ ]|\bfor\s+[A-Z]"
    r"|,\s+(?:[a-z]|[A-Z]\w+\s+(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter))"
    r"|\((?!\w+\)\s)).*$",
    re.DOTALL,
)
_NOBODY = frozenset(
    {
        "admin",
        "administrator",
        "author",
        "authors",
        "editor",
        "guest",
        "unknown",
        "anonymous",
        "null",
        "undefined",
        "none",
        "user",
        "root",
        "webmaster",
        "staff",
        "by",
        "name",
        "test",
    }
)
_ADDRESS_OR_HANDLE = re.compile(r"^@|://|^www\.|\.(?:com|org|net|html?)\b/?|^/", re.IGNORECASE)
_MAIL = re.compile(r"<?\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?>?")
_MOST_AUTHORS = 12
_LONGEST_NAME, _LONGEST_BYLINE, _LONGEST_SAID = 60, 160, 600


def author_of(page: PageSays, data: LinkedData, not_names: Iterable[str]) -> str:
    """Who wrote the article, several names with commas between them; "" if the page does not say.

    Args:
        page: What the page says.
        data: Its linked data.
        not_names: What no author is called, by its letters: the site, the title.
    """
    offered = chain(
        [data.authors],
        page.all_of_first(_AUTHOR_TAGS),
        _marked_authors(page),
        _bylines(page),
    )
    for names in offered:
        kept: dict[str, str] = {}
        for name in (one for text in names for one in _names(text)):
            key = letters(name)
            if key and key not in not_names:
                kept.setdefault(key, name)
        if kept:
            return ", ".join(list(kept.values())[:_MOST_AUTHORS])
    return ""


def _names(text: str) -> Iterator[str]:
    """The names in what is said of who wrote it; nothing that cannot be one."""
    text = _MAIL.sub(" ", clean(text[:_LONGEST_SAID]))
    text = _LABEL.sub("", _WHO_WROTE.sub("", text))
    text = _BEHIND_NAME.sub("", text)
    parts = _PARTS_OF_NAMES.split(text)
    if "," in text:
        parts = [
            _turned(part) if len(parts) > 1 or part.count(",") == 1 else part for part in parts
        ]
        parts = [one for part in parts for one in part.split(",")]
    for part in parts:
        name = part.strip(" \t.,;:-–—|/•·*\"'“”()[]")
        if part.rstrip().endswith(".") and re.search(r"\b(?:Jr|Sr|[A-Z])$", name):
            name += "."
        if _is_name(name):
            yield name


def _turned(name: str) -> str:
    """A name whose last part stands first as it is said; two whole names are left as they are."""
    last, comma, first = name.partition(", ")
    if (
        comma
        and " " not in last.strip()
        and re.fullmatch(r"(?:[A-Z][\w.'’-]*\s?){1,3}", first.strip())
    ):
        return (
            f"{first.strip()} {last.strip()}" if " " not in first.strip() or "." in first else name
        )
    return name


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= _LONGEST_NAME
        and len(name.split()) <= 7
        and name.casefold() not in _NOBODY
        and not _ADDRESS_OR_HANDLE.search(name)
        and any(character.isalpha() for character in name)
        and sum(character.isdigit() for character in name) <= 2
        and not re.search(r"[{}<>?!=]|[a-z]{3,}\.\s", name)
    )


def _marked_authors(page: PageSays) -> Iterator[list[str]]:
    found = [
        _name_of_marked(node)
        for node in page.elements
        if "author" in (node.get("itemprop") or "").split() and node.tag != "meta"
    ]
    yield [name for name in found if name]
    found = [
        inner_text(node)
        for node in page.elements
        if node.tag in ("a", "address", "span") and "author" in (node.get("rel") or "").split()
    ]
    yield [name for name in found if name]


def _name_of_marked(node: Any) -> str:
    for inner in node.iter():
        if inner is not node and isinstance(inner.tag, str) and inner.get("itemprop") == "name":
            return clean(inner.get("content") or "") or inner_text(inner)
    return clean(node.get("content") or "") or inner_text(node)


def _bylines(page: PageSays) -> Iterator[list[str]]:
    """The names in elements that are called bylines, then in a line that says who wrote."""
    bylines = (
        node
        for node in page.elements
        if node.tag not in ("html", "body", "article", "main", "section", "meta", "link", "img")
        and (node.tag == "address" or _BYLINE.search(called(node)))
    )
    for node in bylines:
        text = inner_text(node)
        if 0 < len(text) <= _LONGEST_BYLINE:
            inner = [
                inner_text(child)
                for child in node.iter("a", "span", "strong", "b")
                if child is not node
                and (child.tag == "a" or _NAME_IN_BYLINE.search(called(child)))
                and "://" not in inner_text(child)
            ]
            names = [name for name in inner if any(_names(name)) and not iso_date(name)]
            yield names[:_MOST_AUTHORS] or [text]
    for text in page.lines_by_title:
        if match := BY_LINE.match(text):
            yield [match[1]]
