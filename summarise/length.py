"""How much of an article a summary keeps: ``5``, ``20%``, ``100w``, ``2min``, ``280c``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from summarise.errors import LengthError

#: Reading speed for lengths in minutes and for every reading time shown: silent reading of
#: English non-fiction, Brysbaert (2019), rounded down.
WORDS_PER_MINUTE = 230


#: How a length is written, for every help, prompt and error that says so.
HINT = "5 (sentences), 20%, 100w (words), 2min (reading time) or 280c (characters)"


class Unit(StrEnum):
    """What a length counts; the value is how it is written behind the number."""

    SENTENCES = ""
    PERCENT = "%"
    WORDS = "w"
    MINUTES = "min"
    CHARACTERS = "c"

    @property
    def label(self) -> str:
        """What it is called in a list or a settings file: ``percent``, ``words``."""
        return self.name.lower()


#: How a length is written, for prompts, helps and errors.
HINT = "5, 20%, 100w, 2min or 280c"

_GRAMMAR = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*(%|[a-z]*)", re.IGNORECASE)
_SPELLINGS = {
    "": Unit.SENTENCES,
    "s": Unit.SENTENCES,
    "sentence": Unit.SENTENCES,
    "sentences": Unit.SENTENCES,
    "%": Unit.PERCENT,
    "percent": Unit.PERCENT,
    "w": Unit.WORDS,
    "word": Unit.WORDS,
    "words": Unit.WORDS,
    "m": Unit.MINUTES,
    "min": Unit.MINUTES,
    "minute": Unit.MINUTES,
    "minutes": Unit.MINUTES,
    "c": Unit.CHARACTERS,
    "char": Unit.CHARACTERS,
    "chars": Unit.CHARACTERS,
    "character": Unit.CHARACTERS,
    "characters": Unit.CHARACTERS,
}
_WHOLE = (Unit.SENTENCES, Unit.WORDS, Unit.CHARACTERS)


@dataclass(frozen=True, slots=True)
class Length:
    """A length as an amount of one unit.

    A summary holds at least one sentence. ``20%`` is a share of the article's sentences, rounded
    down as sumy does; a number of words, minutes or characters is a limit: the summary is the
    longest prefix of the ranking that stays within it.
    """

    amount: float
    unit: Unit = Unit.SENTENCES

    def __post_init__(self) -> None:
        if not isfinite(self.amount):
            raise LengthError(f"length {self.amount}: must be a number, for example 5 or 20%")
        if not self.amount > 0:
            raise LengthError(f"length {self}: must be more than 0, for example 5 or 20%")
        if self.unit is Unit.PERCENT and self.amount > 100:
            raise LengthError(f"length {self}: a share is at most 100%")
        if self.unit in _WHOLE and self.amount != int(self.amount):
            raise LengthError(f"length {self}: must be a whole number, for example 5 or 100w")

    @classmethod
    def parse(cls, text: str | int | Length) -> Length:
        """Read a length as a user writes it.

        Raises:
            LengthError: The text does not follow the grammar; the message says what does.
        """
        if isinstance(text, Length):
            return text
        match = _GRAMMAR.fullmatch(str(text).strip())
        unit = _SPELLINGS.get(match[2].lower()) if match else None
        if match is None or unit is None:
            shown = str(text)[:40]
            raise LengthError(f"length {shown!r} is not understood: write {HINT}")
        return cls(float(match[1]), unit)

    def __str__(self) -> str:
        amount = int(self.amount) if self.amount == int(self.amount) else self.amount
        return f"{amount}{self.unit.value}"
