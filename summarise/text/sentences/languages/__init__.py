"""What the splitter knows of each language, one file a language, loaded when it is needed.

Each file holds up to six lists of words, lower case, divided by white space:

``JOINING``
    Abbreviations that more of the same sentence always follows: titles, "e.g.".
``BEFORE_NUMBERS``
    Abbreviations that join what follows only when that is a number: "no. 5", "fig. 2".
``BEFORE_NAMES``
    Abbreviations that are often the first part of a longer name: "U.S. Marshals".
``CHAINED``
    Abbreviations that, with a capital, stand in chains of such: "Fed. R. Civ. P.", "Mfg. & Repair".
``ABBREVIATIONS``
    Others that Punkt's model lacks, which may or may not end a sentence.
``STARTERS``
    Words that, with a capital, open a sentence and are not part of a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from summarise.text.patterns import compile_later
from summarise.text.ports.punkt import KNOWN_IN_LOWER_CASE, Punkt, load_punkt
from summarise.text.sentences.marks import LOCAL_ENDS, run_pattern

#: Languages with lists of their own here.
_LISTED = """
bg ca cs da de el en es et fi fr hi hr hu id it lt lv nl no pl pt ro ru sk sl sv tr uk vi
"""
#: Abbreviations that end an enumeration, and with it often the sentence.
_ENDING = """
apod atd e.d ecc enz etc itd ipd itn itp jms jne m.fl m.m m.v mv o.s.v osv stb u.a usw vb ym yms ș.a
κ.ά κ.λπ κτλ т.б т.д т.п
"""
ENDING = frozenset(_ENDING.split())
#: Short forms that join a number in every language: works of music, figures, leaves, lines.
_BEFORE_NUMBERS = "bwv fig fn fol hob kv ll no nr op opp posth tab tel vol vv №"
#: Units of measure and of money, as they are written; a sentence may end with one.
_UNITS = """
cc cl cm cu dl ft g gal gb ghz h ha hp hr hrs hz in kb kg khz km kw kwh l lb lbs m mb mg mhz mi min
mins ml mm mo mph ms msec ns oz pct ppm psi pt pts qt s sec secs sq tb tbsp tsp yd yds yr yrs µg μg
kr zł kč га грн кг км коп л лв м мг мин мл мм мс руб сек см т ч хв
"""
UNITS = frozenset(_UNITS.split())
#: What only ever ends the name of a company: "Yahoo! Inc.".
NAME_ENDS = frozenset({"Inc", "Corp", "Ltd", "LLC", "Plc", "PLC", "GmbH", "KG", "AG", "OHG"})
#: Times of day, which may end a sentence or stand before a day, a zone or a name.
TIMES = frozenset({"a.m", "p.m", "π.μ", "μ.μ"})
#: The lists for any other language.
_ANY = "und"
#: A token of letters with dots between them: "U.S.C", "d.lgs".
DOTTED = compile_later(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}")
#: Codes that share the lists of another language.
_SAME_LISTS = {
    "be": "ru",
    "gl": "pt",
    "mr": "hi",
    "ms": "id",
    "nb": "no",
    "ne": "hi",
    "nn": "no",
    "sr": "hr",
}
#: Trained models of Punkt, and for a few languages without one that of a close relative.
MODELS = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "ml": "malayalam",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sl": "slovene",
    "sv": "swedish",
    "tr": "turkish",
    "be": "russian",
    "bg": "russian",
    "ca": "spanish",
    "gl": "portuguese",
    "hr": "slovene",
    "nb": "norwegian",
    "nn": "norwegian",
    "sk": "czech",
    "uk": "russian",
}
#: Languages that write an ordinal as a number with a full stop: "am 3. Oktober".
_ORDINALS = "cs da de et fi hr hu is lv nb nn no pl sk sl sr tr"
#: Languages that write every noun with a capital, which then says little about a start.
_CAPITAL_NOUNS = frozenset({"de", "lb"})


class Language(NamedTuple):
    """What the rules ask about one language."""

    code: str
    """ISO 639-1, or "und"."""
    punkt: Punkt
    """Its trained model, or an empty one."""
    joining: frozenset[str]
    """Abbreviations that never end a sentence."""
    before_numbers: frozenset[str]
    """Abbreviations that do not end a sentence before a number."""
    before_names: frozenset[str]
    """Abbreviations that do not end a sentence before a capital that may be a name."""
    chained: frozenset[str]
    """Abbreviations that stand in chains when they have a capital."""
    spaced: frozenset[str]
    """Abbreviations of several parts, which may have spaces between them: "i. d. R."."""
    short: frozenset[str]
    """All short forms that are written without spaces, what Punkt's model knows and units."""
    starters: frozenset[str]
    """Words that open a sentence when they have a capital."""
    runs: re.Pattern[str]
    """Finds the marks that may end a sentence."""
    local_ends: str
    """Marks that always end a sentence in this language."""
    ordinals: bool
    """Whether "3." may be an ordinal."""
    capital_nouns: bool
    """Whether nouns have capitals inside a sentence."""

    def is_short_form(self, token: str) -> bool:
        """Whether a token, as it is written, is an abbreviation known here, or has dots inside."""
        lower = token.lower()
        return (
            lower == "al"
            or lower in self.before_names
            or (lower in self.chained and token[:1].isupper())
            or self.punkt.is_abbreviation(lower)
            or bool(DOTTED.fullmatch(token))
        )

    def is_common(self, word: str) -> bool:
        """Whether a word was seen in lower case in training: its capital then says something."""
        return bool(self.punkt.contexts.get(word.lower(), 0) & KNOWN_IN_LOWER_CASE)

    def opens(self, word: str) -> bool:
        """Whether a word, as it is written, is one that opens sentences."""
        lower = word.lower()
        return word[:1].isupper() and (lower in self.starters or lower in self.punkt.starters)


@lru_cache(maxsize=128)
def find_language(code: str) -> Language:
    """The lists and the model of a language; empty ones for a language without."""
    listed = _SAME_LISTS.get(code, code)
    module = import_module(f"{__name__}.{listed if listed in _LISTED.split() else _ANY}")
    joining = _words(module, "JOINING")
    before_numbers = _words(module, "BEFORE_NUMBERS") | set(_BEFORE_NUMBERS.split())
    before_names, chained = _words(module, "BEFORE_NAMES"), _words(module, "CHAINED")
    abbreviations = joining | _words(module, "ABBREVIATIONS") | ENDING
    punkt = load_punkt(MODELS.get(code), abbreviations)
    return Language(
        code=code,
        punkt=punkt,
        joining=joining,
        before_numbers=before_numbers,
        before_names=before_names,
        chained=chained,
        spaced=frozenset(word for word in abbreviations | before_numbers if "." in word),
        short=UNITS.union(joining, before_numbers, before_names, chained, punkt.abbreviations),
        starters=_words(module, "STARTERS"),
        runs=run_pattern(code),
        local_ends=LOCAL_ENDS.get(code, ""),
        ordinals=code in _ORDINALS.split(),
        capital_nouns=code in _CAPITAL_NOUNS,
    )


def _words(module: ModuleType, name: str) -> frozenset[str]:
    return frozenset(getattr(module, name, "").split())
