"""The outline of what is read, and which of its parts are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarise.article import Article
    from summarise.ranking.outline import Section

#: Parts that are open at the start: more are a second text to read.
_OPEN = 24


class OutlineFolds:
    """Keeps the outline of one article at a time, made when it is first asked for."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._sections: tuple[Section, ...] = ()
        self._long = self._headed = False
        self.folded: frozenset[int] = frozenset()
        """The first sentences of the parts that are folded."""

    def exists(self, article: Article) -> bool:
        """Whether the article is long enough for one."""
        self._look_at(article)
        return self._long

    def sections(self, article: Article) -> tuple[Section, ...]:
        """All parts of an article, in document order."""
        self._look_at(article)
        return self._sections

    def has_headings(self, article: Article) -> bool:
        """Whether its parts are those that the article names."""
        self._look_at(article)
        return self._headed

    def toggle(self, article: Article, sentence: int) -> Section | None:
        """Fold the smallest part around a sentence that holds others, or unfold it; says which."""
        around = [s for s in self.sections(article) if s.first <= sentence < s.stop]
        unfolded = next((s for s in around if s.first in self.folded), None)
        part = unfolded or next((s for s in reversed(around) if s.own < s.stop), None)
        if part is not None:
            self.folded ^= {part.first}
        return part

    def _look_at(self, article: Article) -> None:
        if article is self._article:
            return
        from summarise.ranking.outline import (  # comes with the ranking
            has_headings,
            is_long,
            outline_of,
        )

        self._article, self._long = article, is_long(article)
        self._headed = has_headings(article)
        self._sections = outline_of(article)
        levels = sorted(section.level for section in self._sections)
        deepest = levels[min(_OPEN, len(levels)) - 1] if levels else 1
        if len(levels) > _OPEN and levels[_OPEN] == deepest:
            deepest = max(levels[0], deepest - 1)
        self.folded = frozenset(
            s.first for s in self._sections if s.level >= deepest and s.own < s.stop
        )
