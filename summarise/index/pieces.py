"""The pieces between spaces: which sentences may hold a phrase, asked of all of them at once.

A text says most of its pieces again and again, so that its distinct ones are a quarter of it. Where
a phrase has a piece that the text has nowhere, no sentence needs to be searched for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from summarise.index.arrays import Bools, Floats, Ints, distinct, np, starts_of, sum_by
from summarise.text.phrases.openings import plain_lower
from summarise.text.ports.tokeniser import LAST

#: Words that are looked for at once: as many as a number of numpy has bits.
_BITS = 64


class Pieces:
    """The pieces of the candidates. A *row* is the place of a sentence among the candidates.

    Args:
        distinct: The distinct pieces as written, without white space but :data:`LAST`.
        found: The place of each piece of the text among those, row by row, shape (pieces,).
        lengths: How many pieces each row has, shape (rows,).

    Attributes:
        distinct: The distinct pieces.
        n: How many rows there are.
    """

    def __init__(self, distinct: Sequence[str], found: Ints, lengths: Ints) -> None:
        self.distinct = distinct
        self.n = len(lengths)
        self._found = found
        self._lengths = lengths

    @cached_property
    def _text(self) -> str:
        """The distinct pieces as they are searched, parted by a space."""
        return f"{plain_lower(' '.join(self.distinct))} "

    @cached_property
    def _starts(self) -> Ints:
        """Where each piece begins there, and where the last one ends; lower case may be longer."""
        return starts_of(np.fromiter(map(len, self._text[:-1].split(" ")), np.int64) + 1)

    @cached_property
    def _rows(self) -> Ints:
        """The row of each piece of the text, shape (pieces,)."""
        return np.repeat(np.arange(len(self._lengths)), self._lengths)

    def may_have(self, phrase: str) -> bool:
        """Whether any row may have a phrase, in lower case with straight apostrophes."""
        return max(phrase.split(), key=len) in self._text

    def rows_with(self, phrases: Iterable[str]) -> Bools:
        """Which rows may have one of some phrases; the others surely have none, shape (rows,).

        Args:
            phrases: In lower case with straight apostrophes, their words between plain spaces.
        """
        parts = {max(phrase.split(), key=len) for phrase in phrases}
        return self._rows_at(list(chain.from_iterable(map(self._places_with, parts))))

    def rows_by_phrase(self, phrases: Iterable[str]) -> Mapping[str, Ints]:
        """Those of some phrases that may be there, each with the rows that may have it.

        Such a row has all words of the phrase, in whatever order, which is far surer than to have
        the longest; so it is for many phrases, of which few are in the text.

        Args:
            phrases: In lower case with straight apostrophes, their words between plain spaces.
        """
        present = {
            phrase: words
            for phrase in phrases
            if all(map(self._text.__contains__, words := phrase.split()))
        }
        wanted = list(dict.fromkeys(chain.from_iterable(present.values())))
        held = dict(zip(wanted, self._rows_with_each(wanted), strict=True))
        return {
            phrase: np.flatnonzero(np.logical_and.reduce([held[word] for word in words]))
            for phrase, words in present.items()
        }

    def _rows_with_each(self, words: Sequence[str]) -> Iterator[Bools]:
        """For each of some words which rows have it: as many at once as a number has bits."""
        filled = np.flatnonzero(self._lengths)
        starts = starts_of(self._lengths)[filled]
        for begin in range(0, len(words), _BITS):
            some = words[begin : begin + _BITS]
            bits = np.zeros(len(self.distinct), np.uint64)
            for number, word in enumerate(some):
                pieces = self._pieces_at(self._places_with(word))
                bits[pieces] |= np.uint64(1 << number)
            of_rows = np.zeros(len(self._lengths), np.uint64)
            if len(filled):
                of_rows[filled] = np.bitwise_or.reduceat(bits.take(self._found), starts)
            for number in range(len(some)):
                yield of_rows & np.uint64(1 << number) != 0

    def _places_with(self, part: str) -> list[int]:
        """The places of the text of the distinct pieces where something stands."""
        text, places = self._text, list[int]()
        at = text.find(part)
        while at >= 0:
            places.append(at)
            at = text.find(part, at + len(part))
        return places

    def rows_matching(self, pattern: re.Pattern[str]) -> Bools:
        """Which rows have a piece that a pattern finds, shape (rows,).

        Args:
            pattern: Of pieces in lower case, parted by a space and ended by one.
        """
        return self._rows_at([match.start() for match in pattern.finditer(self._text)])

    def rows_as_written(
        self,
        pattern: re.Pattern[str],
        test: Callable[[str], object] = bool,
        *,
        several: int = 1,
        within: int = 1,
    ) -> Bools:
        """Which rows have pieces with what a pattern finds in them as written, shape (rows,).

        Args:
            pattern: What is looked for; it holds no white space.
            test: What the characters of a match have to pass.
            several: How many such pieces a row has at least.
            within: In how many pieces so many have to be, from the first of them to the last.
        """
        text = " ".join(self.distinct)
        ends = np.cumsum(np.fromiter(map(len, self.distinct), np.int64) + 1)
        places = [match.start() for match in pattern.finditer(text) if test(match[0])]
        wanted = np.zeros(len(self.distinct), np.bool_)
        wanted[np.searchsorted(ends, np.array(places, np.int64), "right")] = True
        at = np.flatnonzero(wanted.take(self._found))
        first, last = at[: max(0, len(at) - several + 1)], at[several - 1 :]
        rows = self._rows[last]
        found = np.zeros(self.n, np.bool_)
        found[rows[(last - first < within) & (self._rows[first] == rows)]] = True
        return found

    def count(self, pattern: re.Pattern[str]) -> Floats:
        """How often a pattern is found in the pieces of each row, shape (rows,)."""
        places = [match.start() for match in pattern.finditer(self._text)]
        times = np.bincount(self._pieces_at(places), minlength=len(self.distinct))
        return sum_by(self._rows, times.take(self._found).astype(np.float64), len(self._lengths))

    def holding(self, pattern: re.Pattern[str]) -> list[tuple[str, int]]:
        """The distinct pieces that a pattern finds, as written, and how often the text has each.

        Args:
            pattern: Of pieces in lower case with straight apostrophes, parted by a space.
        """
        places = [match.start() for match in pattern.finditer(self._text)]
        if not places:
            return []
        held = distinct(self._pieces_at(places))
        times = np.bincount(self._found, minlength=len(self.distinct))
        return [(self.distinct[piece], int(times[piece])) for piece in held.tolist()]

    def _rows_at(self, places: Sequence[int]) -> Bools:
        wanted = np.zeros(len(self.distinct), np.bool_)
        wanted[self._pieces_at(places)] = True
        found = np.zeros(len(self._lengths), np.bool_)
        found[self._rows[np.flatnonzero(wanted.take(self._found))]] = True
        return found

    def _pieces_at(self, places: Sequence[int]) -> Ints:
        """The piece that each place of the text is in."""
        return np.searchsorted(self._starts, np.array(places, np.int64), "right") - 1

    def small_words(self, marks: str) -> frozenset[str]:
        """The pieces that are written small, without marks at their ends."""
        marks += LAST
        return frozenset(piece.strip(marks) for piece in self.distinct if piece.islower())
