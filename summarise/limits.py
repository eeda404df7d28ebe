"""How much of a source is read: the one place that says what an article may have at most.

Whatever is opened is read, ranked and printed within 1 GB of memory and 30 s of one core; a test
holds the program to it. What is longer is cut, and the article says how much of it is there.

A ranking takes about 3 kB for each sentence and 170 bytes for each word: 6.7 MB of one-word
sentences took 3 GB and 31 s, 57 MB of prose several, before there were such limits. The longest
novels have nearly a million words, and 60,000 sentences.
"""

from __future__ import annotations

import re

MOST_SENTENCES = 100_000
MOST_WORDS = 1_000_000
MOST_CHARACTERS = 12_000_000
#: Lines of a source, and marks of one that is marked up (``<`` in HTML, say): the readers of
#: formats take up to 80 µs and 2 kB for each.
MOST_LINES = 250_000
MOST_MARKS = 250_000
#: Spans of emphasis, links and the like that an article keeps, 170 bytes each, and that a paragraph
#: does: one of 5,000 takes 6 ms to be drawn for the first time.
MOST_SPANS = 100_000
MOST_SPANS_OF_PARAGRAPH = 5_000

#: How far before the limit a text is cut, so that it ends with a line.
_BACK = 10_000


def beginning(text: str, marks: re.Pattern[str] | None = None) -> tuple[str, float]:
    """As much of a source as is read.

    Args:
        text: All of it.
        marks: What counts as a mark in its format.

    Returns:
        Its beginning, which ends with a line where there is one, and how much of it that is: 1 for
        nearly any source.
    """
    stop = min(
        MOST_CHARACTERS,
        _place_of(_LINE, text, MOST_LINES),
        _place_of(marks, text, MOST_MARKS) if marks is not None else len(text),
    )
    if stop >= len(text):
        return text, 1.0
    line = text.rfind("\n", max(0, stop - _BACK), stop)
    stop = line if line > 0 else stop
    return text[:stop], stop / len(text)


_LINE = re.compile(r"\n")


def _place_of(pattern: re.Pattern[str], text: str, number: int) -> int:
    """Where so many matches have been seen, within what may be read at all."""
    if len(text) <= number:
        return len(text)
    for seen, match in enumerate(pattern.finditer(text, 0, MOST_CHARACTERS), 1):
        if seen > number:
            return match.start()
    return len(text)
