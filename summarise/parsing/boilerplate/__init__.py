"""Which blocks of a copied page or a mail are not the article, and why. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarise.draft import Block

__all__ = ["mark_boilerplate"]


def mark_boilerplate(blocks: Sequence[Block], *, title: str, language: str) -> list[str | None]:
    """Find the blocks of a page or a mail that are not part of its article.

    Args:
        blocks: All blocks, in order.
        title: The title if it is known, or "".
        language: The code of the language, for its cue phrases.

    Returns:
        For each block why it is not part of the article (one of the reasons in
        :class:`summarise.parsing.boilerplate.reasons.Reason`), or None if it is.
    """
    from summarise.parsing.boilerplate.mail import mark_mail
    from summarise.parsing.boilerplate.marking import mark_blocks

    reasons = mark_blocks(blocks, title=title, language=language)
    marks = mark_mail(blocks)
    if len(marks) < len(blocks):
        for at, reason in marks.items():
            reasons[at] = reason
    return reasons
