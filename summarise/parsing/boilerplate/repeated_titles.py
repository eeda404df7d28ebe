"""Which lines of a page are its title, once or again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarise.parsing.boilerplate.page import Measures, Page, key_of
from summarise.parsing.boilerplate.reasons import Reason

#: A title is looked for in so many blocks above the article, and in the first two of it.
_REACH = 60
_FEWEST, _MOST = 3, 30
#: So much of the article is read to know its words.
_OPENING = 40
#: What a line must come to, to be taken for the title.
_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Titles:
    """The title lines of a page.

    Attributes:
        keys: The keys of all lines that say the title.
        only: The place of the title if the page has it once and it is not known otherwise.
    """

    keys: frozenset[str]
    only: int | None = None


def find_titles(page: Page, start: int, title: str) -> Titles:
    """Find the lines that say the title.

    Args:
        page: The page.
        start: The first block that is surely part of the article.
        title: The title if it is known, or "".
    """
    known = key_of(title)
    if known:
        # The title of a page often ends in the name of the site, which its headline does not have.
        parts = {b.key for b in page.blocks[: start + 3] if b.words > _FEWEST and b.key in known}
        return Titles(frozenset({known} | parts))
    best = _best(page, start)
    if best is None:
        return Titles(frozenset())
    block = page.blocks[best]
    return Titles(frozenset({block.key}), None if block.repeated else best)


def _best(page: Page, start: int) -> int | None:
    words = _words_of_article(page.blocks[start : start + _OPENING])
    places = range(max(0, start - _REACH), min(start + 2, len(page.blocks)))
    scored = [(_score(page, i, start, words), i) for i in places if _could_be_title(page.blocks[i])]
    score, place = max(scored, default=(0.0, 0))
    return place if score >= _ENOUGH else None


def _score(page: Page, i: int, start: int, words: Counter[str]) -> float:
    """How much a line looks like the title: about the article, alone, near, above a byline."""
    block = page.blocks[i]
    below = page.blocks[i + 1 : i + 4]
    own = {word for word in block.key.split() if len(word) > 3}
    shared = sum(min(words[word] - (i >= start), 2) > 0 for word in own) / max(1, len(own))
    alone = not block.tight and not (below and below[0].tight)
    return (
        2 * shared
        + 0.3 * block.repeated
        + 0.8 * alone
        + 0.8 * any(Reason.BYLINE in b.cues for b in below)
        + 0.6 * (5 <= block.words <= 20)
        - 0.7 * block.marked
        - 1.2 * block.full_stop
        - abs(start - i) / 40
    )


def _words_of_article(blocks: Sequence[Measures]) -> Counter[str]:
    words: Counter[str] = Counter()
    for block in blocks:
        words.update({word for word in block.key.split() if len(word) > 3})
    return words


def _could_be_title(block: Measures) -> bool:
    telling = [cue for cue in block.cues if cue is not Reason.BREADCRUMB]
    return _FEWEST <= block.words <= _MOST and not block.prose and not telling
