"""What stands beside the article that was found: its standfirst, captions, lists of references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.sources.html.layout import DATA_CELL
from summarise.sources.html.texts import END_OF_SENTENCE, clean, inner_text, letters

_SENTENCE = re.compile(r".*\S\s.*[.!?…。．！？][\"'”’»)]*", re.DOTALL)
_MARK = re.compile(r"(?:•|\d{1,4}\.) ")
_REFERENCES_CLASS = re.compile(
    r"(?:^|[\s_-])(?:references|reflist|footnotes|endnotes|bibliography|refbegin)(?:$|[\s_-])", re.I
)
_REFERENCES_ROLE = frozenset({"doc-endnotes", "doc-bibliography", "doc-footnote"})
#: Another story's title in the middle of this one.
_TEASER = re.compile(
    r"(?:read (?:also|more|next|this)|also read|see also|more (?:on this|from \w+)|related(?: \w+)?"
    r"|recommended|don['’]t miss|lire aussi|à lire(?: aussi)?|lesen sie (?:auch|mehr)|mehr dazu"
    r"|mehr zum thema|lea (?:también|además)|te puede interesar|leia (?:também|mais)|leggi anche"
    r"|lees ook|läs (?:också|även|mer)|les også|læs også|czytaj (?:też|także|również)"
    r"|читайте также|читайте також|関連記事|相关阅读)\s*[:：]\s*\S",
    re.IGNORECASE,
)
_MOST_WORDS_OF_TEASER = 25
#: What is so long is no heading, whatever it is marked up as.
_WORDS_IN_LARGE_TYPE = 25
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?title|sub-?head(?:line|ing)?|stand"
    r"|lede?|lead(?:-?in)?|intro(?:duction)?|excerpt|summary|chapo|chapeau|vorspann|teaser-?text"
    r"|entradilla|bajada|sommario|occhiello|ingress|preamble|abstract|tagline|description)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_DECK_PROPERTY = frozenset({"description", "alternativeHeadline", "abstract"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:hatnote|sr-only|visually-?hidden|screen-reader-text|hidden)(?:$|[\s_-])", re.I
)
_ROLES_BESIDE = frozenset({"note", "alert", "dialog", "navigation", "complementary"})
_BESIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|bio|dates?|timestamp|meta|captions?|credits?|share"
    r"|sharing|social|breadcrumbs?|disclaimer|disclosure|newsletter|promo|ads?|advert|related|tags?"
    r"|categor(?:y|ies)|kicker|notice|alert|banner|toc|tooltip|audio|player|toolbar|signup|paywall|cookie|edit)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: So many characters tell a text from others.
_TELLING = 15
_FEWEST_WORDS, _MOST_WORDS = 5, 90
#: A block of so many words is a sentence, whether it ends like one or not.
_WORDS_OF_PROSE = 12
#: So many blocks may stand between a title and the article: a byline, a date, buttons.
_NEAR_TITLE = 14
_NOT_A_DECK = re.compile(
    r"cookie|subscri|newsletter|sign up|log in|sign in|advertis|copyright|©|affiliate|commission"
    r"|javascript|browser|min(?:ute)?s? read|^by\s|^share\b"
    r"|(?:published|updated|posted)\b.{0,20}\d",
    re.IGNORECASE,
)


def marked(blocks: Sequence[Block], tree: Any) -> Iterator[Block]:
    """The blocks with captions under their kind, and what is no part of the text marked as such.

    Captions that say no sentence are mere credits and leave.
    """
    captions = {inner_text(caption) for caption in tree.iter("figcaption")}
    references = _references(tree)
    for block in with_data(blocks, tree):
        if block.text in captions:
            if _SENTENCE.fullmatch(block.text):
                yield Block(block.text, Kind.CAPTION)
        elif references and letters(_MARK.sub("", block.text, count=1)) in references:
            yield replace(block, aside=Aside.REFERENCES)
        elif _is_teaser(block):
            yield replace(block, aside=Aside.NAVIGATION)
        elif block.kind is Kind.HEADING and _is_no_heading(block.text):
            yield Block(block.text)
        else:
            yield block


def with_data(blocks: Iterable[Block], tree: Any) -> Iterator[Block]:
    """The blocks with the labels and figures from the cells of a layout as what they are: data."""
    cells = [cell for cell in tree.iter("div") if cell.get(DATA_CELL) is not None]
    data = {inner_text(cell) for cell in cells}
    data |= {clean(part) for cell in cells for part in cell.itertext()}
    for block in blocks:
        is_data = block.kind is Kind.TEXT and block.text in data
        yield Block(block.text, Kind.TABLE) if is_data else block


def _references(tree: Any) -> set[str]:
    """The texts of lists of notes and sources."""
    found: set[str] = set()
    for node in tree.iter("ol", "ul", "div", "section", "aside"):
        name = f"{node.get('class') or ''} {node.get('id') or ''}"
        if node.get("role") in _REFERENCES_ROLE or _REFERENCES_CLASS.search(name):
            found |= {letters(inner_text(item)) for item in node.iter("li", "p", "dd")}
    return found - {""}


def _is_no_heading(text: str) -> bool:
    """Whether what is marked up as a heading is a standfirst or another sentence in large type."""
    words = len(text.split())
    return words >= _WORDS_IN_LARGE_TYPE or (
        words >= _WORDS_OF_PROSE and text[-1] in ".。．" and not _NUMBERED.match(text)
    )


def _is_teaser(block: Block) -> bool:
    text = _MARK.sub("", block.text, count=1)
    return (
        block.kind in (Kind.TEXT, Kind.LIST_ITEM, Kind.QUOTATION)
        and len(text.split()) <= _MOST_WORDS_OF_TEASER
        and _TEASER.match(text) is not None
    )


def standfirst_before(
    article: Sequence[Block], tree: Any, shown: Sequence[Block], title: str
) -> list[Block]:
    """The standfirst of an article: what its page says between its title and its first paragraph.

    It is often the best sentence of all, and extractors lose it with the byline beside it.

    Args:
        article: The blocks that were found.
        tree: The page.
        shown: The blocks of everything that the page shows.
        title: The title of the article.
    """
    known = letters(" ".join(block.text for block in article))
    keys = [letters(block.text) for block in shown]
    body = {letters(b.text) for b in article if b.kind is not Kind.HEADING and len(b.text) > 40}
    start = next((at for at, key in enumerate(keys) if key in body), None)
    name = letters(title)
    above = range(start - 1, max(start - _NEAR_TITLE, 0) - 1, -1) if start else range(0)
    top = next((at for at in above if name and keys[at] in (name, name + name)), None)
    if top is None or start is None:
        return []
    between = [at for at in range(top + 1, start) if keys[at] and keys[at] not in known]
    between = [at for at in between if _may_be_deck(shown[at])]
    if not between:
        return []
    places = _places_of([shown[at].text for at in between], tree)
    described = _descriptions(tree)
    found: list[Block] = []
    for at in between:
        text, key = shown[at].text, keys[at]
        place = places.get(text, _Place())
        said = place.is_deck or key in described
        if not place.is_hidden and (
            said or (not found and not place.is_beside and _is_prose(shown[at]))
        ):
            found.append(Block(text))
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a text say of it."""

    is_deck: bool = False
    is_hidden: bool = False
    is_beside: bool = False


