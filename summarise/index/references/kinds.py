"""What a sentence that leans on another one is made of: data only."""

from __future__ import annotations

from collections.abc import Container
from enum import StrEnum
from typing import NamedTuple


class Leaning(StrEnum):
    """How a sentence points to another one."""

    OPENER = "pronoun at the beginning"
    CONNECTIVE = "connective"
    LIGHT = "light connective"
    PRONOUN = "pronoun"
    ORDINAL = "one of a row"
    DEFINITE = "definite noun"
    NAME = "name without who it is"
    ANSWER = "answer"
    QUOTATION = "words without a speaker"
    COMPARISON = "comparison without its other side"
    HALF = "half of a pair"
    SHORT = "short form that another sentence spells out"
    MENTIONED = "noun that another sentence tells of"
    POINTED = "something that was said before"

    @property
    def slight(self) -> bool:
        """Whether a reader who misses the other sentence is likely to understand all the same."""
        return self in _SLIGHT


_SLIGHT = frozenset((Leaning.LIGHT, Leaning.MENTIONED, Leaning.POINTED))


class Antecedent(NamedTuple):
    """A sentence that has to be kept for another one to be understood.

    Attributes:
        sentence: Its index among the article's sentences.
        kind: How the other sentence points to it.
        certain: Whether the other one says next to nothing without it; otherwise a reader is only
            likely to miss it.
        others: Earlier sentences that do as well: they name the same person or thing.
    """

    sentence: int
    kind: Leaning
    certain: bool
    others: frozenset[int] = frozenset()

    @property
    def needed(self) -> bool:
        """Whether the other sentence dangles without it."""
        return not self.kind.slight

    def is_met(self, kept: Container[int]) -> bool:
        """Whether one of the sentences that make the other one understood is kept."""
        return self.sentence in kept or any(i in kept for i in self.others)
