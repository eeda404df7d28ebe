"""The English Snowball stemmer, as NLTK carries it out, several times faster and without NLTK.

M. Porter, *The English (Porter2) stemming algorithm*, snowballstem.org. Each step looks at the last
letter before it tries suffixes, and regions are positions in the word and not copies of its end.
A test compares it with NLTK's ``EnglishStemmer``, whose results it gives to the letter, its few
departures from Porter's description included.

``first`` is where the region R1 starts and ``second`` where R2 starts; a region that starts behind
the end of the word is empty.
"""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiouy")
_VOWEL = re.compile("[aeiouy]")
_REGION = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]")
_TWO_REGIONS = re.compile(f"({_REGION.pattern})({_REGION.pattern})?")
_CONSONANT_Y = re.compile("([aeiouy])y")
_LONG_PREFIXES = ("gener", "commun", "arsen")
_APOSTROPHES = str.maketrans("’‘‛", "'''")
_SHORT_BEFORE = frozenset("wxY")
_DOUBLES = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")
_BEFORE_LI = frozenset("cdeghkmnrt")

_IRREGULAR = {
    "skis": "ski",
    "skies": "sky",
    "dying": "die",
    "lying": "lie",
    "tying": "tie",
    "idly": "idl",
    "gently": "gentl",
    "ugly": "ugli",
    "early": "earli",
    "only": "onli",
    "singly": "singl",
    **{word: word for word in ("sky", "news", "howe", "atlas", "cosmos", "bias", "andes")},
    **{f"{word}{s}": word for word in ("inning", "outing", "canning") for s in ("", "s")},
    **{f"{word}{s}": word for word in ("herring", "earring") for s in ("", "s")},
    **{
        f"{word}{ending}": word
        for word in ("proceed", "exceed", "succeed")
        for ending in ("", "s", "ed", "ing")
    },
}

_STEP_1B = ("eedly", "ingly", "edly", "eed", "ing", "ed")
_Rule = tuple[str, str, str]
#: For a last letter, the suffixes that end in it and the rules for them.
_Rules = dict[str, tuple[tuple[str, ...], tuple[_Rule, ...]]]


def _by_last_letter(rules: tuple[_Rule, ...]) -> _Rules:
    found: _Rules = {}
    for last in {suffix[-1] for suffix, _, _ in rules}:
        own = tuple(rule for rule in rules if rule[0][-1] == last)
        found[last] = tuple(suffix for suffix, _, _ in own), own
    return found


# Suffix, what takes its place, and what R2 is left with where it did not hold the whole suffix: the
# rest of what it held ("keep"), nothing, or an "e".
_STEP_2 = _by_last_letter(
    (
        ("ization", "ize", ""),
        ("ational", "ate", "e"),
        ("fulness", "ful", "keep"),
        ("ousness", "ous", ""),
        ("iveness", "ive", "e"),
        ("tional", "tion", "keep"),
        ("biliti", "ble", ""),
        ("lessli", "less", "keep"),
        ("entli", "ent", "keep"),
        ("ation", "ate", "e"),
        ("alism", "al", ""),
        ("aliti", "al", ""),
        ("ousli", "ous", ""),
        ("iviti", "ive", "e"),
        ("fulli", "ful", "keep"),
        ("enci", "ence", "keep"),
        ("anci", "ance", "keep"),
        ("abli", "able", "keep"),
        ("izer", "ize", ""),
        ("ator", "ate", "e"),
        ("alli", "al", ""),
        ("bli", "ble", ""),
        ("ogi", "og", "keep"),
        ("li", "", "keep"),
    )
)
_STEP_3 = _by_last_letter(
    (
        ("ational", "ate", ""),
        ("tional", "tion", "keep"),
        ("alize", "al", "keep"),
        ("icate", "ic", ""),
        ("iciti", "ic", ""),
        ("ative", "", "keep"),
        ("ical", "ic", ""),
        ("ness", "", "keep"),
        ("ful", "", "keep"),
    )
)
_NO_RULES: tuple[tuple[str, ...], tuple[_Rule, ...]] = ((), ())
_STEP_4 = {
    "t": ("ement", "ment", "ant", "ent"),
    "e": ("ance", "ence", "able", "ible", "ate", "ive", "ize"),
    "m": ("ism",),
    "i": ("iti",),
    "s": ("ous",),
    "n": ("ion",),
    "l": ("al",),
    "r": ("er",),
    "c": ("ic",),
}


