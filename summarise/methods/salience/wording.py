"""How a sentence is worded: verdicts, advice, claims, contrasts, reasons, conclusions, persons.

The phrases of each language are in ``text/phrases``; a language without a list has none of these
signs. They are found among the numbers of the words, so a sentence's text is not searched.
"""

from __future__ import annotations

from functools import lru_cache

from summarise.index.arrays import Floats, Ints, np
from summarise.index.terms import Terms
from summarise.methods.cues import cues
from summarise.methods.salience.frame import Frame
from summarise.text.characters import UNSPACED_LANGUAGES
from summarise.text.phrases import read_phrases

Features = dict[str, Floats]

#: The folders of the lists, each with what its sign is called.
KINDS = {
    "verdicts": "verdict",
    "advice": "advice",
    "claims": "claim",
    "contrasts": "contrast",
    "reasons": "reason",
    "conclusions": "conclusion",
    "figures": "a share or a sum in words",
    "examples": "example",
    "reporting": "report of speech",
    "speaker": "speaks of I",
    "group": "speaks of we",
    "reader": "speaks to the reader",
    "pointers": "points at the page",
    "announcements": "announces",
    "pronouns": "a pronoun",
}
#: Only what opens a sentence, too: where a turn or a conclusion begins.
OPENING = ("contrasts", "conclusions", "examples", "reasons", "group", "speaker", "pointers")


def wording(frame: Frame) -> Features:
    """1 for each row that has a phrase of a kind, and for those that open with one."""
    found: Features = {}
    article = frame.article
    if article.language in UNSPACED_LANGUAGES:
        anywhere, opening = _unspaced(frame)
    else:
        anywhere, opening = _spaced(frame.vectors.terms)
    for kind, name in KINDS.items():
        found[name] = anywhere.get(kind, np.zeros(frame.n))
    for kind in OPENING:
        found[f"opens: {KINDS[kind]}"] = opening.get(kind, np.zeros(frame.n))
    found["says what the text does"] = cues(frame.vectors.terms)
    return found


def _spaced(terms: Terms) -> tuple[Features, Features]:
    """Which rows hold a phrase of each kind, and which open with one."""
    exact, beginnings = _lists(terms.article.language)
    lower = terms.lower_of[terms.tokens]
    rows = terms.rows
    starts = np.ones(len(rows), np.bool_)
    starts[1:] = rows[1:] != rows[:-1]
    opening_at = np.flatnonzero(starts)
    near = np.zeros(len(rows), np.bool_)
    for step in range(3):
        near[np.minimum(opening_at + step, len(rows) - 1)] = True
    numbers = terms.lower_numbers
    anywhere: Features = {}
    opens: Features = {}
    known = {
        phrase: kinds for phrase, kinds in exact.items() if all(word in numbers for word in phrase)
    }
    singles: dict[str, set[int]] = {}
    for phrase, kinds in known.items():
        for kind in kinds if len(phrase) == 1 else ():
            singles.setdefault(kind, set()).add(numbers[phrase[0]])
    for word, number in numbers.items():
        for stem, kind in beginnings.get(word[:3], ()):
            if word.startswith(stem):
                singles.setdefault(kind, set()).add(number)
    hits: dict[str, list[Ints]] = {}
    kinds_of = np.zeros(len(terms.lowers), np.int32)
    for bit, found in enumerate(singles.values()):
        kinds_of[list(found)] |= 1 << bit
    single_at = np.flatnonzero(kinds_of[lower])
    kinds_there = kinds_of[lower[single_at]]
    for bit, kind in enumerate(singles):
        hits.setdefault(kind, []).append(single_at[kinds_there & (1 << bit) != 0])
    several = [phrase for phrase in known if len(phrase) > 1]
    begins = np.zeros(len(terms.lowers), np.bool_)
    begins[[numbers[phrase[0]] for phrase in several]] = True
    beginning_at = np.flatnonzero(begins[lower])
    for phrase in several:
        at = _runs(lower, rows, beginning_at, [numbers[word] for word in phrase])
        for kind in known[phrase]:
            hits.setdefault(kind, []).append(at)
    for kind, places in hits.items():
        at = np.concatenate(places)
        anywhere[kind] = np.minimum(1.0, np.bincount(rows[at], minlength=terms.n))
        first = at[near[at]]
        opens[kind] = np.minimum(1.0, np.bincount(rows[first], minlength=terms.n))
    return anywhere, opens


def _runs(lower: Ints, rows: Ints, among: Ints, wanted: list[int]) -> Ints:
    """Which of some places a run of words begins at, within one row."""
    size = len(wanted)
    at: Ints = among[lower[among] == wanted[0]]
    at = at[at + size <= len(lower)]
    for step in range(1, size):
        at = at[(lower[at + step] == wanted[step]) & (rows[at + step] == rows[at])]
    return at


def _unspaced(frame: Frame) -> tuple[Features, Features]:
    """The same where words are not divided: phrases are looked for in the text."""
    anywhere: Features = {}
    opens: Features = {}
    for phrase, kind in _phrases(frame.article.language):
        held = np.array([phrase in text for text in frame.texts], np.float64)
        first = np.array([text.startswith(phrase) for text in frame.texts], np.float64)
        anywhere[kind] = np.maximum(anywhere.get(kind, 0.0), held)
        opens[kind] = np.maximum(opens.get(kind, 0.0), first)
    return anywhere, opens


@lru_cache(maxsize=16)
def _phrases(language: str) -> tuple[tuple[str, str], ...]:
    """Every phrase of every list with its kind."""
    return tuple((phrase, kind) for kind in KINDS for phrase in read_phrases(kind, language))


@lru_cache(maxsize=16)
def _lists(
    language: str,
) -> tuple[dict[tuple[str, ...], list[str]], dict[str, list[tuple[str, str]]]]:
    """The phrases as words with their kinds; and beginnings (``recommend*``) by three letters."""
    exact: dict[tuple[str, ...], list[str]] = {}
    beginnings: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind in _phrases(language):
        if phrase.endswith("*"):
            beginnings.setdefault(phrase[:3], []).append((phrase[:-1], kind))
        else:
            exact.setdefault(tuple(phrase.split()), []).append(kind)
    return exact, beginnings
