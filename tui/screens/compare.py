"""The same article under several methods side by side, at one length."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from summarise.errors import SummariseError
from summarise.methods import MODEL, all_methods, find_method
from summarise.text.sanitise import sanitise_line
from tui.keys.compare import COMPARE_BINDINGS
from tui.messages import ShowHelp, Tell
from tui.screens.guarded import GuardedScreen
from tui.state.reading import Reading
from tui.state.votes import (
    AGREED,
    FEWEST,
    MOST,
    agreed_on,
    agreement,
    ballot,
    first_methods,
    vote_steps,
    votes,
)
from tui.tasks import Tasks
from tui.text import wording
from tui.text.ballots import legend, who_keeps
from tui.text.blocks import source_blocks
from tui.text.looks import QUIET
from tui.widgets.document_view import DocumentView
from tui.widgets.fitted_line import FittedLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.method_column import MethodColumn

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking, Summary

#: Cells that a column needs to be pleasant to read.
_COLUMN = 40
#: Cells that a column has at least, however many the reader adds: below, words are broken.
_LEAST_COLUMN = 24
#: The tint of a sentence that not all methods keep.
_DIFFERS = 2
#: Cells beside the legend of the votes.
_AROUND_LEGEND = 4
#: The actions that need a column.
_OF_COLUMN = frozenset(("column", "choose", "method", "add", "remove"))
#: Sentences of a summary, where the reader has none yet.
_SIZE = 5


class Chosen(NamedTuple):
    """What to read on with."""

    method: str
    """The method of the column that was chosen."""
    sentences: int | None = None
    """The length that was shown; None if that is the reader's own."""


