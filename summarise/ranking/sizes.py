"""How many sentences of an order a length keeps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from summarise.article import Sentence
from summarise.length import WORDS_PER_MINUTE, Length, Unit


class Sizes:
    """What the first 1, 2, 3… sentences of an order come to.

    Args:
        sentences: The sentences, best first.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        ordered = list(sentences)
        self._words = list(accumulate(sentence.words for sentence in ordered))
        # Joined by one line break each, so the text of a summary stays within the limit.
        self._characters = [total - 1 for total in accumulate(s.end - s.start + 1 for s in ordered)]

    def within(self, length: Length) -> int:
        """How many sentences a length keeps: at least one if there is any."""
        total = len(self._words)
        match length.unit:
            case Unit.SENTENCES:
                size = int(length.amount)
            case Unit.PERCENT:
                size = int(total * length.amount / 100 + 1e-9)
            case Unit.WORDS:
                size = bisect_right(self._words, length.amount)
            case Unit.MINUTES:
                size = bisect_right(self._words, length.amount * WORDS_PER_MINUTE + 1e-9)
            case Unit.CHARACTERS:
                size = bisect_right(self._characters, length.amount)
        return min(total, max(1, size))
