"""The lines of a paragraph as one text: words that a line end cuts are whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from summarise.sources.hyphens import HANGING_HYPHEN
from summarise.sources.pdf.lines import Line, unspaced
from summarise.text.characters import LETTER

_WORD = re.compile(f"{LETTER}+")
_CUT = re.compile(rf"({LETTER}+)-$")
_REST = re.compile(rf"({LETTER}+)")
_HYPHENATED = re.compile(rf"{LETTER}+(?:-{LETTER}+)+")
#: A document in which this share of the lines ends with a hyphen cuts words, and so does one in
#: which so many of these are words elsewhere; in another one all hyphens are real. Compounds alone
#: make 2 % of the line ends.
_HYPHENATED_LINES, _FEWEST, _WHOLE_ELSEWHERE = 0.03, 4, 2
#: Both parts of a compound are words of so many letters. Of the places in 450 news articles where
#: words can be cut and compounds are, 1.2 % go wrong by this; 1.8 % with parts of any length, as in
#: "some-body".
_LONG_PART = 5
#: Where words are hardly cut at all, a first part that is a word is enough.
_WORD_PART = 3
#: From one line of a program to the next; further, one between them is blank.
_BLANK_LINE = 1.9


class Words:
    """The words of a document that no line end cuts, to tell ``exam-|ple`` from ``well-|known``.

    Args:
        lines: All of its lines.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._counts: Counter[str] = Counter()
        self._exact: set[str] = set()
        lines = list(lines)
        for line in lines:
            for token in line.text.split()[1:-1]:
                found = _WORD.findall(token)
                self._exact.update(found)
                self._counts.update(map(str.lower, found))
                self._counts.update(_HYPHENATED.findall(token.lower()))
        cuts = [
            (cut[1] + rest[1]).lower()
            for above, below in pairwise(lines)
            if (cut := _CUT.search(above.text)) and (rest := _REST.match(below.text))
        ]
        often = len(cuts) >= _FEWEST and len(cuts) > _HYPHENATED_LINES * len(lines)
        elsewhere = sum(word in self._counts for word in cuts)
        self._cuts_words = often or elsewhere >= _WHOLE_ELSEWHERE

    def knows(self, word: str) -> bool:
        """Whether the document has a word in these very letters."""
        return word in self._exact

    def joins(self, head: str, tail: str) -> str:
        """What stands between two parts of a word: nothing or a hyphen."""
        head, tail = head.lower(), tail.lower()
        whole, parted = self._counts[head + tail], self._counts[f"{head}-{tail}"]
        if whole or parted:
            return "" if whole >= parted else "-"
        if not self._cuts_words:
            return "-" if len(head) >= _WORD_PART and self._counts[head] else ""
        known = self._counts[head] and self._counts[tail]
        return "-" if known and min(len(head), len(tail)) >= _LONG_PART else ""


def joined(lines: Sequence[Line], words: Words) -> str:
    """The text of a paragraph.

    Args:
        lines: Its lines in order.
        words: The words of the document.
    """
    text = ""
    for line in lines:
        text = _with(text, line.text, words) if text else line.text
    return text


def as_it_stands(lines: Sequence[Line]) -> str:
    """The text of lines in letters of one width, with their breaks and indents."""
    left = min(line.left for line in lines)
    out = []
    above: Line | None = None
    for line in lines:
        if above is not None and above.baseline - line.baseline > _BLANK_LINE * line.size:
            out.append("")
        above = line
        width = max((line.right - line.left) / max(len(line.text), 1), 0.1)
        out.append(" " * min(round((line.left - left) / width), 40) + line.text)
    return "\n".join(out)


def _with(text: str, line: str, words: Words) -> str:
    cut, rest = _CUT.search(text), _REST.match(line)
    if cut and rest:
        if rest[1].lower() in HANGING_HYPHEN:
            return f"{text} {line}"
        is_one = rest[1][0].islower() or (cut[1].isupper() and rest[1].isupper())
        if is_one or words.knows(cut[1] + rest[1]):
            return text[:-1] + words.joins(cut[1], rest[1]) + line
        return text + line
    if text[-1] in "-–—/" and text[-2:-1].isalnum() and line[0].isalnum():
        return text + line
    if unspaced(text[-1]) and unspaced(line[0]):
        return text + line
    return f"{text} {line}"
