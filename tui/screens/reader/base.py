"""The reader's widgets and what each of them shows; actions are in the files beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from summarise.article import Article
from summarise.errors import SummariseError
from tui import wording
from tui.attempt import attempt
from tui.panes import DROP, heat_steps, number_marks, source_blocks, summary_blocks
from tui.reading import Layout, Reading
from tui.session import Item, Session
from tui.widgets.document_view import DocumentView
from tui.widgets.explain_panel import ExplainPanel
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from summarise.ranking import Ranking
    from summarise.summary import Summary
    from tui.app import SummariseApp

#: Below this many rows the panes take turns instead of standing one above the other.
SHORT = 20


class ReaderBase(Screen[None]):
    """Loads an article, ranks it and keeps every widget in step with the reading."""

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]
    AUTO_FOCUS = "#source"

    app: SummariseApp

    @dataclass
    class Loaded(Message):
        """The article was read."""

        article: Article

    @dataclass
    class Ranked(Message):
        """The article was ranked."""

        ranking: Ranking

    @dataclass
    class Failed(Message):
        """The article could not be read or ranked."""

        reason: str
        while_loading: bool

    def __init__(self, item: Item, session: Session) -> None:
        super().__init__()
        self.item = item
        self.session = session
        self.reading: Reading | None = session.opened(item)
        self._last_method = ""

    # -- the widgets

    def compose(self) -> ComposeResult:
        """Title, panes, controls, prompt, keys."""
        column = self.session.request.settings.column
        with Horizontal(id="head"):
            yield Static(id="title")
            yield Static(id="facts")
        with Horizontal(id="panes"):
            with Vertical(id="summary-pane"):
                with Horizontal(classes="pane-head"):
                    yield Static(Content("Summary"), classes="pane-name")
                    yield Static(id="summary-facts", classes="pane-facts")
                yield DocumentView(id="summary", classes="-quiet", max_column=column)
            yield Static(id="rule")
            with Vertical(id="source-pane"):
                with Horizontal(classes="pane-head"):
                    yield Static(Content("Source"), classes="pane-name")
                    yield Static(id="source-facts", classes="pane-facts")
                with Horizontal(id="source-body"):
                    yield DocumentView(id="source", max_column=column)
                    yield HeatStrip(id="strip")
                yield ExplainPanel(id="explain")
        yield Static(id="notice")
        with Horizontal(id="length-row", classes="control"):
            yield Static(Content("Length"), classes="control-name")
            yield LengthBar(id="length")
            yield Static(id="length-label")
            yield Static(id="coverage")
            yield Static(id="curve")
        with Horizontal(id="method-row", classes="control"):
            yield Static(Content("Method"), classes="control-name")
            yield Static(id="method")
            yield Static(Content("Key terms"), id="terms-name")
            yield KeyTerms(id="terms")
        yield Prompt(id="prompt")
        yield KeyBar(id="keys")

    @property
    def source(self) -> DocumentView:
        """The pane with the whole article."""
        return self.query_one("#source", DocumentView)

    @property
    def summary(self) -> DocumentView:
        """The pane with the kept sentences."""
        return self.query_one("#summary", DocumentView)

    @property
    def bar(self) -> LengthBar:
        """The length control."""
        return self.query_one("#length", LengthBar)

    @property
    def prompt(self) -> Prompt:
        """The line that asks for something."""
        return self.query_one("#prompt", Prompt)

    def put(self, selector: str, text: str | Content) -> None:
        """Write into one of the one-line labels; never as markup."""
        self.query_one(selector, Static).update(
            text if isinstance(text, Content) else Content(text)
        )

    # -- loading and ranking

    def on_mount(self) -> None:
        """Show what is known already; read the rest after the first frame."""
        self.query_one(HeatStrip).follow(self.source)
        self.put("#title", self.item.name)
        if self.reading is None:
            self.put("#source-facts", "reading …")
            self.call_after_refresh(self._load)
        else:
            self.call_after_refresh(self.show_all)

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        worker = get_current_worker()
        try:
            article = attempt(self.item.load)
        except SummariseError as error:
            message: Message = self.Failed(str(error), while_loading=True)
        else:
            message = self.Loaded(article)
        if not worker.is_cancelled:
            self.post_message(message)

    @work(thread=True, exclusive=True, group="rank")
    def _rank(self, article: Article, method: str) -> None:
        from summarise import rank

        worker = get_current_worker()
        try:
            ranking = attempt(lambda: rank(article, method))
        except SummariseError as error:
            message: Message = self.Failed(str(error), while_loading=False)
        else:
            message = self.Ranked(ranking)
        if not worker.is_cancelled:
            self.post_message(message)

    # -- showing

    def show_all(self) -> None:
        """Bring every widget in step with the reading: a new article, or one come back to."""
        reading = self.reading
        if reading is None:
            return
        self.show_layout()
        self.show_article()
        place = reading.state.place
        if place is None:
            place = next(iter(reading.article.candidates), None)
        if place is not None:
            self.source.cursor = place
            if reading.state.place is not None:
                self.source.reveal(place, align="centre")
        self.show_summary()

    def show_article(self, *, keep_place: bool = False) -> None:
        """Show the article itself: title, facts, source and notices."""
        if self.reading is None:
            return
        article = self.reading.article
        self.put("#title", article.title or article.name or self.item.name)
        self.put("#facts", wording.article_facts(article))
        self.put("#notice", wording.notices(article))
        self.query_one("#notice").display = bool(article.notices)
        self.source.show(source_blocks(article), keep_place=keep_place)

    def show_summary(self) -> None:
        """Show the summary at the present length, ranking the article first if need be."""
        reading = self.reading
        if reading is None:
            return
        summary = reading.summary
        if summary is None:
            self.put("#summary-facts", "ranking …")
            self._rank(reading.article, reading.state.method)
            return
        marks = number_marks(summary)
        self.summary.show(summary_blocks(summary), keep_place=True)
        self.summary.set_marks(marks)
        self.source.set_marks(marks | dict.fromkeys(summary.ranking.drops, DROP))
        self._show_heat(summary)
        self.show_length()
        self.show_controls()
        self.show_links()

    def show_length(self) -> None:
        """Show the length on its bar and in words, and what the summary covers."""
        reading = self.reading
        if reading is None or (summary := reading.summary) is None:
            return
        total = len(summary.ranking.order)
        with self.bar.prevent(LengthBar.Changed):
            self.bar.total = total
            self.bar.suggested = wording.suggestion(summary.ranking)
            self.bar.value = summary.size
        self.put("#summary-facts", wording.summary_facts(summary) if total else "nothing to pick")
        self.put("#length-label", wording.length_in(reading.state.unit, summary))
        self.put("#coverage", wording.coverage_facts(summary))
        self.put("#curve", wording.coverage_curve_line(summary))

    def show_controls(self) -> None:
        """Show the method and the key terms."""
        from summarise.methods import find_method

        reading = self.reading
        if reading is None:
            return
        self._last_method = reading.state.method
        self.put("#method", find_method(reading.state.method).label)
        self.query_one(KeyTerms).show(
            wording.term_labels(reading.article), reading.state.choices.focus
        )

    def show_links(self) -> None:
        """Bring the panes in step: the same sentence under both cursors, or what stands for it."""
        reading = self.reading
        sentence = self.source.cursor
        if reading is None or sentence is None:
            return
        summary = reading.summary
        self.put("#source-facts", wording.sentence_facts(reading.article, summary, sentence))
        if summary is None:
            return
        if sentence in summary.kept:
            self.summary.cursor = sentence
            self.summary.linked = None
            self.summary.reveal(sentence)
        else:
            link = summary.link(sentence)
            self.summary.linked = link.sentence if link else None
            if link:
                self.summary.reveal(link.sentence)
        self.query_one(ExplainPanel).show(reading, sentence)

    def show_layout(self) -> None:
        """Give the panes the places that the layout asks for."""
        if self.reading is None:
            return
        layout = self.reading.state.layout
        self.set_class(layout is Layout.SUMMARY, "-summary-only")
        self.set_class(layout in (Layout.SOURCE, Layout.HIGHLIGHT), "-source-only")
        self.source.set_dimmed(layout is Layout.HIGHLIGHT)

    def _show_heat(self, summary: Summary) -> None:
        heat = heat_steps(summary.ranking)
        self.source.set_heat(heat if self.reading and self.reading.state.heat else None)
        strip = self.query_one(HeatStrip)
        strip.set_scores(heat)
        strip.set_kept(summary.kept)
