"""Runs of short lines around the article: menus, archives, sidebars, tags, taken as a whole.

A line of such a run by itself could be anything, a heading or an item; that it stands in a row of
lines most of which were recognised tells what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarise.parsing.boilerplate.page import Measures
from summarise.parsing.boilerplate.reasons import Reason

#: A line of a run has so few words and does not end as a sentence does.
_SHORT = 10
#: A run has so many lines, this share of them recognised.
_LEAST, _RECOGNISED = 3, 0.5
#: Above this chance of being inside the article a line stays, whatever stands around it.
_LIKELY = 0.1
#: A sentence between two lines that ask for the same says more of it.
_ASKED = frozenset({Reason.SUBSCRIBE, Reason.PROMOTION, Reason.COMMENT_FORM, Reason.SHARE_BAR})
_SHORT_SENTENCE, _BETWEEN = 15, 0.5


def mark_runs(
    blocks: Sequence[Measures],
    chances: Sequence[float],
    reasons: list[str | None],
    title: int | None,
) -> None:
    """Mark what is left of the runs of short lines before and behind the prose that is kept."""
    prose = [i for i, b in enumerate(blocks) if reasons[i] is None and (b.prose or b.ends_sentence)]
    if not prose:
        return
    for i in range(1, len(blocks) - 1):
        asked = reasons[i - 1]
        if reasons[i] is None and asked in _ASKED and asked == reasons[i + 1] and i != title:
            block = blocks[i]
            if chances[i] < _BETWEEN and block.words <= _SHORT_SENTENCE and not block.dateline:
                reasons[i] = asked
    for run in _runs(blocks, reasons):
        if not (run.stop <= prose[0] or run.start > prose[-1]):
            continue
        known = sum(reasons[i] is not None for i in run)
        if len(run) < _LEAST or known < _RECOGNISED * len(run):
            continue
        for i in run:
            if reasons[i] is None and chances[i] < _LIKELY and i != title:
                reasons[i] = Reason.NAVIGATION


def _runs(blocks: Sequence[Measures], reasons: Sequence[str | None]) -> Iterator[range]:
    start = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks):
            block = blocks[at]
            short = block.words <= _SHORT and not block.ends_sentence
            if short or reasons[at] is not None:
                continue
        if at > start:
            yield range(start, at)
        start = at + 1
