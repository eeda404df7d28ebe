"""Numbers with their units and times of day: whether a sentence ends behind them."""

from __future__ import annotations

import re

from summarise.text.patterns import compile_later
from summarise.text.sentences.edge import Edge
from summarise.text.sentences.languages import TIMES, UNITS, Language

#: A number before its unit; the hour of a thing that is called by it: "the 9 a.m. Mass".
_NUMBER_BEFORE = compile_later(
    r"(?:\d|/|\b(?:per|pro|par|por|за|(?:mln|mld|mio|mrd|tys|tis|mil|тис|тыс|хил|млн|млрд|трлн)\.?))"
    r"[ \u00a0\u202f]?$",
    re.IGNORECASE,
)
_NAMED_HOUR = compile_later(
    r"\b(?:the|an?|this|that|each|every|any|our|my|his|her|its|their|['’]s)"
    r" \d{1,2}(?::\d\d)? ?[ap]\.m$",
    re.IGNORECASE,
)
#: What may follow a time of day in its sentence: days, months, zones.
_DAYS = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays January February March April May
June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
Dec Eastern Central Mountain Pacific Atlantic Greenwich Christmas Easter Thanksgiving
"""
_DAY_NAMES = frozenset(_DAYS.split())


def find_measure(text: str, edge: Edge, language: Language) -> str:
    """The rule by which a number with its unit, or a time of day, ends a sentence; "" for none."""
    token, word = edge.token, edge.word
    unit = token in UNITS
    if not unit and token.lower() not in TIMES:
        return ""
    if edge.closed or not word[:1].isupper() or (len(word) > 1 and word.isupper()):
        return ""
    if unit:
        at = edge.mark - len(token)
        counted = _NUMBER_BEFORE.search(text, max(0, at - 8), at) is not None
        return "unit" if counted and (not language.capital_nouns or language.opens(word)) else ""
    if word in _DAY_NAMES:
        return ""
    behind = text[edge.word_at + len(word) : edge.word_at + len(word) + 6].lower()
    named = behind.startswith((" time", " hour")) or _NAMED_HOUR.search(
        text, max(0, edge.mark - 30), edge.mark
    )
    return "" if named else "time"
