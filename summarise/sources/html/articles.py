"""Where the article is on a page: two extractors, and a rule whose answer is believed."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from typing import Any

from lxml import html

from summarise.draft import Block
from summarise.sources.html.extracted import blocks_of
from summarise.sources.html.page import without_tags
from summarise.sources.html.prose import blocks_of_prose
from summarise.sources.html.shown import shown_blocks
from summarise.sources.html.texts import inner_text, letters

_WORD_CHARACTER = re.compile(r"\w")
#: The second extractor is believed where it finds so many times as much: a precise one fails by
#: losing most of the page. On 130 mixed and 181 news pages that was better on 13, worse on none;
#: one half chose the same threshold as the other.
_MUCH_MORE = 1.7
#: An article of fewer characters is believed only if the page shows little else.
_A_CRUMB = 250
#: An article that says so much is not looked for among short lines, of which menus are made.
_SHORT = 1_500
_LINE_OF_PROSE = 60
#: So many letters at the end tell a paragraph, and so many at its beginning may have been cut off.
_END_READ, _CUT = 40, 60
#: Of longer pages only the first extractor's own answer is asked: the helpers that it compares
#: itself with need time that grows faster than the page.
_LONG_PAGE = 400_000
#: The same for a page of so many elements: 60,000 small ones took minutes; and for one with so many
#: short pieces, for each of which one of them looks through all others: 7,500 took 2.6 s.
_MANY_ELEMENTS = 10_000
_MANY_SHORT = 2_000
_SHORT_PIECE = 70
#: On a page of more elements no article is looked for: with 50,000 paragraphs of a letter each the
#: first extractor alone takes 2 s, and with twice as many four times as long.
_MOST_ELEMENTS = 60_000
#: A row with more cells is cut, and more runs of text in one paragraph lose their tags: with each
#: the first extractor looks at all those before it. 20,000 took 9 s.
_WIDEST_ROW = 1_000
_MANY_RUNS = 1_000
#: So many paragraphs with one ending are asked which of them was cut off.
_SAME_ENDING = 20
#: What a text opens with, and what it is made of where it stands right in the body.
_OPENING = ("p", "h1", "h2", "h3")
_TEXT = ("p", "ul", "ol", "dl", "blockquote", "pre", "table", "figure")
#: Trafilatura throws figures away, with the tables and quotations that many pages keep in them.
_OTHER_NAMES = {"figure": "div", "figcaption": "p"}


def find_article(tree: Any, shown: Sequence[Block]) -> Sequence[Block] | None:
    """The blocks of the article of a page, or None where none is found.

    Args:
        tree: The page, made ready; it is left as it is.
        shown: The blocks of everything that it shows.
    """
    if _has_more(tree, _MOST_ELEMENTS):
        return None
    has_many = sum(len(block.text) < _SHORT_PIECE for block in shown) > _MANY_SHORT
    found: Sequence[Block] = _guarded(partial(_by_precision, fast=has_many), tree) or ()
    if _most_of_article(shown, found) > _MUCH_MORE * _size(found):
        other = _guarded(_by_readability, tree) or ()
        if _size(other) > _MUCH_MORE * _size(found):
            found = other
        pieces = _guarded(blocks_of_prose, tree) or ()
        if _size(pieces) > _MUCH_MORE * _size(found) and _holds(pieces, found):
            found = pieces
    found = _whole_again(found, shown)
    length = sum(len(block.text) for block in found)
    whole = sum(len(block.text) for block in shown)
    return found if found and (length >= _A_CRUMB or length >= 0.9 * whole) else None


def _whole_again(found: Sequence[Block], shown: Sequence[Block]) -> Sequence[Block]:
    """The blocks with the beginnings that an extractor cut off, as the page shows them.

    A link or an emphasis behind a line break can lose its place, and the paragraph its first word.
    """
    by_end: dict[str, list[tuple[str, Block]]] = {}
    for block in shown:
        key = letters(block.text)
        known = by_end.setdefault(key[-_END_READ:], [])
        if len(known) < _SAME_ENDING and all(key != other for other, _ in known):
            known.append((key, block))
    whole = []
    for block in found:
        key = letters(block.text)
        same = by_end.get(key[-_END_READ:], []) if len(key) > _END_READ else []
        if any(other == key for other, _ in same):  # shown just so: nothing was cut off
            same = []
        cut = next((b for k, b in same if k.endswith(key) and 0 < len(k) - len(key) < _CUT), None)
        whole.append(block if cut is None else replace(block, text=cut.text, spans=()))
    return whole


def _holds(whole: Sequence[Block], part: Sequence[Block]) -> bool:
    """Whether nearly all of some blocks is in others."""
    text = letters(" ".join(block.text for block in whole))
    said = [letters(block.text) for block in part]
    return sum(len(key) for key in said if key in text) >= 0.8 * sum(map(len, said))


def _most_of_article(shown: Sequence[Block], found: Sequence[Block]) -> int:
    """How much an article on the page can say: beside a long one, menus are not counted."""
    if _size(found) < _SHORT:
        return _size(shown)
    return _size([block for block in shown if len(block.text) >= _LINE_OF_PROSE])


def _size(blocks: Sequence[Block]) -> int:
    """How much the blocks say, whether their script parts words or not."""
    return sum(len(_WORD_CHARACTER.findall(block.text)) for block in blocks)


def _guarded(extract: Callable[[Any], list[Block]], tree: Any) -> list[Block] | None:
    """What an extractor finds; nothing if it fails in any way, for the page can still be shown."""
    _silence()
    try:
        return extract(tree)
    except Exception:
        return None
    finally:
        _forget()


@cache
def _silence() -> None:
    """Keep the complaints of the extractors about odd pages, which would stand over the screen."""
    for name in ("trafilatura", "readability", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False


def _forget() -> None:
    """Let go of the texts that trafilatura keeps: whole pages are among the last 1,024."""
    with suppress(ImportError, AttributeError):  # a later version may call them otherwise
        from trafilatura.utils import line_processing, trim

        for kept in (line_processing, trim):
            kept.cache_clear()


def _by_precision(tree: Any, *, fast: bool) -> list[Block]:
    """The answer of trafilatura where it would rather lose something than let junk through.

    Args:
        tree: The page.
        fast: Whether it should not ask the helpers that it compares itself with.
    """
    tree = _renamed(tree)
    _divide(tree)
    wrapped = _with_article(tree)
    if wrapped is None:
        return _extracted(tree, fast=fast)
    found = _extracted(wrapped, fast=fast)
    own = sum(len(inner_text(paragraph)) for paragraph in tree.find("body").iterchildren("p"))
    if sum(len(block.text) for block in found) >= 0.8 * own:
        return found
    return max(found, _extracted(tree, fast=fast), key=_size)


def _renamed(tree: Any) -> Any:
    tree = deepcopy(tree)
    for node in tree.iter(*_OTHER_NAMES):
        node.tag = _OTHER_NAMES[node.tag]
        node.attrib.pop("aria-hidden", None)  # a caption that repeats the picture's own words
    for node in list(tree.iter("pre")):  # it would be taken for a quotation
        if next(node.iterchildren("code"), None) is None:
            code = node.makeelement("code")
            code.text, node.text = node.text, None
            code.extend(list(node))
            node.append(code)
    return tree


def _divide(tree: Any) -> None:
    """Cut what is so wide that the time to read it would grow with its square."""
    for row in list(tree.iter("tr")):
        cells = list(row)
        for start in range(_WIDEST_ROW, len(cells), _WIDEST_ROW):
            rest = row.makeelement("tr")
            rest.extend(cells[start : start + _WIDEST_ROW])
            row.addnext(rest)
            row = rest
    for parent, runs in Counter(span.getparent() for span in tree.iter("span")).items():
        if runs > _MANY_RUNS and parent is not None:
            without_tags(parent, "span")


def _is_text(node: Any) -> bool:
    """Whether an element right in the body is part of a text: a list of links is not."""
    if node.tag not in _TEXT:
        return False
    outermost = (link for link in node.iter("a") if next(link.iterancestors("a"), None) is None)
    links = sum(len(inner_text(link)) for link in outermost)
    return links < 0.5 * len(inner_text(node))


def _with_article(tree: Any) -> Any | None:
    """The page with its body said to be the article, if its paragraphs stand there as they are.

    So it is in pages written by hand or made of Markdown. Without a container that looks like an
    article, trafilatura keeps the paragraphs and loses headings and lists between them.
    """
    body = tree.find("body")
    if body is None or next(body.iter("article", "main"), None) is not None:
        return None
    children = list(body)
    start = next((at for at, c in enumerate(children) if c.tag in _OPENING), None)
    own = sum(len(inner_text(child)) for child in children if _is_text(child))
    if start is None or own < 0.5 * len(inner_text(body)):
        return None
    # What stands above the text in a container of its own is the head of the page or its picture.
    if any(child.tag in ("div", "svg") for child in children[:start]):
        return None
    wrapped = deepcopy(tree)
    body = wrapped.find("body")
    article = body.makeelement("article")
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)
    return wrapped


def _extracted(tree: Any, *, fast: bool) -> list[Block]:
    from trafilatura import bare_extraction  # here, so that its failing to load is guarded, too

    found = bare_extraction(
        tree,
        fast=fast or len(tree.text_content()) > _LONG_PAGE or _has_more(tree, _MANY_ELEMENTS),
        favor_precision=True,
        include_comments=False,
        include_formatting=True,
    )
    body = getattr(found, "body", None)
    return [] if body is None else list(blocks_of(body))


def _has_more(tree: Any, elements: int) -> bool:
    """Whether a page has more elements than so many."""
    return next(islice(tree.iter(), elements, None), None) is not None


def _by_readability(tree: Any) -> list[Block]:
    """The answer of readability, which finds the part of the page with most of its prose."""
    from readability import Document  # only for the pages that need it

    summary = Document(deepcopy(tree)).summary(html_partial=True)
    return list(_without_doubles(shown_blocks(html.fromstring(summary))))


def _without_doubles(blocks: Iterator[Block]) -> Iterator[Block]:
    last: Block | None = None
    for block in blocks:
        if last is None or block.text != last.text:
            yield block
        last = block
