"""Rules that say why a possible edge is none, each named by its function."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarise.segment.edges import Edge
from summarise.segment.languages import Language

_LIST_MARK = re.compile(r"[•⁃‣▪●◦]?\s?\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]{1,2}")
_INITIALS = re.compile(r"(?:^|[\s(“\"‘«-])((?:[^\W\d_]\.-?){1,5})$")
_ORDINAL = re.compile(r"\d{1,2}|[IVX]{1,5}")
_LAST_NAME = re.compile(r"[\w'’.-]{1,40}$")

#: How far an open bracket may lie back, and how far ahead it may close.
_BRACKET_BEHIND = 160
_BRACKET_AHEAD = 120

Veto = Callable[[str, int, Edge, Language], bool]


def marker(text: str, start: int, edge: Edge, language: Language) -> bool:
    """The sentence would be nothing but the mark of a list item: "1." "(a)"."""
    del language
    return edge.end - start < 12 and bool(_LIST_MARK.fullmatch(text[start : edge.end].strip()))


def comma(text: str, start: int, edge: Edge, language: Language) -> bool:
    """What follows is a mark that cannot open a sentence."""
    del start, language
    return text[edge.next] in ",;:)]}%" and not text.startswith(",,", edge.next)


def lower(text: str, start: int, edge: Edge, language: Language) -> bool:
    """The next word is in lower case throughout."""
    del start, language
    word = edge.word
    return word[:1].islower() and text[edge.next] != "(" and word.islower()


def number(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An abbreviation that joins a number, before a number: "no. 5"."""
    del start
    return (
        text[edge.word_at : edge.word_at + 1].isdigit()
        and _after_elision(edge.token) in language.before_numbers
    )


def title(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An abbreviation that more of the same sentence always follows: "Dr. Smith"."""
    del text, start
    return bool(edge.word) and not edge.closed and _after_elision(edge.token) in language.joining


def initial(text: str, start: int, edge: Edge, language: Language) -> bool:
    """Initials of a name before its last part: "J. R. Smith", "د. ديفيد"."""
    token, word = edge.token, edge.word
    if edge.closed or not token or not token[-1].isalpha() or (len(token) > 1 and "." not in token):
        return False
    if len(token) == 1 and not token.isupper() and not token.islower():
        return True
    after = edge.word_at + len(word)
    chain = len(word) == 1 and word.isupper() and text.startswith(".", after)
    if not word[:1].isupper() or (not chain and language.opens(word)):
        return False
    before = text[max(start, edge.end - 80) : edge.end]
    found = _INITIALS.search(before)
    if found is None:
        return False
    letters = found[1]
    if letters.count(".") > 1:
        return edge.rule != "punkt" or not language.punkt.is_abbreviation(token.lower())
    name = _LAST_NAME.search(before[: found.start(1)].rstrip())
    return letters[0].isupper() and (name is None or name[0][0].isupper() or chain)


def ordinal(text: str, start: int, edge: Edge, language: Language) -> bool:
    """An ordinal number before what it counts: "am 3. Oktober"."""
    del text, start
    return (
        language.ordinals
        and not edge.closed
        and edge.word[:1].isupper()
        and bool(_ORDINAL.fullmatch(edge.token))
        and not language.opens(edge.word)
    )


def bracket(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A bracket that opened a little before closes a little behind."""
    del language
    back = max(start, edge.end - _BRACKET_BEHIND)
    opened = max(text.rfind("(", back, edge.end), text.rfind("[", back, edge.end))
    if opened < 0:
        return False
    inner = text[opened : edge.end]
    if inner.count("(") + inner.count("[") <= inner.count(")") + inner.count("]"):
        return False
    ahead = text[edge.next : edge.next + _BRACKET_AHEAD]
    closes = [at for at in (ahead.find(")"), ahead.find("]")) if at >= 0]
    return bool(closes) and "(" not in ahead[: min(closes)]


def quotation(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A Japanese quotation that its sentence goes on behind: 「…。」と言った."""
    del start, language
    return text[edge.end - 1] in "」』”）)!?！？" and text[edge.next] in "とっのなにはがを、，"


VETOES: tuple[Veto, ...] = (
    marker,
    comma,
    lower,
    number,
    title,
    initial,
    ordinal,
    bracket,
    quotation,
)


def find_veto(text: str, start: int, edge: Edge, language: Language) -> Veto | None:
    """The first rule against an edge of the sentence that begins at ``start``."""
    for veto in VETOES:
        if veto(text, start, edge, language):
            return veto
    return None


def _after_elision(token: str) -> str:
    return re.split(r"['’]", token.lower())[-1]
