"""Whether what came out of a PDF is text: the fonts of some do not name their letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from summarise.article import UNKNOWN_LANGUAGE
from summarise.text.language import detect_language

#: So many characters tell.
_ENOUGH = 200
_READ = 20_000
#: Signs that stand for letters whose names are not known: private, unassigned, replaced, control.
_NAMELESS = frozenset(("Co", "Cn", "Cc", "Cs"))
_MOST_NAMELESS = 0.2
#: In a text of any language this share of the characters are letters or marks; in one whose
#: letters are numbered anew, signs of all kinds stand for some.
_FEWEST_LETTERS = 0.5
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{3,}")
_VOWEL = re.compile(r"[aeiouyà-æè-ïò-öø-ýāēīōūąęįųăőű]", re.IGNORECASE)
#: Of Latin words, 2 % have no vowel in English, 6 % in Czech; of shifted ones, a third or more.
_MOST_VOWELLESS = 0.25
#: Where capitals stand for small letters, signs stand for capitals: "3CIENTISTS", "!FTER".
_CAPITAL_WORD = re.compile(r"(?<![^\W\d_])([!#$%&*+,./:;\d-]?)[A-Z]{2,}")
#: Capitals are then nearly all letters, and more words than this begin so: of 8,100 words that were
#: put in capitals 1 % do, signs of Markdown with them, of the same ones moved by a case 10 %.
_CAPITALS, _MOVED = 0.9, 0.03


def is_legible(text: str) -> bool:
    """Whether the characters of a text stand for what is seen on the page.

    A font in a PDF may number its letters without saying which they are; then another character
    comes out for each of them.

    Args:
        text: All text of the document or its beginning.
    """
    shown = "".join(text[:_READ].split())
    if len(shown) < _ENOUGH:
        return True
    kinds: Counter[str] = Counter()
    for character, count in Counter(shown).items():
        kinds[unicodedata.category(character)] += count
        kinds["replaced"] += count * (character == "\ufffd")
    nameless = sum(kinds[kind] for kind in _NAMELESS) + kinds["replaced"]
    if nameless > _MOST_NAMELESS * len(shown):
        return False
    if _is_moved(text[:_READ]):
        return False
    if detect_language([text[:_READ]]) != UNKNOWN_LANGUAGE:
        return True
    digits = kinds["Nd"]
    letters = sum(count for kind, count in kinds.items() if kind[0] in "LM")
    if letters < _FEWEST_LETTERS * (len(shown) - digits) and digits < len(shown) / 2:
        return False
    words = _LATIN_WORD.findall(text[:_READ])
    vowelless = sum(_VOWEL.search(word) is None for word in words)
    return vowelless <= _MOST_VOWELLESS * len(words)


def _is_moved(text: str) -> bool:
    """Whether all letters were moved by one case, so that capitals stand for small ones."""
    upper = sum(map(str.isupper, text))
    if upper < _CAPITALS * sum(character.isupper() or character.islower() for character in text):
        return False
    opening = [match[1] for match in _CAPITAL_WORD.finditer(text)]
    return sum(map(bool, opening)) > _MOVED * len(opening)