class CompareScreen(GuardedScreen[Chosen | None]):
    """Two to four methods; the answer is the one that was chosen, or None.

    Args:
        reading: The article, its length and what the reader decided about it.
        column: The widest line of text, in cells.
    """

    CSS_PATH = "compare.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-middle"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    AUTO_FOCUS = ""
    BINDINGS = COMPARE_BINDINGS

    def __init__(self, reading: Reading, column: int) -> None:
        super().__init__()
        self._column = column
        self.reading = reading
        self.sentences = max(1, reading.summary.size) if reading.summary else _SIZE
        self.methods: list[str] = []
        #: The column that keys act on, and the sentence that all columns point at.
        self.current = 0
        self.sentence = reading.state.place
        self._tasks = Tasks(self)
        self._rankings: dict[str, Ranking] = {}
        self._asked: set[str] = set()
        self._failed: set[str] = set()
        #: What the methods that have ranked are called, and their votes on each sentence that any
        #: of them keeps.
        self._voters: list[str] = []
        self._votes: dict[int, tuple[bool, ...]] = {}

    def compose(self) -> ComposeResult:
        """As many columns as there can be, and the source for the votes."""
        column = self._column
        fit = max(FEWEST, min(MOST, self.app.size.width // _COLUMN))
        self.methods = first_methods(self.reading.state.method, fit, self._models)
        yield FittedLine(id="compare-head")
        with Horizontal(id="columns"):
            for number in range(MOST):
                yield MethodColumn(column, is_used=number < len(self.methods), in_use=number == 0)
            with Vertical(id="votes-pane"):
                yield FittedLine(id="votes-head")
                yield DocumentView(id="votes", classes="-quiet", max_column=column)
        yield KeyBar(id="compare-keys")

    def on_mount(self) -> None:
        """Begin with as many methods as fit."""
        self.source.show(source_blocks(self.reading.article))
        self.show_all()
        self.columns[0].view.focus()

    @property
    def columns(self) -> list[MethodColumn]:
        """The columns in use."""
        return list(self.query(MethodColumn))[: len(self.methods)]

    @property
    def source(self) -> DocumentView:
        """The whole article with the votes."""
        return self.query_one("#votes", DocumentView)

    @property
    def _models(self) -> list[str]:
        """The reader's language model, if it has ranked: it is not asked from here."""
        return [MODEL.name] if self.reading.ranking_by(MODEL.name) is not None else []

    @property
    def shows_votes(self) -> bool:
        """Whether the source with the votes stands in the place of the summaries."""
        return self.has_class("-votes")

    # -- ranking

    def _rank(self, method: str) -> Ranking:
        from summarise import rank  # brings the heavy libraries

        return rank(self.reading.rankable, method)

    def _ranked(self, ranking: Ranking) -> None:
        self.reading.accept(ranking)
        self.show_all()

    def _failed_to_rank(self, method: str, error: SummariseError) -> None:
        self._failed.add(method)
        self.post_message(Tell(str(error), problem=True))
        self.show_all()

    def _summary_by(self, method: str) -> Summary | None:
        """The summary by a method; asks for its ranking if there is none yet."""
        ranking = self._rankings.get(method) or self.reading.ranking_by(method)
        if ranking is not None:
            self._rankings[method] = ranking
            return ranking.select(self.sentences)
        if method not in self._asked:
            self._asked.add(method)
            failed = partial(self._failed_to_rank, method)
            self._tasks.start(method, partial(self._rank, method), self._ranked, failed)
        return None

    # -- showing

    def show_all(self) -> None:
        """Show every column by its method, at the length in use."""
        summaries = {method: self._summary_by(method) for method in self.methods}
        done = {method: summary for method, summary in summaries.items() if summary is not None}
        names = {method: wording.method_name(summary.ranking) for method, summary in done.items()}
        self._voters, self._votes = list(names.values()), votes(list(done.values()))
        for view in self.query(DocumentView):
            view.label_cells = len(done) + 1
        self._show_columns()
        marks = {sentence: ballot(vote) for sentence, vote in self._votes.items()}
        steps = vote_steps(self._votes)
        agreed = marks | dict.fromkeys(agreed_on(self._votes), AGREED)
        differing = {i: _DIFFERS for i in marks if agreed[i] != AGREED and len(done) > 1}
        for method, column in zip(self.methods, self.columns, strict=True):
            name = names.get(method) or find_method(method).label
            column.head(name, self._facts(method, done.get(method)))
            column.show(done.get(method), agreed, differing)
        self.source.set_marks(marks)
        self.source.set_heat(steps)
        self._show_legend()
        self.show_sentence()

    def _show_columns(self) -> None:
        """Show as many columns as can be read, the one in use among them."""
        fit = min(len(self.methods), max(FEWEST, self.app.size.width // _LEAST_COLUMN))
        first = max(0, self.current - fit + 1)
        for number, column in enumerate(self.query(MethodColumn)):
            column.set_class(first <= number < first + fit, "-used")

    def _show_legend(self) -> None:
        room = self.app.size.width - _AROUND_LEGEND
        self.query_one("#votes-head", FittedLine).set(legend(self._voters, room))

    def on_resize(self) -> None:
        """Show as many columns, and say as much of the methods, as there is room for."""
        self._show_columns()
        self._show_legend()

    def _facts(self, method: str, summary: Summary | None) -> str:
        if summary is not None:
            return f"{wording.percent(agreement(summary, self._votes))} shared"
        return "cannot rank this" if method in self._failed else "ranking …"

    def show_sentence(self) -> None:
        """Put the current sentence under the cursors, and name the methods that keep it."""
        columns = self.columns
        if self.sentence is None:
            self.sentence = columns[self.current].view.cursor
        for number, column in enumerate(columns):
            column.in_use = number == self.current
            view = column.view
            here = self.sentence in view.document
            if column.in_use and here:
                view.cursor = self.sentence
            elif not column.in_use:
                view.cursor = None
            view.linked = self.sentence if here and not column.in_use else None
            if here and self.sentence is not None:
                view.reveal(self.sentence)
        if self.sentence is not None:
            self.source.cursor = self.sentence
        length = f"   {wording.plural(self.sentences, 'sentence')} each"
        facts = ""
        if self.sentence is not None:
            place = wording.place_of(self.reading.article, self.sentence)
            facts = who_keeps(place, self._voters, self._votes.get(self.sentence, ()))
        head = Content.assemble(("Compare", "bold"), (length, QUIET))
        self.query_one("#compare-head", FittedLine).set(head, Content.styled(facts, QUIET))

    # -- moving

    @on(DocumentView.CursorMoved)
    def _cursor_moved(self, event: DocumentView.CursorMoved) -> None:
        self.sentence = event.sentence
        self.show_sentence()

    @on(DocumentView.Opened)
    def _opened(self) -> None:
        self.action_choose()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take the column in use from the focus; go to the current sentence or the nearest."""
        for number, column in enumerate(self.columns):
            if event.widget is column.view:
                self.current = number
                self._show_columns()
                near = self.source.document.nearest_in(column.view.document, self.sentence)
                if near is not None:
                    self.sentence = near
                self.show_sentence()

    # -- actions

    def offers(self, action: str) -> bool:
        """There are two columns at least, and four at most; over the votes there are none."""
        if action in _OF_COLUMN and self.shows_votes:
            return False
        if action == "add":
            return len(self.methods) < MOST
        return action != "remove" or len(self.methods) > FEWEST

    def _lacks_columns(self) -> bool:
        """Say that there is no column to act on, if there is none."""
        if self.shows_votes:
            self.post_message(Tell("These are the votes: s shows the columns again.", False))
        return self.shows_votes

    def action_column(self, step: int) -> None:
        """Go to another column."""
        if self._lacks_columns():
            return
        self.columns[(self.current + step) % len(self.methods)].view.focus()

    def action_length(self, step: int) -> None:
        """Make every summary longer or shorter."""
        ranking = self.reading.ranking
        total = len(ranking.order if ranking else self.reading.article.candidates)
        self.sentences = max(1, min(total, self.sentences + step))
        self.show_all()

    def action_method(self) -> None:
        """Another method in this column; one that has a column already changes places with it."""
        if self._lacks_columns():
            return
        from tui.screens.methods import MethodScreen, ModelOffered  # not before it is opened

        number = self.current

        def use(method: str | None) -> None:
            if not method:
                return
            if method in self.methods:
                self.methods[self.methods.index(method)] = self.methods[number]
            self.methods[number] = method
            self.show_all()

        ranking = self.reading.ranking_by(MODEL.name)
        judgement = None if ranking is None else ranking.judgement
        model = None if judgement is None else ModelOffered(sanitise_line(judgement.name, 40))
        self.app.push_screen(MethodScreen(self.methods[number], model=model), use)

    def action_add(self) -> None:
        """One method more, if there is room for one."""
        if self._lacks_columns():
            return
        first = first_methods(self.methods[0], MOST + 1, self._models)
        others = [*first, *(m.name for m in all_methods())]
        if len(self.methods) == MOST:
            self.post_message(Tell(f"No more than {MOST} columns: x removes this one.", False))
        else:
            self.methods.append(next(name for name in others if name not in self.methods))
            self.show_all()
            self.columns[-1].view.focus()
            self.refresh_bindings()

    def action_remove(self) -> None:
        """Remove the column in use, unless only two are left."""
        if self._lacks_columns():
            return
        if len(self.methods) == FEWEST:
            self.post_message(Tell(f"No fewer than {FEWEST} columns: a adds one.", False))
        else:
            del self.methods[self.current]
            self.current = min(self.current, len(self.methods) - 1)
            self.columns[self.current].view.focus()
            self.show_all()
            self.refresh_bindings()

    def action_votes(self) -> None:
        """Show the votes over the source instead of the summaries."""
        self.toggle_class("-votes")
        if self.shows_votes:
            self.source.focus()
            if self.sentence is not None:
                self.source.reveal(self.sentence, align="centre")
        else:
            self.columns[self.current].view.focus()
        self.refresh_bindings()

    def action_choose(self) -> None:
        """Read on with the method of this column, at the length shown."""
        if self._lacks_columns():
            return
        summary = self.reading.summary
        other = summary is not None and summary.size != self.sentences
        self.dismiss(Chosen(self.methods[self.current], self.sentences if other else None))

    def action_help(self) -> None:
        """Show all keys."""
        self.post_message(ShowHelp("Compare"))
