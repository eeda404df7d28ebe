"""Who asks in an interview: paragraphs that end in a question and are answered by the next.

Where paragraphs begin with who speaks, all of those under a name that mostly asks are questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarise.index.arrays import np
from summarise.index.fitness.lines import QUESTION_MARKS, Lines
from summarise.index.pieces import Pieces
from summarise.text.patterns import compile_later
from summarise.text.phrases.openings import label_of

#: So many paragraphs, and such a share of all, make an interview. Of 205 marked articles 6 are: of
#: the 14 sentences that this leaves for the end and nothing else does 4 are bad and 1 expresses a
#: point. At half of that share 4 essays with questions of their own would be among them.
LEAST, SHARE = 4, 0.2
#: Where most questions are paragraphs of hardly more than themselves, such a share is enough: two
#: interviews among 449 articles have fewer than a fifth, and no essay so many so short.
SHARE_OF_SHORT, SHORT, MOSTLY = 0.13, 2, 0.8
#: Somebody asks with so many paragraphs under one name, and with such a share of them.
LEAST_OF_ONE, SHARE_OF_ONE = 3, 0.6
#: Initials that stand alone for who speaks, as a sentence of their own.
_INITIALS = compile_later(r"[*_]*([^\W\d_a-z]{1,4})[.:][*_]*")
#: Where none of these is, nobody asks; a line, which is dear, says whether it is a question.
_MARK = compile_later(f"[{QUESTION_MARKS};]")


def find_asking(lines: Lines, pieces: Pieces) -> frozenset[int]:
    """The rows of those who ask: what leads to a question says nothing without its answer.

    Args:
        lines: The candidates.
        pieces: Their pieces.
    """
    may_ask: list[bool] = pieces.rows_matching(_MARK).tolist()
    paragraphs = lines.paragraphs
    starts = np.flatnonzero(np.append(True, paragraphs[1:] != paragraphs[:-1])[: len(lines)])
    bounds = [*starts.tolist(), len(lines)]
    asks = [may_ask[stop - 1] and lines[stop - 1].asks for stop in bounds[1:]]
    asking = [at for at in range(len(asks) - 1) if asks[at] and not asks[at + 1]]
    if len(asking) < LEAST:
        return frozenset()
    by_name = set(_of_who_asks(lines, bounds, may_ask))
    short = sum(bounds[at + 1] - bounds[at] <= SHORT for at in asking)
    share = SHARE_OF_SHORT if short >= MOSTLY * len(asking) else SHARE
    if len(asking) < share * len(asks):
        asking = []
    return frozenset(
        row for at in by_name.union(asking) for row in range(bounds[at], bounds[at + 1])
    )


def _of_who_asks(lines: Lines, bounds: Sequence[int], may_ask: Sequence[bool]) -> Iterator[int]:
    """The paragraphs of those under whose name most paragraphs ask, while others answer."""
    by_name: dict[str, list[int]] = {}
    for at, row in enumerate(bounds[:-1]):
        if name := _speaker(lines.text(row)):
            by_name.setdefault(name, []).append(at)
    several = [found for found in by_name.values() if len(found) >= LEAST_OF_ONE]
    for found in several if len(several) > 1 else ():
        asks = sum(
            any(may_ask[row] and lines[row].asks for row in range(bounds[at], bounds[at + 1]))
            for at in found
        )
        if asks >= SHARE_OF_ONE * len(found):
            yield from found


def _speaker(text: str) -> str:
    """The name or initials before what is said; "" where nobody is named."""
    if ": " in text:
        label = label_of(text.lstrip("*_"))
        return label["who"] if label else ""
    initials = _INITIALS.fullmatch(text) if " " not in text else None
    return initials[1] if initials else ""
