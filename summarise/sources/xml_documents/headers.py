"""What a document says of itself in its header: title, authors, date, language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from summarise.sources.dates import iso_date
from summarise.sources.xml import child
from summarise.sources.xml_documents.roles import Vocabulary, local, said_by
from summarise.sources.xml_documents.shown import line_of
from summarise.sources.xml_documents.vocabularies import (
    DITA,
    DOCBOOK,
    JATS,
    RFC,
    TEI,
    XEP,
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_GIVEN = ("given-names", "firstname", "first-name", "givenname", "forename")
_BETWEEN = ("othername", "nameLink", "lineage")
_FAMILY = ("surname", "last-name")
#: What holds a name, and what holds all of one.
_NAMES = ("name", "personname", "persName", "string-name")
_WHOLE_NAMES = (*_NAMES, "collab", "orgname", "orgName", "corpauthor", "organization")
#: Elements at the beginning that are looked at for the title of a document nobody knows.
_NEAR_START = 40
_TITLES = ("title", "book-title", "headline", "titre", "titel")


class Header(NamedTuple):
    """What a document says of itself."""

    title: str = ""
    authors: Iterable[str] = ()
    date: str = ""
    language: str = ""
    site: str = ""
    """What it was published in."""
    before: Iterable[Any] = ()
    """Parts of it that belong to the text: abstracts."""


def header_of(start: Any, vocabulary: Vocabulary) -> Header:
    """What a document says of itself.

    Args:
        start: The element that it begins with.
        vocabulary: What it is written in.
    """
    header = _READERS.get(vocabulary.form, _generic)(start, vocabulary)
    around = start.getparent()
    said = said_by(start, "lang") or header.language
    said = said or ("" if around is None else said_by(around, "lang"))
    language = _LANGUAGE.match(said)
    return header._replace(
        authors=tuple(dict.fromkeys(filter(None, header.authors))),
        language=language[0].lower() if language else "",
        before=tuple(header.before),
    )


def _all(node: Any | None, *wanted: str) -> Iterator[Any]:
    if node is not None:
        yield from (inner for inner in node.iter() if local(inner) in wanted)


def _one(node: Any | None, *wanted: str) -> Any | None:
    return next(_all(node, *wanted), None)


def _line(node: Any | None) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())


def _name(node: Any) -> str:
    """The name of a person or of a body, given name first."""
    holder = _one(node, *_NAMES)
    holder = node if holder is None else holder
    parts = [_line(part) for some in (_GIVEN, _BETWEEN, _FAMILY) for part in _all(holder, *some)]
    if parts:
        return " ".join(filter(None, parts))
    whole = _one(node, *_WHOLE_NAMES)
    own = whole if whole is not None else (node if not len(node) else None)
    return _line(own)


def _written(node: Any | None) -> str:
    """A date of elements or attributes for year, month and day, or of a text; "" if not sure."""
    if node is None:
        return ""
    if when := said_by(node, "when", "iso-8601-date", "date"):
        return iso_date(when)
    year, month, day = (
        said_by(node, part) or _line(_one(node, part)) for part in ("year", "month", "day")
    )
    if not year:
        return iso_date(_line(node))
    if month.isdecimal():
        return iso_date(f"{year}-{month:0>2}-{day:0>2}" if day else f"{year}-{month:0>2}")
    return iso_date(f"{day} {month} {year}") if day else ""


def _jats(start: Any, vocabulary: Vocabulary) -> Header:
    front = next((n for n in start if local(n) in ("front", "book-meta", "front-stub")), start)
    meta = child(front, "article-meta")
    meta = front if meta is None else meta
    titles = _one(meta, "title-group", "book-title-group")
    title = line_of(_one(titles, "article-title", "book-title"), vocabulary)
    subtitle = line_of(_one(titles, "subtitle"), vocabulary)
    group = [g for g in meta if local(g) == "contrib-group"]
    contributors = [c for g in group for c in _all(g, "contrib")]
    authors = [c for c in contributors if said_by(c, "contrib-type") in ("author", "")]
    dates = sorted(_all(meta, "pub-date"), key=lambda node: len(node), reverse=True)
    language = ""
    return Header(
        f"{title}: {subtitle}" if title and subtitle else title,
        map(_name, authors or contributors),
        next(filter(None, map(_written, dates)), ""),
        language,
        _line(_one(front, "journal-title")),
        _all(meta, "abstract"),
    )


def _docbook(start: Any, vocabulary: Vocabulary) -> Header:
    info = next((node for node in start if local(node) in vocabulary.headers), None)
    own = child(start, "title")
    titled = own if own is not None else child(info, "title")
    authors = [] if info is None else _outermost(info, ("author", "corpauthor", "collab"))
    return Header(
        line_of(titled, vocabulary) or _line(_one(child(start, "refnamediv"), "refname")),
        map(_name, authors),
        _written(_one(info, "pubdate")) or _written(_one(info, "date")),
        "",
        _line(_one(info, "publishername")),
        _all(info, "abstract"),
    )


def _outermost(node: Any, wanted: tuple[str, ...]) -> list[Any]:
    """Elements of some names that stand in the header itself or in a group."""
    groups = [node, *(inner for inner in node if local(inner) == "authorgroup")]
    return [inner for group in groups for inner in group if local(inner) in wanted]


def _tei(start: Any, vocabulary: Vocabulary) -> Header:
    header = _one(start, "teiHeader")
    statement = _one(header, "titleStmt")
    titles = list(_all(statement, "title"))
    main = [node for node in titles if said_by(node, "type") == "main"] or titles
    authors = list(_all(statement, "author")) or list(_all(_one(header, "sourceDesc"), "author"))
    published = _one(header, "publicationStmt")
    language = _one(header, "language")
    text = child(start, "text")
    said = said_by(text, "lang") if text is not None else ""
    return Header(
        line_of(main[0], vocabulary) if main else "",
        (_name(author) or _line(author) for author in authors),
        _written(_one(published, "date")),
        said or ("" if language is None else said_by(language, "ident")),
        _line(_one(published, "publisher")),
        _all(_one(header, "profileDesc"), "abstract"),
    )


def _rfc(start: Any, vocabulary: Vocabulary) -> Header:
    front = child(start, "front")
    authors = () if front is None else (n for n in front if local(n) == "author")
    return Header(
        line_of(child(front, "title"), vocabulary),
        (said_by(author, "fullname") or _name(author) for author in authors),
        _written(child(front, "date")),
        "",
        f"RFC {number}" if (number := said_by(start, "number")).isdecimal() else "",
        () if front is None else (n for n in front if local(n) in ("abstract", "note")),
    )


def _xep(start: Any, vocabulary: Vocabulary) -> Header:
    header = child(start, "header")
    number = _line(child(header, "number"))
    return Header(
        line_of(child(header, "title"), vocabulary),
        map(_name, _all(header, "author")),
        _written(_one(child(header, "revision"), "date")),
        "",
        f"XEP-{number}" if number.isdecimal() else "",
        () if header is None else (n for n in header if local(n) == "abstract"),
    )


def _dita(start: Any, vocabulary: Vocabulary) -> Header:
    topic = next((node for node in start if child(node, "title") is not None), start)
    own = next((node for node in start if local(node) in ("title", "glossterm")), None)
    holder = start if own is not None else topic
    prolog = child(holder, "prolog")
    dates = _one(prolog, "critdates")
    said = [
        said_by(n, "modified", "date") for n in reversed(list(_all(dates, "revised", "created")))
    ]
    return Header(
        line_of(own if own is not None else child(topic, "title"), vocabulary),
        map(_line, _all(prolog, "author")),
        next(filter(None, map(iso_date, filter(None, said))), ""),
    )


def _generic(start: Any, vocabulary: Vocabulary) -> Header:
    first = list(islice(start.iter(), _NEAR_START))
    titled = next((node for node in first if local(node).lower() in _TITLES), None)
    title = line_of(titled, vocabulary)
    authors = (node for node in first if local(node).lower() in ("author", "byline", "creator"))
    dates = (node for node in first if local(node).lower() in ("date", "pubdate", "published"))
    return Header(
        title,
        (_name(author) for author in authors),
        next(filter(None, map(_written, dates)), ""),
    )


_READERS: dict[str, Callable[[Any, Vocabulary], Header]] = {
    JATS.form: _jats,
    DOCBOOK.form: _docbook,
    TEI.form: _tei,
    RFC.form: _rfc,
    XEP.form: _xep,
    DITA.form: _dita,
}
