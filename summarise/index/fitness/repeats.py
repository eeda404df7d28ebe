"""Sentences that say again what stands further up: equal ones, nearly equal ones, templates.

No two sentences are compared but those that share two of their rarest words, each with the first
that had them, so the work grows with the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, KeysView, Mapping
from itertools import combinations

from summarise.index.arrays import np
from summarise.index.fitness.lines import Line
from summarise.text.words import tokenise

#: Two sentences are nearly equal if they share this part of their words: one word of ten more or
#: less leaves .91, another word in its place .82, which says another thing ("the mayor…", "the
#: cook…"). Words with digits have to be the same: other figures are other facts.
NEARLY = 0.85
#: Fewer words in common are too few to tell.
LEAST_WORDS = 5
#: So many lines that differ in their digits only are filled in by a machine.
TEMPLATE_LINES = 3
#: A longer line with other digits is a sentence about other figures.
TEMPLATE_WORDS = 12
#: The rarest words that sentences are looked up by, two at a time.
_RAREST = 3

_DIGITS = re.compile(r"\d+")


def find_templates(lines: Iterable[Line]) -> frozenset[int]:
    """The sentences that differ from at least two others in their digits only."""
    shapes: dict[str, list[int]] = {}
    for line in lines:
        if line.words <= TEMPLATE_WORDS and _DIGITS.search(line.text):
            shapes.setdefault(_DIGITS.sub("0", line.bare), []).append(line.sentence)
    groups = (found for found in shapes.values() if len(found) >= TEMPLATE_LINES)
    return frozenset(sentence for found in groups for sentence in found)


def find_repeats(lines: Iterable[Line]) -> Mapping[int, int]:
    """The sentences that are equal or nearly equal to an earlier one, each with the first such."""
    found: dict[int, int] = {}
    first: dict[tuple[str, ...], int] = {}
    distinct: list[tuple[int, KeysView[str]]] = []
    for line in lines:
        words = tuple(tokenise(line.text, line.language))
        original = first.setdefault(words, line.sentence)
        if original != line.sentence and words:
            found[line.sentence] = original
        elif len(words) >= LEAST_WORDS:
            distinct.append((line.sentence, dict.fromkeys(words).keys()))
    found.update(_near(distinct))
    return found


def _near(sentences: list[tuple[int, KeysView[str]]]) -> Mapping[int, int]:
    """Those that share most of their words with an earlier one."""
    holders: dict[int, int] = {}
    found: dict[int, int] = {}
    for place, keys in _keys([words for _, words in sentences]):
        sentence, words = sentences[place]
        for key in keys:
            holder = holders.get(key)
            if holder is not None and _nearly_equal(words, sentences[holder][1]):
                found[sentence] = sentences[holder][0]
                break
        else:
            for key in keys:
                holders.setdefault(key, place)
    return found


def _keys(sentences: list[KeysView[str]]) -> Iterator[tuple[int, list[int]]]:
    """The places of sentences that may be nearly equal to another, with what to look them up by.

    The keys are the pairs of the three rarest words that other sentences have, too. A sentence
    that shares no such pair is not among them, nor one most of whose words no other one has.
    """
    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(word, len(numbers)) for words in sentences for word in words]
    lengths = np.fromiter(map(len, sentences), np.int64, len(sentences))
    words = np.array(flat, np.int64)
    rows = np.repeat(np.arange(len(sentences)), lengths)
    frequencies = np.bincount(words, minlength=len(numbers))[words]
    enough = np.bincount(rows[frequencies > 1], minlength=len(sentences)) >= NEARLY * lengths
    kept = (frequencies > 1) & enough[rows]
    order = np.lexsort((words[kept], frequencies[kept], rows[kept]))
    rows, words = rows[kept][order], words[kept][order]
    if not len(rows):
        return
    places, starts = np.unique(rows, return_index=True)
    counts = np.diff(np.append(starts, len(words)))
    rarest = [
        np.where(counts > at, words[np.minimum(starts + at, len(words) - 1)], -1)
        for at in range(_RAREST)
    ]
    pairs = [
        np.where(one >= 0, other * len(numbers) + one, -1) for other, one in combinations(rarest, 2)
    ]
    codes = np.array(pairs, np.int64).T
    distinct, back, times = np.unique(codes, return_inverse=True, return_counts=True)
    shared = (times[back] > 1) & (distinct[back] >= 0)
    for row in np.flatnonzero(shared.reshape(codes.shape).any(axis=1)).tolist():
        yield int(places[row]), [code for code in codes[row].tolist() if code >= 0]


def _nearly_equal(one: KeysView[str], other: KeysView[str]) -> bool:
    if len(one & other) < NEARLY * len(one | other):
        return False
    return not any(character.isdigit() for word in one ^ other for character in word)
