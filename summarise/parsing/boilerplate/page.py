"""A page as the marker sees it: what is measured of each block, in one pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.boilerplate.phrases import find_cues
from summarise.parsing.boilerplate.reasons import Reason

#: Scripts written without spaces: two characters count as a word.
_DENSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_DENSE}]{{1,2}}|[^\W_{_DENSE}]+(?:['’][^\W_{_DENSE}]+)?")
_SPACES = re.compile(r"\s+")
_MARKER = re.compile(r"(?:[*+•·▪●»›>-]+|o|\d{1,3}[.)])(?:\s+|$)")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*$")
_SENTENCES = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？]")
_COMMA = re.compile(r"[,;—–]\s|[，、；]")
_SYMBOL = re.compile(r"[\d|»›>@©•·/=_{}<#+]")
_QUOTE_START = re.compile(r"[\"'“‘«„—–(\[]")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.com\b")

#: Cues of these two also open or close articles, so they do not count as signs of a page.
MILD = frozenset({Reason.BYLINE, Reason.CREDIT})
#: Blocks of at most this many words are short: lines of a menu, headings, labels.
SHORT = 12
#: A block of at least this many words that ends like a sentence is taken for prose.
PROSE = 18
#: So many lines with a date, one after the other, are a schedule.
_A_SCHEDULE = 4
#: A block of more words is never judged by a cue.
_LONGEST_CUED = 45
#: Enough of a block to know what it is.
_MOST_READ = 3000


@dataclass(frozen=True, slots=True)
class Measures:
    """What is measured of one block.

    Attributes:
        words: How many words it has.
        key: It in lower case, words only; equal for repeated lines.
        cues: The reasons that its phrases speak for.
        prose: Whether it is running prose.
        likeness: The share of its longer words that the prose of the page uses elsewhere.
        marked: Whether it starts with the marker of a list item.
        repeated: Whether the page has it more than once.
        capitals: The share of capitals among its characters.
        symbols: The share of digits and symbols among its characters.
    """

    words: int
    key: str
    cues: tuple[Reason, ...]
    prose: bool
    likeness: float
    marked: bool
    tight: bool
    repeated: bool
    ends_sentence: bool
    full_stop: bool
    sentences: int
    commas: int
    capitals: float
    symbols: float
    quote_start: bool
    address: bool
    kind: Kind


@dataclass(frozen=True, slots=True)
class Page:
    """The measures of all blocks of a page, in their places."""

    blocks: tuple[Measures, ...]


def strong_cue(text: str, language: str) -> Reason | None:
    """What a short line speaks of other than the article; None for a byline or a credit."""
    text = _SPACES.sub(" ", text).strip()
    marker = _MARKER.match(text)
    text = text[marker.end() :] if marker else text
    if len(_WORD.findall(text)) > SHORT:
        return None
    return next((cue for cue in find_cues(text, language) if cue not in MILD), None)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _SENTENCE_END.search(text[-12:]) is not None


def key_of(text: str) -> str:
    """A text in lower case, its words only: equal for lines that say the same."""
    return " ".join(_WORD.findall(text[:_MOST_READ].lower())[:40])


def read_page(blocks: Sequence[Block], language: str) -> Page:
    """Measure the blocks of a page in a language given by its code."""
    texts = [_SPACES.sub(" ", block.text[:_MOST_READ]).strip() for block in blocks]
    markers = [_MARKER.match(text) for text in texts]
    texts = [t[m.end() :] if m else t for t, m in zip(texts, markers, strict=True)]
    tokens = [_WORD.findall(text.lower()) for text in texts]
    keys = [" ".join(found[:40]) for found in tokens]
    times = Counter(keys)
    ends = list(map(ends_sentence, texts))
    cues = [
        find_cues(text, language) if len(found) <= _LONGEST_CUED or "cookies" in found else ()
        for text, found in zip(texts, tokens, strict=True)
    ]
    _spare_schedules(cues)
    prose = [
        len(found) >= PROSE and end and Reason.PROMOTION not in cued
        for found, end, cued in zip(tokens, ends, cues, strict=True)
    ]
    likeness = _likeness(tokens, prose)
    measured = []
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        words = len(tokens[i])
        start = text[:200]
        size = max(1, len(start))
        measured.append(
            Measures(
                words=words,
                key=keys[i],
                cues=cues[i],
                prose=prose[i],
                likeness=likeness[i],
                marked=markers[i] is not None,
                tight=block.tight,
                repeated=bool(keys[i]) and times[keys[i]] > 1,
                ends_sentence=ends[i],
                full_stop=text.endswith((".", "。")),
                sentences=len(_SENTENCES.findall(text)),
                commas=len(_COMMA.findall(text)),
                capitals=sum(char.isupper() for char in start) / size,
                symbols=len(_SYMBOL.findall(start)) / size,
                quote_start=_QUOTE_START.match(text) is not None,
                address=_ADDRESS.search(text[:300]) is not None,
                kind=block.kind,
            )
        )
    return Page(tuple(measured))


def _spare_schedules(cues: list[tuple[Reason, ...]]) -> None:
    """Dates in line after line are a timetable or a chronicle, not bylines."""
    start = 0
    for dated, run in groupby(cues, key=lambda found: Reason.BYLINE in found):
        size = sum(1 for _ in run)
        if dated and size >= _A_SCHEDULE:
            for i in range(start, start + size):
                cues[i] = tuple(cue for cue in cues[i] if cue is not Reason.BYLINE)
        start += size


def _likeness(tokens: Sequence[Sequence[str]], prose: Sequence[bool]) -> list[float]:
    used: Counter[str] = Counter()
    vocabularies = [{word for word in found if len(word) > 3} for found in tokens]
    for words, is_prose in zip(vocabularies, prose, strict=True):
        if is_prose:
            used.update(words)
    return [
        sum(used[word] > is_prose for word in words) / len(words) if words else 0.0
        for words, is_prose in zip(vocabularies, prose, strict=True)
    ]
