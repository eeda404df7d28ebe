"""Boilerplate."""
from collections.abc import Sequence
from summarise.article import Article
from summarise.draft import Block
def mark_boilerplate(blocks: Sequence[Block], *, title: str, language: str) -> list[str | None]:
    """Mark."""
    return [None] * len(blocks)
def notice_of(article: Article) -> str | None:
    """Notice."""
    return None
