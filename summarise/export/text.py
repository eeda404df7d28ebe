"""Plain text: the sentences, one a line."""

from __future__ import annotations

from summarise.summary import Summary


def write(summary: Summary, *, titled: bool) -> str:
    """The sentences, under the title if it is asked for."""
    text = summary.text
    if titled:
        article = summary.ranking.article
        title = " ".join((article.title or article.name).split())
        text = f"{title}\n{text}"
    return f"{text}\n"
