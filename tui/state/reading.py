"""One article being read: what the reader chose, and the summary that follows from it.

No widget in here: the screens show a :class:`Reading` and change it through its methods.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from summarise.article import DROPPED_BY_READER, Article
from summarise.length import Length, Unit

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking, Summary


class Layout(StrEnum):
    """How summary and source share the screen; the value is how a notice calls it."""

    BOTH = "side by side"
    SUMMARY = "summary only"
    SOURCE = "source only"
    HIGHLIGHT = "source with the kept sentences highlighted"

    @property
    def next(self) -> Layout:
        """The one after this, round and round."""
        layouts = list(Layout)
        return layouts[(layouts.index(self) + 1) % len(layouts)]


#: The units a length is shown and stepped in, in the order the reader cycles through them.
UNITS = (Unit.SENTENCES, Unit.PERCENT, Unit.WORDS, Unit.MINUTES, Unit.CHARACTERS)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader decided about the article, the part that undo goes back over.

    Attributes:
        pins: Sentences always kept.
        drops: Sentences never kept.
        focus: Terms that the reader wants more of.
        blocks: For paragraphs that were restored or dropped, the reason now on them or None.
    """

    pins: frozenset[int] = frozenset()
    drops: frozenset[int] = frozenset()
    focus: tuple[str, ...] = ()
    blocks: tuple[tuple[int, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Everything worth keeping about an article that was left: small, frozen, easy to store.

    Attributes:
        method: Name of the method in use.
        length: The length as the reader last set it.
        unit: The unit that lengths are shown in.
        choices: Pins, drops, focus and blocks.
        place: The sentence under the cursor of the source.
        layout: How the panes share the screen.
        heat: Whether scores tint the source.
    """

    method: str
    length: Length
    unit: Unit = Unit.SENTENCES
    choices: Choices = field(default_factory=Choices)
    place: int | None = None
    layout: Layout = Layout.BOTH
    heat: bool = False


class Reading:
    """An article, the reader's state and the rankings made so far.

    Args:
        article: The article as it was loaded.
        state: Where the reader left it, or where everyone starts.
    """

    def __init__(self, article: Article, state: ReadingState) -> None:
        self.loaded = article
        self.state = state
        self._undo: list[Choices] = []
        self._redo: list[Choices] = []
        self._articles: dict[tuple[tuple[int, str | None], ...], Article] = {(): article}
        self._rankings: dict[tuple[str, tuple[tuple[int, str | None], ...]], Ranking] = {}
        self._steered: tuple[Ranking, Choices, Ranking] | None = None
        self._summary: Summary | None = None
        self._curve: tuple[Ranking, tuple[float, ...]] | None = None
        self._suggested: tuple[Ranking, int] | None = None

    @property
    def article(self) -> Article:
        """The article with the reader's decisions about its paragraphs applied."""
        blocks = self.state.choices.blocks
        article = self._articles.get(blocks)
        if article is None:
            article = self.loaded
            for paragraph, reason in blocks:
                article = (
                    article.restore(paragraph)
                    if reason is None
                    else article.drop(paragraph, reason)
                )
            self._articles[blocks] = article
        return article

    # -- ranking

    @property
    def ranking(self) -> Ranking | None:
        """The ranking in force, steered by the choices; None until it has been made."""
        base = self._rankings.get((self.state.method, self.state.choices.blocks))
        if base is None:
            return None
        choices = self.state.choices
        if self._steered is None or self._steered[:2] != (base, choices):
            self._steered = (base, choices, _steer(base, choices))
            self._summary = None
        return self._steered[2]

    def ranking_by(self, method: str) -> Ranking | None:
        """The ranking by any method, steered by the choices; None until it has been made."""
        if method == self.state.method:
            return self.ranking
        base = self._rankings.get((method, self.state.choices.blocks))
        return None if base is None else _steer(base, self.state.choices)

    def accept(self, ranking: Ranking) -> None:
        """Keep a ranking made of :attr:`article`, whichever method it is by."""
        for blocks, article in self._articles.items():
            if article is ranking.article:
                self._rankings[ranking.method, blocks] = ranking

    @property
    def summary(self) -> Summary | None:
        """The summary at the present length; None until there is a ranking."""
        ranking = self.ranking
        if ranking is None:
            return None
        if self._summary is None or self._summary.length != self.state.length:
            self._summary = ranking.select(self.state.length)
        return self._summary

    @property
    def curve(self) -> tuple[float, ...]:
        """Coverage against length for the ranking in force, from 0 to 1; empty without one."""
        ranking = self.ranking
        return () if ranking is None else ranking.coverage_curve

    @property
    def suggested(self) -> int | None:
        """The length from which more adds little; None without a ranking."""
        ranking = self.ranking
        return None if ranking is None else ranking.suggested_length or None

    # -- what the reader changes

    def change(self, **changes: object) -> None:
        """Change the state: place, length, method and so on; choices have their own methods."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    def keep(self, size: int) -> None:
        """Set the length to a number of sentences, at least one and at most all."""
        total = len(self.ranking.order) if self.ranking else size
        self.change(length=Length(max(1, min(total, size))))

    def toggle_pin(self, sentence: int) -> bool:
        """Pin a sentence, or let go of it; returns whether it is pinned now."""
        choices = self.state.choices
        pinned = sentence not in choices.pins
        self._decide(
            replace(
                choices,
                pins=choices.pins ^ {sentence},
                drops=choices.drops - {sentence},
            )
        )
        return pinned

    def toggle_drop(self, sentence: int) -> bool:
        """Drop a sentence, or take it back; returns whether it is dropped now."""
        choices = self.state.choices
        dropped = sentence not in choices.drops
        self._decide(
            replace(
                choices,
                pins=choices.pins - {sentence},
                drops=choices.drops ^ {sentence},
            )
        )
        return dropped

    def toggle_focus(self, term: str) -> bool:
        """Ask for more of a term, or no longer; returns whether it is in focus now."""
        choices = self.state.choices
        known = [t for t in choices.focus if t.casefold() == term.casefold()]
        focus = (
            tuple(t for t in choices.focus if t not in known) if known else (*choices.focus, term)
        )
        self._decide(replace(choices, focus=focus))
        return not known

    def toggle_block(self, paragraph: int) -> str | None:
        """Restore a paragraph marked as boilerplate, or drop one that is not.

        Returns:
            The reason now on it, None if it counts as part of the article.
        """
        reason = None if self.article.paragraphs[paragraph].boilerplate else DROPPED_BY_READER
        blocks = dict(self.state.choices.blocks)
        if self.loaded.paragraphs[paragraph].boilerplate == reason:
            blocks.pop(paragraph, None)
        else:
            blocks[paragraph] = reason
        self._decide(replace(self.state.choices, blocks=tuple(sorted(blocks.items()))))
        return reason

    def restore_all(self) -> int:
        """Count every paragraph as part of the article; returns how many that changed."""
        marked = [p.index for p in self.article.paragraphs if p.boilerplate]
        blocks = {p.index: None for p in self.loaded.paragraphs if p.boilerplate}
        if marked:
            self._decide(replace(self.state.choices, blocks=tuple(sorted(blocks.items()))))
        return len(marked)

    def undo(self) -> bool:
        """Take back the last decision; returns whether there was one."""
        return self._step(self._undo, self._redo)

    def redo(self) -> bool:
        """Bring back the decision last undone; returns whether there was one."""
        return self._step(self._redo, self._undo)

    def _decide(self, choices: Choices) -> None:
        self._undo.append(self.state.choices)
        self._redo.clear()
        self.change(choices=choices)

    def _step(self, source: list[Choices], target: list[Choices]) -> bool:
        if not source:
            return False
        target.append(self.state.choices)
        self.change(choices=source.pop())
        return True


def _steer(ranking: Ranking, choices: Choices) -> Ranking:
    return ranking.steer(
        pins=choices.pins, drops=choices.drops, focus=dict.fromkeys(choices.focus, 1.0)
    )
