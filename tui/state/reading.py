"""One article being read: what the reader chose, and the summary that follows from it.

No widget in here. Whatever the reader changes goes through :meth:`Reading.change`, which tells the
one who watches what there was to see before and what there is now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import fields, replace
from typing import TYPE_CHECKING, NamedTuple

from summarise.article import Article
from summarise.errors import LengthError
from summarise.length import Length
from tui.state.history import History
from tui.state.reading_state import UNITS, Blocks, Choices, Layout, ReadingState

if TYPE_CHECKING:
    from summarise.index import Index
    from summarise.novelty.known import Known
    from summarise.ranking.ranking import Ranking, Summary


#: What is told when something needs the ranking that is still being made.
STILL_RANKING = "There is no summary yet: the article is still being ranked."


class LeftOut(NamedTuple):
    """A paragraph that a summary does not touch."""

    sentence: int
    """Its best sentence."""
    number: int
    """Its place among all paragraphs that are left out, from 1."""
    of: int
    """How many they are."""


class View(NamedTuple):
    """What there is to see of a reading at one moment."""

    state: ReadingState
    """What the reader chose."""
    article: Article
    """The article with the reader's decisions about its paragraphs applied."""
    summary: Summary | None
    """The summary at the present length; None until the article has been ranked."""
    known: Known | None = None
    """What of the article was read before; None as long as nobody has found out."""

    def changed_since(self, before: View) -> frozenset[str]:
        """What is not as it was: fields of the state, ``article``, ``summary`` and ``known``."""
        changed = {
            found.name
            for found in fields(ReadingState)
            if getattr(self.state, found.name) != getattr(before.state, found.name)
        }
        if self.article is not before.article:
            changed.add("article")
        if self.summary is not before.summary:
            changed.add("summary")
        if self.known is not before.known:
            changed.add("known")
        return frozenset(changed)


#: Is told what has changed (as :meth:`View.changed_since` names it) and what there is to see now.
Watcher = Callable[[frozenset[str], View], None]


