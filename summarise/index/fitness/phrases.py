"""Phrases that no summary wants, by language: calls and thanks, credits, pointers, lead-ins.

The files in ``text/phrases/unfit`` have a section for each reason; a phrase that begins with ``^``
counts at the beginning of a sentence only. English phrases count in every language, for so many
pages mix them in.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from summarise.index.fitness.lines import Line
from summarise.index.pieces import Pieces
from summarise.text.phrases import read_sections
from summarise.text.phrases.openings import Openings, plain_lower

#: The reason that each section stands for.
REASONS = {"call": "call or thanks", "credit": "credit", "pointer": "pointer", "lead": "lead-in"}
#: A longer sentence says something besides its call or credit. Of the 227 sentences of 205 marked
#: articles that have a phrase and are no longer, 3 express a point and 167 are bad.
LONGEST = {"call": 32, "credit": 32, "pointer": 24, "lead": 12}


class _Section(NamedTuple):
    """The phrases of one reason: those at the beginning, and those anywhere."""

    name: str
    openings: Openings
    anywhere: tuple[str, ...]


class UnfitPhrases:
    """The phrases of a language that are in the lines of one article.

    Args:
        language: Of the article.
        texts: Its candidates.
        pieces: Of its candidates: they tell at once of most lines that they have no phrase.

    Attributes:
        held: Of the candidates that have a phrase that counts anywhere the names of its sections.
    """

    def __init__(self, language: str, texts: Sequence[str], pieces: Pieces) -> None:
        self._sections = _sections(language)
        self._openings = _all_openings(language)
        self.held: dict[int, set[str]] = {}
        for section in self._sections:
            for phrase, rows in pieces.rows_by_phrase(section.anywhere).items():
                for row in rows.tolist():
                    if phrase in plain_lower(texts[row]):
                        self.held.setdefault(row, set()).add(section.name)

    def may_open(self, beginning: str) -> bool:
        """Whether a phrase may stand at a beginning; see :meth:`Openings.may_open`."""
        return self._openings.may_open(beginning)

    def find(self, line: Line) -> str | None:
        """The reason that a phrase in a line gives, or None."""
        held: Set[str] = self.held.get(line.row, frozenset())
        if not held and self._openings.find(line.bare) is None:
            return None
        for section in self._sections:
            if line.words <= LONGEST[section.name] and (
                section.name in held or section.openings.find(line.bare) is not None
            ):
                return REASONS[section.name]
        return None


@lru_cache(maxsize=64)
def _all_openings(language: str) -> Openings:
    """The phrases of all reasons that count at the beginning of a sentence only."""
    return Openings(chain.from_iterable(s.openings.phrases for s in _sections(language)), language)


@lru_cache(maxsize=64)
def _sections(language: str) -> tuple[_Section, ...]:
    phrases: dict[str, list[str]] = {name: [] for name in LONGEST}
    for code in dict.fromkeys((language, "en")):
        for name, found in read_sections("unfit", code).items():
            phrases[name].extend(found)
    return tuple(_section(name, found, language) for name, found in phrases.items())


def _section(name: str, phrases: list[str], language: str) -> _Section:
    openings = (phrase[1:] for phrase in phrases if phrase.startswith("^"))
    others = tuple(phrase for phrase in phrases if not phrase.startswith("^"))
    return _Section(name, Openings(openings, language), others)
