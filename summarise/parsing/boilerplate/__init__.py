"""Which blocks of a copied page or a mail are not the article, and why. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarise.draft import Block
    from summarise.parsing.boilerplate.marking import Marked

__all__ = ["mark_boilerplate", "mark_page"]


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
    return mark_page(blocks, title=title, language=language).reasons


def mark_page(blocks: Sequence[Block], *, title: str, language: str) -> Marked:
    """The same with the place of the title and the chances that were found on the way."""
    from summarise.parsing.boilerplate.apparatus import mark_apparatus
    from summarise.parsing.boilerplate.mail import is_manual, mark_mail
    from summarise.parsing.boilerplate.marking import mark_blocks

    marked = mark_blocks(blocks, title=title, language=language)
    if is_manual(blocks):  # its options tell to follow, to list and to show, and are no buttons
        marked.reasons[:] = [None] * len(blocks)
    marks = mark_apparatus(blocks, language) | mark_mail(blocks)
    if len(marks) < len(blocks):
        for at, reason in marks.items():
            marked.reasons[at] = reason
    return marked
