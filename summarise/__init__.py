"""Summarise an article by its own sentences, at any length, each linked to its place.

    import summarise

    article = summarise.load("article.html")
    ranking = summarise.rank(article)        # once
    ranking.select("20%").text               # any length, at once

Importing this package loads nothing heavy: NLTK, numpy and the readers of formats are imported
by the first call that needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarise.article import Article, Kind, Paragraph, Sentence
from summarise.errors import (
    LanguageError,
    LengthError,
    MethodError,
    SourceError,
    SummariseError,
)
from summarise.length import Length, Unit

if TYPE_CHECKING:
    from pathlib import Path

    from summarise.ranking.ranking import Ranking
    from summarise.ranking.summary import Summary

__version__ = "0.1.0"

DEFAULT_METHOD = "pacsum"
DEFAULT_LENGTH = "5"

__all__ = [
    "DEFAULT_LENGTH",
    "DEFAULT_METHOD",
    "Article",
    "Kind",
    "LanguageError",
    "Length",
    "LengthError",
    "MethodError",
    "Paragraph",
    "Sentence",
    "SourceError",
    "SummariseError",
    "Unit",
    "load",
    "parse",
    "rank",
    "summarise",
]


def load(source: str | Path, *, language: str | None = None) -> Article:
    """Read an article from a path, or from standard input for ``"-"``.

    Args:
        source: Where the article is.
        language: Its language as a code or an English name, when known; otherwise detected.

    Raises:
        SourceError: It cannot be read; the message names it and says why.
        LanguageError: The language is not known.
    """
    from summarise.sources.loading import load as load_source

    return load_source(source, language=language)


def parse(text: str, *, title: str | None = None, language: str | None = None) -> Article:
    """Make an article of plain text.

    Args:
        text: Any text; control sequences are taken out, nothing else is lost.
        title: Its title, when known; otherwise looked for in the text.
        language: Its language as a code or an English name, when known; otherwise detected.

    Raises:
        LanguageError: The language is not known.
    """
    from summarise.parsing import parse_text

    return parse_text(text, title=title, language=language)


def rank(article: Article, method: str = DEFAULT_METHOD) -> Ranking:
    """Order the article's sentences, the most important first. Every length is a prefix of it.

    Raises:
        MethodError: There is no such method, or its extra is not installed.
    """
    from summarise.ranking.ranking import rank as rank_article

    return rank_article(article, method)


def summarise(
    article: Article | str,
    length: str | int | Length = DEFAULT_LENGTH,
    method: str = DEFAULT_METHOD,
) -> Summary:
    """Summarise an article, or a text, in one call.

    Raises:
        LengthError: The length is not understood.
        MethodError: There is no such method, or its extra is not installed.
    """
    if isinstance(article, str):
        article = parse(article)
    return rank(article, method).select(length)
