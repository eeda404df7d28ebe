"""How many sentences of an order a length keeps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate

from summarise.article import Sentence
from summarise.length import WORDS_PER_MINUTE, Length, Unit


class Sizes:
    """What the first 1, 2, 3… sentences of an order come to; counted when it is first asked for.

    Args:
        total: How many sentences there are.
        sentences: Gives them, best first.
    """

    def __init__(self, total: int, sentences: Callable[[], Iterable[Sentence]]) -> None:
        self._total = total
        self._sentences = sentences

    def within(self, length: Length) -> int:
        """How many sentences a length keeps: at least one if there is any."""
        match length.unit:
            case Unit.SENTENCES:
                size = int(length.amount)
            case Unit.PERCENT:
                size = int(self._total * length.amount / 100 + 1e-9)
            case Unit.WORDS:
                size = bisect_right(self._words, length.amount)
            case Unit.MINUTES:
                size = bisect_right(self._words, length.amount * WORDS_PER_MINUTE + 1e-9)
            case Unit.CHARACTERS:
                size = bisect_right(self._characters, length.amount)
        return min(self._total, max(1, size))

    @cached_property
    def _words(self) -> list[int]:
        return list(accumulate(sentence.words for sentence in self._sentences()))

    @cached_property
    def _characters(self) -> list[int]:
        # Joined by one line break each, so the text of a summary stays within the limit.
        sizes = accumulate(s.end - s.start + 1 for s in self._sentences())
        return [total - 1 for total in sizes]
