"""HTML → Draft: trafilatura finds the article, its tree becomes blocks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.encoding import decode
from summarise.sources.entities import without_unsafe_references
from summarise.sources.plain import read_plain
from summarise.text.sanitise import sanitise, sanitise_line

_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_HEADING = re.compile(r"h([1-6])")
_INVISIBLE_TAGS = "script style noscript template head svg math iframe object select"
_LINE_STARTING_TAGS = """
    address article aside blockquote body br dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table td th
    tr ul
"""
_INVISIBLE = frozenset(_INVISIBLE_TAGS.split())
_LINE_STARTING = frozenset(_LINE_STARTING_TAGS.split())
_KIND_OF_TAG = {
    "li": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTATION,
    "figcaption": Kind.CAPTION,
    "pre": Kind.CODE,
}
_DEEPEST = 200
#: Passed over before the article is looked for: what a page hides, and the numbers of its notes.
_NOT_READ = [
    "//body//*[@hidden and not(@hidden='until-found')]",
    "//template",
    "//sup[a[starts-with(@href, '#')]]",
]
#: Trafilatura throws figures away, with the tables and quotations that many pages keep in them,
#: and takes preformatted text for quotations. So it is given other names for them.
_OTHER_NAMES = (
    (re.compile(r"<(/?)figure(?=[\s>/])", re.IGNORECASE), r"<\1div"),
    (re.compile(r"<(/?)figcaption(?=[\s>/])", re.IGNORECASE), r"<\1p"),
    (re.compile(r"(<pre(?:\s[^<>]*)?>)(?!\s*<code)", re.IGNORECASE), r"\1<code>"),
)
_CONTENT_STARTS = re.compile(r"<body\b[^<>]*>|(?=<(?:p|h[1-6])[\s>])", re.IGNORECASE)
_SENTENCE = re.compile(r".*\S\s.*[.!?…。！？][\"'”’»)]*", re.DOTALL)
#: Preformatted text with so many words a line is prose, as in the archives of mailing lists.
_WORDS_OF_PROSE = 7
#: An article of fewer characters is believed only if the page shows little else.
_A_CRUMB = 250


def read_html(data: bytes | str) -> Draft:
    """Make blocks of a web page.

    Args:
        data: The page, as bytes (its encoding is found) or as text.

    Returns:
        The article alone, as a clean draft; where no article is found, everything that the page
        shows, for the boilerplate marker to go through.

    Raises:
        NotTextError: The bytes are not text.
    """
    page = decode(data) if isinstance(data, bytes) else data
    # lxml refuses NULs and the halves of surrogate pairs, so they leave before it looks.
    page = without_unsafe_references(sanitise(page))
    tree = _tree(page)
    if tree is None:
        return Draft(form="web page")
    language = _language_of(tree)
    found = _extracted(_with_article(page, tree))
    shown = tuple(_visible_blocks(tree))
    if found is not None:
        captions = {_inner_text(caption) for caption in tree.iter("figcaption")}
        blocks = tuple(_with_captions(_article_blocks(found.body, 0), captions))
        if _is_enough(blocks, shown):
            title = sanitise_line(found.title or "")
            language = language or (found.language or "")
            return Draft(blocks, title, language, "web page", clean=True)
    return Draft(shown, sanitise_line(_inner_text(tree.find(".//title"))), language, "web page")


def _is_enough(blocks: Sequence[Block], shown: Sequence[Block]) -> bool:
    """Whether this is the article of the page, and not a crumb of it that happened to be found."""
    size = sum(len(block.text) for block in blocks)
    return size >= _A_CRUMB or size >= 0.9 * sum(len(block.text) for block in shown)


def _with_captions(blocks: Iterator[Block], captions: Container[str]) -> Iterator[Block]:
    """The blocks with captions under their kind; those that say no sentence are mere credits."""
    for block in blocks:
        if block.text not in captions:
            yield block
        elif _SENTENCE.fullmatch(block.text):
            yield Block(block.text, Kind.CAPTION)


def _tree(page: str) -> Any | None:
    from lxml import etree, html

    try:
        # Text with an encoding declaration must come in as bytes.
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)  # as deep as it may be
        return html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _with_article(page: str, tree: Any) -> str:
    """The page with its body said to be the article, if its paragraphs stand there as they are.

    So it is in pages written by hand or made of Markdown. Without a container that looks like an
    article, trafilatura keeps the paragraphs and loses headings and lists between them.
    """
    body = tree.find("body")
    if body is None or any(tree.find(f".//{tag}") is not None for tag in ("article", "main")):
        return page
    own = sum(len(_inner_text(paragraph)) for paragraph in body.iterchildren("p"))
    if own < 0.5 * len(_inner_text(body)):
        return page
    return _CONTENT_STARTS.sub(lambda at: f"{at[0] or '<body>'}<article>", page, count=1)


def _extracted(page: str) -> Any | None:
    """Trafilatura's document, or None if it finds no article."""
    import logging

    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    for name, other in _OTHER_NAMES:
        page = name.sub(other, page)
    # Without a handler its complaints about odd pages would be printed over the screen.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found = bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            include_formatting=True,
            with_metadata=True,
            prune_xpath=_NOT_READ,
        )
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        # A page that breaks the extraction can still be shown as it is.
        return None
    return found if found is not None and getattr(found, "body", None) is not None else None


def _language_of(tree: Any) -> str:
    for name in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        match = _LANGUAGE.match((tree.get(name) or "").strip())
        if match:
            return match[0].lower()
    return ""


def _inner_text(element: Any) -> str:
    return "" if element is None else _SPACE.sub(" ", "".join(element.itertext())).strip()


