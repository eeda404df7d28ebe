"""Rules that say why no sentence ends at a short form: before a sign or a bracket, in a chain."""

from __future__ import annotations

import re

from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge
from summarise.text.sentences.languages import Language

_APOSTROPHE = compile_later("['’]")
#: Parts of one abbreviation, with or without spaces, behind and before an edge.
_PARTS_AHEAD = compile_later(r"(?:[^\W\d_]{1,5}\.-?[ \u00a0\u202f]?){1,3}")
_PARTS_BEHIND = compile_later(r"(?<![^\W_])(?:[^\W\d_]{1,5}\.[ \u00a0\u202f]?){1,3}$")
#: The rest of a name of laws behind a state: "Cal. Penal Code", "Tex. Gov't Code".
_LAW_AHEAD = compile_later(
    r"(?:[A-Z][\w'’]{0,12}\.?,? (?:& )?){0,4}(?:Code|Laws?|Stat|Const|Rules?|Regs?|Act)\b"
)
#: A plural of letters that are doubled: "EE. UU.", "FF. AA.".
_DOUBLED = compile_later(r"([A-Z])\1\.[ \u00a0\u202f]?([A-Z])\2\.")
#: How far ahead the bracket behind a short form may close.
_BRACKET_AHEAD = 120


def after_elision(token: str) -> str:
    """A token in lower case without an article that is cut to it: "l'art"."""
    lower = token.lower()
    return lower if lower.isalpha() else _APOSTROPHE.split(lower)[-1]


def sign(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A sign that joins: "Mfg. & Repair"; one of law behind a short form: "U.S.C. § 12"."""
    del start
    if edge.closed or text[edge.mark] != ".":
        return False
    if text[edge.next] == "&":
        return text[edge.next + 1 : edge.next + 2].isspace()
    return text[edge.next] in "§¶№#+" and _is_short(edge.token, language)


def aside(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A short form before a bracket that holds no whole sentence: "et al. (see Table 2) say"."""
    del start
    if text[edge.next] not in "([" or edge.closed or text[edge.mark] != ".":
        return False
    if not language.is_short_form(after_elision(edge.token)):
        return False
    close = text.find(")]"["([".index(text[edge.next])], edge.next, edge.next + _BRACKET_AHEAD)
    inner = text[edge.next + 1 : close]
    whole = inner[-1:] in ".!?…" and inner[:1].isupper() and inner.count(" ") > 1
    return close > 0 and not whole


def chain(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A short form in a row of them, before the next or a number: "Fed. R. Civ. P. 12(b)"."""
    token, word = edge.token, edge.word
    if edge.closed or edge.word_at > edge.next + 1:
        return False
    if not token[:1].isupper() or token.lower() not in language.chained:
        return False
    if text[edge.word_at : edge.word_at + 1].isdigit():
        behind = text[max(start, edge.mark - len(token) - 2) : edge.mark - len(token)]
        return behind == ". " or not token.isupper()
    if not word[:1].isupper() or language.opens(word):
        return False
    dotted = text.startswith(".", edge.word_at + len(word))
    short = len(word) < 3 or word.lower() in language.chained
    return (dotted and short) or bool(_LAW_AHEAD.match(text, edge.word_at))


def spaced(text: str, start: int, edge: Edge, language: Language) -> bool:
    """A gap inside an abbreviation of several parts: "i. d. R."."""
    word = edge.word
    if (
        not word
        or len(word) > 5
        or text[edge.word_at + len(word) : edge.word_at + len(word) + 1] not in (".", "-")
    ):
        return False
    if edge.closed or len(edge.token) > 8:
        return False
    if len(edge.token) == 2 and _DOUBLED.match(text, edge.mark - 2):
        return True
    ahead = _PARTS_AHEAD.match(text, edge.next)
    if ahead is None:
        return False
    behind = _PARTS_BEHIND.search(text, max(start, edge.end - 20), edge.end)
    before = _parts(behind[0]) if behind else []
    after = _parts(ahead[0])
    return any(
        ".".join(before[first:] + after[:last]).lower() in language.spaced
        for first in range(len(before))
        for last in range(1, len(after) + 1)
    )


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[.\s]+", text) if part]


def _is_short(token: str, language: Language) -> bool:
    """Whether a token is a short form, or may be one by its shape: a capital and few letters."""
    bare = after_elision(token)
    if bare in language.before_numbers or language.is_short_form(bare):
        return True
    if language.is_short_form(token):
        return True
    shaped = token[:1].isupper() and token[1:].islower() and len(token) < 5
    return shaped and not language.is_common(token)
