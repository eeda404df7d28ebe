"""The part of a page that holds nearly all of its prose, though it may be in many pieces.

An article in one container is what extractors look for. A thread of posts, a question with its
answers, an article cut by boxes has several, and they believe the longest one.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from typing import Any

from lxml import etree

from summarise.draft import Block
from summarise.sources.html.shown import shown_blocks
from summarise.sources.html.texts import LINE_STARTING, is_invisible

_NOT_PROSE_TAGS = frozenset({"nav", "aside", "footer", "menu", "dialog", "button", "textarea"})
_NOT_PROSE_NAME = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|sidebar|side-?bar|footer|menu|nav(?:bar|igation)?"
    r"|breadcrumbs?|share|sharing|social|related|recommend(?:ed|ations)?|promo|sponsor(?:ed)?|ads?"
    r"|advert\w*|newsletter|subscribe|signup|cookies?|consent|banner|pagination|pager|widget|tags?"
    r"|author-?(?:bio|box)|bio|popup|modal|overlay|login|search|toolbar|toc|read-?more|teasers?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PROSE_NAME = re.compile(r"article-?body|post-?(?:body|text|content)|entry-?content|prose", re.I)
#: A run of text with so many characters outside of links is prose and not a line of a menu.
_LINE_OF_PROSE = 60
#: An element with so much of the prose around it holds the article.
_NEARLY_ALL = 0.85
#: What holds so much of all prose is not beside it, whatever it is called.
_TOO_MUCH = 0.4
_MOSTLY_LINKS = 0.6


def blocks_of_prose(tree: Any) -> list[Block]:
    """The blocks of the smallest part of a page with nearly all of its prose.

    It is believed only if the page says that it is its main part or if it is a row of parts of one
    kind; else there are none.
    """
    tree = deepcopy(tree)
    body = tree.find("body")
    if body is None:
        return []
    mass = _Mass(body)
    for node in list(body.iterdescendants()):
        if node.getparent() is not None and _is_beside(node, mass, body):
            node.drop_tree()
    mass = _Mass(body)
    holder = body
    while len(holder):
        largest = max(holder, key=mass.of)
        if not mass.of(largest) or mass.of(largest) < _NEARLY_ALL * mass.of(holder):
            break
        holder = largest
    if not (_is_main(holder) or _is_row(holder, mass)):
        return []
    for node in list(holder.iterdescendants()):
        if node.getparent() is not None and mass.is_links(node):
            node.drop_tree()
    return list(shown_blocks(holder))


class _Mass:
    """How much prose each element of a page holds, and how much of its text is links."""

    def __init__(self, body: Any) -> None:
        self._prose: dict[Any, int] = {}
        self._own: dict[Any, int] = {}
        self._text: dict[Any, tuple[int, int]] = {}
        own: dict[Any, list[int]] = {}
        for event, node in etree.iterwalk(body, events=("start", "end")):
            if event == "start":
                own[node] = [len((node.text or "").strip()), 0]
                self._prose[node] = 0
            else:
                self._close(node, own)

    def _close(self, node: Any, own: dict[Any, list[int]]) -> None:
        text, links = own.pop(node)
        if node.tag == "a":
            links = text
        if is_invisible(node):
            text = links = self._prose[node] = 0
        is_block = node.tag in LINE_STARTING
        if is_block and text - links >= _LINE_OF_PROSE and links < 0.5 * text:
            self._own[node] = text - links
            self._prose[node] += text - links
        whole = [
            sum(self._text[child][i] for child in node if child.tag in LINE_STARTING)
            for i in (0, 1)
        ]
        self._text[node] = (text + whole[0], links + whole[1])
        parent = node.getparent()
        if parent is not None and parent in own:
            self._prose[parent] += self._prose[node]
            own[parent][0] += len((node.tail or "").strip()) + (0 if is_block else text)
            own[parent][1] += 0 if is_block else links

    def of(self, node: Any) -> int:
        """The characters of prose in an element."""
        return self._prose.get(node, 0)

    def own(self, node: Any) -> int:
        """The characters of prose that stand in an element itself."""
        return self._own.get(node, 0)

    def is_links(self, node: Any) -> bool:
        """Whether an element is a line or a list of links."""
        text, links = self._text.get(node, (0, 0))
        return node.tag in LINE_STARTING and links > _MOSTLY_LINKS * text and not self.of(node)


def _is_beside(node: Any, mass: _Mass, body: Any) -> bool:
    if not isinstance(node.tag, str) or mass.of(node) > _TOO_MUCH * mass.of(body):
        return False
    if node.tag in _NOT_PROSE_TAGS:
        return True
    name = f"{node.get('class') or ''} {node.get('id') or ''}"
    return _NOT_PROSE_NAME.search(name) is not None and not _PROSE_NAME.search(name)


def _is_main(holder: Any) -> bool:
    return any(
        node.tag in ("article", "main")
        or node.get("role") in ("main", "article")
        or node.get("itemprop") == "articleBody"
        for node in (holder, *holder.iterancestors())
    )


def _is_row(holder: Any, mass: _Mass) -> bool:
    """Whether most of the prose in an element is in parts of one kind, as in a thread."""
    kinds: Counter[tuple[str, str]] = Counter()
    parts: dict[tuple[str, str], set[Any]] = {}
    for node in holder.iter():
        if own := mass.own(node):
            part = next((n for n in (node, *node.iterancestors()) if n.get("class")), holder)
            kind = (str(part.tag), part.get("class") or "")
            kinds[kind] += own
            parts.setdefault(kind, set()).add(part)
    if not kinds:
        return False
    kind, prose = kinds.most_common(1)[0]
    return len(parts[kind]) >= 2 and prose >= _NEARLY_ALL * mass.of(holder)
