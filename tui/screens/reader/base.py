"""The reader's widgets and what each of them shows; actions are in the files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.text.sanitise import sanitise_line
from tui.attempt import attempt
from tui.background import Background
from tui.screens.reader.layout import WIDE, ReaderLayout, pane_name
from tui.state.reading import Layout, Reading
from tui.state.session import Item, Session
from tui.text import wording
from tui.text.blocks import DROP, SummaryBlocks, heat_steps, number_marks, source_blocks
from tui.widgets.fitted_line import QUIET
from tui.widgets.length_bar import LengthBar

if TYPE_CHECKING:
    from summarise.index import Index
    from summarise.ranking.ranking import Ranking, Summary
    from tui.app import SummariseApp


class ReaderBase(ReaderLayout):
    """Loads an article, ranks it and keeps every widget in step with the reading."""

    app: SummariseApp

    @dataclass
    class Loaded(Message):
        """The article was read."""

        article: Article

    @dataclass
    class Ranked(Message):
        """The article was ranked."""

        ranking: Ranking

    class Prepared(Message):
        """What the first steering would wait for is there."""

    @dataclass
    class Failed(Message):
        """The article could not be read or ranked."""

        reason: str
        while_loading: bool

    def __init__(self, item: Item, session: Session, size: Size | None = None) -> None:
        super().__init__(session.request.settings.column, size)
        self.item = item
        self.session = session
        self.reading: Reading | None = session.opened(item)
        self.background = Background(self)
        self.ranking_for: object = None
        self._last_method = ""
        self._blocks: SummaryBlocks | None = None
        self._heat_of: Ranking | None = None
        self._heat: Mapping[int, int] = {}

    @property
    def search_facts(self) -> str:
        """How a search stands, while there is one."""
        return ""

    # -- loading and ranking

    def on_mount(self) -> None:
        """Show what is known already; read the rest after the first frame."""
        self.head.set(Content.styled(sanitise_line(self.item.name), "bold"))
        if self.reading is None:
            self.source_head.set(pane_name("Source", "reading …"))
            self.call_after_refresh(self.background.start, "load", self._load)
        else:
            self.call_after_refresh(self.show_all)

    def _load(self) -> Message:
        try:
            article = attempt(self.item.load)
            attempt(lambda: article.words)  # counts the words here, not where it is shown
            return self.Loaded(article)
        except SummariseError as error:
            return self.Failed(str(error), while_loading=True)

    def _rank(self, article: Article, method: str) -> Message:
        from summarise import rank

        try:
            ranking = attempt(lambda: rank(article, method))
            attempt(lambda: ranking.coverage_curve)  # finds the key terms here, not on a key press
        except SummariseError as error:
            return self.Failed(str(error), while_loading=False)
        return self.Ranked(ranking)

    def _prepare(self, index: Index) -> Message:
        with suppress(SummariseError):
            attempt(index.prepare_steering)
        return self.Prepared()

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
            been_here = reading.state.place is not None
            self.source.reveal(place, align="centre" if been_here else "nearest")
        self.show_summary()

    def show_article(self, *, keep_place: bool = False) -> None:
        """Show the article itself: title, facts, source and notices."""
        if self.reading is None:
            return
        article = self.reading.article
        title = article.title or sanitise_line(self.item.name)
        self.head.set(Content.styled(title, "bold"), _quiet(wording.article_facts(article)))
        notices = wording.notices(article, "R restores all")
        self.notice.set(wording.SEPARATOR.join(notices))
        self.notice.display = bool(notices)
        self.source.show(source_blocks(article), keep_place=keep_place)

    def show_summary(self) -> None:
        """Show the summary at the present length, ranking the article first if need be."""
        reading = self.reading
        if reading is None or not self.is_attached:
            return
        summary = reading.summary
        if summary is None:
            self._ask_for_ranking(reading)
            return
        marks = number_marks(summary)
        self.summary.show(self._blocks_of(reading).of(summary), keep_place=True)
        self.summary.set_marks(marks)
        self.source.set_marks(marks | dict.fromkeys(summary.ranking.drops, DROP))
        self._show_heat(summary)
        self.show_length()
        self.show_controls()
        self.show_links()

    def _ask_for_ranking(self, reading: Reading) -> None:
        """Rank in the background, once however often the summary is asked for meanwhile."""
        wanted = (reading.state.method, reading.state.choices.blocks)
        if wanted != self.ranking_for:
            self.ranking_for = wanted
            self.summary_head.set(pane_name("Summary", "ranking …"))
            rank = partial(self._rank, reading.article, reading.state.method)
            self.background.start("rank", rank)

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
        facts = wording.summary_facts(summary) if total else "nothing to pick"
        self.summary_head.set(pane_name("Summary", facts))
        self.length_facts.set(self._length_facts(reading, summary))

    def _length_facts(self, reading: Reading, summary: Summary) -> Content:
        """The length in words; where there is room for it, what the summary covers."""
        length = Content.styled(wording.length_in(reading.state.unit, summary), "bold")
        if self.app.size.width < WIDE:
            return length
        reached, rest = wording.curve_cells(reading.curve, summary.size)
        covers = f"   {wording.coverage_facts(summary)}  "
        return Content.assemble(
            length, (covers, QUIET), (reached, "$primary"), (rest, "$foreground 25%")
        )

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.show_length()

    def show_controls(self) -> None:
        """Show the method and the key terms."""
        from summarise.methods import find_method

        reading = self.reading
        if reading is None:
            return
        self._last_method = reading.state.method
        label = find_method(reading.state.method).label
        method = Content.assemble(("Method  ", QUIET), (label, "bold"), "   ")
        self.method_line.set(method.append(_quiet("Key terms")))
        ranking = reading.ranking
        terms = [term.text for term in ranking.index.key_terms] if ranking is not None else []
        self.key_terms.show(terms, reading.state.choices.focus)

    def show_links(self) -> None:
        """Bring the panes in step: the same sentence under both cursors, or what stands for it."""
        reading = self.reading
        sentence = self.source.cursor
        if reading is None or sentence is None:
            return
        summary = reading.summary
        facts = wording.sentence_facts(reading.article, summary, sentence)
        facts = wording.SEPARATOR.join(filter(None, (self.search_facts, facts)))
        self.source_head.set(pane_name("Source", facts))
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

    def _show_heat(self, summary: Summary) -> None:
        strip = self.strip
        if self._heat_of is not summary.ranking:
            self._heat_of, self._heat = summary.ranking, heat_steps(summary.ranking)
            strip.set_scores(self._heat)
        strip.set_kept(summary.kept)
        self.source.set_heat(self._heat if self.reading and self.reading.state.heat else None)

    def _blocks_of(self, reading: Reading) -> SummaryBlocks:
        if self._blocks is None:
            self._blocks = SummaryBlocks(reading.loaded)
        return self._blocks


def _quiet(text: str) -> Content:
    return Content.styled(text, QUIET)