def _article_blocks(element: Any, depth: int) -> Iterator[Block]:
    """Walk trafilatura's tree: head, p, list and item, quote, code, table."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or depth > _DEEPEST:
            continue
        if tag == "head":
            yield from _block(child, Kind.HEADING, _heading_level(child))
        elif tag == "list":
            yield from _list_items(child, 1)
        elif tag == "quote":
            yield from _quotation(child, depth)
        elif tag == "code":
            yield from _preformatted(child)
        elif tag == "table":
            yield from _table(child)
        elif tag in ("p", "ab", "hi", "ref", "del", "item", "fw"):
            yield from _paragraph(child)
        else:
            yield from _article_blocks(child, depth + 1)
        if tail := _SPACE.sub(" ", child.tail or "").strip():
            yield Block(tail)


def _block(element: Any, kind: Kind, level: int = 0, tight: bool = False) -> Iterator[Block]:
    if text := _inner_text(element):
        yield Block(text, kind, level, tight)


def _heading_level(element: Any) -> int:
    match = _HEADING.fullmatch(element.get("rend") or "")
    return int(match[1]) if match else 2


def _paragraph(element: Any) -> Iterator[Block]:
    """A paragraph; ``<lb/>`` in it starts a new line (verse, addresses)."""
    lines = [""]
    for event, node in _events(element):
        if event == "start" and node.tag == "lb":
            lines.append("")
        if event == "start" and node.tag != "lb":
            lines[-1] += node.text or ""
        if event == "end" and node is not element:
            lines[-1] += node.tail or ""
    tight = False
    for line in lines:
        if text := _SPACE.sub(" ", line).strip():
            yield Block(text, tight=tight)
            tight = True


def _events(element: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    return iter(etree.iterwalk(element, events=("start", "end")))


def _list_items(element: Any, level: int) -> Iterator[Block]:
    tight = level > 1
    numbered = element.get("rend") == "ol"
    for number, item in enumerate(element.iterchildren("item"), 1):
        nested = list(item.iterchildren("list"))
        text = _SPACE.sub(" ", "".join(_own_text(item))).strip()
        if text:
            mark = f"{number}." if numbered else "•"
            yield Block(f"{mark} {text}", Kind.LIST_ITEM, min(level, 9), tight)
            tight = True
        if level < 20:
            for inner in nested:
                yield from _list_items(inner, level + 1)


def _own_text(item: Any) -> Iterator[str]:
    """The text of a list item without the lists inside it."""
    if item.text:
        yield item.text
    for child in item:
        if child.tag != "list":
            yield from child.itertext()
        if child.tag == "p":
            yield " "
        if child.tail:
            yield " " + child.tail


def _quotation(element: Any, depth: int) -> Iterator[Block]:
    if len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip():
        yield from _preformatted(element[0])
        return
    if not any(True for _ in element.iterchildren("p", "head", "list", "table", "quote")):
        yield from _block(element, Kind.QUOTATION)
        return
    if text := _SPACE.sub(" ", element.text or "").strip():
        yield Block(text, Kind.QUOTATION)
    for block in _article_blocks(element, depth + 1):
        kind = Kind.QUOTATION if block.kind is Kind.TEXT else block.kind
        yield Block(block.text, kind, block.level, block.tight)


def _preformatted(element: Any) -> Iterator[Block]:
    pieces = [element.text or ""]
    for node in element.iterdescendants():
        pieces += ["\n" if node.tag == "lb" else node.text or "", node.tail or ""]
    return _code_or_prose("".join(pieces))


def _code_or_prose(raw: str) -> Iterator[Block]:
    from summarise.sources.tables import trimmed_lines

    text = trimmed_lines(raw)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(text.split()) >= _WORDS_OF_PROSE * max(len(lines), 3):
        yield from read_plain(text).blocks
    elif text:
        yield Block(text, Kind.CODE)


def _table(element: Any) -> Iterator[Block]:
    from summarise.sources.tables import aligned

    rows = [[_inner_text(cell) for cell in row.iterchildren("cell")] for row in element.iter("row")]
    if text := aligned(rows):
        yield Block(text, Kind.TABLE)


def _visible_blocks(tree: Any) -> Iterator[Block]:
    """Everything that a page shows, a block for each element that starts a line."""
    buffer: list[str] = []
    kind, level = Kind.TEXT, 0

    def flush() -> Iterator[Block]:
        raw = "".join(buffer)
        buffer.clear()
        if kind is Kind.CODE:
            yield from _code_or_prose(raw)
        elif text := _SPACE.sub(" ", raw).strip():
            yield Block(text, kind, level)

    hidden = 0
    for event, node in _events(tree):
        tag = node.tag if isinstance(node.tag, str) else ""
        skipped = tag in _INVISIBLE or not tag or _is_hidden(node)
        if tag in _LINE_STARTING:
            yield from flush()
            kind, level = _kind_of(node) if event == "start" else (Kind.TEXT, 0)
        if event == "start":
            hidden += skipped
            if not hidden:
                buffer.append(node.text or "")
        else:
            hidden -= skipped
            if not hidden:
                buffer.append(node.tail or "")
    yield from flush()


def _is_hidden(node: Any) -> bool:
    return node.tag not in ("html", "body") and node.get("hidden", "until-found") != "until-found"


def _kind_of(node: Any) -> tuple[Kind, int]:
    match = _HEADING.fullmatch(node.tag)
    if match:
        return Kind.HEADING, int(match[1])
    kind = _KIND_OF_TAG.get(node.tag, Kind.TEXT)
    return kind, 1 if kind is Kind.LIST_ITEM else 0
