"""Sentences that say again what stands further up: equal ones, nearly equal ones, templates.

No two sentences are compared but those that share two of their rarest words, each with the first
that had them, so the work grows with the words of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from summarise.index.arrays import Ints, np, places_of, starts_of
from summarise.index.fitness.lines import Line
from summarise.index.terms import Terms, count_pairs
from summarise.text.patterns import compile_later

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
#: Bits that stand for the words of a sentence.
_BITS = 64
#: More than what is lost where the share of the words that may differ is computed.
_ROUNDING = 1e-6

_DIGITS = compile_later(r"\d+")


def find_templates(lines: Iterable[Line]) -> frozenset[int]:
    """The sentences that differ from at least two others in their digits only."""
    shapes: dict[str, list[int]] = {}
    for line in lines:
        if line.words <= TEMPLATE_WORDS and _DIGITS.search(line.text):
            shapes.setdefault(_DIGITS.sub("0", line.bare), []).append(line.sentence)
    groups = (found for found in shapes.values() if len(found) >= TEMPLATE_LINES)
    return frozenset(sentence for found in groups for sentence in found)


def find_repeats(lines: Sequence[Line], terms: Terms) -> Mapping[int, int]:
    """The sentences that are equal or nearly equal to an earlier one, each with the first such.

    Args:
        lines: The sentences that are looked at.
        terms: The words of the article.
    """
    words, starts = terms.word_tokens[1], terms.word_starts.tolist()
    found: dict[int, int] = {}
    first: dict[bytes, int] = {}
    distinct: list[Line] = []
    for line in lines:
        start, stop = starts[line.row], starts[line.row + 1]
        original = first.setdefault(words[start:stop].tobytes(), line.sentence)
        if original != line.sentence and stop > start:
            found[line.sentence] = original
        elif stop - start >= LEAST_WORDS:
            distinct.append(line)
    found.update(_near(distinct, terms))
    return found


def _near(lines: Sequence[Line], terms: Terms) -> Mapping[int, int]:
    """Those that share most of their words with an earlier one.

    What differs in more bits than it may in words need not be compared word by word: of 109,000
    pairs of 60,000 made sentences none is, in a quarter of the time.
    """
    if not lines:
        return {}
    vocabulary, words, starts = terms.vocabulary, terms.word_tokens[1], terms.word_starts
    wanted = np.array([line.row for line in lines], np.int64)
    bits, may_differ = _bits(wanted, terms)

    def words_of(place: int) -> frozenset[int]:
        row = lines[place].row
        return frozenset(words[starts[row] : starts[row + 1]].tolist())

    holders: dict[int, int] = {}
    found: dict[int, int] = {}
    for place, keys in _keys(wanted, terms):
        own, room = bits[place], may_differ[place]
        for key in keys:
            holder = holders.get(key)
            if (
                holder is not None
                and (own ^ bits[holder]).bit_count() <= room + may_differ[holder]
                and _nearly_equal(words_of(place), words_of(holder), vocabulary)
            ):
                found[lines[place].sentence] = lines[holder].sentence
                break
        else:
            for key in keys:
                holders.setdefault(key, place)
    return found


def _bits(rows: Ints, terms: Terms) -> tuple[Sequence[int], Sequence[float]]:
    """A number for each row whose bits stand for its words, and its part of what may differ.

    Sets that share the part *s* of their words differ in at most (1 - s) / (1 + s) of the sum of
    their sizes, and each word that only one of them has is one bit at most.
    """
    places, lengths = places_of(terms.word_starts, rows)
    words = terms.word_tokens[1][places].astype(np.uint64)
    bits = np.bitwise_or.reduceat(np.uint64(1) << words % np.uint64(_BITS), starts_of(lengths)[:-1])
    may_differ = lengths * ((1 - NEARLY) / (1 + NEARLY)) + _ROUNDING
    return bits.tolist(), may_differ.tolist()


def _keys(wanted: Ints, terms: Terms) -> Iterator[tuple[int, list[int]]]:
    """The places of sentences that may be nearly equal to another, with what to look them up by.

    The keys are the pairs of the three rarest words that other sentences have, too. A sentence
    that shares no such pair is not among them, nor one most of whose words no other one has.

    Args:
        wanted: The rows that are looked at; a place is one among these.
        terms: The words of the article.
    """
    size = len(terms.vocabulary)
    place_of = np.full(terms.n, -1, np.int64)
    place_of[wanted] = np.arange(len(wanted))
    entries = count_pairs(*terms.word_tokens, size)
    rows, words = place_of[entries.rows], entries.columns.astype(np.int64)
    rows, words = rows[rows >= 0], words[rows >= 0]
    lengths = np.bincount(rows, minlength=len(wanted))
    frequencies = np.bincount(words, minlength=size)[words]
    enough = np.bincount(rows[frequencies > 1], minlength=len(wanted)) >= NEARLY * lengths
    kept = (frequencies > 1) & enough[rows]
    if not kept.any():
        return
    # By row, the rarest of each first: as one number each, which is sorted in a third of the time.
    common = int(frequencies.max()) + 1
    order = np.sort((rows[kept] * common + frequencies[kept]) * size + words[kept])
    rows, words = order // (common * size), order % size
    places, starts = np.unique(rows, return_index=True)
    counts = np.diff(np.append(starts, len(words)))
    rarest = [
        np.where(counts > at, words[np.minimum(starts + at, len(words) - 1)], -1)
        for at in range(_RAREST)
    ]
    pairs = [np.where(one >= 0, other * size + one, -1) for other, one in combinations(rarest, 2)]
    codes = np.array(pairs, np.int64).T
    distinct, back, times = np.unique(codes, return_inverse=True, return_counts=True)
    shared = (times[back] > 1) & (distinct[back] >= 0)
    some = shared.reshape(codes.shape).any(axis=1)
    for place, several in zip(places[some].tolist(), codes[some].tolist(), strict=True):
        yield place, [code for code in several if code >= 0]


def _nearly_equal(one: frozenset[int], other: frozenset[int], vocabulary: Sequence[str]) -> bool:
    if len(one & other) < NEARLY * len(one | other):
        return False
    return not any(character.isdigit() for word in one ^ other for character in vocabulary[word])
