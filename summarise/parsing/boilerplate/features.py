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
#: The rows of the many blocks without a cue.
_NO_CUES = dict.fromkeys(_CUE_NAMES.values(), 0.0)
_NO_END_CUES = {_CUE_NAMES[reason]: 0.0 for reason in _END_CUES}


class Surroundings:
    """What stands around each block of a page, made once by running totals.

    A list that is named after a number of blocks has the means over so many: at ``i`` over those
    before block ``i``, so that from block ``i`` on is at ``i`` plus that number.
    """

    def __init__(self, page: Page) -> None:
        blocks = page.blocks
        self.page = page
        self.count = len(blocks)
        self.strong = [has_strong_cue(block) for block in blocks]
        """Whether each is a short block with a cue other than a byline or a credit."""
        self.lengths = [_length(block.words) for block in blocks]
        """Words of each, on a logarithmic scale."""
        words = _totals(min(block.words, 40) for block in blocks)
        self.words_3, self.words_4, self.words_8 = (
            [math.log1p(mean) / 4 for mean in _means(words, size)] for size in (3, 4, 8)
        )
        """Words, each block counted up to 40, on a logarithmic scale."""
        self.density_20 = [mean / 40 for mean in _means(words, 20)]
        """The same as a share of 40."""
        cued = _totals(bool(block.cues) and block.words <= SHORT for block in blocks)
        self.cued_4 = _means(cued, 4)
        """The share of short blocks with a cue."""
        strong = _totals(self.strong)
        self.strong_3, self.strong_4, self.strong_6 = (_means(strong, n) for n in (3, 4, 6))
        """The share of those with a strong one."""
        self.bylines = _totals(map(_is_byline, blocks))
        self.repeats = _totals(block.repeated and block.words >= 4 for block in blocks)
        self._prose = _totals(block.words if block.prose else 0 for block in blocks)
        self.all_prose = max(1, self._prose[-1])
        self.below_comments = self._first_below(Reason.COMMENT_FORM)
        self.below_related = self._first_below(Reason.RELATED)
        self.groups = _group_sizes([block.tight for block in blocks])

    def prose_before(self, i: int) -> float:
        """The share of the page's prose that lies before a block."""
        return self._prose[i] / self.all_prose

    def _first_below(self, reason: Reason) -> int:
        """The first block below a short line with a cue, if an article can be above that line."""
        least = max(_AN_ARTICLE, _MUCH_OF_IT * self.all_prose)
        for i, block in enumerate(self.page.blocks):
            if block.words <= SHORT and reason in block.cues and self._prose[i] >= least:
                return i + 1
        return self.count


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
        "length": around.lengths[i],
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
        "words in 3 above": around.words_3[i],
        "words in 3 below": around.words_3[i + 4],
        "words in 8 above": around.words_8[i],
        "words in 8 below": around.words_8[i + 9],
        "cues in 4 above": around.cued_4[i],
        "cues in 4 below": around.cued_4[i + 5],
        "prose before": before,
        "prose after": after,
        "between prose": min(before, after),
        "below comments": float(i >= around.below_comments),
        "below related links": float(i >= around.below_related),
    }
    if not block.cues:
        return row | _NO_CUES
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
        "byline in 6 above": float(around.bylines[i] > around.bylines[max(0, i - 6)]),
        "share bar above": float(above is not None and Reason.SHARE_BAR in above.cues),
        "credit above": float(above is not None and Reason.CREDIT in above.cues),
        "repeated line in 8 above": float(around.repeats[i] > around.repeats[max(0, i - 8)]),
        "no blank line above": float(block.tight),
        "prose": float(block.prose),
        "strong cue": float(around.strong[i]),
        "byline": float(short and Reason.BYLINE in block.cues),
        "credit": float(Reason.CREDIT in block.cues),
        "length": around.lengths[i],
        "words in 3 below": around.words_3[i + 4],
        "words in 3 above": around.words_3[i],
        "prose above": float(above is not None and above.prose),
        "prose before": around.prose_before(i),
        "list marker": float(block.marked),
        "no words above": float(above is not None and above.words == 0),
        "repeated": float(block.repeated and block.words >= 4),
        "likeness": block.likeness,
        "strong cues in 4 above": around.strong_4[i],
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
        "length": around.lengths[i] if block is not None else 0.0,
        "prose above": float(above is not None and above.prose),
        "sentence ends above": float(above is not None and above.ends_sentence),
        "words in 4 below": around.words_4[i + 4],
        "strong cues in 6 below": around.strong_6[i + 6],
        "strong cues in 3 below": around.strong_3[i + 3],
        "prose after": 1 - around.prose_before(i),
        "strong cue above": float(above is not None and around.strong[i - 1]),
        "density of 20 below": around.density_20[i + 20],
    }
    if block is None or not block.cues or block.words > SHORT:
        return row | _NO_END_CUES
    for reason in _END_CUES:
        row[_CUE_NAMES[reason]] = float(reason in block.cues)
    return row


def _is_byline(block: Measures) -> bool:
    return Reason.BYLINE in block.cues and block.words <= 16


def _length(words: int) -> float:
    return min(math.log1p(words), 5.0) / 5


def _totals(values: Iterable[int]) -> list[int]:
    return [0, *accumulate(values)]


def _means(totals: Sequence[int], size: int) -> list[float]:
    """The means over each stretch of so many blocks, by where it stops; 0 beyond the page."""
    count = len(totals) - 1
    bounds = [(max(0, stop - size), min(count, stop)) for stop in range(count + size + 1)]
    return [(totals[b] - totals[a]) / (b - a) if b > a else 0.0 for a, b in bounds]


def _group_sizes(tight: Sequence[bool]) -> list[int]:
    """For each block how many blocks stand together without a blank line between them."""
    sizes = [1] * len(tight)
    start = 0
    for i in range(1, len(tight) + 1):
        if i == len(tight) or not tight[i]:
            sizes[start:i] = [i - start] * (i - start)
            start = i
    return sizes
