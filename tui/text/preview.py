"""A look at an article before it is opened: its title, its facts and three sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarise.article import Article
from summarise.loading import Source
from summarise.ranking.shown import shown_text
from tui.state.session import Session
from tui.text import wording

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking

#: How long a preview is.
LENGTH = "3"


@dataclass(frozen=True, slots=True)
class Preview:
    """What the library shows beside its list."""

    title: str
    facts: str
    sentences: tuple[str, ...]
    article: Article
    ranking: Ranking


def preview(source: Source, session: Session) -> Preview:
    """Read, rank and summarise a source; slow.

    Raises:
        SummariseError: It cannot be read or ranked.
    """
    from summarise import rank  # brings the heavy libraries

    article = session.look(source)
    ranking = rank(article, session.request.method)
    return Preview(
        article.title or source.name,
        wording.article_facts(article),
        tuple(shown_text(article, sentence) for sentence in ranking.select(LENGTH).sentences),
        article,
        ranking,
    )
