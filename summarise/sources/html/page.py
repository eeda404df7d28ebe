"""A page as a tree, made ready to be read: what only serves its looks is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from summarise.sources.html.formulas import formula_of
from summarise.sources.html.layout import without_layout_lists, without_layout_tables
from summarise.sources.html.loose import with_paragraphs
from summarise.sources.html.texts import inner_text, is_hidden

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_SOFT_HYPHEN = re.compile(r"\u00ad|&shy;?|&#0*173;?|&#[xX]0*[aA][dD];?")
#: Elements that a page nested too deep can do without: each starts a line, and that remains.
_BLOCK_TAGS = re.compile(
    r"(?:</?(?:div|section|article|main|center|blockquote|[uod]l|li|d[dt]|table|t(?:body|head|foot|[rdh])"
    r"|font|span|fieldset|form|details|figure|p)\b[^<>]*>\s*)+",
    re.IGNORECASE,
)
#: If that is not enough, it does without all others but those whose text is not read, or not alike.
_OTHER_TAGS = re.compile(
    r"</?(?!(?:script|style|title|textarea|head|html|body|meta|link|template|p|br|hr)\b)"
    r"[a-z][^<>]*>",
    re.IGNORECASE,
)
#: And then without anything but paragraphs.
_ANY_TAG = re.compile(r"(?:</?[a-z][^<>]*>\s*)+", re.IGNORECASE)
#: Marks beside a heading that link to it; a mark may be the only text of its link.
_PERMALINK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:headerlink|permalink|hash-link|heading-anchor|header-anchor|headinglink"
    r"|anchorjs-link|octicon-link|mw-editsection|editsection|direct-link)",
    re.IGNORECASE,
)
_PERMALINK = re.compile(
    r"(?:[¶#§🔗\u200b↩︎\ufe0e\ufe0f\s]*|(?:permanent |direct )?link(?: to (?:this|the) heading)?"
    r"|permalink|\[?edit\]?)",
    re.IGNORECASE,
)
_ICON_CLASS = re.compile(
    r"(?:^|\s)(?:fa[srbl]?|icons?|glyphicon|material-(?:icons|symbols)[\w-]*)(?:\s|$)"
)
_ICON_FONT = re.compile(r"(?:^|\s)material-(?:icons|symbols)")
_ICON_NAME = re.compile(r"[\w-]{0,30}|\W{1,3}")
#: Drawn copies of formulas, which a page holds a second time as MathML.
_DRAWN_FORMULA = re.compile(r"(?:^|\s)(?:katex-html|MathJax_Preview|mwe-math-fallback-image)")
#: The number of a note, which stands in the way of its sentence.
_NOTE_NUMBER = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|[ivxl]{1,6}|note \d+|[*†‡§^↑↩︎]+)\s*\]?", re.I)
_WANTING = re.compile(r"noprint|Inline-Template|citation-needed")
#: What elements are called for a moment that only their text is left of.
_ONLY_TEXT = "only-text"
_NEVER_READ = frozenset({"template", "rt", "rp", "rtc"})
_INLINE_ONLY = ("time", "output", "data", "meter")
_HOLDS_SENTENCES = ("p", "li", "td", "blockquote", "dd", "span", "em", "strong", "b", "i")


def tree_of(page: str) -> Any | None:
    """The tree of a page without comments, or None if nothing is in it.

    Nothing is lost of a page that is nested deeper than the parser can follow (2,048 elements): it
    becomes flat, and each element that started a line still does.
    """
    page = _SOFT_HYPHEN.sub("", page)
    tree, is_whole = _parsed(page)
    for tags, instead in ((_BLOCK_TAGS, "<p>"), (_OTHER_TAGS, ""), (_ANY_TAG, "<p>")):
        if is_whole:
            break
        page = tags.sub(instead, page)
        tree, is_whole = _parsed(page)
    return tree


def _parsed(page: str) -> tuple[Any | None, bool]:
    """A page's tree, and whether all of it is there: what is nested too deep would be lost."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        # Text with an encoding declaration must come in as bytes.
        tree = html.document_fromstring(page.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        tree = None
    return tree, not any("depth" in entry.message for entry in parser.error_log)


def language_of(tree: Any) -> str:
    """What a page says of its language."""
    for name in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        if match := _LANGUAGE.match((tree.get(name) or "").strip()):
            return match[0].lower()
    return ""


def make_ready(tree: Any) -> None:
    """Change a tree so that the text of its elements is what a reader of the page sees.

    Hidden parts, icons, readings above characters, numbers of notes and links from headings to
    themselves leave; formulas become text; tables that only lay out the page become divisions, and
    loose text in them paragraphs.
    """
    for node in list(_not_seen(tree)):
        _remove(node)
    for node in list(tree.iter("ruby", "rb", *_INLINE_ONLY)):
        parent = node.getparent()
        if node.tag in ("ruby", "rb") or (parent is not None and parent.tag in _HOLDS_SENTENCES):
            node.tag = _ONLY_TEXT
    for node in list(tree.iter("math")):
        formula = formula_of(node)
        node.clear(keep_tail=True)
        node.tag, node.text = _ONLY_TEXT, formula
    without_tags(tree, _ONLY_TEXT)
    for node in list(tree.iter("h1", "h2", "h3", "h4", "h5", "h6")):
        _free_heading(node)
    for node in list(tree.iter("a")):
        if node.get("href") is None and not len(node):
            node.drop_tag()
    without_layout_tables(tree)
    without_layout_lists(tree)
    with_paragraphs(tree)


def _not_seen(tree: Any) -> Iterator[Any]:
    return (
        node
        for node in tree.iter()
        if isinstance(node.tag, str) and node.getparent() is not None and _is_not_seen(node)
    )


def _is_not_seen(node: Any) -> bool:
    return (
        node.tag in _NEVER_READ
        or is_hidden(node)
        or node.get("aria-modal") == "true"
        or _is_icon(node)
        or (node.tag == "sup" and _is_number_of_note(node))
        or _DRAWN_FORMULA.search(node.get("class") or "") is not None
    )


def _is_icon(node: Any) -> bool:
    """Whether an element is a picture that is written as a word."""
    if node.tag not in ("i", "span", "b") or len(node):
        return False
    text, name = (node.text or "").strip(), node.get("class") or ""
    if not _ICON_NAME.fullmatch(text):
        return False
    if node.get("aria-hidden") == "true":
        return node.tag == "i" or not text.isalnum() or _ICON_CLASS.search(name) is not None
    return _ICON_FONT.search(name) is not None


def _is_number_of_note(node: Any) -> bool:
    if _WANTING.search(node.get("class") or ""):
        return True
    links = list(node.iter("a"))
    around = node.getparent()
    if around is not None and around.tag == "a":
        links.append(around)
    to_here = any((link.get("href") or "").startswith("#") for link in links)
    return to_here and (
        any(link.getparent() is node for link in links)
        or _NOTE_NUMBER.fullmatch(inner_text(node)) is not None
    )


def _free_heading(heading: Any) -> None:
    """Take the link out of a heading that links to itself, and the mark that does so."""
    whole = inner_text(heading)
    is_top = heading.tag == "h1"
    for node in list(heading.iter("a", "span", "button")):
        if node.getparent() is None:
            continue
        text = inner_text(node)
        to_here = node.tag == "a" and (node.get("href") or "#").startswith("#")
        is_mark = to_here or _PERMALINK_CLASS.search(node.get("class") or "") is not None
        is_all = text == whole
        if not is_all and (node.tag == "button" or (is_mark and _PERMALINK.fullmatch(text))):
            _remove(node)
        elif to_here or (node.tag == "a" and is_top) or node.tag == "button":
            node.drop_tag()


def _remove(node: Any) -> None:
    if node.getparent() is not None:
        node.drop_tree()


def without_tags(tree: Any, tag: str) -> None:
    """Take elements of one name out of a tree and leave what is in them, however many there are.

    Taken out one by one, each would copy all of the text that stands before it; and pieces of text
    that are left beside each other cost whoever asks where each one stands as much.
    """
    around = {node.getparent() for node in tree.iter(tag)}
    etree.strip_tags(tree, tag)
    for node in around:
        if node is None or node.tag == tag:
            continue
        node.text = node.text  # in one piece again
        for child in node:
            child.tail = child.tail
