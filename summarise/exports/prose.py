"""What the formats for people share: paragraphs of a summary, and the line about it."""

from __future__ import annotations

from itertools import groupby, pairwise

from summarise.article import Article, Sentence
from summarise.ranking.ranking import Summary
from summarise.ranking.shown import shown_text


def title_of(summary: Summary) -> str:
    """The title of the article, or else its name, on one line."""
    article = summary.ranking.article
    return " ".join((article.title or article.name).split())


def byline_of(summary: Summary) -> str:
    """Who wrote the article, for what, when, and where it is, as far as it says; maybe empty."""
    article = summary.ranking.article
    day = article.date.partition("T")[0]
    known = (article.author, article.site, day, article.address)
    return ", ".join(fact for fact in known if fact)


def paragraphs_of(summary: Summary) -> list[str]:
    """The kept sentences, those of one paragraph together."""
    article = summary.ranking.article
    paragraphs = groupby(summary.sentences, key=lambda s: s.paragraph)
    return [_joined(article, list(sentences)) for _, sentences in paragraphs]


def _joined(article: Article, sentences: list[Sentence]) -> str:
    """Sentences with a space between them, or what the article has between neighbours."""
    text = article.text
    pieces = [shown_text(article, sentences[0])]
    for before, sentence in pairwise(sentences):
        gap = text[before.end : sentence.start] if sentence.index == before.index + 1 else " "
        pieces += ["\n" if "\n" in gap else gap and " ", sentence.text]
    return "".join(pieces)


def colophon_of(summary: Summary) -> str:
    """Where the summary comes from and how it was made, in one sentence."""
    ranking = summary.ranking
    source = f" of {' '.join(ranking.article.name.split())}" if ranking.article.name else ""
    return (
        f"{summary.size} of {len(ranking.order)} sentences{source}, "
        f"chosen by {ranking.method} (length {summary.length})."
    )
