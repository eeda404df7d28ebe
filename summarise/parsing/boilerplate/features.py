"""Named features of the blocks of a page: inside the article, at its start, at its end.

Each function gives a row of numbers, mostly between 0 and 1, under the names that
:mod:`summarise.parsing.boilerplate.weights` holds a weight for. All sums over neighbours are
differences of running totals, so the work is linear in the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate

from summarise.article import Kind
from summarise.parsing.boilerplate.page import MILD, SHORT, Measures, Page
from summarise.parsing.boilerplate.reasons import Reason

Row = dict[str, float]

#: The least words of prose that could be an article.
_AN_ARTICLE = 60
#: And the least share of the page's prose: the button "Comments" stands above the article, too.
_MUCH_OF_IT = 0.25

_CUE_NAMES: dict[Reason, str] = {
    Reason.COMMENT_FORM: "comment cue",
    Reason.SUBSCRIBE: "subscribe cue",
    Reason.PROMOTION: "promotion cue",
    Reason.SHARE_BAR: "share cue",
    Reason.RELATED: "related cue",
    Reason.NAVIGATION: "navigation cue",
    Reason.LEGAL: "legal cue",
    Reason.ADVERTISEMENT: "advertisement cue",
    Reason.CREDIT: "credit cue",
    Reason.BYLINE: "byline cue",
    Reason.BREADCRUMB: "breadcrumb cue",
}
_END_CUES = tuple(reason for reason in _CUE_NAMES if reason is not Reason.BREADCRUMB)


class Surroundings:
    """Running totals over a page, from which means over any stretch of it follow."""

    def __init__(self, page: Page) -> None:
        blocks = page.blocks
        self.page = page
        self.count = len(blocks)
        self._words = _totals(min(block.words, 40) for block in blocks)
        self._cued = _totals(bool(block.cues) and block.words <= SHORT for block in blocks)
        self._strong = _totals(has_strong_cue(block) for block in blocks)
        self._prose = _totals(block.words if block.prose else 0 for block in blocks)
        self.all_prose = max(1, self._prose[-1])
        self.below_comments = self._first_below(Reason.COMMENT_FORM)
        self.below_related = self._first_below(Reason.RELATED)
        self.groups = _group_sizes([block.tight for block in blocks])

    def words(self, start: int, stop: int) -> float:
        """Mean words of the blocks of a stretch, on a logarithmic scale."""
        return math.log1p(self._mean(self._words, start, stop)) / 4

    def cued(self, start: int, stop: int) -> float:
        """The share of short blocks with a cue."""
        return self._mean(self._cued, start, stop)

    def strong(self, start: int, stop: int) -> float:
        """The share of short blocks with a cue other than a byline or a credit."""
        return self._mean(self._strong, start, stop)

    def prose_before(self, i: int) -> float:
        """The share of the page's prose that lies before a block."""
        return self._prose[i] / self.all_prose

    def density(self, start: int, stop: int) -> float:
        """Mean words of the blocks of a stretch, each counted up to 40, as a share of that."""
        return self._mean(self._words, start, stop) / 40

    def _first_below(self, reason: Reason) -> int:
        """The first block below a short line with a cue, if an article can be above that line."""
        least = max(_AN_ARTICLE, _MUCH_OF_IT * self.all_prose)
        for i, block in enumerate(self.page.blocks):
            if block.words <= SHORT and reason in block.cues and self._prose[i] >= least:
                return i + 1
        return self.count

    def _mean(self, totals: Sequence[int], start: int, stop: int) -> float:
        start, stop = max(0, start), min(self.count, stop)
        return (totals[stop] - totals[start]) / (stop - start) if stop > start else 0.0


def has_strong_cue(block: Measures) -> bool:
    """Whether a short block has a cue other than a byline or a credit."""
    return block.words <= SHORT and any(reason not in MILD for reason in block.cues)


