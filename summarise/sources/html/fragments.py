"""HTML that stands in another text, as in Markdown."""

from __future__ import annotations

from summarise.draft import Block
from summarise.sources.html.page import make_ready, tree_of
from summarise.sources.html.shown import shown_blocks


def blocks_of_fragment(source: str) -> list[Block]:
    """The blocks of what a piece of HTML shows; its elements need not be closed."""
    tree = tree_of(source)
    if tree is None:
        return []
    make_ready(tree)
    return list(shown_blocks(tree))
