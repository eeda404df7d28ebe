"""Phrases that are looked for at the beginning of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from summarise.text.characters import UNSPACED_LANGUAGES
from summarise.text.patterns import compile_later

#: Phrases are looked up by so many of their first characters, a short one by all that it has. With
#: four, a sentence that begins with "the" was held against fifty phrases; with six what leans is
#: found in 0.96 of the time.
KEY = 6
#: Most sentences begin with two characters that no phrase has.
_BEGINNING = 2
#: From so many beginnings on, most of which no phrase has, it is worth 1.4 ms to make one list of
#: several that is asked first.
_WORTH_MERGING = 2_000
#: What the Turkish "İ" becomes in lower case: an i with one more dot.
_DOTTED_I = "i\u0307"

#: Who speaks, or what is told of, before the first words: "CB (0:05:20): And so…", "Update: It…".
_LABEL = compile_later(r"(?P<who>[^\W\d_][\w .'’&-]{0,30}?) ?(?P<time>[(\[][\d:.]+[)\]])?: (?=\S)")
_LONGEST_LABEL = 50


def label_of(text: str) -> re.Match[str] | None:
    """The label that a text opens with, up to its first words, with its name as ``who``.

    Its ``time`` is that of a transcript, if it has one.
    """
    return _LABEL.match(text) if ": " in text[:_LONGEST_LABEL] else None


def plain_lower(text: str) -> str:
    """A text in lower case with straight apostrophes, as the lists are written."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return lower.replace("’", "'").replace("ʼ", "'").replace(_DOTTED_I, "i")


class Openings:
    """Phrases found by their first characters; of several that fit, the longest.

    Args:
        phrases: In lower case with straight apostrophes.
        language: Their language.

    Attributes:
        phrases: The phrases.
    """

    def __init__(self, phrases: Iterable[str], language: str) -> None:
        self._unspaced = language in UNSPACED_LANGUAGES
        found: dict[str, list[str]] = {}
        for phrase in phrases:
            found.setdefault(phrase[:KEY], []).append(phrase)
        self.phrases = tuple(chain.from_iterable(found.values()))
        self._by_key = {key: sorted(same, key=len, reverse=True) for key, same in found.items()}
        lengths: dict[str, set[int]] = {}
        for key in found:
            lengths.setdefault(key[:_BEGINNING], set()).add(len(key))
        #: The lengths of keys shorter than a beginning, which may stand at any.
        self._short = sorted({len(key) for key in found if len(key) < _BEGINNING}, reverse=True)
        #: The lengths of the keys that may stand at each beginning, the longest first.
        self._lengths = {
            beginning: sorted(some.union(self._short), reverse=True)
            for beginning, some in lengths.items()
        }

    def find(self, text: str, at: int = 0) -> str | None:
        """The longest phrase that stands at a place of a text, or None."""
        beginning = text[at : at + _BEGINNING]
        for length in self._lengths.get(beginning, self._short):
            for phrase in self._by_key.get(text[at : at + length], ()):
                if text.startswith(phrase, at) and self._ends(text, at + len(phrase)):
                    return phrase
        return None

    def may_open(self, beginning: str) -> bool:
        """Whether a phrase may stand at the beginning of a text of which so much is known.

        Args:
            beginning: As many of its characters as phrases are looked up by, or all.
        """
        for length in self._lengths.get(beginning[:_BEGINNING], self._short):
            if beginning[:length] in self._by_key:
                return True
        return False

    def _ends(self, text: str, at: int) -> bool:
        """Whether no word goes on; an elided article (``c'``) or a mark ends there itself."""
        if self._unspaced or at >= len(text) or not text[at - 1].isalnum():
            return True
        return not (text[at].isalnum() or text[at] == "-")


def with_apostrophes(bare: str) -> str:
    """A text in which the marks before its first words are those that openers are written with."""
    return bare.replace("`", "'", 4) if "`" in bare else bare


def openable(texts: Iterable[str], several: Sequence[Openings]) -> list[Sequence[bool]]:
    """For each of several lists, which texts one of its phrases may open: surely no other ones.

    Each distinct beginning is asked about once; of 60,000 sentences it is every sixth.

    Args:
        texts: In lower case, with any of the apostrophes that openers may be written with.
        several: The lists.
    """
    beginnings = [text[:KEY] for text in texts]
    distinct = set(beginnings)
    merged = _merged(tuple(several)) if len(distinct) > _WORTH_MERGING else None
    tables: list[dict[str, bool]] = [{} for _ in several]
    for beginning in distinct:
        plain = with_apostrophes(beginning)
        asks = merged is None or merged.may_open(plain)
        for openings, table in zip(several, tables, strict=True):
            table[beginning] = asks and openings.may_open(plain)
    return [list(map(table.__getitem__, beginnings)) for table in tables]


@lru_cache(maxsize=64)
def _merged(several: tuple[Openings, ...]) -> Openings:
    """All phrases of several lists: most texts begin with none of any."""
    return Openings(chain.from_iterable(openings.phrases for openings in several), "")
