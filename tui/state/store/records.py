"""What the store keeps of one article and its reading, as plain data: no database in here."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload


class Mark(StrEnum):
    """What a reader marks an article as; the value is the name of its column."""

    READ = "read"
    SAVED = "saved"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a list shows of an article: enough to name it without opening it."""

    key: str
    """What tells it from all others: :func:`tui.state.remembering.key_of`."""
    title: str = ""
    """Its title, on one line."""
    address: str = ""
    """Its address on the web, or ""."""
    site: str = ""
    """What it was published in."""
    author: str = ""
    """Who wrote it."""
    date: str = ""
    """When it was published, in ISO 8601 as far as known."""
    language: str = ""
    """ISO 639-1 code."""
    words: int = 0
    """Words of the article proper; 0 as long as nobody has counted."""
    group: str = ""
    """What it stands under in a list: its folder or its feed."""
    stamp: str = ""
    """Whatever changes when the source does (such as size and time of a file), to tell whether
    these facts still hold; the store only keeps it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph of a kept text that is more than plain text: a heading, an item of a list."""

    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset behind its last character."""
    kind: str
    """What it is: a value of :class:`summarise.article.Kind`."""
    level: int = 0
    """Its depth, as in an article."""
    tight: bool = False
    """Whether it follows the paragraph before it without a blank line."""


class Pairs(Sequence[tuple[int, int]]):
    """Starts and ends, kept as plain numbers: a novel has 60,000 that nobody asks for one by one.

    They are equal to a tuple of the same pairs.

    Args:
        numbers: A start, its end, the next start, and so on.
    """

    __slots__ = ("numbers",)

    def __init__(self, numbers: array[int]) -> None:
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers) // 2

    @overload
    def __getitem__(self, place: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[tuple[int, int]]: ...
    def __getitem__(self, place: int | slice) -> tuple[int, int] | Sequence[tuple[int, int]]:
        at = range(len(self))[place]
        if isinstance(at, int):
            return self.numbers[2 * at], self.numbers[2 * at + 1]
        if at.step == 1:
            return Pairs(self.numbers[2 * at.start : 2 * at.stop])
        return tuple([self[one] for one in at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article proper, with its sentences, as it is kept and searched."""

    text: str
    """The paragraphs that belong to the article, blank lines between them."""
    sentences: Sequence[tuple[int, int]] = ()
    """Start and end of each sentence in ``text``."""
    shapes: tuple[Shape, ...] = ()
    """The paragraphs that are more than plain text, in their order."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence or paragraph by its words, to be found again in a text that has changed."""

    at: int
    """Its index when it was kept."""
    text: str
    """Its words, cut off where they are many."""


#: That all sentences of a text were read, however many they are.
ALL_SEEN = ((0, 2**31),)


@dataclass(frozen=True, slots=True)
class Absent:
    """What was chosen of a text that is not there now, kept in case it comes back.

    A file is seen half-written, a page cut short: so what is not found is no reason to forget it.
    """

    pins: tuple[Anchor, ...] = ()
    """Sentences always kept."""
    drops: tuple[Anchor, ...] = ()
    """Sentences never kept."""
    blocks: tuple[tuple[Anchor, str | None], ...] = ()
    """Paragraphs that were restored or dropped, with the reason now on them or None."""

    def __len__(self) -> int:
        """How many choices are kept."""
        return len(self.pins) + len(self.drops) + len(self.blocks)


@dataclass(frozen=True, slots=True)
class KeptReading:
    """Where an article was left, and all that was chosen about it."""

    method: str
    """Name of the method in use."""
    length: str
    """The length as the reader last set it; "" if they never did."""
    unit: str = ""
    """Label of the unit that lengths are shown in."""
    layout: str = ""
    """Name of the layout."""
    heat: bool = False
    """Whether scores tint the source."""
    dims_known: bool = False
    """Whether what was read before is dimmed."""
    new_first: bool = False
    """Whether the summary begins with what was not read before."""
    place: Anchor | None = None
    """The sentence under the cursor of the source."""
    reached: float = 0.0
    """How far into the article that is, from 0 to 1."""
    pins: tuple[Anchor, ...] = ()
    """Sentences always kept."""
    drops: tuple[Anchor, ...] = ()
    """Sentences never kept."""
    focus: tuple[str, ...] = ()
    """Terms that the reader wants more of."""
    blocks: tuple[tuple[Anchor, str | None], ...] = ()
    """Paragraphs that were restored or dropped, with the reason now on them or None."""
    absent: Absent = Absent()
    """The same of sentences and paragraphs that were not in the text any more."""
    absent_place: Anchor | None = None
    """The sentence that was under the cursor before it went, as long as the reader did not move."""
    seen: tuple[tuple[int, int], ...] | None = None
    """Runs of sentences that were read, each the number of its first and the one behind its last,
    as they are numbered in the kept text; None where nobody took note of it."""

    def read_of(self, sentences: int) -> frozenset[int]:
        """The sentences that were read, of so many that the kept text has.

        Where nobody took note of them, those up to where it was left.
        """
        if self.seen is None:
            return frozenset(range(round(self.reached * sentences)))
        return frozenset(i for first, stop in self.seen for i in range(first, min(stop, sentences)))
