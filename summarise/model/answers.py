"""What a model answers: the data of a stranger, of which numbers and short reasons are taken."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Protocol

from summarise.text.sanitise import sanitise_line

#: Words and characters of a reason that are shown.
REASON_WORDS = 12
_REASON_CHARACTERS = 120
#: How many entries are looked at: more are no order but noise.
_MOST_ENTRIES = 1000
_THOUGHT = "</think>"
_ORDER = re.compile(r'"order"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was taken of an answer."""

    numbers: tuple[int, ...]
    """The numbers of the sentences chosen, best first, each once."""
    reasons: tuple[str, ...]
    """Why, for each of them, in the model's words; "" where it gave no reason."""
    passed_over: int = 0
    """How many entries were not in order: unknown, said twice, or no number."""
    is_whole: bool = True
    """Whether the answer came to its end."""


def choice_of(answer: str, count: int) -> Choice:
    """Take from an answer what is in order.

    Args:
        answer: What the model wrote, whatever that is.
        count: How many sentences were on offer: numbers go from 1 to this.
    """
    text = answer.rpartition(_THOUGHT)[2]
    begin = _ORDER.search(text)
    if begin is None:
        return Choice((), (), is_whole=False)
    decoder = json.JSONDecoder(strict=False)  # models break lines inside of reasons
    found: dict[int, str] = {}
    passed_over = 0
    at = _end_of(_BETWEEN, text, begin.end())
    for _ in range(_MOST_ENTRIES):
        if text[at : at + 1] in ("]", ""):
            break
        try:
            entry, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        number, reason = _entry(entry)
        if 1 <= number <= count and number not in found:
            found[number] = reason
        else:
            passed_over += 1
        at = _end_of(_BETWEEN, text, at)
    is_whole = text[at : at + 1] == "]"
    return Choice(tuple(found), tuple(found.values()), passed_over, is_whole)


def _entry(entry: object) -> tuple[int, str]:
    """The number and the reason of one entry; 0 where there is no number."""
    number, reason = (entry.get("n"), entry.get("why")) if isinstance(entry, dict) else (entry, "")
    if not isinstance(number, int) or isinstance(number, bool):
        return 0, ""
    return number, reason_of(reason) if isinstance(reason, str) else ""


def reason_of(said: str) -> str:
    """A reason as it may be shown: one safe line of at most twelve words."""
    words = sanitise_line(said, 10 * _REASON_CHARACTERS).split(" ")
    cut = " ".join(words[:REASON_WORDS]) + ("…" if len(words) > REASON_WORDS else "")
    return sanitise_line(cut, _REASON_CHARACTERS)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


class KeptChoices(Protocol):
    """Where choices are kept, so that the same question is not asked again; a ``dict`` will do.

    It is asked from several threads at once, and never raises: what cannot be had is not there.
    """

    def get(self, key: str, /) -> bytes | None:
        """What is kept under a digest of text, model and prompt."""

    def __setitem__(self, key: str, data: bytes, /) -> None:
        """Keep it, if that can be done."""


def as_data(choice: Choice) -> bytes:
    """A choice to be kept."""
    return json.dumps(
        [choice.numbers, choice.reasons, choice.passed_over, choice.is_whole]
    ).encode()


def from_data(data: bytes, count: int) -> Choice | None:
    """A choice that was kept; None if it is not one.

    Args:
        data: What :func:`as_data` made, or whatever somebody put in its place.
        count: How many sentences were on offer.
    """
    try:
        numbers, reasons, passed_over, is_whole = json.loads(data)
        entries = [{"n": n, "why": why} for n, why in zip(numbers, reasons, strict=True)]
    except (ValueError, TypeError, RecursionError):
        return None
    again = choice_of(json.dumps({"order": entries}), count)
    if again.passed_over or not again.numbers or not isinstance(passed_over, int):
        return None
    return Choice(again.numbers, again.reasons, passed_over, bool(is_whole))
