"""What a page says, where it says it: its tags, its elements, and the lines beside its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import dropwhile, islice
from typing import Any

from lxml import etree

from summarise.sources.html.texts import clean, inner_text, is_hidden

_ELSEWHERE = frozenset({"nav", "aside", "footer", "dialog", "noscript", "template", "form"})
_ELSEWHERE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|replies|related|recommended|sidebar|teaser|(?<!h-)card|promo"
    r"|more-?from|popular|trending|newsletter|widget|footer|next-?article|read-?more)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: A line that only says who wrote, or when, stands between the title and the first paragraph: so
#: many elements are looked through, and a text of so many characters is one.
_NEAR, _PROSE, _LONGEST_LINE = 60, 200, 100
_LINE_TAGS = frozenset(
    {
        "p",
        "div",
        "span",
        "em",
        "i",
        "b",
        "address",
        "h2",
        "h3",
        "h4",
        "small",
        "strong",
        "li",
        "font",
        "td",
    }
)


class PageSays:
    """What a page says of itself, before anything has left its tree.

    Args:
        tree: The page.
    """

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self._tags: dict[str, list[str]] = {}
        for node in tree.iter("meta"):
            content = clean(node.get("content") or "")
            for attribute in ("property", "name", "itemprop"):
                if content and (name := node.get(attribute)):
                    self._tags.setdefault(name.strip().lower(), []).append(content)

    def each(self, names: Iterable[str]) -> Iterator[str]:
        """What the first of some ``<meta>`` tags says, then the second, and so on."""
        for name in names:
            yield from self._tags.get(name, ())

    def all_of_first(self, names: Iterable[str]) -> Iterator[list[str]]:
        """All that each of some ``<meta>`` tags says."""
        return (self._tags[name] for name in names if name in self._tags)

    @cached_property
    def elements(self) -> list[Any]:
        """The elements of the page proper: not of comments, other articles, or what is beside."""
        return list(_elements(self.tree))

    @cached_property
    def lines_by_title(self) -> list[str]:
        """The short lines between the title and the first paragraph, and just above it."""
        return list(_lines_by_title(self.tree))


def _lines_by_title(tree: Any) -> Iterator[str]:
    """The short lines between the title of a page and its first paragraph, and just above it."""
    title = next(tree.iter("h1"), None)
    if title is None:
        return
    for node, _ in zip(title.itersiblings(preceding=True), range(3), strict=False):
        if isinstance(node.tag, str) and len(text := inner_text(node)) <= _LONGEST_LINE:
            yield text
    behind = dropwhile(lambda node: node is not title, tree.iter(etree.Element))
    for near, node in enumerate(islice(behind, 1, None)):
        text = inner_text(node) if len(node) < 8 else ""
        if near > _NEAR or (len(text) > _PROSE and node.tag in ("p", "div")):
            return
        if node.tag in _LINE_TAGS and 0 < len(text) <= _LONGEST_LINE:
            yield text


def _elements(tree: Any) -> Iterator[Any]:
    """The elements of the page proper in their order."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node.tag, str):
            continue
        if is_hidden(node) or _is_elsewhere(node):
            continue
        yield node
        waiting.extend(reversed(node))


def _is_elsewhere(node: Any) -> bool:
    named = node.tag in _ELSEWHERE or _ELSEWHERE_CLASS.search(called(node)) is not None
    # What holds the title is the page, though it may say that it has a sidebar.
    return named and next(node.iter("h1", "main", "body"), None) is None


def called(node: Any) -> str:
    """What the makers of a page call an element."""
    return f"{node.get('class') or ''} {node.get('id') or ''}"
