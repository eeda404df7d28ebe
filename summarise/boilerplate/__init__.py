"""Which blocks of a copied page are not the article, each with its reason. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarise.article import Article
    from summarise.draft import Block

__all__ = ["mark_boilerplate", "notice_of"]

#: The reader is told when more than this share of the words is flagged.
_WORTH_A_NOTICE = 0.25


def mark_boilerplate(blocks: Sequence[Block], *, title: str, language: str) -> list[str | None]:
    """Find the blocks of a page that are not part of its article.

    Args:
        blocks: All blocks, in order.
        title: The title if it is known, or "".
        language: The code of the language, for its cue phrases.

    Returns:
        For each block why it is not part of the article (one of the reasons in
        :class:`summarise.boilerplate.reasons.Reason`), or None if it is.
    """
    from summarise.boilerplate.marking import mark_blocks

    return mark_blocks(blocks, title=title, language=language)


def notice_of(article: Article) -> str | None:
    """A line that tells the reader how much was flagged, if it is more than a quarter."""
    counts = article.word_counts
    total = sum(counts)
    flagged = sum(
        count
        for count, sentence in zip(counts, article.sentences, strict=True)
        if sentence.boilerplate is not None
    )
    if flagged <= _WORTH_A_NOTICE * total:
        return None
    share = round(100 * flagged / total)
    return f"{share} % of the words are marked as not part of the article, and left out"
