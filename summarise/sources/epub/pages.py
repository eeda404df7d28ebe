"""A page of an EPUB in blocks: what is set aside in it, and where entries of the contents point.

The walk over a page makes blocks of texts and does not say where it was. So paragraphs are put
into the page that hold a mark, which comes back as a block in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import html

from summarise.draft import Aside, Block
from summarise.sources.entities import without_unsafe_references
from summarise.sources.epub.package import ASIDES
from summarise.sources.html.page import make_ready, tree_of
from summarise.sources.html.shown import shown_blocks
from summarise.sources.html.texts import LINE_STARTING, inner_text
from summarise.sources.spans import without_places
from summarise.text.sanitise import sanitise

#: Characters that no text has: Unicode keeps them free for such ends.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKED = re.compile(f"{_OPEN}(entry|aside|end) ([^{_CLOSE}]*){_CLOSE}")
_FREE = re.compile(f"[{_OPEN}{_CLOSE}]")
#: XML's way to write an element without content, which HTML reads as one that was only opened.
_CLOSED_AT_ONCE = re.compile(
    r"<(?!br\b|hr\b|img\b|col\b|meta\b|link\b|input\b)(\w+)((?:\s[^<>]*)?)/>"
)
_NOTE_MARK = re.compile(r"\W*(?:\w{1,4}|[*†‡§]+)\W*")
_REFERENCES_TO_NOTES = frozenset({"noteref", "doc-noteref"})
_NO_TEXT = frozenset({"pagebreak", "doc-pagebreak", "doc-backlink", "backlink"})
#: A page with so many links, which are this share of its text, is a table of contents.
_FEWEST_LINKS, _SHARE_OF_LINKS = 5, 0.7
#: Elements with rows or lines that belong together: a mark stands before all of it.
_WHOLE = ("table", "pre")


@dataclass(frozen=True, slots=True)
class Piece:
    """The place that an entry of the contents points to."""

    number: int
    """Which entry."""


def pieces_of(page: str, fragments: Sequence[str]) -> Iterator[Block | Piece]:
    """The blocks of a page, and between them the places of some of its elements.

    Args:
        page: The source of the page.
        fragments: Identifiers of elements; empty, or one that is not there, for the beginning.
    """
    tree = tree_of_page(page)
    if tree is None:
        return
    named = _named_elements(tree) if any(fragments) else {}
    for number, fragment in enumerate(fragments):
        target = named.get(fragment)
        if target is None:
            yield Piece(number)
        else:
            _put_before(target, f"entry {number}")
    asides = [str(Aside.CONTENTS)] if _is_contents(tree) else []
    _set_aside(tree)
    make_ready(tree)
    for block in shown_blocks(tree):
        if block.spans:
            block = replace(block, spans=without_places(block.spans))
        mark = _MARKED.fullmatch(block.text)
        if mark is None:
            yield replace(block, aside=asides[-1]) if asides else block
        elif mark[1] == "entry":
            yield Piece(int(mark[2]))
        elif mark[1] == "aside":
            asides.append(mark[2])
        elif asides:
            asides.pop()


def tree_of_page(page: str) -> Any | None:
    """The tree of a page of XHTML, or None if nothing is in it."""
    source = _FREE.sub("", without_unsafe_references(sanitise(page)))
    return tree_of(_CLOSED_AT_ONCE.sub(r"<\1\2></\1>", source))


def _named_elements(tree: Any) -> dict[str, Any]:
    """The elements of a page that can be pointed to; the page itself begins at its beginning."""
    found: dict[str, Any] = {}
    for node in tree.iter():
        name = node.get("id") or (node.get("name") if node.tag == "a" else None)
        if name and node.tag not in ("html", "body", "head"):
            found.setdefault(name, node)
    return found


def _types_of(node: Any) -> list[str]:
    """What a page says that an element is: EPUB's own types and the roles of DPUB-ARIA."""
    return [*(node.get("epub:type") or "").split(), *(node.get("role") or "").split()]


def _is_contents(tree: Any) -> bool:
    """Whether a page is mostly links to others."""
    links = [inner_text(node) for node in tree.iter("a") if node.get("href")]
    whole = len(inner_text(tree.find("body")))
    return len(links) >= _FEWEST_LINKS and sum(map(len, links)) > _SHARE_OF_LINKS * whole


def _set_aside(tree: Any) -> None:
    """Put marks around what is not part of the text; take out what points to notes and pages."""
    for node in list(tree.iter()):
        if not isinstance(node.tag, str):
            continue
        if node.tag == "a" and "#" in (node.get("href") or ""):
            # A note on another page is a note, as one on this page.
            node.set("href", "#" + node.get("href").partition("#")[2])
        types = _types_of(node)
        is_mark = not _REFERENCES_TO_NOTES.isdisjoint(types) and _NOTE_MARK.fullmatch(
            inner_text(node)
        )
        if is_mark or not _NO_TEXT.isdisjoint(types):
            if node.getparent() is not None:
                node.drop_tree()
            continue
        reason = next((ASIDES[t] for x in types if (t := x.removeprefix("doc-")) in ASIDES), None)
        if reason is not None and node.tag in LINE_STARTING and node.tag != "html":
            _put_around(node, reason)


def _put_before(node: Any, said: str) -> None:
    at = node
    for around in node.iterancestors():
        if around.tag in _WHOLE:
            at = around
    while at.tag not in LINE_STARTING and at.getparent() is not None:
        at = at.getparent()
    if at.tag in ("body", "html"):
        at.insert(0, _mark(said))
    else:
        at.addprevious(_mark(said))


def _put_around(node: Any, reason: str) -> None:
    if node.tag == "body":
        node.insert(0, _mark(f"aside {reason}"))
        node.append(_mark("end "))
    elif not any(around.tag in _WHOLE for around in node.iterancestors()):
        node.addprevious(_mark(f"aside {reason}"))
        node.addnext(_mark("end "))


def _mark(said: str) -> Any:
    paragraph = html.Element("p")
    paragraph.text = f"{_OPEN}{said}{_CLOSE}"
    return paragraph
