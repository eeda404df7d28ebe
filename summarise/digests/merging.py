"""Sentences that say the same in nearly the same words become one.

Which pairs to compare is found by their rarest words: two sets of words that share four fifths of
them share two of their few rarest (the prefix filter of Chaudhuri, Ganti & Kaushik, A Primitive
Operator for Similarity Joins in Data Cleaning, 2006, with one word more). So the work grows with
the sentences, not with pairs of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import islice
from math import ceil

#: The share of their words, and of their words in order, that near-equal sentences have in common.
#: Exact, so that four words of five are enough on every machine.
LIKE = Fraction(4, 5)
#: Rarest words that two sentences must share to be compared at all, where they have as many.
_SHARED = 2
#: Sentences that are looked at for each of the rarest words, and that one is compared with at most:
#: words that hundreds of sentences have among their rarest occur in texts made by machines.
_LOOKED_AT, _COMPARED = 64, 32
#: Words that turn what a sentence says around, however alike the rest is.
_NEGATIONS = frozenset(
    (
        *("not", "no", "never", "nor", "none", "without", "cannot"),
        *("nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "ohne"),
        *("ne", "pas", "non", "jamais", "sans"),
        *("ni", "nunca", "sin", "não", "nem", "sem", "mai", "senza"),
        *("niet", "geen", "nooit", "zonder", "inte", "ikke", "aldrig", "utan", "uden", "ei"),
        *("bez", "не", "ни", "нет", "без", "никогда", "nem", "değil"),
    )
)

Words = tuple[str, ...]


def near_equal(one: Words, other: Words) -> bool:
    """Whether two sentences say the same: nearly the same words in nearly the same order.

    Sentences with different numbers, or of which one has a negation more, never do.

    Args:
        one: The words of one, in lower case and in order.
        other: Those of the other.
    """
    if one == other:
        return True
    some, others = set(one), set(other)
    if len(some & others) < LIKE * len(some | others):
        return False
    if any(_tells(word) for word in some ^ others):
        return False
    first, second = sorted((one, other))  # so that the answer is the same both ways round
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= LIKE


def _tells(word: str) -> bool:
    """Whether a word makes another statement of a sentence."""
    return negates(word) or any(map(str.isdigit, word))


def negates(word: str) -> bool:
    """Whether a lower-case word turns what a sentence says around."""
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def merge(sentences: Sequence[Words]) -> list[int]:
    """For each sentence the place of the first one that says the same, which may be its own.

    Args:
        sentences: Their words; those that come first stand for the others.
    """
    frequencies = Counter(word for words in sentences for word in set(words))
    firsts: dict[Words, int] = {}
    holders: dict[str, list[int]] = {}
    found = []
    for place, words in enumerate(sentences):
        first = firsts.get(words)
        if first is None:
            rarest = _rarest(words, frequencies)
            near = Counter(i for word in rarest for i in holders.get(word, ())[:_LOOKED_AT])
            wanted = min(_SHARED, len(rarest))
            compared = islice((i for i, shared in near.items() if shared >= wanted), _COMPARED)
            first = next((i for i in compared if near_equal(words, sentences[i])), place)
            firsts[words] = first
            if first == place:
                for word in rarest:
                    holders.setdefault(word, []).append(place)
        found.append(first)
    return found


def _rarest(words: Words, frequencies: Counter[str]) -> list[str]:
    """As many of the rarest words as a near-equal sentence cannot do without."""
    distinct = sorted(set(words), key=lambda word: (frequencies[word], word))
    return distinct[: len(distinct) - ceil(LIKE * len(distinct)) + _SHARED]
