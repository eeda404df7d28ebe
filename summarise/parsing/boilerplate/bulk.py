"""The stretch of a page with most of its sentences: whatever else is doubted, it is the article.

The chances of :mod:`summarise.parsing.boilerplate.extent` are learned from pages of news and blogs.
Where they go wrong they lose a whole article; this is the plain count that holds against them.
"""

from __future__ import annotations

from summarise.parsing.boilerplate.features import Surroundings, has_strong_cue
from summarise.parsing.boilerplate.page import Measures

#: A sentence counts by its words, up to so many.
_MOST_WORDS = 40
_FEWEST_WORDS = 4
#: What a line that is no sentence takes away, and one that speaks of other things than the article.
_LINE, _CUED = 3, 12


def find_bulk(around: Surroundings) -> range:
    """The stretch of blocks whose sentences, less the lines between them, come to most words."""
    below = around.below_comments
    best = total = 0
    found = range(0)
    start = 0
    for at, block in enumerate(around.page.blocks):
        if total <= 0:
            total, start = 0, at
        total += _worth(block) if at < below else -_CUED
        if total > best:
            best, found = total, range(start, at + 1)
    return found


def _worth(block: Measures) -> int:
    if has_strong_cue(block):
        return -_CUED
    if block.ends_sentence and block.words >= _FEWEST_WORDS:
        return min(block.words, _MOST_WORDS)
    return -_LINE
