"""The same article under several methods side by side, at one length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from summarise.errors import SummariseError
from summarise.methods import find_method
from summarise.summary import Summary
from tui import wording
from tui.attempt import attempt
from tui.panes import source_blocks, summary_blocks
from tui.reading import Reading
from tui.voting import FEWEST, MOST, agreement, first_methods, vote_steps, votes
from tui.widgets.document_view import DocumentView
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from summarise.ranking import Ranking
    from tui.app import SummariseApp

#: Cells that a column needs to be readable.
_COLUMN = 34


class CompareScreen(Screen[str | None]):
    """Two to four methods; the answer is the one that was chosen, or None.

    Args:
        reading: The article and its length.
    """

    CSS_PATH = "compare.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
    BINDINGS = [
        Binding(
            "tab,l,right",
            "column(1)",
            "column",
            id="compare.next",
            tooltip="Go to the next column",
        ),
        Binding(
            "shift+tab,left",
            "column(-1)",
            "Column before",
            id="compare.previous",
            show=False,
            tooltip="Go to the column before",
        ),
        Binding(
            "minus,underscore",
            "length(-1)",
            "shorter",
            id="compare.less",
            tooltip="One sentence less in every column",
            group=Binding.Group("length", compact=True),
            key_display="-",
        ),
        Binding(
            "plus",
            "length(1)",
            "longer",
            id="compare.more",
            tooltip="One sentence more in every column",
            group=Binding.Group("length", compact=True),
            key_display="+",
        ),
        Binding(
            "m", "method", "method", id="compare.method", tooltip="Another method in this column"
        ),
        Binding("a", "add", "add", id="compare.add", tooltip="One method more"),
        Binding("x", "remove", "remove", id="compare.remove", tooltip="One method less"),
        Binding(
            "s",
            "source",
            "votes",
            id="compare.source",
            tooltip="Show the votes over the whole source, or the summaries again",
        ),
        Binding(
            "c",
            "choose",
            "choose",
            id="compare.choose",
            tooltip="Read on with the method of this column",
        ),
        Binding(
            "escape,q,v", "dismiss(None)", "back", id="compare.back", tooltip="Back, as it was"
        ),
    ]

    app: SummariseApp

    @dataclass
    class Ranked(Message):
        """A method's ranking is there."""

        ranking: Ranking

    @dataclass
    class Failed(Message):
        """A method could not rank."""

        method: str
        reason: str

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self.size_kept = reading.summary.size if reading.summary else 5
        self.methods: list[str] = []
        self.rankings: dict[str, Ranking] = {}
        if reading.ranking is not None:
            self.rankings[reading.state.method] = reading.ranking

    def compose(self) -> ComposeResult:
        """As many columns as there can be, and the source for the votes."""
        column = self.reading_column
        with Horizontal(id="compare-head"):
            yield Static(Content("Compare"), id="compare-title")
            yield Static(id="compare-facts")
        with Horizontal(id="columns"):
            for number in range(MOST):
                with Vertical(classes="column", id=f"column-{number}"):
                    yield Static(classes="column-name")
                    yield Static(classes="column-facts")
                    yield DocumentView(id=f"view-{number}", max_column=column)
            yield DocumentView(id="votes", max_column=column)
        yield KeyBar(id="compare-keys")

    @property
    def reading_column(self) -> int:
        """The widest line of text."""
        return self.app.request.settings.column

    def on_mount(self) -> None:
        """Begin with as many methods as fit."""
        fit = max(FEWEST, min(3, self.app.size.width // _COLUMN))
        self.methods = first_methods(self.reading.state.method, fit)
        votes_view = self.query_one("#votes", DocumentView)
        votes_view.display = False
        votes_view.show(source_blocks(self.reading.article))
        self._refresh()
        self._view(0).focus()

    # -- ranking

    @work(thread=True, group="compare")
    def _rank(self, method: str) -> None:
        from summarise import rank

        worker = get_current_worker()
        try:
            article = self.reading.article
            message: Message = self.Ranked(attempt(lambda: rank(article, method)))
        except SummariseError as error:
            message = self.Failed(method, str(error))
        if not worker.is_cancelled:
            self.post_message(message)

    @on(Ranked)
    def _ranked(self, event: Ranked) -> None:
        choices = self.reading.state.choices
        self.reading.accept(event.ranking)
        self.rankings[event.ranking.method] = event.ranking.steer(
            pins=choices.pins, drops=choices.drops, focus=dict.fromkeys(choices.focus, 1.0)
        )
        self._refresh()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self.app.tell(event.reason, problem=True)
        if event.method in self.methods and len(self.methods) > FEWEST:
            self.methods.remove(event.method)
            self._refresh()

    # -- showing

    def _refresh(self) -> None:
        summaries: dict[str, Summary] = {}
        for method in self.methods:
            if method in self.rankings:
                summaries[method] = self.rankings[method].select(self.size_kept)
            else:
                self.rankings.pop(method, None)
                self._rank(method)
        counted = votes(summaries.values())
        voters = len(summaries)
        for number in range(MOST):
            shown = number < len(self.methods)
            self.query_one(f"#column-{number}").display = shown
            if shown:
                self._show_column(number, summaries, counted)
        source = self.query_one("#votes", DocumentView)
        source.set_marks({s: str(c) for s, c in counted.items()})
        source.set_heat(vote_steps(counted, voters))
        facts = f"{wording.plural(self.size_kept, 'sentence')} each{wording.SEPARATOR}"
        facts += "the number is how many methods keep the sentence"
        self.query_one("#compare-facts", Static).update(Content(facts))

    def _show_column(
        self, number: int, summaries: Mapping[str, Summary], counted: Mapping[int, int]
    ) -> None:
        method = self.methods[number]
        column = self.query_one(f"#column-{number}")
        column.query_one(".column-name", Static).update(Content(find_method(method).label))
        facts = column.query_one(".column-facts", Static)
        summary = summaries.get(method)
        if summary is None:
            facts.update(Content("ranking …"))
            return
        share = agreement(summary, counted, len(summaries))
        facts.update(Content(f"{wording.percent(share)} shared"))
        view = self._view(number)
        view.show(summary_blocks(summary), keep_place=True)
        view.set_marks({s: str(counted[s]) for s in summary.indices})

    def _view(self, number: int) -> DocumentView:
        return self.query_one(f"#view-{number}", DocumentView)

    @property
    def _current(self) -> int:
        focused = self.focused
        for number in range(len(self.methods)):
            if focused is self._view(number):
                return number
        return 0

    # -- actions

    @on(DocumentView.CursorMoved)
    def _cursor_moved(self, event: DocumentView.CursorMoved) -> None:
        for number in range(len(self.methods)):
            view = self._view(number)
            if view is not event.view:
                view.linked = event.sentence if event.sentence in view.document else None
        source = self.query_one("#votes", DocumentView)
        if event.view is not source:
            source.cursor = event.sentence
            source.reveal(event.sentence, align="centre")

    @on(DocumentView.Opened)
    def _opened(self) -> None:
        self.action_choose()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen only the column in use is shown."""
        for number in range(MOST):
            column = self.query_one(f"#column-{number}")
            column.set_class(event.widget is self._view(number), "-current")

    def action_column(self, step: int) -> None:
        """Go to another column."""
        self._view((self._current + step) % len(self.methods)).focus()

    def action_length(self, step: int) -> None:
        """Make every summary longer or shorter."""
        total = len(self.reading.article.candidates)
        self.size_kept = max(1, min(total, self.size_kept + step))
        self._refresh()

    def action_method(self) -> None:
        """Another method in this column."""
        from tui.screens.methods import MethodScreen

        number = self._current

        def use(method: str | None) -> None:
            if method and method not in self.methods:
                self.methods[number] = method
                self._refresh()

        self.app.push_screen(MethodScreen(self.methods[number]), use)

    def action_add(self) -> None:
        """One method more, if there is room for one."""
        from summarise.methods import methods

        others = [m.name for m in methods() if m.name not in self.methods]
        preferred = [name for name in first_methods("", MOST + 1) if name in others]
        if len(self.methods) < MOST and others:
            self.methods.append((preferred or others)[0])
            self._refresh()
            self._view(len(self.methods) - 1).focus()

    def action_remove(self) -> None:
        """One method less, down to two."""
        if len(self.methods) > FEWEST:
            number = self._current
            del self.methods[number]
            self._refresh()
            self._view(min(number, len(self.methods) - 1)).focus()

    def action_source(self) -> None:
        """Show the votes over the source instead of the summaries."""
        source = self.query_one("#votes", DocumentView)
        source.display = not source.display
        self.set_class(source.display, "-votes")
        (source if source.display else self._view(0)).focus()

    def action_choose(self) -> None:
        """Read on with the method of this column."""
        self.dismiss(self.methods[self._current])
