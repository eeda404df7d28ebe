"""Books that an archive of free books puts between two lines: its licence stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.draft import Block
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.patterns import compile_later

_EDGE = compile_later(
    r"\*{3}\s*(?P<which>START|END) OF (?:THE|THIS) PROJECT GUTENBERG E-?BOOK\b.{0,300}",
    re.IGNORECASE | re.DOTALL,
)
#: The longest edge, with the title of a book in it.
_LONGEST = 340


def outside_of_enclosed(blocks: Sequence[Block]) -> dict[int, Reason]:
    """The blocks around a book that stands between two such lines, with these lines.

    Args:
        blocks: All blocks of a source, of whatever format.

    Returns:
        The reason by the places of the blocks; nothing where the two lines are not there.
    """
    edges = [
        (at, match["which"].upper())
        for at, block in enumerate(blocks)
        if len(block.text) <= _LONGEST and (match := _EDGE.match(block.text))
    ]
    start = next((at for at, which in edges if which == "START"), None)
    end = next((at for at, which in reversed(edges) if which == "END"), None)
    if start is None or end is None or end <= start + 1:
        return {}
    return dict.fromkeys((*range(start + 1), *range(end, len(blocks))), Reason.OUTSIDE)
