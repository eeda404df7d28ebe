"""Sentences that lean on the one before them: "He said…", "However, …", "Das gilt auch…".

Taken out of its place such a sentence dangles: it answers or continues something that the reader
of a summary has not seen. The phrases of each language are in ``wordlists/openers``; a line that
begins with ``!`` is an exception, a longer beginning that leans on nothing ("il y a").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from summarise.text.phrases import read_phrases

#: Languages written without spaces: a phrase ends where it ends, not at the end of a word.
_UNSPACED = frozenset({"zh", "ja"})
#: Longer than any phrase with the quotation marks and brackets before it.
_LONGEST = 60
_FIRST_WORD = re.compile(r"[\W_]{0,8}([^\W_]+)")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


def opens_with_reference(sentence_text: str, language: str) -> bool:
    """Whether a sentence begins with a pronoun or connective that points to the one before it.

    A language without a list has no such openers.
    """
    openers = _openers(language)
    if not openers:
        return False
    head = sentence_text[:_LONGEST].lower().translate(_APOSTROPHES)
    first = _FIRST_WORD.match(head)
    if first is None:
        return False
    unspaced = language in _UNSPACED
    phrases = openers.get(first[1][0] if unspaced else first[1])
    if phrases is None:
        return False
    begins = first.start(1)
    for phrase, leans in phrases:
        if head.startswith(phrase, begins) and (unspaced or _ends_word(head, begins + len(phrase))):
            return leans
    return False


def _ends_word(text: str, at: int) -> bool:
    """Whether no word goes on at an offset; an elided article (``c'``) ends there itself."""
    return at >= len(text) or text[at - 1] == "'" or not (text[at].isalnum() or text[at] == "-")


@lru_cache(maxsize=64)
def _openers(language: str) -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """By first word (or first character): the phrases, longest first, and whether each leans."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for line in read_phrases("openers", language):
        phrase = line.removeprefix("!")
        first = _FIRST_WORD.match(phrase)
        if first is not None:
            key = first[1][0] if language in _UNSPACED else first[1]
            found.setdefault(key, []).append((phrase, not line.startswith("!")))
    return {
        key: tuple(sorted(phrases, key=lambda item: -len(item[0])))
        for key, phrases in found.items()
    }
