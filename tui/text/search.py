"""Finding text in blocks: plain text, and letter case only if the reader typed some."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.text.document import Block

Match = tuple[int, int, int]


def find_matches(blocks: Sequence[Block], text: str) -> list[Match]:
    """All places of a text, as (block, start, end), in document order.

    Any run of space in ``text`` matches any run of space; capital letters in it make the search
    mind the case, as in vim's ``smartcase``.
    """
    words = text.split()
    if not words:
        return []
    flags = re.NOFLAG if any(c.isupper() for c in text) else re.IGNORECASE
    pattern = re.compile(r"\s+".join(map(re.escape, words)), flags)
    return [
        (index, *match.span())
        for index, block in enumerate(blocks)
        for match in pattern.finditer(block.text)
    ]


def first_at(matches: Sequence[Match], block: int, offset: int) -> int | None:
    """The first match at a place or behind it, round the end; None if there are none."""
    if not matches:
        return None
    return bisect_left(matches, (block, offset, 0)) % len(matches)


@dataclass(frozen=True, slots=True)
class Search:
    """A search in a text, and the match that the reader is at."""

    text: str = ""
    """What is searched for; empty if nothing is."""
    matches: tuple[Match, ...] = ()
    """Where it was found, in document order."""
    current: int | None = None
    """Index of the match that the reader is at; None if there is none."""

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block], start: tuple[int, int] = (0, 0)) -> Search:
        """Search blocks for a text.

        Args:
            text: What to search for.
            blocks: Where to search.
            start: The (block, offset) at or behind which the first match is looked for.
        """
        matches = tuple(find_matches(blocks, text))
        return cls(text, matches, first_at(matches, *start))

    def again_in(self, blocks: Sequence[Block]) -> Search:
        """The same search after the text has changed, at a match as far down as before."""
        matches = tuple(find_matches(blocks, self.text))
        last = len(matches) - 1
        return Search(self.text, matches, min(self.current or 0, last) if matches else None)

    def step(self, step: int) -> Search:
        """Go on by a number of matches, past the ends to the other end."""
        if self.current is None:
            return self
        return replace(self, current=(self.current + step) % len(self.matches))

    def __bool__(self) -> bool:
        """Whether anything is searched for."""
        return bool(self.text)

    @property
    def place(self) -> tuple[int, int] | None:
        """The (block, offset) of the match that the reader is at."""
        return None if self.current is None else self.matches[self.current][:2]

    @property
    def count(self) -> str:
        """Which match of how many the reader is at, in words."""
        if not self.text.strip():
            return ""
        if self.current is None:
            return "not found"
        return f"{self.current + 1} of {len(self.matches)}"

    @property
    def facts(self) -> str:
        """What is searched for, and which match of how many the reader is at."""
        return f"“{self.text}” {self.count}" if self else ""
