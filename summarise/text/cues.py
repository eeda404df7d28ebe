"""Sentences that say what the text is about or finds: "In this paper we…", "Our results show…".

The phrases of each language are in ``text/phrases/cues``; words of a phrase that can take each
other's place are written ``this paper/article/work``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarise.text.characters import UNSPACED_LANGUAGES
from summarise.text.phrases import read_phrases


def has_cue(sentence_text: str, language: str) -> bool:
    """Whether a sentence says what the text does; never so in a language without a list."""
    pattern = _cues(language)
    return pattern is not None and pattern.search(sentence_text.lower()) is not None


@lru_cache(maxsize=64)
def last_words(language: str) -> tuple[str, ...]:
    """Words of which every sentence with a cue has one, whole or as the beginning of a word."""
    phrases = (phrase.split()[-1].split("/") for phrase in read_phrases("cues", language))
    return tuple(dict.fromkeys(word for words in phrases for word in words))


@lru_cache(maxsize=64)
def _cues(language: str) -> re.Pattern[str] | None:
    """A pattern that finds the phrases; None where there are none."""
    tails: dict[str, list[str]] = {}
    for phrase in read_phrases("cues", language):
        first, *rest = phrase.split()
        for word in first.split("/"):
            tails.setdefault(word, []).append("".join(map(_alternatives, rest)))
    if not tails:
        return None
    branches = (
        re.escape(word) + (f"(?:{'|'.join(ends)})" if any(ends) else "")
        for word, ends in tails.items()
    )
    edge = "" if language in UNSPACED_LANGUAGES else r"\b"
    return re.compile(f"{edge}(?:{'|'.join(branches)}){edge}")


def _alternatives(word: str) -> str:
    return r"\s+(?:" + "|".join(map(re.escape, word.split("/"))) + ")"
