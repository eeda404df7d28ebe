"""Sentences that stand in no element of their own: text with a link or a bold word in it.

Old pages and many blogs write text between paragraphs straight into the body or a division. Both
extractors take each link and each bold word in it for a paragraph, and lose what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_HOLDERS = ("body", "div", "section", "article", "main", "center", "td")
_INLINE_NAMES = """
    a abbr acronym b bdi bdo big br cite code del dfn em font i ins kbd mark q s samp small span
    strike strong sub sup tt u var wbr
"""
_INLINE = frozenset(_INLINE_NAMES.split())
#: Elements for the looks of text, which old pages put around several paragraphs.
_EMPHASES = ("b", "big", "em", "font", "i", "small", "span", "strong", "u")
#: Fewer letters beside the elements are labels, bars of links and lists of tags.
_FEWEST_LETTERS = 40


def with_paragraphs(tree: Any) -> None:
    """Put runs of loose text and what stands in them into paragraphs, where there are others.

    A division that holds nothing else is a paragraph for both extractors as it is.
    """
    for node in list(tree.iter(*_EMPHASES)):
        if node.getparent() is not None and _has_blank_line(node):
            node.drop_tag()
    items = (item for item in tree.iter("li", "dd") if any(n.tag in ("p", "pre") for n in item))
    for holder in [*tree.iter(*_HOLDERS), *items]:
        if holder.tag != "body" and all(_is_inline(child) for child in holder):
            continue
        for first, run in list(_runs(holder)):
            _wrap(holder, first, run)


def _has_blank_line(node: Any) -> bool:
    """Whether a blank line is shown in an element, which then holds several paragraphs."""
    lines = (n for n in node if n.tag == "br" and not _said(n.tail))
    return any((behind := line.getnext()) is not None and behind.tag == "br" for line in lines)


def _is_inline(node: Any) -> bool:
    return node.tag in _INLINE and all(inner.tag in _INLINE for inner in node.iter())


def _runs(holder: Any) -> Iterator[tuple[Any | None, list[Any]]]:
    """The runs of prose in an element: the child before each, and the children in it.

    A run ends at an element that is a line of its own, and where a blank line is shown.
    """
    before: Any | None = None
    run: list[Any] = []
    text = holder.text or ""
    for child in holder:
        blank_line = child.tag == "br" and run and run[-1].tag == "br" and not _said(run[-1].tail)
        if _is_inline(child) and not blank_line:
            run.append(child)
            text += child.tail or ""
            continue
        if _is_prose(run, text):
            yield before, run
        before, run, text = child, [], child.tail or ""
    if _is_prose(run, text):
        yield before, run


def _is_prose(run: list[Any], text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST_LETTERS and any(n.tag != "br" for n in run)


def _said(text: str | None) -> bool:
    return bool(text and text.strip())


def _wrap(holder: Any, before: Any | None, run: list[Any]) -> None:
    """Put the text behind a child, or at the beginning, and the children behind it into one."""
    paragraph = holder.makeelement("p")
    if before is None:
        paragraph.text, holder.text = holder.text, None
        holder.insert(0, paragraph)
    else:
        paragraph.text, before.tail = before.tail, None
        before.addnext(paragraph)
    for child in run:
        paragraph.append(child)
