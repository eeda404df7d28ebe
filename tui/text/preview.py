"""A look at an article before it is opened: its title, its facts, and a summary of any length."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarise.article import Article
from summarise.errors import SourceError
from summarise.length import Length
from summarise.loading import Source
from summarise.ranking.shown import shown_text
from summarise.sources.progress import Told
from summarise.sources.stopping import is_stopped
from tui.state.session import Session
from tui.text import wording
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking, Summary


@dataclass(frozen=True, slots=True)
class Preview:
    """What the library shows beside its list."""

    title: str
    facts: str
    article: Article
    ranking: Ranking

    def summary(self, size: int) -> Summary:
        """The summary of so many sentences, as far as there are any."""
        return self.ranking.select(Length(max(1, min(size, len(self.ranking.order)))))

    def fitting(self, width: int, height: int, most: int) -> int:
        """How many sentences fit a pane, at least one if there is any.

        Args:
            width: Cells of a line.
            height: Lines of the pane; one stays blank between two sentences.
            most: How many are wanted.
        """
        total, size = min(most, len(self.ranking.order)), 1
        while size < total and len(self.lines(size + 1, width)) <= height:
            size += 1
        return min(size, total)

    def lines(self, size: int, width: int) -> list[str]:
        """The lines of the summary of so many sentences, a blank one between two of them."""
        lines: list[str] = []
        for sentence in self.summary(size).sentences:
            text = shown_text(self.article, sentence)
            starts = [*wrap(text, max(1, width)), len(text)]
            lines += ["", *(text[start:end].rstrip() for start, end in pairwise(starts))]
        return lines[1:]


def preview(source: Source, session: Session, told: Told | None = None) -> Preview:
    """Read, rank and summarise a source; slow. No server is asked.

    Args:
        source: The source.
        session: What the command asked for.
        told: Is told how far the reading has come, in this thread.

    Raises:
        SummariseError: It cannot be read or ranked, or is not wanted any more.
    """
    from summarise import rank  # brings the heavy libraries

    article = session.look(source, told)
    if is_stopped():
        raise SourceError(source.name, "was left")
    return Preview(
        article.title or source.name,
        wording.article_facts(article),
        article,
        rank(article, session.request.method),
    )
