"""Words: how many there are, for lengths and reading times, and which, for ranking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarise.text.characters import COMBINING, UNSPACED
from summarise.text.patterns import compile_later

_UNSPACED_CHARACTER = compile_later(f"[{UNSPACED}]")
#: What may be one of these; not the dashes and quotation marks of any text. It compiles in a fourth
#: of the 2 ms of the others, which most texts do without.
_PERHAPS_UNSPACED = compile_later("[^\x00-\u0e00\u2000-\u2e7f]")

_SIMPLE_WORD = compile_later(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPACED = rf"(?:(?![{UNSPACED}])[^\W_])"
_SPACED_WORD = rf"{_SPACED}(?:{_SPACED}|[{COMBINING}])*"

#: What stands between spaces and holds no letter or digit; the space before it included. Only
#: behind a space that a mark follows can there be one, which costs far less to look for where
#: plain spaces are all the white space there is.
_MARK_BEHIND_SPACE = compile_later(r" [\W_]")
_LONE_MARKS = compile_later(r"\s(?:(?!\s)[\W_])+(?!\S)")

#: About how many characters of an unspaced script make a word.
_CHARACTERS_PER_WORD = 2
#: Languages that write an article and its noun as one word: "l'homme".
ELIDING = frozenset({"fr", "it", "ca"})
#: Languages that write every noun with a capital: it makes no name.
CAPITAL_NOUNS = frozenset({"de", "lb"})
#: Languages with an i with a dot and one without, each with its capital.
_TWO_IS = frozenset({"tr", "az"})
_LOWER_IS = str.maketrans("İI", "iı")
_ELISION = compile_later(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un|quest)['’](?=.)"
)


def count_words(text: str) -> int:
    """How many words a text has.

    Words are what lies between spaces and holds a letter or digit; in scripts that are written
    without spaces two characters count as one.
    """
    if text.isascii() or not has_unspaced_script(text):
        return _count_spaced(text)
    rest, unspaced = _UNSPACED_CHARACTER.subn(" ", text)
    return _count_spaced(rest) + (unspaced + _CHARACTERS_PER_WORD - 1) // _CHARACTERS_PER_WORD


def count_words_in(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """How many words some pieces of a text have, each as :func:`count_words` counts them.

    Args:
        text: The text.
        spans: Where the pieces begin and end: at no white space.
    """
    if not _has_plain_words(text) or has_unspaced_script(text):
        return [count_words(text[start:end]) for start, end in spans]
    return [
        text.count(" ", start, end) + 1
        if text[start : start + 1].isalnum()
        else count_words(text[start:end])
        for start, end in spans
    ]


def _has_plain_words(text: str) -> bool:
    """Whether single spaces are all the white space of a text, and words stand behind them."""
    return text.isprintable() and _MARK_BEHIND_SPACE.search(text) is None


def _count_spaced(text: str) -> int:
    if text[:1].isalnum() and _has_plain_words(text):
        return text.count(" ") + (not text.endswith(" "))
    count = len(text.split())
    if not text[:1].isalnum():
        return count - len(_LONE_MARKS.findall(" " + text))
    return count - len(_LONE_MARKS.findall(text))


def tokenise(text: str, language: str) -> list[str]:
    """The words of a text for ranking, in lower case and in order.

    Scripts without spaces give overlapping pairs of characters. In French, Italian and Catalan
    the elided article is taken off: "l'homme" gives "homme".

    Args:
        text: Any text.
        language: ISO 639-1 code, or "und".
    """
    lower = lower_case(text, language)
    if lower.isascii() or _special().search(lower) is None:
        words = _SIMPLE_WORD.findall(lower)
    else:
        words = [term for word in _any_word().findall(lower) for term in _pairs(word)]
    if language in ELIDING:
        return [_ELISION.sub("", word, count=1) for word in words]
    return words


def lower_case(text: str, language: str) -> str:
    """A text in lower case, where a word at the beginning of a sentence is the same as inside it.

    In Turkish that takes more than elsewhere: "İ" becomes "i", and "I" becomes "ı".
    """
    if language in _TWO_IS:
        text = text.translate(_LOWER_IS)
    return text.lower()


@cache
def _special() -> re.Pattern[str]:
    """What makes a word more than letters and digits; compiled where it is needed: 3 ms."""
    return re.compile(f"[{UNSPACED}{COMBINING}]")


@cache
def _any_word() -> re.Pattern[str]:
    """A word of any script; compiled for the first text that needs it, which takes 4 ms."""
    return re.compile(rf"{_SPACED_WORD}(?:['’-]{_SPACED_WORD})*|[{UNSPACED}]+")


def _pairs(word: str) -> list[str]:
    """The overlapping pairs of an unspaced run; any other word as it is."""
    if len(word) < 3 or not _UNSPACED_CHARACTER.match(word):
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]


def has_unspaced_script(text: str) -> bool:
    """Whether any of it is written without spaces between words (Chinese, Japanese, Thai…)."""
    if text.isascii() or _PERHAPS_UNSPACED.search(text) is None:
        return False
    return _UNSPACED_CHARACTER.search(text) is not None
