"""Sentences that say again what stands further up: equal ones, nearly equal ones, templates.

No two sentences are compared but those that share two of their rarest words, each with the first
that had them, so the work grows with the words of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from summarise.index.arrays import Bools, Floats, Ints, np, places_of, starts_of
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
    """The sentences that differ from at least two others in their digits only.

    Args:
        lines: Of the candidates at least all that have a digit.
    """
    shapes: dict[str, list[int]] = {}
    for line in lines:
        if line.words <= TEMPLATE_WORDS and _DIGITS.search(line.text):
            shapes.setdefault(_DIGITS.sub("0", line.bare), []).append(line.sentence)
    groups = (found for found in shapes.values() if len(found) >= TEMPLATE_LINES)
    return frozenset(sentence for found in groups for sentence in found)


def find_repeats(rows: Ints, terms: Terms) -> Mapping[int, int]:
    """The rows that are equal or nearly equal to an earlier one, each with the first such.

    Args:
        rows: Those that are looked at, shape (some rows,).
        terms: The words of the article.
    """
    words, starts = terms.word_tokens[1], terms.word_starts
    held, size = words.tobytes(), words.itemsize
    lengths = starts[rows + 1] - starts[rows]
    begins, ends = starts[rows] * size, starts[rows + 1] * size
    found: dict[int, int] = {}
    first: dict[bytes, int] = {}
    for row, begin, end in zip(rows.tolist(), begins.tolist(), ends.tolist(), strict=True):
        original = first.setdefault(held[begin:end], row)
        if original != row and end > begin:
            found[row] = original
    is_new = np.ones(terms.n, np.bool_)
    is_new[list(found)] = False
    found.update(_near(rows[is_new[rows] & (lengths >= LEAST_WORDS)], terms))
    return found


def _near(wanted: Ints, terms: Terms) -> Mapping[int, int]:
    """Those that share most of their words with an earlier one, each with the first such by a key.

    What differs in more bits than it may in words need not be compared word by word: of 109,000
    pairs of 60,000 made sentences none is. So the bits of all are compared at once, and only those
    that pass are looked at one by one, in their order.
    """
    vocabulary, words, starts = terms.vocabulary, terms.word_tokens[1], terms.word_starts
    rows, codes = _keys(wanted, terms)
    if not len(rows):
        return {}
    bits, may_differ = _bits(rows, terms)
    keys = _Keys(codes)
    differ = _bit_count(bits[:, np.newaxis] ^ bits[keys.first])
    alike = keys.is_later & (differ <= may_differ[:, np.newaxis] + may_differ[keys.first])

    def words_of(place: int) -> frozenset[int]:
        row = rows[place]
        return frozenset(words[starts[row] : starts[row + 1]].tolist())

    found: dict[int, int] = {}
    own, room = bits.tolist(), may_differ.tolist()
    waiting: Bools = np.logical_or.reduce(alike, axis=1)
    place = -1
    while (behind := waiting[place + 1 :]).any():
        place += 1 + int(behind.argmax())
        for holder in keys.holders(place):
            apart = (own[place] ^ own[holder]).bit_count()
            if apart <= room[place] + room[holder] and _nearly_equal(
                words_of(place), words_of(holder), vocabulary
            ):
                found[int(rows[place])] = int(rows[holder])
                waiting[keys.pass_over(place)] = True
                break
    return found


class _Keys:
    """Which of some sentences holds a key: the first that has it, but for those passed over.

    Args:
        codes: The keys of each sentence, -1 for none, shape (sentences, keys).

    Attributes:
        first: The first sentence that has each of those keys, of the same shape.
        is_later: Where that is another one, of the same shape.
    """

    def __init__(self, codes: Ints) -> None:
        self._codes = codes
        distinct, first, back = np.unique(codes, return_index=True, return_inverse=True)
        self._size = len(distinct)
        self._key = back.reshape(codes.shape)
        self.first: Ints = (first // codes.shape[1])[self._key]
        self.is_later: Bools = (codes >= 0) & (self.first < np.arange(len(codes))[:, np.newaxis])
        self._passed: set[int] = set()
        #: Where the first that is not passed over stands among the members, of keys where that is
        #: not the first of all.
        self._at: dict[int, int] = {}

    @cached_property
    def _members(self) -> tuple[Ints, Ints]:
        """The sentences of each key in their order, and where those of each key start."""
        flat = self._key.ravel()
        order = np.argsort(flat, kind="stable") // self._codes.shape[1]
        return order, starts_of(np.bincount(flat, minlength=self._size))

    def _holder(self, key: int) -> int:
        """The first sentence of a key that is not passed over."""
        order, starts = self._members
        at = self._at.get(key, int(starts[key]))
        while (holder := int(order[at])) in self._passed:
            at += 1
        self._at[key] = at
        return holder

    def holders(self, place: int) -> Iterator[int]:
        """The earlier sentences that hold the keys of one, key by key."""
        keys, codes = self._key[place].tolist(), self._codes[place].tolist()
        for key, code, first in zip(keys, codes, self.first[place].tolist(), strict=True):
            if code >= 0:
                holder = self._holder(key) if first in self._passed else first
                if holder < place:
                    yield holder

    def pass_over(self, place: int) -> Ints:
        """Let a sentence hold nothing; gives the later ones whose keys another one holds now.

        Of a key that another one before held so too, those were given then.
        """
        order, starts = self._members
        keys, codes = self._key[place].tolist(), self._codes[place].tolist()
        first = self.first[place].tolist()
        self._passed.add(place)
        given = [
            order[starts[key] + 1 : starts[key + 1]]
            for key, code, own in zip(keys, codes, first, strict=True)
            if code >= 0 and own == place
        ]
        return np.concatenate([np.zeros(0, np.int64), *given])


def _bits(rows: Ints, terms: Terms) -> tuple[Ints, Floats]:
    """A number for each row whose bits stand for its words, and its part of what may differ.

    Sets that share the part *s* of their words differ in at most (1 - s) / (1 + s) of the sum of
    their sizes, and each word that only one of them has is one bit at most.
    """
    places, lengths = places_of(terms.word_starts, rows)
    words = terms.word_tokens[1][places].astype(np.uint64)
    bits = np.bitwise_or.reduceat(np.uint64(1) << words % np.uint64(_BITS), starts_of(lengths)[:-1])
    may_differ = lengths.astype(np.float64) * ((1 - NEARLY) / (1 + NEARLY)) + _ROUNDING
    return bits, may_differ


def _bit_count(numbers: Ints) -> Ints:
    """How many bits are set in each of some numbers of 64 bits: numpy can tell since 2.0 only."""
    twos = numbers - ((numbers >> np.uint64(1)) & np.uint64(0x5555555555555555))
    low = np.uint64(0x3333333333333333)
    fours = (twos & low) + ((twos >> np.uint64(2)) & low)
    eights = (fours + (fours >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    counts: Ints = (eights * np.uint64(0x0101010101010101)) >> np.uint64(56)
    return counts


def _keys(wanted: Ints, terms: Terms) -> tuple[Ints, Ints]:
    """The rows that may be nearly equal to another, and what to look them up by.

    The keys are the pairs of the three rarest words that other sentences have, too. A sentence
    most of whose words no other one has is not among them.

    Args:
        wanted: The rows that are looked at.
        terms: The words of the article.

    Returns:
        The rows, and their keys, -1 for none, shape (rows, keys).
    """
    size = len(terms.vocabulary)
    is_wanted = np.zeros(terms.n, np.bool_)
    is_wanted[wanted] = True
    entries = count_pairs(*terms.word_tokens, size)
    among = is_wanted[entries.rows]
    rows, words = entries.rows[among].astype(np.int64), entries.columns[among].astype(np.int64)
    lengths = np.bincount(rows, minlength=terms.n)
    frequencies = np.bincount(words, minlength=size)[words]
    enough = np.bincount(rows[frequencies > 1], minlength=terms.n) >= NEARLY * lengths
    kept = (frequencies > 1) & enough[rows]
    if not kept.any():
        return np.zeros(0, np.int64), np.zeros((0, 1), np.int64)
    # The rarest of each row by one number each, three times: to sort them all takes twice as long.
    rows, keys = rows[kept], frequencies[kept] * size + words[kept]
    is_first = np.append(True, rows[1:] != rows[:-1])
    starts, of_row = np.flatnonzero(is_first), np.cumsum(is_first) - 1
    none = np.iinfo(np.int64).max
    rarest = []
    for _ in range(_RAREST):
        least = np.minimum.reduceat(keys, starts)
        rarest.append(np.where(least < none, least % size, -1))
        keys[keys == least[of_row]] = none
    pairs = [np.where(one >= 0, other * size + one, -1) for other, one in combinations(rarest, 2)]
    return rows[starts], np.array(pairs, np.int64).T


def _nearly_equal(one: frozenset[int], other: frozenset[int], vocabulary: Sequence[str]) -> bool:
    if len(one & other) < NEARLY * len(one | other):
        return False
    return not any(character.isdigit() for word in one ^ other for character in vocabulary[word])
