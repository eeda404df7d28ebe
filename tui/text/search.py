"""Finding text in blocks: plain text, and letter case only if the reader typed some."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    return next((i for i, m in enumerate(matches) if m[:2] >= (block, offset)), 0)
