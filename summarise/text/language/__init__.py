"""Which language a text is in: by its script, its small words and its letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from summarise.article import UNKNOWN_LANGUAGE
from summarise.errors import LanguageError
from summarise.text.characters import LETTER_WORD
from summarise.text.language.names import ALIASES, NAMES
from summarise.text.language.profiles import (
    ENDINGS,
    LETTERS,
    RARE,
    SCRIPTS,
    WORDS,
)
from summarise.text.patterns import compile_later

#: Characters that are looked at.
_ENOUGH = 6000
#: A language that is rarely met has to be the clearer for it.
_RARE_FACTOR = 0.85
_ENDING_WEIGHT = 0.25
#: What English has ahead of the others: it decides between languages only in a few words.
_ENGLISH_FIRST = 0.5
#: So few words say little.
_FEW = 12
_WORD = compile_later(LETTER_WORD)
_BEYOND_ASCII = compile_later(r"[^\x00-\x7f]")
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
_INDIC_WORD = compile_later(r"[\u0900-\u0963\u0971-\u097f\u200d]+")
_TAG = compile_later(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
#: Scripts that are taken for one language.
_ONLY = {"han": "zh"}
#: A script counts beside the commonest if it has one letter to so many of that.
_MIXED = 5
_FIRSTS = [first for first, _, _ in SCRIPTS]
#: A letter counts for less than a word: a foreign name brings some.
_LETTER_WEIGHT = 0.3
#: Below this share of small words among the words a text is in no language known here.
_LEAST_SHARE = 0.04


def language_code(name: str) -> str:
    """The code of a language that is given as a code or by its English name.

    Args:
        name: "de", "pt-BR", "zh_Hans", "German", in any case.

    Raises:
        LanguageError: It is neither.
    """
    asked = name.strip().lower()
    if asked == UNKNOWN_LANGUAGE:
        return UNKNOWN_LANGUAGE
    code = _codes().get(asked)
    if code is None and (tag := _TAG.fullmatch(asked)):
        code = _codes().get(tag[1])
    if code is None:
        shown = " ".join(name.split())[:40]
        raise LanguageError(
            f"language {shown!r} is not known: write a code (de) or an English name (german)"
        )
    return code


def language_name(code: str) -> str:
    """The English name of a language for its code; "unknown language" for any other."""
    return NAMES.get(code, "unknown language")


def detect_language(texts: Iterable[str]) -> str:
    """The language of a text that comes in pieces, or :data:`UNKNOWN_LANGUAGE`.

    Only the first few thousand characters are looked at.
    """
    pieces: list[str] = []
    left = _ENOUGH
    for text in texts:
        pieces.append(text[:left])
        left -= len(pieces[-1]) + 1
        if left <= 0:
            break
    sample = "\n".join(pieces)
    found = (
        _by_words(sample.lower(), script) if script in WORDS else _ONLY.get(script, script)
        for script in _scripts_of(sample)
    )
    return next((code for code in found if code != UNKNOWN_LANGUAGE), UNKNOWN_LANGUAGE)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    codes = {code: code for code in NAMES}
    codes.update((name.lower(), code) for code, name in NAMES.items())
    codes.update(ALIASES)
    return codes


def _scripts_of(sample: str) -> list[str]:
    """The scripts, the commonest first: of :data:`WORDS`, "han", or the one language it writes.

    Those that are rare beside the commonest are left out; others than the first matter where that
    is of no language, as the Latin names of things in a Chinese text on programming.
    """
    letters = len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if sample.isascii():
        return ["latin"] if letters else []
    counts: Counter[str] = Counter({"latin": letters} if letters else ())
    for character, count in Counter(_BEYOND_ASCII.findall(sample)).items():
        place = bisect_right(_FIRSTS, character) - 1
        if place >= 0 and character <= SCRIPTS[place][1] and character.isalpha():
            counts[SCRIPTS[place][2]] += count
    # Japanese is written with more Han than kana in places, Chinese with no kana at all; a Han
    # character holds as much as two or three letters of a foreign name.
    if counts["ja"] * 10 > counts["han"]:
        counts["ja"] += counts.pop("han", 0)
    elif counts["ko"] * 10 > counts["han"]:
        counts["ko"] += counts.pop("han", 0)
    counts["han"] *= 2
    ranked = counts.most_common()
    return [script for script, count in ranked if count and count * _MIXED >= ranked[0][1]]


def _by_words(sample: str, script: str) -> str:
    words, letters = _weights(script)
    endings = _endings(script)
    sample = sample.replace("’", "'")
    found = (_INDIC_WORD if script == "devanagari" else _WORD).findall(sample)
    scores: dict[str, float] = dict.fromkeys(WORDS[script], 0.0)
    hits: dict[str, int] = dict.fromkeys(WORDS[script], 0)
    for word, count in Counter(found).items():
        if word in words:
            for code, weight in words[word]:
                scores[code] += weight * count
                hits[code] += count
        if len(word) > 4 and word[-3:] in endings:
            for code in endings[word[-3:]]:
                scores[code] += _ENDING_WEIGHT * count
    if not sample.isascii():
        for letter, count in Counter(_BEYOND_ASCII.findall(sample)).items():
            for code, weight in letters.get(letter, ()):
                scores[code] += weight * count
    if "en" in scores:
        scores["en"] += _ENGLISH_FIRST
    for code in scores.keys() & set(RARE.split()):
        scores[code] *= _RARE_FACTOR
    best, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    # Lists of names and results hold few small words; then the others have to lie far behind.
    clear = hits[best] > 4 and scores[best] > 1.5 * scores[second]
    least = _LEAST_SHARE * len(found) / (2 if clear else 1)
    if len(found) < _FEW and sample.isascii() and hits[best] < 2:
        return UNKNOWN_LANGUAGE  # one small word may be that of a dozen languages
    enough = hits[best] >= max(1, least) or scores[best] >= len(found) * 0.1
    return best if enough else UNKNOWN_LANGUAGE


@lru_cache(maxsize=4)
def _endings(script: str) -> dict[str, list[str]]:
    owners: dict[str, list[str]] = {}
    for code in WORDS[script]:
        for ending in dict.fromkeys(ENDINGS.get(code, "").split()):
            owners.setdefault(ending, []).append(code)
    return owners


Weights = dict[str, tuple[tuple[str, float], ...]]


@lru_cache(maxsize=4)
def _weights(script: str) -> tuple[Weights, Weights]:
    """What each word and each letter is worth for which languages; one of many is worth less."""
    owners: dict[str, list[str]] = {}
    for code, listed in WORDS[script].items():
        for word in dict.fromkeys(listed.split()):
            owners.setdefault(word, []).append(code)
    words = {
        word: tuple((code, 1 + 2 / len(codes)) for code in codes) for word, codes in owners.items()
    }
    letters = {
        letter: tuple(
            (code, _LETTER_WEIGHT * (1 + 2 / len(codes.split()))) for code in codes.split()
        )
        for letter, codes in LETTERS[script].items()
    }
    return words, letters
