"""Characters by what they are for, named once: scripts, letters, the marks before an item.

Each is the inside of a character class, or a pattern to be built into others. What may end a
sentence is in :mod:`summarise.text.sentences.marks`.
"""

from __future__ import annotations

#: Scripts that are written without spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, kana,
#: Han with its extensions, half-width kana. Hangul is written with spaces.
UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u3096\u3099-\u309f\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
#: Marks that belong to the letter before them: accents, vowel signs, points, joiners.
COMBINING = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u0816-\u082d\u0859-\u085b\u08d3-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75"
    "\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c-\u0b57\u0b62\u0b63\u0b82"
    "\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0ce2\u0ce3\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d62\u0d63\u0d82\u0d83\u0dca-\u0ddf\u135d-\u135f"
    "\u200c\u200d"
)
#: Languages whose phrases end where they end, and not at the end of a word.
UNSPACED_LANGUAGES = frozenset({"zh", "ja"})
#: A letter of any script.
LETTER = r"[^\W\d_]"
#: A word of letters alone, with an apostrophe in it: "don't".
LETTER_WORD = rf"{LETTER}+(?:['’]{LETTER}+)?"

#: Bullets inside running text: nothing but the beginning of an item.
BULLETS = "•⁃‣▪●◦"
#: Bullets at the beginning of a line that was typed: marks of arithmetic and dots, too.
LINE_BULLETS = "*+•‣▪●○◦·-"
#: Bullets at the beginning of a line that was copied from a page: arrows, too.
PAGE_BULLETS = "*+•·▪●»›>-"
#: The number before an item: "1.", "(12)", "3)".
NUMBER_MARKER = r"\(?\d{1,3}[.)]"
