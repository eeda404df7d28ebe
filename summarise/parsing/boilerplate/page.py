"""A page as the marker sees it: what is measured of each block, in one pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from summarise.article import Kind
from summarise.draft import Block
from summarise.parsing.boilerplate.dateline import has_dateline
from summarise.parsing.boilerplate.phrases import find_cues
from summarise.parsing.boilerplate.reasons import Reason
from summarise.text.characters import PAGE_BULLETS
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ALWAYS_END, ends_sentence
from summarise.text.spaces import single_spaced
from summarise.text.words import has_unspaced_script

#: Scripts written without spaces: two characters count as a word.
_DENSE = "\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = compile_later(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKER = compile_later(rf"(?:[{PAGE_BULLETS}]+|o|\d{{1,3}}[.)])(?:\s+|$)")
_SENTENCES = compile_later(rf"[.!?…][\"'”’»)\]]*(?=\s)|[{ALWAYS_END}]")
_COMMA = compile_later(r"[,;—–]\s|[，、；]")
_COLON = compile_later(r"[:：] ?\w")
_SYMBOL = compile_later(r"[\d|»›>@©•·/=_{}<#+]")
_QUOTE_START = compile_later(r"[\"'“‘«„—–(\[]")
_ADDRESS = compile_later(r"https?:|www\.|\w@\w|\.com\b")

#: Cues of these two also open or close articles, so they do not count as signs of a page.
MILD = frozenset({Reason.BYLINE, Reason.CREDIT})
#: Blocks of at most this many words are short: lines of a menu, headings, labels.
SHORT = 12
#: A block of at least this many words that ends like a sentence is taken for prose.
PROSE = 18
#: One of so many words need not, if it has some sentences inside. No teaser or note is as long.
LONG = 60
_FEWEST_STOPS = 2
#: So many lines with a date, one after the other, are a schedule.
_A_SCHEDULE = 4
#: A cue in so many different sentences of at least so many words is what the article is about.
_A_SUBJECT = 4
_A_CLAUSE = 8
#: A list item in small letters with so many words is no button.
_PART_OF_A_SENTENCE = 4
#: A block of more words is never judged by a cue.
_LONGEST_CUED = 45
#: Enough of a block to know what it is.
_MOST_READ = 3000


class Measures(NamedTuple):
    """What is measured of one block."""

    words: int
    """How many words it has."""
    key: str
    """It in lower case, words only; equal for repeated lines."""
    cues: tuple[Reason, ...]
    """The reasons that its phrases speak for."""
    prose: bool
    """Whether it is running prose."""
    likeness: float
    """The share of its longer words that the prose of the page uses elsewhere."""
    marked: bool
    """Whether it starts with the marker of a list item."""
    tight: bool
    repeated: bool
    """Whether the page has it more than once."""
    dateline: bool
    """Whether it opens with the place a report comes from."""
    ends_sentence: bool
    full_stop: bool
    leads_in: bool
    colon: bool
    """Whether it goes on behind a colon: "Read also: The lamp"."""
    sentences: int
    commas: int
    capitals: float
    """The share of capitals among its characters."""
    symbols: float
    """The share of digits and symbols among its characters."""
    quote_start: bool
    address: bool
    kind: Kind
    beside: bool
    """Whether the source says that it is beside the article."""


class Page(NamedTuple):
    """The measures of all blocks of a page, in their places."""

    blocks: tuple[Measures, ...]


def strong_cue(text: str, language: str) -> Reason | None:
    """What a short line speaks of other than the article; None for a byline or a credit."""
    text = single_spaced(text)
    marker = _MARKER.match(text)
    text = text[marker.end() :] if marker else text
    if len(_words(text)) > SHORT:
        return None
    return next((cue for cue in find_cues(text, language) if cue not in MILD), None)


@cache
def _dense_word() -> re.Pattern[str]:
    """A word where some scripts have no spaces; compiled when one is met, which takes 3 ms."""
    return re.compile(rf"[{_DENSE}]{{1,2}}|[^\W_{_DENSE}]+(?:['’][^\W_{_DENSE}]+)?")


def _words(text: str) -> list[str]:
    """The words of a text as they are counted here: two characters of a dense script are one."""
    return (_dense_word() if has_unspaced_script(text) else _WORD).findall(text)


def key_of(text: str) -> str:
    """A text in lower case, its words only: equal for lines that say the same."""
    return " ".join(_words(text[:_MOST_READ].lower())[:40])


def read_page(blocks: Sequence[Block], language: str) -> Page:
    """Measure the blocks of a page in a language given by its code."""
    texts = [single_spaced(block.text[:_MOST_READ]) for block in blocks]
    markers = [_MARKER.match(text) for text in texts]
    texts = [t[m.end() :] if m else t for t, m in zip(texts, markers, strict=True)]
    tokens = [_words(text.lower()) for text in texts]
    keys = [" ".join(found[:40]) for found in tokens]
    times = Counter(keys)
    ends = list(map(ends_sentence, texts))
    cues = [
        find_cues(text, language) if len(found) <= _LONGEST_CUED or "cookies" in found else ()
        for text, found in zip(texts, tokens, strict=True)
    ]
    for i, text in enumerate(texts):
        if markers[i] and text[:1].islower() and len(tokens[i]) >= _PART_OF_A_SENTENCE:
            cues[i] = ()  # an item that goes on with the sentence above its list
    _spare_schedules(cues, texts)
    _spare_the_subject(
        cues, keys, [end and len(t) >= _A_CLAUSE for end, t in zip(ends, tokens, strict=True)]
    )
    sentences = [len(_SENTENCES.findall(text)) for text in texts]
    prose = [
        len(found) >= PROSE
        and (end or (len(found) >= LONG and stops >= _FEWEST_STOPS))
        and Reason.PROMOTION not in cued
        for found, end, stops, cued in zip(tokens, ends, sentences, cues, strict=True)
    ]
    cues = [
        tuple(cue for cue in found if cue not in MILD) if is_prose else found
        for found, is_prose in zip(cues, prose, strict=True)
    ]
    likeness = _likeness(tokens, prose)
    measured = []
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        start = text[:200]
        measured.append(
            Measures(
                words=len(tokens[i]),
                key=keys[i],
                cues=cues[i],
                prose=prose[i],
                likeness=likeness[i],
                marked=markers[i] is not None,
                tight=block.tight,
                repeated=bool(keys[i]) and times[keys[i]] > 1 and not prose[i],
                dateline=prose[i] and has_dateline(text),
                ends_sentence=ends[i],
                full_stop=text.endswith((".", "。", "．")),
                leads_in=len(tokens[i]) >= _PART_OF_A_SENTENCE and text.endswith((":", "：")),
                colon=_COLON.search(start) is not None,
                sentences=sentences[i],
                commas=len(_COMMA.findall(text)),
                capitals=sum(map(str.isupper, start)) / max(1, len(start)),
                symbols=len(_SYMBOL.findall(start)) / max(1, len(start)),
                quote_start=_QUOTE_START.match(text) is not None,
                address=_ADDRESS.search(text[:300]) is not None,
                kind=block.kind,
                beside=block.aside is not None,
            )
        )
    return Page(tuple(measured))


def _spare_schedules(cues: list[tuple[Reason, ...]], texts: Sequence[str]) -> None:
    """Dates in line after line are a timetable or a chronicle, not bylines."""
    start = 0
    marks = [
        Reason.BYLINE in found and any(map(str.isdigit, text))
        for found, text in zip(cues, texts, strict=True)
    ]
    for dated, run in groupby(marks):
        size = sum(1 for _ in run)
        if dated and size >= _A_SCHEDULE:
            for i in range(start, start + size):
                cues[i] = tuple(cue for cue in cues[i] if cue is not Reason.BYLINE)
        start += size


def _spare_the_subject(
    cues: list[tuple[Reason, ...]], keys: Sequence[str], sentences: Sequence[bool]
) -> None:
    """What many different sentences speak of is what the article is about: deals, newsletters."""
    said: dict[Reason, set[str]] = {}
    for found, key, is_sentence in zip(cues, keys, sentences, strict=True):
        if is_sentence:
            for cue in found:
                said.setdefault(cue, set()).add(key)
    subjects = {cue for cue, of in said.items() if len(of) >= _A_SUBJECT}
    for i, is_sentence in enumerate(sentences):
        if is_sentence and subjects.intersection(cues[i]):
            cues[i] = tuple(cue for cue in cues[i] if cue not in subjects)


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