def stem(word: str) -> str:
    """The stem of an English word, in lower case."""
    word = word.lower()
    if len(word) <= 2:
        return word
    if irregular := _IRREGULAR.get(word):
        return irregular
    if not word.isalpha():
        word = word.translate(_APOSTROPHES).removeprefix("'")
    if "y" in word:
        if word[0] == "y":
            word = "Y" + word[1:]
        word = _CONSONANT_Y.sub(r"\1Y", word)
    first, second = _regions(word)
    if word[-1:] == "'" or word[-2:] == "'s":
        word = word.removesuffix("'").removesuffix("'s")
    if word[-1:] in ("s", "d"):
        word = _step_1a(word)
    if word[-1:] in ("d", "g", "y", "Y"):
        word, first, second = _step_1b(word, first, second)
        if len(word) > 2 and word[-1] in "yY" and word[-2] not in _VOWELS:
            word = word[:-1] + "i"
    for step in (_STEP_2, _STEP_3):
        suffixes, rules = step.get(word[-1:], _NO_RULES)
        if word.endswith(suffixes):
            word, second = _replace(word, first, second, rules)
    suffixes = _STEP_4.get(word[-1:], ())
    if second < len(word) and word.endswith(suffixes):
        word = _step_4(word, second, suffixes)
    if word[-1:] in ("l", "e"):
        word = _step_5(word, first, second)
    return word.replace("Y", "y") if "Y" in word else word


def _regions(word: str) -> tuple[int, int]:
    if word.startswith(_LONG_PREFIXES):
        start = 6 if word[0] == "c" else 5
        found = _REGION.match(word, start)
        return start, found.end() if found else len(word)
    if found := _TWO_REGIONS.match(word):
        first, second = found.end(1), found.end(2)
        return first, second if second > 0 else len(word)
    return len(word), len(word)


def _step_1a(word: str) -> str:
    if word[-1:] == "s":
        if word.endswith("sses"):
            return word[:-2]
        if word.endswith("ies"):
            return word[:-2] if len(word) > 4 else word[:-1]
        if word[-2:] not in ("us", "ss") and _VOWEL.search(word, 0, len(word) - 2):
            return word[:-1]
    elif word.endswith("ied"):
        return word[:-2] if len(word) > 4 else word[:-1]
    return word


def _step_1b(word: str, first: int, second: int) -> tuple[str, int, int]:
    if not word.endswith(_STEP_1B):
        return word, first, second
    suffix = next(suffix for suffix in _STEP_1B if word.endswith(suffix))
    start = len(word) - len(suffix)
    if suffix in ("eed", "eedly"):
        if start >= first:
            word = word[:start] + "ee"
            second = second if start >= second else len(word)
        return word, first, second
    if not _VOWEL.search(word, 0, start):
        return word, first, second
    word = word[:start]
    if word.endswith(("at", "bl", "iz")):
        first = min(first, len(word))
        has_second = len(word) >= 5 or len(word) + 1 - first >= 3
        second = min(second, len(word)) if has_second else len(word) + 1
        word += "e"
    elif word.endswith(_DOUBLES):
        word = word[:-1]
    elif first >= len(word) and _is_short(word):
        first = second = len(word) + 1
        word += "e"
    return word, first, second


def _is_short(word: str) -> bool:
    if len(word) == 2:
        return word[0] in _VOWELS and word[1] not in _VOWELS
    return (
        len(word) > 2
        and word[-1] not in _VOWELS
        and word[-1] not in _SHORT_BEFORE
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )


def _replace(word: str, first: int, second: int, rules: tuple[_Rule, ...]) -> tuple[str, int]:
    """Steps 2 and 3: replace the first suffix that fits, and one does, if R1 holds it."""
    suffix, replacement, rest = next(rule for rule in rules if word.endswith(rule[0]))
    start = len(word) - len(suffix)
    if (
        start < first
        or (suffix == "li" and word[-3] not in _BEFORE_LI)
        or (suffix == "ogi" and word[-4] != "l")
        or (suffix == "ative" and start < second)
    ):
        return word, second
    word = word[:start] + replacement
    if rest != "keep" and start < second:
        second = len(word) - len(rest)
    return word, second


def _step_4(word: str, second: int, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if word.endswith(suffix):
            start = len(word) - len(suffix)
            if start >= second and (suffix != "ion" or word[start - 1] in "st"):
                return word[:start]
            return word
    return word


def _step_5(word: str, first: int, second: int) -> str:
    last = len(word) - 1
    if word[-2:] == "ll" and last >= second:
        return word[:-1]
    if word[-1:] == "e" and (
        last >= second
        or (
            last >= first
            and len(word) >= 4
            and (
                word[-2] in _VOWELS
                or word[-2] in _SHORT_BEFORE
                or word[-3] not in _VOWELS
                or word[-4] in _VOWELS
            )
        )
    ):
        return word[:-1]
    return word
