"""A document in XML as a tree, whatever a stranger wrote: nothing is fetched or expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple

from lxml import etree

from summarise.sources.entities import by_number, without_unsafe_references
from summarise.sources.refused import RefusedError
from summarise.sources.xml import marks_in, parser_of

#: Marks of elements and attributes: the longest articles have 40,000. So many, all of notes, take
#: 18 s and 620 MB.
MOST_MARKS = 1_000_000
#: A document nests its elements 30 deep, and what walks over it goes deeper with each.
_DEEPEST = 150
#: So many marks in the text of another mark are no names of a product or a version.
_MOST_NESTED = 8
_PROLOG = re.compile(r"(?:\s|\ufeff|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+")
_DOCTYPE = re.compile(
    r"<!DOCTYPE(?:[^\[\]>\"']|\"[^\"]*+\"|'[^']*+')*+"
    r"(?:\[((?:<!--(?:[^-]|-(?!->))*+-->|<\?(?:[^?]|\?(?!>))*+\?>|\"[^\"]*+\"|'[^']*+'"
    r"|[^\]\"'])*+)\]\s*+)?>",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"<!ENTITY\s+[^\s\"'>]+\s+(\"[^\"]*+\"|'[^']*+')")
_LITERAL = {"<![CDATA[": "]]>", "<!--": "-->"}
_MARK = re.compile(r"<!\[CDATA\[|<!--|<(?![\w:/!?])|&(?:#[^;&<\s]{1,12};|([^\W\d][\w.:-]{0,99});)?")


class Tree(NamedTuple):
    """A document that was parsed."""

    root: Any
    """Its root element, without comments and instructions."""
    whole: bool
    """Whether it is sound; otherwise some of it may be missing."""


def tree_of_document(text: str) -> Tree | None:
    """The tree of a document, mended where it is broken; None if it is no XML at all.

    Args:
        text: The document, decoded and sanitised.

    Raises:
        RefusedError: It has more in it than can be read, or is made to do harm.
    """
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    if not text.startswith("<", start):
        return None
    if doctype := _DOCTYPE.match(text, start):
        _check(doctype[1] or "")
        start = doctype.end()
    source = "".join(_readable(text[start:])).encode("utf-8", "replace")
    if marks_in(source) > MOST_MARKS:
        raise RefusedError("has more marks in it than can be read: save it in parts, or as text")
    root, faults = _parsed(source, mended=False)
    if root is None:
        root, faults = _parsed(source, mended=True)
    if any("depth" in fault.message for fault in faults) or (root is not None and _is_deep(root)):
        raise RefusedError("has marks nested too deep to be read: it may be made to do harm")
    whole = all(fault.domain == etree.ErrorDomains.NAMESPACE for fault in faults)
    return None if root is None else Tree(root, whole)


def _check(declared: str) -> None:
    """Refuse marks that stand for many others, which grow without end where they are expanded."""
    if any(entity[1].count("&") >= _MOST_NESTED for entity in _DECLARED.finditer(declared)):
        raise RefusedError("defines marks that stand for many others, which may do harm")


def _readable(text: str) -> Iterator[str]:
    """The pieces of a document in which every mark is one of XML's five or a number.

    One that HTML has, too, is its character; of any other the name is left, which tells more than
    nothing: where it is declared is in another file, or may do harm. Literal text stays as it is.
    """
    at = 0
    while match := _MARK.search(text, at):
        yield text[at : match.start()]
        at = match.end()
        if end := _LITERAL.get(match[0]):
            stop = text.find(end, at)
            stop = len(text) if stop < 0 else stop + len(end)
            yield text[match.start() : stop]
            at = stop
        elif match[0] in ("&", "<"):  # meant as it stands
            yield escape(match[0])
        else:
            yield by_number(match[1]) or match[1] if match[1] else _number(match[0])
    yield text[at:]


def _number(reference: str) -> str:
    safe = without_unsafe_references(reference)
    is_sound = re.fullmatch(r"&#(?:\d+|x[\da-fA-F]+);|[^&<]*", safe)
    return safe if is_sound else safe.replace("&", "&amp;")


def _parsed(source: bytes, *, mended: bool) -> tuple[Any | None, list[Any]]:
    parser = parser_of("utf-8", mended=mended)
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, list(parser.error_log)


def _is_deep(root: Any) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False