class Reading:
    """An article, the reader's state and the rankings made so far.

    Args:
        article: The article as it was loaded.
        state: Where the reader left it, or where everyone starts.
        length_follows: Whether the first length is what suits the article, once it is ranked.
        history: What undo goes back over, if this goes on with an earlier reading.
    """

    def __init__(
        self,
        article: Article,
        state: ReadingState,
        *,
        length_follows: bool = False,
        history: History | None = None,
    ) -> None:
        self.loaded = article
        self.state = state
        #: Is told of every change; a screen sets it while it shows this reading.
        self.watcher: Watcher | None = None
        #: Says how many of the first sentences of a ranking can be seen at once; a screen sets it.
        self.room: Callable[[Ranking], int] | None = None
        #: A ranking that was made before there was a screen to show it; :attr:`room` has a say in
        #: what it is shown at.
        self.made: Ranking | None = None
        self._length_follows = length_follows
        self.history = history or History()
        #: Where the reader was taken for a look, and where they were before.
        self._look: tuple[int, int | None] | None = None
        #: The sentences that were on the screen: what the reader can know of the article.
        self.seen: frozenset[int] = frozenset()
        self._articles: dict[Blocks, Article] = {(): article}
        self._rankings: dict[tuple[str, Blocks], Ranking] = {}
        #: What of the article was read before; None as long as nobody has found out.
        self.known: Known | None = None
        self._steered: tuple[Ranking, Choices, Set[int], Ranking] | None = None
        self._summary: Summary | None = None
        self._worked = state.method

    @property
    def view(self) -> View:
        """What there is to see now."""
        return View(self.state, self.article, self.summary, self.known)

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

    @property
    def rankable(self) -> Article | Index:
        """What to rank: the article's index if another ranking has made it, or else the article."""
        blocks = self.state.choices.blocks
        made = (found.index for (_, of), found in self._rankings.items() if of == blocks)
        return next(made, self.article)

    def unwatch(self, watcher: Watcher) -> None:
        """Tell this one no longer, unless another watches by now."""
        if self.watcher == watcher:
            self.watcher = None

    # -- what the reader changes

    def change(self, **changes: object) -> None:
        """Change fields of the state: the one place where anything a reader chose is changed.

        Args:
            changes: New values by the names of the fields of :class:`ReadingState`.
        """
        before = self.view
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        if self._look is not None and self.state.place not in self._look:
            self._look = None
        if self.state != before.state:
            self.history.end_run()
        self._tell(before)

    def look_at(self, place: int) -> None:
        """Take the reader to a sentence for a look: where they were stays their place.

        That holds until they move on from there, or the look is over.
        """
        self._look = (place, self.left.place)
        self.change(place=place)

    def end_look(self) -> None:
        """Be again where the reader was before a look, unless they have moved meanwhile."""
        place, self._look = self.left.place, None
        self.change(place=place)

    @property
    def left(self) -> ReadingState:
        """The state as the reader left it: where they only had a look is not their place."""
        if self._look is None or self.state.place not in self._look:
            return self.state
        return replace(self.state, place=self._look[1])

    def see(self, sentences: Iterable[int]) -> None:
        """Take note of sentences that are on the screen, or that the reader is done with."""
        if new := frozenset(sentences) - self.seen:
            self.seen |= new

    def decide(self, *, run: str = "", **changes: object) -> None:
        """Change fields of the state so that undo goes back to what they were.

        Args:
            run: The kind of a run of changes (a key held down, a bar dragged) that are undone
                together; empty for a change that stands alone.
            changes: New values by the names of the fields of :class:`ReadingState`.
        """
        before = self.view
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        if self.state != before.state:
            self.history.record(before.state, run=run)
        self._tell(before)

    def keep(self, size: int, *, run: str = "") -> None:
        """Set the length to a number of sentences, at least one and at most all.

        Args:
            size: How many.
            run: The run of changes that it belongs to, as for :meth:`decide`.
        """
        self._use_length(self.length_of(size), run=run)

    def lengthen(self, step: int) -> None:
        """Keep so many sentences more, or fewer; nothing happens before there is a summary."""
        if self.summary is not None:
            self.keep(self.summary.size + step, run="length")

    def _use_length(self, length: Length, *, run: str = "", **changes: object) -> None:
        """Use a length, where it can be seen: a title alone has none."""
        layout = self.state.layout
        self._length_follows = False
        if length == self.state.length and self.state.suits:
            self.state = replace(self.state, suits=False)  # from now on it is chosen
        layout = Layout.BOTH if layout in (Layout.TITLE, Layout.SENTENCE) else layout
        self.decide(run=run, length=length, layout=layout, suits=False, **changes)

    def keep_suggested(self) -> None:
        """Take the length from which more adds little, if there is one."""
        if self.suggested is not None:
            self.keep(self.suggested)

    def next_unit(self) -> None:
        """Show lengths in the next unit, round and round."""
        following = UNITS.index(self.state.unit) + 1
        self.change(unit=UNITS[following % len(UNITS)])

    def use(self, method: str, size: int | None = None, *, seen_from: str | None = None) -> None:
        """Rank by another method.

        Args:
            method: Its name.
            size: The length to set, as a number of sentences, if one is to be set.
            seen_from: The method that undo goes back to, if others were looked at since.
        """
        length = self.state.length if size is None else self.length_of(size)
        if seen_from is not None:
            self.state = replace(self.state, method=seen_from)
        suits = self.state.suits and length == self.state.length
        self.decide(method=method, length=length, suits=suits)

    def use_typed_length(self, text: str) -> str | None:
        """Take a length as a reader types it; returns what is wrong with it, if anything is."""
        try:
            length = Length.parse(text)
        except LengthError as error:
            return str(error)
        self._use_length(length, unit=length.unit)
        return None

    def length_of(self, size: int) -> Length:
        """The length of a number of sentences, at least one and at most all."""
        total = len(self.ranking.order) if self.ranking else size
        return Length(max(1, min(total, size)))

    def start_afresh(self, state: ReadingState) -> None:
        """Take the state that everyone starts with; undo brings back what was chosen."""
        if state.suits and (ranking := self._rankings.get((state.method, state.choices.blocks))):
            state = replace(state, length=self._suiting(ranking))
        else:
            self._length_follows = state.suits
        self.decide(**{found.name: getattr(state, found.name) for found in fields(state)})

    @property
    def decided_at(self) -> float:
        """When what undo would take back was decided, by ``perf_counter``; 0 if nothing was."""
        return self.history.decided_at(self.state)

    def undo(self) -> bool:
        """Take back the last decision; returns whether there was one."""
        return self._go_to(self.history.undo(self.state))

    def redo(self) -> bool:
        """Bring back the decision last undone; returns whether there was one."""
        return self._go_to(self.history.redo(self.state))

    def _go_to(self, state: ReadingState | None) -> bool:
        if state is None:
            return False
        before, self.state = self.view, state
        self._tell(before)
        return True

    def _tell(self, before: View) -> None:
        now = self.view
        if now.summary is not None:
            self._worked = now.state.method
        changed = now.changed_since(before)
        if changed and self.watcher is not None:
            self.watcher(changed, now)

    # -- ranking

    @property
    def lacks(self) -> tuple[str, Blocks] | None:
        """What has to be ranked before there is a summary: the method and the paragraphs."""
        wanted = (self.state.method, self.state.choices.blocks)
        return None if wanted in self._rankings else wanted

    def accept(self, ranking: Ranking) -> None:
        """Keep a ranking made of :attr:`article`, whichever method it is by."""
        before = self.view
        for blocks, article in self._articles.items():
            if article is ranking.article:
                self._rankings[ranking.method, blocks] = ranking
        if self._length_follows and (steered := self.ranking) is not None:
            self._length_follows = False
            if self.state.suits:
                self.state = replace(self.state, length=self._suiting(steered))
        self._tell(before)

    def _suiting(self, ranking: Ranking) -> Length:
        """The usual length of the article, and no more than can be seen at once."""
        size = int(ranking.usual_length.amount)
        if self.room is not None:
            size = min(size, self.room(ranking))
        return self.length_of(size)

    def give_up_method(self) -> None:
        """Go back to the method that ranked last, since the one in use cannot."""
        self.change(method=self._worked)
        self.history.forget_last(self.state)

    @property
    def ranking(self) -> Ranking | None:
        """The ranking in use, steered by the choices; None until it has been made."""
        found = self._rankings.get((self.state.method, self.state.choices.blocks))
        if found is None:
            return None
        choices, behind = self.state.choices, self._behind
        if self._steered is None or self._steered[:3] != (found, choices, behind):
            self._steered = (found, choices, behind, _steer(found, choices, behind))
            self._summary = None
        return self._steered[3]

    @property
    def _behind(self) -> Set[int]:
        """What the summary ends with: the known, if the reader wants what is new first."""
        return self.known.seen.keys() if self.state.new_first and self.known else frozenset()

    def learn(self, known: Known) -> None:
        """Take note of what of the article was read before."""
        before = self.view
        self.known = known
        self._tell(before)

    def ranking_by(self, method: str) -> Ranking | None:
        """The ranking by any method, steered by the choices; None until it has been made."""
        if method == self.state.method:
            return self.ranking
        found = self._rankings.get((method, self.state.choices.blocks))
        return None if found is None else _steer(found, self.state.choices, self._behind)

    @property
    def summary(self) -> Summary | None:
        """The summary at the present length; None until there is a ranking."""
        ranking = self.ranking
        if ranking is None:
            return None
        if self._summary is None or self._summary.length != self.state.length:
            self._summary = ranking.select(self.state.length)
        return self._summary

    def next_kept(self, place: int | None, step: int) -> int | None:
        """The kept sentence after a place, or before it, round the ends; None if none is kept.

        Args:
            place: A sentence; None is before the first.
            step: Forwards if it is positive, otherwise backwards.
        """
        kept = self.summary.indices if self.summary is not None else ()
        here = -1 if place is None else place
        if step > 0:
            return next((i for i in kept if i > here), next(iter(kept), None))
        return next((i for i in reversed(kept) if i < here), next(reversed(kept), None))

    def next_left_out(self, place: int | None) -> LeftOut | None:
        """The best sentence of the next paragraph that the summary does not touch.

        Paragraphs of which no summary wants a sentence are passed over: a byline, a lead-in.

        Args:
            place: A sentence: the paragraphs behind its own come first, round the end.

        Returns:
            None if the summary touches every other paragraph, or there is none yet.
        """
        summary = self.summary
        if summary is None:
            return None
        article, ranks, unfit = self.article, summary.ranking.ranks, summary.ranking.index.unfit
        offered = {
            paragraph: min(fit, key=ranks.__getitem__)
            for paragraph in summary.coverage.skipped
            if (fit := [s.index for s in article.sentences_of(paragraph) if s.index in ranks])
            and not all(sentence in unfit for sentence in fit)
        }
        if not offered:
            return None
        here = -1 if place is None else article.sentences[place].paragraph
        skipped = list(offered)
        number = next((n for n, paragraph in enumerate(skipped) if paragraph > here), 0)
        return LeftOut(offered[skipped[number]], number + 1, len(skipped))

    @property
    def suggested(self) -> int | None:
        """The length from which more adds little; None without a ranking."""
        ranking = self.ranking
        return None if ranking is None else ranking.suggested_length or None


def _steer(ranking: Ranking, choices: Choices, behind: Set[int]) -> Ranking:
    focus = dict.fromkeys(choices.focus, 1.0)
    return ranking.steer(pins=choices.pins, drops=choices.drops, focus=focus, behind=behind)
