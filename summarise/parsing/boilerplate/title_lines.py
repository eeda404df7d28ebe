"""Which lines of a page are its title, once or again.

Each line above the article, and the first few of it, has a score; its weights are in
:mod:`summarise.parsing.boilerplate.weights`, fitted on labelled pages.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarise.article import Kind
from summarise.parsing.boilerplate import weights
from summarise.parsing.boilerplate.page import MILD, Measures, Page, key_of
from summarise.parsing.boilerplate.reasons import Reason

#: A title is looked for in so many blocks above the article, and in the first few of it.
_REACH = 60
_INTO = 3
_FEWEST, _MOST = 2, 30
#: A title that is looked for elsewhere has more words: two may stand together by chance.
_FEWEST_AGAIN = 3
#: A byline of so many words names an author and no more.
_A_BYLINE = 6
#: A line of so many words, so far above the best one, is taken if its score is so little behind:
#: by more if it stands on the page again. Right on pages of hosts held out: 27 -> 30 of 37.
_CLEAR, _DECK_REACH = 5, 3
_BEHIND, _BEHIND_AGAIN = 1.0, 2.0
_SHARED = "its words in the article"
#: So much of the article is read to know its words.
_OPENING = 40


class Titles(NamedTuple):
    """The title lines of a page."""

    keys: frozenset[str]
    """The keys of all lines that say the title."""
    only: int | None = None
    """The place of the title if the page has it once and it is not known otherwise."""
    place: int | None = None
    """The place of the title, wherever else it stands; None if it is known or not found."""


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
        shortest = _FEWEST_AGAIN
        parts = {b.key for b in page.blocks[: start + 3] if b.words > shortest and b.key in known}
        return Titles(frozenset({known} | parts))
    rows = title_rows(page, start)
    scores = {
        place: sum(weights.TITLE[name] * value for name, value in row.items())
        for place, row in rows.items()
    }
    if not scores:
        return Titles(frozenset())
    place = _above_the_deck(page, scores, max(scores, key=lambda i: (scores[i], -i)))
    block = page.blocks[place]
    keys = frozenset({block.key}) if block.words >= _FEWEST_AGAIN else frozenset()
    return Titles(keys, None if block.repeated else place, place)


def _above_the_deck(page: Page, scores: Mapping[int, float], best: int) -> int:
    """The line a little above the best one, if it is nearly as good: decks are below titles."""
    key = page.blocks[best].key
    near = [i for i in scores if abs(best - i) <= _DECK_REACH and page.blocks[i].words >= _CLEAR]
    for i in near:  # a breadcrumb has the title behind the names of sections
        if page.blocks[i].key != key and key.endswith(page.blocks[i].key):
            return i
    for i in range(max(0, best - _DECK_REACH), best):
        block = page.blocks[i]
        if i not in scores or block.words < _CLEAR or block.full_stop:
            continue
        if page.blocks[best].key in block.key and page.blocks[best].key != block.key:
            continue  # a breadcrumb: the title with something in front of it
        behind = scores[best] - scores[i]
        stands_again = block.repeated and not page.blocks[best].repeated
        if (stands_again and behind < _BEHIND_AGAIN) or (i + 1 == best and behind < _BEHIND):
            return i
    return best


def title_rows(page: Page, start: int) -> dict[int, dict[str, float]]:
    """Features of each line that could be the title, by its place."""
    words = _words_of_article(page.blocks[start : start + _OPENING])
    first, stop = max(0, start - _REACH), min(start + _INTO, len(page.blocks))
    places = [i for i in range(first, stop) if _could_be_title(page.blocks[i])]
    rows = {i: _row(page, i, start, words, places) for i in places}
    # A path through the site that shares no word with the article is nothing but a path.
    rows = {i: row for i, row in rows.items() if not row["breadcrumb"] or row[_SHARED]}
    # Where every line stands alone, that says nothing.
    common = sum(row["alone"] for row in rows.values()) / max(1, len(rows))
    about = {i: row[_SHARED] * (page.blocks[i].words >= 4) for i, row in rows.items()}
    for i, row in rows.items():
        row["line above about it"] = max(about.get(i - 1, 0.0), about.get(i - 2, 0.0))
        row["line below about it"] = max(about.get(i + 1, 0.0), about.get(i + 2, 0.0))
        row["alone where few are"] = row["alone"] * (1 - common)
    return rows


def _row(
    page: Page,
    i: int,
    start: int,
    words: Counter[str],
    places: Sequence[int],
) -> dict[str, float]:
    block = page.blocks[i]
    below = page.blocks[i + 1 : i + 4]
    own = {word for word in block.key.split() if len(word) > 3}
    shared = [min(words[word] - (i >= start), 3) for word in own]
    about = sum(n > 0 for n in shared) / max(1, len(own))
    return {
        _SHARED: about,
        "its words often": sum(n > 1 for n in shared) / max(1, len(own)),
        "no longer words": float(not own),
        "repeated": float(block.repeated),
        "repeated, five words": float(block.repeated and block.words >= 5),
        "repeated and about it": block.repeated * about,
        "alone": float(not block.tight and not (below and below[0].tight)),
        "byline next": float(bool(below) and Reason.BYLINE in below[0].cues),
        "byline below": float(any(Reason.BYLINE in b.cues for b in below[1:])),
        "prose next": float(bool(below) and below[0].prose),
        "two words": float(block.words == 2),
        "three or four words": float(3 <= block.words <= 4),
        "over fifteen words": float(block.words > 15),
        "over twenty words": float(block.words > 20),
        "list item": float(block.marked),
        "heading": float(block.kind is Kind.HEADING),
        "full stop": float(block.full_stop),
        "question": float(block.ends_sentence and not block.full_stop),
        "symbols": min(1.0, 4 * block.symbols),
        "capitals": min(1.0, 4 * block.capitals),
        "quote": float(block.quote_start),
        "mild cue": float(any(cue in MILD for cue in block.cues)),
        "breadcrumb": float(Reason.BREADCRUMB in block.cues),
        "distance": math.log1p(abs(start - i)) / 4,
        "into the article": float(i >= start),
        "lines like it near": (bisect_right(places, i + 3) - bisect_left(places, i - 3)) / 6,
        "lines like it below": min(len(places) - bisect_right(places, i), 6) / 6,
        "long line below": float(bool(below) and below[0].words >= 8),
        "longer line in two": float(any(b.words > 1.3 * block.words for b in below[:2])),
    }


def _words_of_article(blocks: Sequence[Measures]) -> Counter[str]:
    words: Counter[str] = Counter()
    for block in blocks:
        words.update({word for word in block.key.split() if len(word) > 3})
    return words


def _could_be_title(block: Measures) -> bool:
    telling = [cue for cue in block.cues if cue is not Reason.BREADCRUMB and cue not in MILD]
    if Reason.BYLINE in block.cues and block.words <= _A_BYLINE:
        return False
    if block.beside or (block.full_stop and not block.repeated):
        return False
    dense = not block.key.isascii() and block.words == 1
    return (_FEWEST <= block.words <= _MOST or dense) and not block.prose and not telling
