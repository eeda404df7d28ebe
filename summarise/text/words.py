"""Words: how many there are, for lengths and reading times, and which, for ranking."""

from __future__ import annotations

import re

#: Scripts that are written without spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, kana,
#: Han with its extensions, half-width kana. Hangul is written with spaces.
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u3096\u3099-\u309f\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
#: Marks that belong to the letter before them: accents, vowel signs, points, joiners.
_COMBINING = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u0816-\u082d\u0859-\u085b\u08d3-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75"
    "\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c-\u0b57\u0b62\u0b63\u0b82"
    "\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0ce2\u0ce3\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d62\u0d63\u0d82\u0d83\u0dca-\u0ddf\u135d-\u135f"
    "\u200c\u200d"
)
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")
_SPECIAL = re.compile(f"[{_UNSPACED}{_COMBINING}]")

_SIMPLE_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_])"
_SPACED_WORD = rf"{_LETTER}(?:{_LETTER}|[{_COMBINING}])*"
_ANY_WORD = re.compile(rf"{_SPACED_WORD}(?:['’-]{_SPACED_WORD})*|[{_UNSPACED}]+")

#: What stands between spaces and holds no letter or digit; the space before it included.
_LONE_MARKS = re.compile(r"\s(?:(?!\s)[\W_])+(?!\S)")

#: About how many characters of an unspaced script make a word.
_CHARACTERS_PER_WORD = 2
_ELIDING = frozenset({"fr", "it", "ca"})
#: Languages with an i with a dot and one without, each with its capital.
_TWO_IS = frozenset({"tr", "az"})
_LOWER_IS = str.maketrans("İI", "iı")
_ELISION = re.compile(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un|quest)['’](?=.)"
)


def count_words(text: str) -> int:
    """How many words a text has.

    Words are what lies between spaces and holds a letter or digit; in scripts that are written
    without spaces two characters count as one.
    """
    if not has_unspaced_script(text):
        return _count_spaced(text)
    rest, unspaced = _UNSPACED_CHARACTER.subn(" ", text)
    return _count_spaced(rest) + (unspaced + _CHARACTERS_PER_WORD - 1) // _CHARACTERS_PER_WORD


def _count_spaced(text: str) -> int:
    count = len(text.split())
    if text[:1].isalnum():
        return count - len(_LONE_MARKS.findall(text))
    return count - len(_LONE_MARKS.findall(" " + text))


def tokenise(text: str, language: str) -> list[str]:
    """The words of a text for ranking, in lower case and in order.

    Scripts without spaces give overlapping pairs of characters. In French, Italian and Catalan
    the elided article is taken off: "l'homme" gives "homme".

    Args:
        text: Any text.
        language: ISO 639-1 code, or "und".
    """
    lower = lower_case(text, language)
    if lower.isascii() or _SPECIAL.search(lower) is None:
        words = _SIMPLE_WORD.findall(lower)
    else:
        words = [term for word in _ANY_WORD.findall(lower) for term in _pairs(word)]
    if language in _ELIDING:
        return [_ELISION.sub("", word, count=1) for word in words]
    return words


def lower_case(text: str, language: str) -> str:
    """A text in lower case, where a word at the beginning of a sentence is the same as inside it.

    In Turkish that takes more than elsewhere: "İ" becomes "i", and "I" becomes "ı".
    """
    if language in _TWO_IS:
        text = text.translate(_LOWER_IS)
    return text.lower()


def _pairs(word: str) -> list[str]:
    """The overlapping pairs of an unspaced run; any other word as it is."""
    if len(word) < 3 or not _UNSPACED_CHARACTER.match(word):
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]


def has_unspaced_script(text: str) -> bool:
    """Whether any of it is written without spaces between words (Chinese, Japanese, Thai…)."""
    return not text.isascii() and _UNSPACED_CHARACTER.search(text) is not None
