"""The parts of a PDF, as its bookmarks name them: which block each of them begins at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarise.article import Chapter, Kind
from summarise.draft import Block

_NO_LETTERS = re.compile(r"[\W\d_]+")
#: One bookmark alone names the whole.
_FEWEST = 2


class Bookmark(NamedTuple):
    """A part as the file names it."""

    title: str
    page: int
    """The page it begins on, from 0."""


def chapters_of(
    bookmarks: Sequence[Bookmark], blocks: Sequence[Block], pages: Sequence[int]
) -> list[Chapter]:
    """Find the block that each part begins at: its heading, or the first on its page.

    Args:
        bookmarks: The parts in the order of the file.
        blocks: The blocks of the document.
        pages: The page that each block begins on, from 0; -1 for notes and running lines.

    Returns:
        The parts in the order of their blocks; none if there are fewer than two.
    """
    found: dict[int, Chapter] = {}
    for bookmark in bookmarks:
        begun = [at for at, page in enumerate(pages) if page == bookmark.page]
        if not begun:
            begun = [at for at, page in enumerate(pages) if page > bookmark.page][:1]
        if begun:
            first = next((at for at in begun if _heads(blocks[at], bookmark.title)), begun[0])
            found.setdefault(first, Chapter(bookmark.title, first))
    return [found[at] for at in sorted(found)] if len(found) >= _FEWEST else []


def _heads(block: Block, title: str) -> bool:
    """Whether a block is the heading of a part, however it is numbered and written."""
    said, named = (_NO_LETTERS.sub("", text).casefold() for text in (block.text, title))
    return block.kind is Kind.HEADING and bool(named) and named in said
