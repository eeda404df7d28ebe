"""Texts as they are compared when somebody looks for words: case and accents do not count."""

from __future__ import annotations

import unicodedata

from summarise.text.patterns import compile_later

#: Accents of Latin, Greek and Cyrillic, points of Hebrew, short vowels of Arabic. Marks of other
#: scripts are letters of their own: without them other words would be meant.
_MARKS = compile_later(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652]"
)
#: Letters that a reader types without their stroke or in two, and that Unicode takes for whole.
_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "’": "'",
}


def folded(text: str) -> str:
    """The text without differences of case, accents and widths: ``Straße`` is ``strasse``.

    The result may be longer or shorter, so places in it are not places in the text.
    """
    if text.isascii():
        return text.lower()
    if "\n" in text:  # most lines of most texts are plain; no mark folds with what ends a line
        return "\n".join(map(folded, text.split("\n")))
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    # Composed again: syllables of Hangul and voiced kana are one character.
    bare = unicodedata.normalize("NFC", bare)
    # Not str.translate: it takes .2 s for five million characters, and nothing else runs meanwhile.
    for letter, plain in _LETTERS.items():
        bare = bare.replace(letter, plain)
    return bare


class _Folds(dict[int, str]):
    """A character folded to one character, looked up once; what cannot be stays as it is."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        bare = folded(character)
        self[code] = bare if len(bare) == 1 else character
        return self[code]


_FOLDS = _Folds()


def composed(text: str) -> str:
    """The text with accents in one character with their letters, where there is such a one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def folded_in_place(text: str) -> str:
    """The text without differences of case and accents, each character in its place.

    So what was found in it is at the same place in the text, and can be shown there. It has to be
    :func:`composed` for all accents to fold; a character that folds to several stays as it is.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDS)
