"""What an article is called, when its source does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.article import Kind
from summarise.draft import Block
from summarise.sanitise import sanitise_line

_NEAR_THE_TOP = 60
_LONGEST = 160
_WORD = re.compile(r"\w+")
_END_MARK = re.compile(r"[.;:,…。、][\"'”’»)\]]*$")
_SYMBOLS = re.compile(r"[|»›>@©{}=]|https?:|^\W")


def find_title(blocks: Sequence[Block], reasons: Sequence[str | None]) -> str:
    """The title of an article: a line that is repeated near the top, a heading, or a short start.

    Args:
        blocks: The blocks of the article.
        reasons: For each block why it is not part of the article, or None.

    Returns:
        One line, or "" if nothing looks like a title.
    """
    near = [(block, reasons[i]) for i, block in enumerate(blocks[:_NEAR_THE_TOP])]
    found = _repeated(near) or _heading(near) or _opening(near)
    return sanitise_line(found)


def _repeated(near: Sequence[tuple[Block, str | None]]) -> str:
    seen: dict[str, int] = {}
    for block, _ in near:
        seen[block.text] = seen.get(block.text, 0) + 1
    often = [
        text
        for text, count in seen.items()
        if count > 1 and 3 <= len(_WORD.findall(text)) <= 30 and _could_be(text)
    ]
    # A page copied whole has its title two or three times above the text; verse has a refrain.
    first = next((b.text for b, reason in near if reason is None), None)
    return next((text for text in often if _is_marked(text, near) or text == first), "")


def _is_marked(text: str, near: Sequence[tuple[Block, str | None]]) -> bool:
    return any(reason is not None for block, reason in near if block.text == text)


def _heading(near: Sequence[tuple[Block, str | None]]) -> str:
    headings = [b for b, reason in near if b.kind is Kind.HEADING and reason is None]
    top = min((b.level for b in headings), default=0)
    return next((b.text for b in headings if b.level == top), "")


def _opening(near: Sequence[tuple[Block, str | None]]) -> str:
    """The first block of the article, if it stands alone and does not end like a sentence."""
    for at, (block, reason) in enumerate(near):
        if reason is not None:
            continue
        alone = at + 1 == len(near) or not near[at + 1][0].tight
        return block.text if alone and len(near) > 1 and _could_be(block.text) else ""
    return ""


def _could_be(text: str) -> bool:
    return (
        len(text) <= _LONGEST
        and _WORD.search(text) is not None
        and not _END_MARK.search(text)
        and not _SYMBOLS.search(text)
    )
