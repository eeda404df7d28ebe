"""Terms of scripts without spaces: the longest runs of characters that an article repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarise.article import Article
from summarise.index.arrays import Bools, np
from summarise.text.stop_words import all_stop_words

#: Runs that can hold a term: Han, for Japanese katakana as well; hiragana is mostly grammar.
_RUNS = {
    "zh": "[\u3400-\u9fff\uf900-\ufaff]{2,}",
    "ja": "[\u3005\u3400-\u9fff\uf900-\ufaff]{2,}|[\u30a1-\u30fa\u30fc]{2,}",
    "th": "[\u0e01-\u0e3a\u0e40-\u0e4e]{4,}",
}
_LENGTHS = {"zh": range(2, 7), "ja": range(2, 9), "th": range(4, 13)}
#: Characters that no term begins or ends with, though they stand between terms without a gap.
_GRAMMAR = {"zh": frozenset("的了着和与及是在也就而把被将对为这那其之们")}
#: An odd number with bits all over: what numbers of runs are made with.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
#: A run is part of a longer one if the longer one makes up this share of its sentences.
_ABSORBS = 0.7


def is_unspaced(language: str) -> bool:
    """Whether the terms of a language are runs of characters."""
    return language in _RUNS


def character_terms(article: Article) -> list[tuple[str, list[int]]]:
    """Runs of characters that at least two candidates hold, and the rows that hold them.

    Args:
        article: An article in a language of :func:`is_unspaced`.
    """
    holders = _holders(article)
    repeated = {gram: rows for gram, rows in holders.items() if len(rows) > 1}
    longest_first = sorted(repeated, key=len, reverse=True)
    absorbed: set[str] = set()
    for gram in longest_first:
        share = len(repeated[gram])
        for inner in _inner(gram):
            if inner in repeated and share >= _ABSORBS * len(repeated[inner]):
                absorbed.add(inner)
    return [(gram, rows) for gram, rows in repeated.items() if gram not in absorbed]


def _holders(article: Article) -> dict[str, list[int]]:
    """The rows that hold each run of a length that a term can have, if it is there twice."""
    pattern, lengths = re.compile(_RUNS[article.language]), _LENGTHS[article.language]
    grammar = _GRAMMAR.get(article.language, frozenset())
    stops = all_stop_words(article.language)
    twice = _there_twice(article.text, lengths)
    found: dict[str, list[int]] = {}
    for row, index in enumerate(article.candidates):
        sentence = article.sentences[index]
        for match in pattern.finditer(sentence.text):
            start, run = sentence.start + match.start(), match[0]
            for at, length in _places(run, lengths, grammar):
                if not twice[length][start + at]:
                    continue
                gram = run[at : at + length]
                if gram in stops:
                    continue
                rows = found.setdefault(gram, [])
                if not rows or rows[-1] != row:
                    rows.append(row)
    return found


def _there_twice(text: str, lengths: range) -> dict[int, Bools]:
    """For each length whether what begins at each character may be in the text once more.

    Two runs are told apart by a number made of their characters; few that are not alike have the
    same. Without it every run would be kept until the end, which took 2.7 GB for a million words.
    """
    characters = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    numbers = np.zeros(len(characters), np.uint64)
    found = {}
    for length in range(1, lengths.stop):
        stop = len(characters) - length + 1
        if stop <= 0:
            found[length] = np.zeros(len(characters), np.bool_)
            continue
        numbers = numbers[:stop] * _FACTOR + characters[length - 1 :]
        if length in lengths:
            ordered = np.sort(numbers)
            again = ordered[1:][ordered[1:] == ordered[:-1]]
            places = np.searchsorted(again, numbers)
            known = np.append(again, again[-1:] if len(again) else 0)[places] == numbers
            found[length] = np.append(known, np.zeros(length - 1, np.bool_))
    return found


def _places(run: str, lengths: range, grammar: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where in a run a term could begin, and how long it could be."""
    for at, first in enumerate(run):
        if first not in grammar:
            for length in range(lengths.start, min(lengths.stop, len(run) - at + 1)):
                if run[at + length - 1] not in grammar:
                    yield at, length


def _inner(gram: str) -> list[str]:
    """The two runs that are one character shorter."""
    return [gram[1:], gram[:-1]]