def _places_of(texts: Sequence[str], tree: Any) -> dict[str, _Place]:
    """For each text what the page says of it, by the first words of its elements."""
    waiting = {text[:_TELLING]: text for text in texts}
    found: dict[str, _Place] = {}
    for node in tree.iter():
        start = clean(node.text[: 4 * _TELLING])[:_TELLING] if node.text else ""
        text = waiting.get(start)
        if text and text not in found:
            found[text] = _place_of(node, len(text))
    return found


def _place_of(node: Any, length: int) -> _Place:
    around = [node, *node.iterancestors()]
    near = [n for n in around[:4] if len(inner_text(n)) <= 3 * length]
    names = [f"{n.get('class') or ''} {n.get('id') or ''}" for n in near]
    return _Place(
        any(map(_DECK_CLASS.search, names))
        or any(n.get("itemprop") in _DECK_PROPERTY for n in near),
        any(map(_is_unseen, around)),
        any(map(_BESIDE_CLASS.search, names))
        # The words beside a picture speak of the picture.
        or any(next(n.iter("img", "picture", "video"), None) is not None for n in near),
    )


def _is_unseen(node: Any) -> bool:
    return (
        node.get("aria-hidden") == "true"
        or node.get("role") in _ROLES_BESIDE
        or _HIDDEN_STYLE.search(node.get("style") or "") is not None
        or _HIDDEN_CLASS.search(node.get("class") or "") is not None
    )


def _descriptions(tree: Any) -> set[str]:
    """What the page describes itself with: most often a standfirst that it also shows."""
    return {
        letters(node.get("content") or "")
        for node in tree.iter("meta")
        if "description" in (node.get("name") or node.get("property") or "")
    } - {""}


def _may_be_deck(block: Block) -> bool:
    words = len(block.text.split())
    if not block.text.isascii() and words < _FEWEST_WORDS:
        words = len(block.text) // 3  # scripts that do not part words
    return (
        block.kind in (Kind.TEXT, Kind.HEADING)
        and _FEWEST_WORDS <= words <= _MOST_WORDS
        and not _NOT_A_DECK.search(block.text)
    )


def _is_prose(block: Block) -> bool:
    """Whether a block under a title is a standfirst though the page does not say so."""
    words = len(block.text.split())
    return END_OF_SENTENCE.search(block.text) is not None or words >= _WORDS_OF_PROSE
