"""What an article is called, when its source does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.boilerplate.mail import subject_of
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.sanitise import sanitise_line

_NEAR_THE_TOP = 60
_LONGEST = 160
_NO_TITLES = (Kind.TABLE, Kind.CODE)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{0,2})*\s")
_END_MARK = re.compile(r"[.;:,…。、][\"'”’»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_SYMBOLS = re.compile(r"[|»›>@©{}=]|https?:|^[^\w\"'“‘«„(\[¿¡<]")


def find_title(blocks: Sequence[Block], reasons: Sequence[str | None]) -> str:
    """The title of an article: a line that is repeated near the top, a heading, or a short start.

    Args:
        blocks: The blocks of the article.
        reasons: For each block why it is not part of the article, or None.

    Returns:
        One line, or "" if nothing looks like a title.
    """
    first = next((i for i, reason in enumerate(reasons) if reason is None), 0)
    near = [(block, reasons[i]) for i, block in enumerate(blocks[: first + _NEAR_THE_TOP])]
    found = _subject(near) or _again(near) or _heading(near[: _prose(near)]) or _opening(near)
    if not found and _NUMBER.match(section := _heading(near)):
        # The first section has a heading above it that is not marked as one, as in an RFC.
        found = _above_prose(near) or section
    found = found or _heading(near)
    if not found and any(reason is not None for _, reason in near):
        found = _above_prose(near)
    return sanitise_line(found)


def _subject(near: Sequence[tuple[Block, str | None]]) -> str:
    """What the header of a mail says it is about."""
    lines = (subject_of(block.text) for block, reason in near if reason == Reason.MAIL_HEADER)
    return next(filter(None, lines), "")[:_LONGEST]


def _again(near: Sequence[tuple[Block, str | None]]) -> str:
    """The line that was marked as the title standing once more."""
    again = (block.text for block, reason in near if reason == Reason.TITLE_AGAIN)
    return next((text for text in again if len(text) <= _LONGEST), "")


def _above_prose(near: Sequence[tuple[Block, str | None]]) -> str:
    """The nearest line above the first long paragraph of a page, where menus may stand, too."""
    found = ""
    for block, reason in near:
        if reason is not None or block.kind in _NO_TITLES:
            continue
        if _is_prose(block):
            break
        if len(_WORD.findall(block.text)) >= 3 and _could_be(block.text):
            found = block.text
    return found


def _prose(near: Sequence[tuple[Block, str | None]]) -> int:
    """Where the first long paragraph is: a heading below it is that of a section."""
    return next(
        (at for at, (block, reason) in enumerate(near) if reason is None and _is_prose(block)),
        len(near),
    )


def _is_prose(block: Block) -> bool:
    return len(block.text) > _LONGEST and _SENTENCE_END.search(block.text[-12:]) is not None


def _heading(near: Sequence[tuple[Block, str | None]]) -> str:
    headings = [b for b, reason in near if b.kind is Kind.HEADING and reason is None]
    top = min((b.level for b in headings), default=0)
    return next((b.text for b in headings if b.level == top), "")


def _opening(near: Sequence[tuple[Block, str | None]]) -> str:
    """The first block of the article, if it stands alone and does not end like a sentence."""
    for at, (block, reason) in enumerate(near):
        if reason is not None or block.kind in _NO_TITLES:
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
