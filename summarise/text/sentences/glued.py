"""Sentences without white space between them, as careless typing and pasting leave them."""

from __future__ import annotations

from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge, edge_at
from summarise.text.sentences.languages import DOTTED, TIMES, Language
from summarise.text.sentences.marks import last_token

#: Where scripts without cases and without spaces between sentences begin.
_FAR_EAST = "\u1100"
#: One-letter words that open a sentence.
_LONELY = "AIOYUÉÀВИКСЯОУ"
#: What may stand between a sentence and a mark that is glued to the next one, and behind it.
_CLOSERS = ")]}”»%°"
_NOTE_ENDS = "]¹²³⁰⁴⁵⁶⁷⁸⁹"
#: A number, with its currency; and what stands before one that counts nothing behind it.
_NUMBER = compile_later(r"[$€£]?\d+(?:[.,:/–-]\d+)*")
_BEHIND_WORD = compile_later(r"[^\W\d_][.,:]?[ \u00a0]$")
#: What joins the parts of one word.
_JOINTS = str.maketrans("", "", "'’-")


def find_glued(text: str, mark: int, stop: int, end: int, language: Language) -> Edge | None:
    """An edge without white space, as careless typing leaves it: "the end.The next"."""
    before, behind = text[mark - 1 : mark], text[end]
    if before >= _FAR_EAST and behind >= _FAR_EAST and before.isalpha() and behind.isalpha():
        return Edge(end, end, "glued", mark, "", False, behind, end)
    if behind == "”":
        end += 1
    noted = end - stop > 1 and text[end - 1] in _NOTE_ENDS
    marks = "?!.…" if language.starters else "?!"
    if (stop - mark > 1 and text[mark:stop].strip(marks)) or (end - stop > 1 and not noted):
        return None
    if end >= len(text):
        return None
    edge = edge_at(text, mark, end, end)
    word, at = edge.word, edge.word_at
    after = text[at + len(word) : at + len(word) + 1]
    if at - end > 1 or not word[:1].isupper() or after not in (" ", ",", "'", "’"):
        return None
    edge.token = last_token(text, 0, mark)
    ordinary = not word.isupper() or word in _LONELY
    if _may_end(text, edge, language) if ordinary else language.opens(word):
        edge.rule = "glued"
        return edge
    return None


def _may_end(text: str, edge: Edge, language: Language) -> bool:
    """Whether a sentence may end without a space behind it, by the words around its mark."""
    token, word, mark = edge.token, edge.word, edge.mark
    if text[mark - 1] in _CLOSERS:
        return text[mark - 2 : mark - 1].isalnum() and " " in text[max(0, mark - 60) : mark]
    at = mark - len(token)
    opens = language.opens(word)
    if _NUMBER.fullmatch(token):
        # At the beginning of a line, or of few digits in some languages, it counts what follows.
        ordinal = language.ordinals and len(token) < 3
        told = opens or (len(token) > 2 and language.is_common(word))
        return told and not ordinal and bool(_BEHIND_WORD.search(text, max(0, at - 3), at))
    letters = token.translate(_JOINTS)
    if not letters.isalpha():
        mixed = (letters.isalnum() and text[mark + 1] != ".") or bool(DOTTED.fullmatch(token))
        return token.lower() in TIMES or (opens and mixed)
    if len(letters) > 2 and letters[1:].islower():
        return letters.islower() or opens
    if text[max(0, at - 2) : at - 1].isdigit():
        return opens or language.is_common(word)
    known = language.is_short_form(token) and token.lower() not in language.joining
    return opens and len(letters) > 1 and (known or letters.islower() or letters.isupper())
