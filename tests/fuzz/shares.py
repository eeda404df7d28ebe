"""Which case is of which kind: cheap kinds often, dear ones (a process for each PDF) seldom."""

from __future__ import annotations

from itertools import accumulate

#: How many cases of a thousand are of each kind.
SHARES = {
    "unicode": 180,
    "tokens": 160,
    "bytes": 158,
    "text": 50,
    "markdown": 60,
    "html": 50,
    "rst": 30,
    "roff": 30,
    "latex": 40,
    "rtf": 40,
    "subtitles": 20,
    "notebook": 20,
    "mail": 20,
    "mailbox": 10,
    "feed": 30,
    "xml": 20,
    "epub": 20,
    "word": 30,
    "opendocument": 30,
    "pdf": 2,
}
_ENDS = dict(zip(SHARES, accumulate(SHARES.values()), strict=True))


def case_of(number: int) -> str:
    """The kind of the case of a number; any thousand that follow one another have all kinds."""
    place = number * 617 % 1000  # 617 and 1,000 have no divisor in common
    return next(kind for kind, end in _ENDS.items() if place < end)
