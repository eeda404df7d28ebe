"""How odd the characters of a text are for the language it is in: a wrong encoding shows there.

A text that is read in the wrong encoding keeps its ASCII letters, and with them its language; what
is beyond ASCII turns into letters that this language does not write ("naďve"), into capitals in
the middle of words ("naÔve") or into symbols inside them ("na‹ve").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summarise.text.language import detect_language

#: The letters beyond ASCII that each language writes.
_ALPHABETS = {
    "az": "çəğıöşü",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷïë",
    "da": "åæøé",
    "de": "äöüß",
    "en": "",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíñóúü",
    "et": "äõöüšž",
    "eu": "ñçü",
    "fi": "äöåšž",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "ga": "áéíóú",
    "gl": "áéíñóúü",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùú",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nl": "áèéëïíóöü",
    "no": "åæøéòôó",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõúü",
    "ro": "ăâîșşțţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sr": "čćđšž",
    "sv": "åäöé",
    "tr": "âçğıîöşüû",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơư",
}
#: Letters of foreign words and names, met in every Latin text now and then.
_LOANS = frozenset("àáâäåæçèéêëíîïñóôöøúûüßœ")
#: How odd such a letter is.
_LOAN = 0.15

#: What may stand between two letters, before one, and behind one, without being odd.
_BETWEEN = frozenset("’‘-–—…/\u00ad\u200b\u200c\u200d‐‑")
_BEFORE = _BETWEEN | frozenset("“”„‚«»‹›¿¡€£¥©•§№†")
_BEHIND = _BETWEEN | frozenset("“”«»‹›®™©°ºª²³¹€†‡")
#: Marks that no running text is full of, wherever they stand.
_NEVER = re.compile("[\u0080-\u009f\u2500-\u259f\ufffd\ue000-\uf8ff¤¦¬¯¨´¸ˆ˜˛˝ˇ˘˙]")

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
#: So many characters beyond ASCII are looked at.
_ENOUGH = 1500
#: The last of the Latin letters that the encodings here hold.
_LATIN_END = "\u024f"
#: From here on letters are of no case and words without spaces.
_FAR_EAST = "\u2e80"


def odd_share(text: str) -> float:
    """How many of the characters beyond ASCII are odd for the language of the text, from 0 to 1.

    Args:
        text: Some lines of a text; only the first 1,500 characters beyond ASCII are looked at.

    Returns:
        0 for a text with none beyond ASCII; a letter that foreign words bring counts for a part.
    """
    letters = _alphabet(detect_language([text]))
    odd = 0.0
    seen = 0
    for found in _BEYOND_ASCII.finditer(text):
        at = found.start()
        seen += 1
        odd += _oddness(text[at - 1 : at], found[0], text[at + 1 : at + 2], letters)
        if seen >= _ENOUGH:
            break
    return odd / seen if seen else 0.0


@lru_cache(maxsize=64)
def _alphabet(code: str) -> frozenset[str]:
    """The letters of a language; for one that is not written in Latin letters none."""
    return frozenset(_ALPHABETS.get(code, ""))


def _oddness(before: str, character: str, behind: str, letters: frozenset[str]) -> float:
    """How odd a character is between its neighbours: 0, 1 or between."""
    if character >= _FAR_EAST:
        return float(_NEVER.match(character) is not None)
    if character.isspace():
        return 0.0
    if not character.isalpha():
        return float(_is_odd_mark(before, character, behind))
    if _breaks_word(before, character, behind):
        return 1.0
    if character > _LATIN_END:
        return 0.0
    lower = character.lower()
    if lower in letters:
        return 0.0
    return _LOAN if lower in _LOANS else 1.0


def _is_odd_mark(before: str, mark: str, behind: str) -> bool:
    if _NEVER.match(mark):
        return True
    if unicodedata.category(mark)[0] in "MN":
        return behind.isalpha() and (mark in "¼½¾" or (before.isalpha() and mark in "¹²³"))
    if before.isalpha() and behind.isalpha():
        return mark not in _BETWEEN
    if before.isalpha():
        return mark not in _BEHIND
    return behind.isalpha() and mark not in _BEFORE


def _breaks_word(before: str, letter: str, behind: str) -> bool:
    """Whether a letter hardly stands there in a word.

    It is a capital inside the word, of another script, at a number, or has Latin letters beyond
    ASCII on both sides.
    """
    if before.isdigit() or behind.isdigit():
        return letter not in "ºªµ"
    if letter.isupper() and (before.islower() or (before.isupper() and behind.islower())):
        return True
    if letter.islower() and behind.isupper():
        return True
    latin = letter <= _LATIN_END
    near = [other for other in (before, behind) if other.isalpha()]
    if latin and len(near) == 2 and all("\x7f" < other <= _LATIN_END for other in near):
        return True
    return any((other <= _LATIN_END) != latin for other in near)
