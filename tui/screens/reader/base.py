"""The reader's widgets and what each of them shows; actions are in the files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.sanitise import sanitise_line
from tui import wording
from tui.attempt import attempt
from tui.panes import DROP, SummaryBlocks, heat_steps, number_marks, source_blocks
from tui.reading import Layout, Reading
from tui.session import Item, Session
from tui.widgets.document_view import DocumentView
from tui.widgets.explain_panel import ExplainPanel
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar
from tui.widgets.line import QUIET, Line
from tui.widgets.prompt import Prompt, Purpose

if TYPE_CHECKING:
    from summarise.ranking import Ranking
    from summarise.summary import Summary
    from tui.app import SummariseApp

#: From this many columns on the panes stand side by side.
WIDE = 100
#: Below this many rows the panes take turns instead of standing one above the other.
SHORT = 20


class ReaderBase(Screen[None]):
    """Loads an article, ranks it and keeps every widget in step with the reading."""

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
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

    def __init__(self, item: Item, session: Session, size: Size | None = None) -> None:
        # With the classes of its size from the start, its styles are worked out only once.
        super().__init__(classes=None if size is None else _classes_for(size))
        self.item = item
        self.session = session
        self.reading: Reading | None = session.opened(item)
        self._last_method = ""
        self._blocks: SummaryBlocks | None = None
        self._heat_of: Ranking | None = None
        self._heat: Mapping[int, int] = {}

    # -- the widgets

    def compose(self) -> ComposeResult:
        """Title, panes, controls, keys; the prompt and the explain panel come when asked for."""
        column = self.session.request.settings.column
        yield Line(id="head")
        with Horizontal(id="panes"):
            with Vertical(id="summary-pane"):
                yield Line(_pane_name("Summary"), id="summary-head", classes="pane-head")
                yield DocumentView(id="summary", classes="-quiet", max_column=column)
            with Vertical(id="source-pane"):
                yield Line(_pane_name("Source"), id="source-head", classes="pane-head")
                with Horizontal(id="source-body"):
                    yield DocumentView(id="source", max_column=column)
                    yield HeatStrip(id="strip")
        yield Line(id="notice")
        with Horizontal(id="length-row", classes="control"):
            yield Line("Length", classes="control-name")
            yield LengthBar(id="length")
            yield Line(id="length-facts")
        with Horizontal(id="method-row", classes="control"):
            yield Line(id="method")
            yield KeyTerms(id="terms")
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
    def prompt(self) -> Prompt | None:
        """The line that asks for something, while it does."""
        return next(iter(self.query(Prompt)), None)

    @property
    def asked(self) -> Purpose | None:
        """What is being asked for."""
        return self.prompt.purpose if self.prompt is not None else None

    async def ask(self, purpose: Purpose, value: str = "") -> None:
        """Ask for something, with a first answer to edit."""
        if self.prompt is not None:
            await self.prompt.remove()
        await self.mount(Prompt(purpose, value), before="#keys")

    @property
    def explain_panel(self) -> ExplainPanel | None:
        """The panel that says why a sentence is in, while it is open."""
        return next(iter(self.query(ExplainPanel)), None)

    def say(self, selector: str, left: str | Content, right: str | Content = "") -> None:
        """Write into one of the lines; never as markup."""
        self.query_one(selector, Line).set(left, right)

    @property
    def search_facts(self) -> str:
        """How a search stands, while there is one."""
        return ""

    # -- loading and ranking

    def on_mount(self) -> None:
        """Show what is known already; read the rest after the first frame."""
        self.query_one(HeatStrip).follow(self.source)
        self.say("#head", Content.styled(sanitise_line(self.item.name), "bold"))
        if self.reading is None:
            self._say_of("Source", "reading …")
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
        from summarise.coverage import coverage_curve
        from summarise.steering import prepare

        worker = get_current_worker()
        try:
            ranking = attempt(lambda: rank(article, method))
            attempt(lambda: coverage_curve(ranking))  # finds the key terms here, not on a key press
        except SummariseError as error:
            message: Message = self.Failed(str(error), while_loading=False)
        else:
            message = self.Ranked(ranking)
        if worker.is_cancelled:
            return
        self.post_message(message)
        prepare(article)  # so that the first focus term does not wait

    # -- showing

    def show_all(self) -> None:
        """Bring every widget in step with the reading: a new article, or one come back to."""
        reading = self.reading
        if reading is None or not self.is_attached:
            return  # left before it was ready
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
        title = article.title or article.name or sanitise_line(self.item.name)
        self.say("#head", Content.styled(title, "bold"), _quiet(wording.article_facts(article)))
        self.say("#notice", wording.notices(article))
        self.query_one("#notice").display = bool(article.notices)
        self.source.show(source_blocks(article), keep_place=keep_place)

    def show_summary(self) -> None:
        """Show the summary at the present length, ranking the article first if need be."""
        reading = self.reading
        if reading is None or not self.is_attached:
            return
        summary = reading.summary
        if summary is None:
            self._say_of("Summary", "ranking …")
            self._rank(reading.article, reading.state.method)
            return
        marks = number_marks(summary)
        self.summary.show(self._blocks_of(reading).of(summary), keep_place=True)
        self.summary.set_marks(marks)
        self.source.set_marks(marks | dict.fromkeys(summary.ranking.drops, DROP))
        self._show_heat(summary)
        self.show_length()
        self.show_controls()
        self.show_links()

    def show_length(self) -> None:
        """Show the length on its bar and in words, and what the summary covers."""
        reading = self.reading
        if reading is None or not self.is_attached or (summary := reading.summary) is None:
            return
        total = len(summary.ranking.order)
        with self.bar.prevent(LengthBar.Changed):
            self.bar.total = total
            self.bar.suggested = reading.suggested
            self.bar.value = summary.size
        self._say_of("Summary", wording.summary_facts(summary) if total else "nothing to pick")
        self.say("#length-facts", self._length_facts(reading, summary))

    def _length_facts(self, reading: Reading, summary: Summary) -> Content:
        """The length in words; where there is room for it, what the summary covers."""
        length = Content.styled(wording.length_in(reading.state.unit, summary), "bold")
        if self.app.size.width < WIDE:
            return length
        reached, rest = wording.curve_cells(reading.curve, summary.size)
        covers = f"   {wording.coverage_facts(summary)}  "
        return Content.assemble(
            length, (covers, "$text-muted"), (reached, "$primary"), (rest, "$foreground 25%")
        )

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.show_length()

    def show_controls(self) -> None:
        """Show the method and the key terms."""
        from summarise.coverage import article_terms
        from summarise.methods import find_method

        reading = self.reading
        if reading is None:
            return
        self._last_method = reading.state.method
        label = find_method(reading.state.method).label
        self.say(
            "#method",
            Content.assemble(("Method  ", QUIET), (label, "bold"), "   ", _quiet("Key terms")),
        )
        self.query_one(KeyTerms).show(
            [term.text for term in article_terms(reading.article)], reading.state.choices.focus
        )

    def show_links(self) -> None:
        """Bring the panes in step: the same sentence under both cursors, or what stands for it."""
        reading = self.reading
        sentence = self.source.cursor
        if reading is None or sentence is None:
            return
        summary = reading.summary
        facts = wording.sentence_facts(reading.article, summary, sentence)
        self._say_of("Source", wording.SEPARATOR.join(filter(None, (self.search_facts, facts))))
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
        if (panel := self.explain_panel) is not None:
            panel.show(reading, sentence)

    def show_layout(self) -> None:
        """Give the panes the places that the layout asks for."""
        if self.reading is None:
            return
        layout = self.reading.state.layout
        self.set_class(layout is Layout.SUMMARY, "-summary-only")
        self.set_class(layout in (Layout.SOURCE, Layout.HIGHLIGHT), "-source-only")
        self.source.set_dimmed(layout is Layout.HIGHLIGHT)

    def _say_of(self, pane: str, facts: str) -> None:
        self.say(f"#{pane.lower()}-head", _pane_name(pane).append(_quiet(f"   {facts}")))

    def _show_heat(self, summary: Summary) -> None:
        strip = self.query_one(HeatStrip)
        if self._heat_of is not summary.ranking:
            self._heat_of, self._heat = summary.ranking, heat_steps(summary.ranking)
            strip.set_scores(self._heat)
        strip.set_kept(summary.kept)
        self.source.set_heat(self._heat if self.reading and self.reading.state.heat else None)

    def _blocks_of(self, reading: Reading) -> SummaryBlocks:
        if self._blocks is None:
            self._blocks = SummaryBlocks(reading.loaded)
        return self._blocks


def _classes_for(size: Size) -> str:
    wide = "-wide" if size.width >= WIDE else "-narrow"
    return f"{wide} {'-tall' if size.height >= SHORT else '-short'}"


def _pane_name(name: str) -> Content:
    return Content.styled(name, "bold")


def _quiet(text: str) -> Content:
    return Content.styled(text, QUIET)
