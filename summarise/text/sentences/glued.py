"""Sentences without white space between them, as careless typing and pasting leave them."""

from __future__ import annotations

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
    edge.token = token = last_token(text, 0, mark)
    opens = language.opens(word) or (
        token.isdigit() and len(token) > 2 and language.is_common(word)
    )
    ordinary = not word.isupper() or word in _LONELY
    if _may_be_glued(text, token, before, mark, opens, language) if ordinary else opens:
        edge.rule = "glued"
        return edge
    return None


def _may_be_glued(
    text: str, token: str, before: str, mark: int, opens: bool, language: Language
) -> bool:
    """Whether a sentence may end without a space behind it, by what stands before its mark.

    Args:
        text: The line.
        token: The word before the mark.
        before: The character before it.
        mark: Offset of the mark.
        opens: Whether the word behind is one that opens sentences.
        language: The rules.
    """
    if before in _CLOSERS:
        return text[mark - 2 : mark - 1].isalnum() and " " in text[max(0, mark - 60) : mark]
    if token.isdigit():
        # At the beginning of a line, or of few digits in some languages, it counts what follows.
        ordinal = language.ordinals and len(token) < 3
        at = mark - len(token)
        return opens and not ordinal and text[max(0, at - 2) : at].rstrip()[-1:].isalpha()
    letters = token.translate(_JOINTS)
    if not letters.isalpha():
        return token.lower() in TIMES or (opens and bool(DOTTED.fullmatch(token)))
    if len(letters) < 3 or not letters[1:].islower():
        return opens and len(letters) > 1 and (letters.islower() or letters.isupper())
    return letters.islower() or opens
