"""What each paragraph is: a heading, a caption, an item, code, a table, or text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.article import Kind
from summarise.sources.pdf.notes import CAPTION
from summarise.sources.pdf.paragraphs import BULLET, LARGER, LEADERS, Part
from summarise.text.characters import LETTER
from summarise.text.sentences.marks import ends_sentence, ends_statement

#: A heading is larger than the text, or bold, numbered or in capitals.
_MOST_WORDS, _MOST_LINES, _MOST_LETTERS = 24, 4, 200
_NUMBERED = re.compile(
    rf"(?:(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?|[IVX]{{1,5}}\.|[A-Z]\.|§ ?\d+)\s+)(?={LETTER})"
    r"|(?:Chapter|Part|Appendix|Section|Kapitel|Teil|Chapitre|Capítulo)\s+\w{1,5}\b",
)
_WORD = re.compile(rf"{LETTER}{{2,}}")
_CAPTION_SIGN = re.compile(r"\s*[.:|–—]")
#: Print of a caption is smaller than the text.
_CAPTION_SIZE = 0.97
#: The words of a picture stand in lines of so many words, and so many sizes wide.
_MOST_LABEL_WORDS, _LABEL_WIDTH = 6, 15
_DEEPEST = 6
_SHORTEST_CODE = 4
#: A share of words below this is that of a formula, or of a table without its lines.
_FEW_WORDS = 0.3
_CONTENTS = re.compile(
    r"(?:table of )?contents|abstract|summary|introduction|preface|inhalt(?:sverzeichnis)?"
    r"|zusammenfassung|table des matières|sommaire|résumé|índice|indice|resumen|sommario|目次",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    rf"(?:{_NUMBERED.pattern})?(?:references|bibliography|works cited|literature(?: cited)?"
    r"|literatur(?:verzeichnis)?|quellen|références|bibliographie|referencias|bibliografía"
    r"|riferimenti|bibliografia|referências|литература|参考文献)\W*",
    re.IGNORECASE,
)


def kind_of(part: Part, body: float) -> Kind:
    """What a paragraph is.

    Args:
        part: The paragraph.
        body: The size of the text of its document.
    """
    text = " ".join(line.text for line in part.lines)
    if part.table or is_contents(part):
        return Kind.TABLE
    code = all(line.monospaced for line in part.lines) and part.size < LARGER * body
    if code and len(text) >= _SHORTEST_CODE:
        return Kind.CODE
    first = part.lines[0]
    caption = CAPTION.match(text)
    if caption and (
        _CAPTION_SIGN.match(text, caption.end()) or part.size < _CAPTION_SIZE * body or first.bold
    ):
        return Kind.CAPTION
    if is_heading(part, text, body):
        return Kind.HEADING
    if part.item and _WORD.search(text):
        return Kind.LIST_ITEM
    words = len(_WORD.findall(text))
    if text.isascii() and words < _FEW_WORDS * len(text.split()):
        return Kind.TABLE
    return Kind.TEXT


def is_heading(part: Part, text: str, body: float) -> bool:
    """Whether a paragraph heads what follows."""
    if (
        len(part.lines) > _MOST_LINES
        or len(text) > _MOST_LETTERS
        or len(text.split()) > _MOST_WORDS
        or not _WORD.search(text)
        or BULLET.match(text)
    ):
        return False
    if part.size >= LARGER * body:
        return True
    short = len(part.lines) <= 2 and not ends_sentence(text)
    if not short or ends_statement(text) or part.size < _CAPTION_SIZE * body:
        return False
    if all(line.bold for line in part.lines):
        return True
    full = part.lines[0].right > part.measure.right - 2 * body
    apart = len(part.lines) == 1 and not full
    return apart and (_NUMBERED.match(text) is not None or text.isupper())


def levels(headings: Sequence[Part]) -> list[int]:
    """How deep each heading is, from 1: the larger, the higher; then the bold before the plain."""
    looks = [(-round(part.size * 2) / 2, not part.lines[0].bold) for part in headings]
    ranks = {look: rank for rank, look in enumerate(sorted(set(looks)), 1)}
    return [min(ranks[look], _DEEPEST) for look in looks]


def heads_section(text: str) -> bool:
    """Whether a heading is that of a part, and never that of the whole: it has a number."""
    return (
        _NUMBERED.match(text) is not None
        or _CONTENTS.fullmatch(text) is not None
        or heads_references(text)
    )


def is_contents(part: Part) -> bool:
    """Whether all lines of a paragraph lead to the number of a page, by dots."""
    return all(LEADERS.search(line.text) for line in part.lines)


def labels(parts: Sequence[Part], kinds: Sequence[Kind], body: float) -> set[int]:
    """The places of the paragraphs that are the words of a picture: they stand at its caption."""
    found: set[int] = set()
    for place, kind in enumerate(kinds):
        if kind is not Kind.CAPTION:
            continue
        for step in (-1, 1):
            at = place + step
            while 0 <= at < len(parts) and kinds[at] is Kind.TEXT and _is_label(parts[at], body):
                found.add(at)
                at += step
    return found


def _is_label(part: Part, body: float) -> bool:
    """Whether a paragraph is a word or two: small, short, and no sentence."""
    text = " ".join(line.text for line in part.lines)
    width = max(line.right - line.left for line in part.lines)
    return (
        part.size < _CAPTION_SIZE * body
        and len(text.split()) <= _MOST_LABEL_WORDS * len(part.lines)
        and width < _LABEL_WIDTH * body
        and not ends_sentence(text)
    )


def heads_references(text: str) -> bool:
    """Whether a heading is that of a list of references."""
    return _REFERENCES.fullmatch(text) is not None
