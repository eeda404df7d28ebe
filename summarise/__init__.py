"""Summarise an article by its own sentences, at any length, each linked to its place.

    import summarise

    article = summarise.load("article.html")
    ranking = summarise.rank(article)        # once
    ranking.select("20%").text               # any length, at once

What there is::

    load, parse          a source, a text        -> Article
    load_all             a feed or a mailbox     -> its Articles
    rank                 Article or Index        -> Ranking
    rank_by_model        the same, and a Server  -> Ranking
    Ranking.select       a length                -> Summary
    explain              Ranking and a sentence  -> Explanation
    digest               Articles                -> Digest, several articles as one
    known                Article and others      -> Known, what of it the others have said
    export               Summary or Digest       -> text, Markdown, JSON or HTML

Every error that a user can cause reads as one plain line::

    SummariseError
     ├── SourceError      a source cannot be read
     ├── LengthError      a length is not understood
     ├── MethodError      a method is not known, or failed
     │    └── ModelError  a language model could not be asked
     ├── LanguageError    a language is not known
     ├── FormatError      an export format is not known
     └── ResourceError    a part of the installation is missing

Importing this package loads nothing heavy: NLTK, numpy and the readers of formats are imported
by the first call that needs them.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarise.article import Article, Chapter, Kind, Paragraph, Sentence, Span, SpanKind
from summarise.errors import (
    FormatError,
    LanguageError,
    LengthError,
    MethodError,
    ModelError,
    ResourceError,
    SourceError,
    SummariseError,
)
from summarise.length import Length, Unit
from summarise.model.server import Server
from summarise.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from summarise.digests.digest import Digest, DigestLine, Place, Story
    from summarise.index import Index, KeyTerm
    from summarise.model.answers import KeptChoices
    from summarise.model.judging import Cost
    from summarise.novelty.known import Known, ReadBefore, Seen
    from summarise.ranking.coverage import Coverage
    from summarise.ranking.explanation import Explanation
    from summarise.ranking.links import Link
    from summarise.ranking.ranking import Judgement, Ranking, Summary

DEFAULT_METHOD = "salience"
DEFAULT_LENGTH = "5"
#: The length of a digest if nobody says another.
DIGEST_LENGTH = "20"

__all__ = [
    "DEFAULT_LENGTH",
    "DEFAULT_METHOD",
    "DIGEST_LENGTH",
    "Article",
    "Chapter",
    "Cost",
    "Coverage",
    "Digest",
    "DigestLine",
    "Explanation",
    "FormatError",
    "Index",
    "Judgement",
    "KeptChoices",
    "KeyTerm",
    "Kind",
    "Known",
    "LanguageError",
    "Length",
    "LengthError",
    "Link",
    "MethodError",
    "ModelError",
    "Paragraph",
    "Place",
    "Ranking",
    "ReadBefore",
    "ResourceError",
    "Seen",
    "Sentence",
    "Server",
    "SourceError",
    "Span",
    "SpanKind",
    "Story",
    "SummariseError",
    "Summary",
    "Unit",
    "__version__",
    "digest",
    "explain",
    "export",
    "known",
    "load",
    "load_all",
    "parse",
    "rank",
    "rank_by_model",
    "summarise",
]

#: Public types that bring numpy with them, and where they are: imported when first asked for.
_HEAVY = {
    "Coverage": "summarise.ranking.coverage",
    "Digest": "summarise.digests.digest",
    "DigestLine": "summarise.digests.digest",
    "Explanation": "summarise.ranking.explanation",
    "Cost": "summarise.model.judging",
    "Index": "summarise.index",
    "Judgement": "summarise.ranking.ranking",
    "KeptChoices": "summarise.model.answers",
    "KeyTerm": "summarise.index",
    "Known": "summarise.novelty.known",
    "Link": "summarise.ranking.links",
    "Place": "summarise.digests.digest",
    "Ranking": "summarise.ranking.ranking",
    "ReadBefore": "summarise.novelty.known",
    "Seen": "summarise.novelty.known",
    "Story": "summarise.digests.digest",
    "Summary": "summarise.ranking.ranking",
}


def __getattr__(name: str) -> Any:
    """Import a public type when it is first asked for."""
    if name in _HEAVY:
        return getattr(import_module(_HEAVY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(source: str | Path, *, language: str | None = None) -> Article:
    """Read an article from a path, an address, or standard input for ``"-"``.

    A page of the web is fetched once and then kept: ``article.note`` says of when it is.

    Args:
        source: Where the article is.
        language: Its language as a code or an English name, when known; otherwise detected.

    Raises:
        SourceError: It cannot be read; the message names it and says why.
        LanguageError: The language is not known.
    """
    from summarise.loading import source_of

    return source_of(source).load(language=language)


def load_all(source: str | Path, *, language: str | None = None) -> list[Article]:
    """Read all articles of a source that may hold several: a feed, a mailbox.

    What cannot be read among them is left out; a list of feeds (OPML) is not gone through.

    Args:
        source: Where they are.
        language: Their language as a code or an English name, when known; otherwise detected.

    Raises:
        SourceError: The source itself cannot be read; the message names it and says why.
        LanguageError: The language is not known.
    """
    from summarise.loading import source_of

    found = source_of(source).open(language=language)
    if isinstance(found, Article):
        return [found]
    articles = []
    for part in found:
        if part.part is not None:
            with suppress(SourceError):
                articles.append(part.load(language=language))
    return articles


def parse(text: str, *, title: str | None = None, language: str | None = None) -> Article:
    """Make an article of plain text.

    Args:
        text: Any text; control sequences are taken out, nothing else is lost.
        title: Its title, when known; otherwise looked for in the text.
        language: Its language as a code or an English name, when known; otherwise detected.

    Raises:
        LanguageError: The language is not known.
    """
    from summarise.parsing import parse_draft
    from summarise.sources.reading import read_text

    return parse_draft(read_text(text), title=title, language=language)


def rank(article: Article | Index, method: str = DEFAULT_METHOD) -> Ranking:
    """Order the article's sentences, the most important first. Every length is a prefix of it.

    Args:
        article: The article; or its :class:`Index`, so that several rankings share one.
        method: The name of a method, as ``summarise --help`` lists them.

    Raises:
        MethodError: There is no such method, or it failed.
        ResourceError: A part of the installation is missing.
    """
    from summarise.index import Index
    from summarise.ranking.ranking import rank as rank_index

    return rank_index(Index(article) if isinstance(article, Article) else article, method)


def rank_by_model(
    article: Article | Index,
    server: Server,
    *,
    kept: KeptChoices | None = None,
    tell_cost: Callable[[Cost], object] | None = None,
    tell_done: Callable[[int], object] | None = None,
) -> Ranking:
    """Order the article's sentences by the choice of a language model, which only picks.

    The model is shown the title, the headings and the numbered sentences, and answers with numbers
    and short reasons; nothing else of what it writes is used. What it does not choose stands behind
    its choice, as the default method ranks it. Long articles are asked about in parts; where some
    of them fail, the others are used, and ``Ranking.judgement.note`` says so.

    Args:
        article: The article; or its :class:`Index`.
        server: Which model is asked where: one on this computer, or the one that it allows.
        kept: Where choices are kept by a digest of text, model and prompt, so that nothing is
            asked twice: a ``dict`` will do. None to ask anew.
        tell_cost: Told what it will cost at most before anything is sent; what it raises ends it.
        tell_done: Told how many requests have been answered.

    Raises:
        ModelError: It is not set up, may not be asked, or gave no usable answer.
        ResourceError: A part of the installation is missing.
    """
    from summarise.index import Index
    from summarise.model.judging import judge

    index = Index(article) if isinstance(article, Article) else article
    return judge(index, server, rank(index), kept, tell_cost or _silent, tell_done or _silent)


def _silent(_: object) -> None:
    """Tell nobody."""


def summarise(
    article: Article | str,
    length: str | int | Length = DEFAULT_LENGTH,
    method: str = DEFAULT_METHOD,
) -> Summary:
    """Summarise an article, or a text, in one call.

    Args:
        article: The article, or a plain text.
        length: How much to keep: ``5`` (sentences), ``"20%"``, ``"100w"``, ``"2min"``, ``"280c"``.
        method: The name of a method.

    Raises:
        LengthError: The length is not understood.
        MethodError: There is no such method, or it failed.
        ResourceError: A part of the installation is missing.
    """
    if isinstance(article, str):
        article = parse(article)
    return rank(article, method).select(length)


def explain(ranking: Ranking, sentence: int) -> Explanation:
    """Say why a sentence is where it is in a ranking, or why it is not ranked.

    Args:
        ranking: The ranking, steered or not.
        sentence: Index of any sentence of its article.

    Raises:
        IndexError: The article has no such sentence.
    """
    from summarise.ranking.explanation import explain as explain_sentence

    return explain_sentence(ranking, sentence)


def digest(
    articles: Iterable[Article],
    length: str | int | Length = DIGEST_LENGTH,
    method: str = DEFAULT_METHOD,
) -> Digest:
    """Make one digest of several articles: their sentences ranked together, grouped by story.

    Sentences of different articles that say the same in nearly the same words are one line, which
    names all its sources. Takes time in proportion to the number of articles.

    Args:
        articles: The articles; an iterator is gone through once.
        length: How much to keep of all of them together: ``20`` (sentences), ``"300w"``.
        method: The name of the method by which each article is ranked.

    Raises:
        LengthError: The length is not understood.
        MethodError: There is no such method, or it failed.
        ResourceError: A part of the installation is missing.
    """
    from summarise.digests.digest import digest_of
    from summarise.digests.gist import gist_of

    asked = Length.parse(length)
    return digest_of((gist_of(article, method) for article in articles), method, asked)


def known(article: Article, read: Iterable[Article]) -> Known:
    """Find the sentences of an article that say what others have said, in these words or in others.

    Args:
        article: The article.
        read: What was read before, reports of the same event above all.

    Raises:
        ResourceError: A part of the installation is missing.
    """
    from summarise.novelty.known import known_of, read_before

    return known_of(article, [read_before(one) for one in read])


def export(summary: Summary | Digest, form: str = "text", *, titled: bool = False) -> str:
    """Write a summary or a digest out, ending in a line break.

    Args:
        summary: What to write.
        form: ``"text"``, ``"markdown"``, ``"json"`` or ``"html"``.
        titled: Whether the title must be there even in plain text, as when several summaries
            follow one another. A digest has those of its stories in any case.

    Raises:
        FormatError: There is no such format.
    """
    from summarise.exports import export as export_summary

    return export_summary(summary, form, titled=titled)
