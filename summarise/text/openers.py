"""Sentences that lean on the one before them: "He said…", "However, …", "Das gilt auch…".

Taken out of its place such a sentence dangles: it answers or continues something that the reader
of a summary has not seen. The phrases of each language are in ``text/phrases/openers``; a line that
begins with ``!`` is an exception, a longer beginning that leans on nothing ("il y a"). Which
sentence each one leans on, and what else leans, is said in :mod:`summarise.index.references`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from summarise.text.patterns import compile_later
from summarise.text.phrases import read_sections
from summarise.text.phrases.openings import Openings, plain_lower, with_apostrophes

#: Longer than any phrase with the quotation marks and brackets before it.
_LONGEST = 60
_BEFORE_WORD = compile_later(r"[\W_]{0,8}")


def opens_with_reference(sentence_text: str, language: str) -> bool:
    """Whether a sentence begins with a pronoun or connective that points to the one before it.

    A language without a list has no such openers.
    """
    return opener_of(sentence_text, language) is not None


def opener_of(sentence_text: str, language: str) -> str | None:
    """The section of the opener that a sentence begins with, or None: "pronoun", "connective"."""
    head = plain_lower(sentence_text[:_LONGEST])
    before = _BEFORE_WORD.match(head)
    return bare_opener_of(head[before.end() :] if before else head, language)


def bare_opener_of(bare: str, language: str) -> str | None:
    """The same of a text in lower case, from its first letter on."""
    openings, sections = _openers(language)
    phrase = openings.find(with_apostrophes(bare))
    return None if phrase is None else sections[phrase]


def opener_phrases(language: str) -> Openings:
    """All that :func:`bare_opener_of` looks for."""
    return _openers(language)[0]


def section_of(phrase: str, language: str) -> str | None:
    """The section that one of these phrases stands in; None for an exception."""
    return _openers(language)[1][phrase]


@lru_cache(maxsize=64)
def _openers(language: str) -> tuple[Openings, Mapping[str, str | None]]:
    """The phrases, and the section of each; of an exception, which leans on nothing, None."""
    sections: dict[str, str | None] = {}
    for section, lines in read_sections("openers", language).items():
        for line in lines:
            sections[line.removeprefix("!")] = None if line.startswith("!") else section
    return Openings(sections, language), sections
