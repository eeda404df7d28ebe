"""Who asks in an interview: paragraphs that end in a question and are answered by the next."""

from __future__ import annotations

from summarise.index.arrays import np
from summarise.index.fitness.lines import QUESTION_MARKS, TAIL, Lines

#: So many paragraphs, and such a share of all, make an interview. Of 205 marked articles 6 are: of
#: the 14 sentences that this leaves for the end and nothing else does 4 are bad and 1 expresses a
#: point. At half of that share 4 essays with questions of their own would be among them.
LEAST, SHARE = 4, 0.2
#: Where none of these is, nobody asks; a line, which is dear, says whether it is a question.
_MARKS = f"{QUESTION_MARKS};"


def find_asking(lines: Lines) -> frozenset[int]:
    """The rows of those who ask: what leads to a question says nothing without its answer.

    Args:
        lines: The candidates.
    """
    paragraphs = lines.paragraphs
    starts = np.flatnonzero(np.append(True, paragraphs[1:] != paragraphs[:-1])[: len(lines)])
    bounds = [*starts.tolist(), len(lines)]
    asks = [_asks(lines, stop - 1) for stop in bounds[1:]]
    asking = [at for at in range(len(asks) - 1) if asks[at] and not asks[at + 1]]
    if len(asking) < max(LEAST, SHARE * len(asks)):
        return frozenset()
    return frozenset(row for at in asking for row in range(bounds[at], bounds[at + 1]))


def _asks(lines: Lines, row: int) -> bool:
    tail = lines.text(row)[-TAIL:]
    return any(mark in tail for mark in _MARKS) and lines[row].asks
