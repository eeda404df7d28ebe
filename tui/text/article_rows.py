"""What a row of the library says of an article: pieces of text, and how each is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: What stands before a title.
UNREAD, SAVED, HIDDEN, SEEN, TICKED = "•", "★", "×", " ", "✓"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the articles that belong together."""

    name: str
    """What they belong to: a folder, a feed."""
    note: str = ""
    """How things stand with it: how many, or why it could not be read."""
    is_problem: bool = False
    """Whether the note says that something went wrong."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a row says of an article."""

    title: str
    """Its title; the name of its file until that is known."""
    name: str = ""
    """The name of its file, where that alone tells it from another one with its title."""
    mark: str = SEEN
    """The sign before it."""
    is_new: bool = False
    """Whether it was not read yet, so that it is as bright as text."""
    site: str = ""
    """Its site, where the heading above does not say it."""
    day: str = ""
    """When it was published, as :func:`day_of` says it."""
    time: str = ""
    """How long it takes to read."""
    left: str = ""
    """Where it was left."""
    note: str = ""
    """What is said in the place of all that, of what is no article: why it cannot be read."""
    found: str = ""
    """The sentence of it that was searched for."""
    span: tuple[int, int] = (0, 0)
    """What was found in that sentence, or else in the title."""


def day_of(iso: str, today: date) -> str:
    """A day as a row says it: ``12 Mar`` in this year, ``Mar 2021`` in others.

    Args:
        iso: The date in ISO 8601, perhaps only its first parts; other dates are not said.
        today: The day it is.
    """
    parts = iso.partition("T")[0].split("-")
    if not (parts[0].isdecimal() and len(parts[0]) == 4):
        return ""
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    if not 1 <= month <= 12:
        return parts[0]
    if int(parts[0]) == today.year and len(parts) > 2 and parts[2][:2].isdecimal():
        return f"{int(parts[2][:2])} {_MONTHS[month - 1]}"
    return f"{_MONTHS[month - 1]} {parts[0]}"


def cut_around(text: str, span: tuple[int, int], room: int) -> tuple[str, tuple[int, int]]:
    """A sentence cut so that what was found in it is seen.

    Args:
        text: The sentence.
        span: What was found, as offsets in it.
        room: How many characters are seen.

    Returns:
        The sentence from a later word on, if need be, and what was found in that.
    """
    start, end = span
    if end <= room - 1:
        return text, span
    wanted = min(start - room // 3, len(text) - room + 1)
    first = text.find(" ", max(0, wanted), start) + 1
    if first <= 0:
        return text, span
    return f"…{text[first:]}", (start - first + 1, end - first + 1)