def inside_row(around: Surroundings, i: int) -> Row:
    """What speaks for and against a block being part of the article."""
    block = around.page.blocks[i]
    damp = 1.0 if block.words <= SHORT else max(0.0, 1 - (block.words - SHORT) / 28)
    before = around.prose_before(i)
    after = 1 - around.prose_before(i + 1)
    row = {
        "any": 1.0,
        "length": _length(block.words),
        "ends like a sentence": float(block.ends_sentence and block.words >= 4),
        "sentences": min(block.sentences, 4) / 4,
        "prose": float(block.prose),
        "no words": float(block.words == 0),
        "three words at most": float(1 <= block.words <= 3),
        "capitals": min(1.0, 4 * block.capitals),
        "symbols": min(1.0, 3 * block.symbols),
        "list marker": float(block.marked),
        "no blank line above": float(block.tight),
        "lines standing together": min(around.groups[i], 12) / 12,
        "repeated": float(block.repeated),
        "likeness": block.likeness,
        "dateline": float(block.dateline),
        "likeness of prose": block.likeness if block.prose else 0.0,
        "starts with a quote": float(block.quote_start and block.words >= 4),
        "commas": min(block.commas, 4) / 4,
        "address": float(block.address),
        "heading": float(block.kind is Kind.HEADING),
        "words in 3 above": around.words(i - 3, i),
        "words in 3 below": around.words(i + 1, i + 4),
        "words in 8 above": around.words(i - 8, i),
        "words in 8 below": around.words(i + 1, i + 9),
        "cues in 4 above": around.cued(i - 4, i),
        "cues in 4 below": around.cued(i + 1, i + 5),
        "prose before": before,
        "prose after": after,
        "between prose": min(before, after),
        "below comments": float(i >= around.below_comments),
        "below related links": float(i >= around.below_related),
    }
    for reason, name in _CUE_NAMES.items():
        weight = 1.0 if reason is Reason.LEGAL else damp
        row[name] = weight if reason in block.cues else 0.0
    return row


def start_row(around: Surroundings, i: int) -> Row:
    """What speaks for the article starting with block ``i``."""
    blocks = around.page.blocks
    block = blocks[i]
    above = blocks[i - 1] if i else None
    short = block.words <= SHORT
    return {
        "any": 1.0,
        "first block": float(above is None),
        "byline above": float(above is not None and _is_byline(above)),
        "byline in 6 above": float(any(map(_is_byline, blocks[max(0, i - 6) : i]))),
        "share bar above": float(above is not None and Reason.SHARE_BAR in above.cues),
        "credit above": float(above is not None and Reason.CREDIT in above.cues),
        "repeated line in 8 above": float(
            any(b.repeated and b.words >= 4 for b in blocks[max(0, i - 8) : i])
        ),
        "no blank line above": float(block.tight),
        "prose": float(block.prose),
        "strong cue": float(has_strong_cue(block)),
        "byline": float(short and Reason.BYLINE in block.cues),
        "credit": float(Reason.CREDIT in block.cues),
        "length": _length(block.words),
        "words in 3 below": around.words(i + 1, i + 4),
        "words in 3 above": around.words(i - 3, i),
        "prose above": float(above is not None and above.prose),
        "prose before": around.prose_before(i),
        "list marker": float(block.marked),
        "no words above": float(above is not None and above.words == 0),
        "repeated": float(block.repeated and block.words >= 4),
        "likeness": block.likeness,
        "strong cues in 4 above": around.strong(i - 4, i),
        "dateline": float(block.dateline),
    }


def end_row(around: Surroundings, i: int) -> Row:
    """What speaks for the article ending before block ``i``; ``i`` may be behind the last."""
    blocks = around.page.blocks
    block = blocks[i] if i < around.count else None
    above = blocks[i - 1] if i else None
    row = {
        "any": 1.0,
        "end of the page": float(block is None),
        "no words": float(block is not None and block.words == 0),
        "no blank line above": float(block is not None and block.tight),
        "prose": float(block is not None and block.prose),
        "length": _length(block.words if block is not None else 0),
        "prose above": float(above is not None and above.prose),
        "sentence ends above": float(above is not None and above.ends_sentence),
        "words in 4 below": around.words(i, i + 4),
        "strong cues in 6 below": around.strong(i, i + 6),
        "strong cues in 3 below": around.strong(i, i + 3),
        "prose after": 1 - around.prose_before(i),
        "strong cue above": float(above is not None and has_strong_cue(above)),
        "density of 20 below": around.density(i, i + 20),
    }
    for reason in _END_CUES:
        cued = block is not None and block.words <= SHORT and reason in block.cues
        row[_CUE_NAMES[reason]] = float(cued)
    return row


def _is_byline(block: Measures) -> bool:
    return Reason.BYLINE in block.cues and block.words <= 16


def _length(words: int) -> float:
    return min(math.log1p(words), 5.0) / 5


def _totals(values: Iterable[int]) -> list[int]:
    return [0, *accumulate(values)]


def _group_sizes(tight: Sequence[bool]) -> list[int]:
    """For each block how many blocks stand together without a blank line between them."""
    sizes = [1] * len(tight)
    start = 0
    for i in range(1, len(tight) + 1):
        if i == len(tight) or not tight[i]:
            sizes[start:i] = [i - start] * (i - start)
            start = i
    return sizes
