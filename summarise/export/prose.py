"""What the formats for people share: paragraphs of a summary, and the line about it."""

from __future__ import annotations

from itertools import groupby

from summarise.article import Sentence
from summarise.summary import Summary


def title_of(summary: Summary) -> str:
    """The title of the article, or else its name, on one line."""
    article = summary.ranking.article
    return " ".join((article.title or article.name).split())


def paragraphs_of(summary: Summary) -> list[list[Sentence]]:
    """The kept sentences, those of one paragraph together."""
    return [list(group) for _, group in groupby(summary.sentences, key=lambda s: s.paragraph)]


def colophon_of(summary: Summary) -> str:
    """Where the summary comes from and how it was made, in one sentence."""
    ranking = summary.ranking
    source = f" of {' '.join(ranking.article.name.split())}" if ranking.article.name else ""
    return (
        f"{summary.size} of {len(ranking.order)} sentences{source}, "
        f"chosen by {ranking.method} (length {summary.length})."
    )
