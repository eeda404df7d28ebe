"""What each widget of the reader shows, and in which of them a change of the reading is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen

from summarise.text.sanitise import sanitise_line
from tui.screens.reader.widgets import ReaderWidgets
from tui.state.reading import Reading, View
from tui.state.reading_state import Layout
from tui.text import wording
from tui.text.blocks import (
    DROP,
    SummaryBlocks,
    heat_steps,
    number_marks,
    runs_left_out,
    source_blocks,
)
from tui.text.looks import QUIET
from tui.text.reader_frame import WIDE, pane_name
from tui.widgets.explain_panel import ExplainPanel
from tui.widgets.length_bar import LengthBar

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking, Summary


class Drawing:
    """Draws a reading, and after a change what it has changed.

    Args:
        screen: The screen, whose classes share it out among the panes.
        widgets: The widgets to draw on.
        reading: What to draw.
        name: How the article is called if it has no title.
        search_facts: Says how a search stands, while there is one.
    """

    def __init__(
        self,
        screen: Screen[None],
        widgets: ReaderWidgets,
        reading: Reading,
        name: str,
        search_facts: Callable[[], str],
    ) -> None:
        self._screen = screen
        self._widgets = widgets
        self._reading = reading
        self._name = sanitise_line(name)
        self._search_facts = search_facts
        self._has_article = False
        self._unfolded: set[int] = set()
        self._folded: dict[int, range] = {}
        self._blocks = SummaryBlocks(reading.loaded)
        self._heat_of: Ranking | None = None
        self._heat: Mapping[int, int] = {}

    def draw_all(self) -> None:
        """Draw every widget: for a new article, or for one that the reader has come back to."""
        self._has_article = False
        view = self._reading.view
        for _, step in _STEPS:
            step(self, view)

    def reveal_place(self) -> None:
        """Bring the sentence under the cursor into sight; centred if the reader has been there."""
        place = self._widgets.source.cursor
        if place is not None:
            been_here = self._reading.state.place is not None
            self._widgets.source.reveal(place, align="centre" if been_here else "nearest")
        self.draw_links(self._reading.view)

    def draw(self, changed: frozenset[str], view: View) -> None:
        """Draw what follows from a change.

        Args:
            changed: What has changed, as :meth:`View.changed_since` names it.
            view: What there is to see now.
        """
        for seen, step in _STEPS:
            if seen & changed:
                step(self, view)

    def draw_layout(self, view: View) -> None:
        """Give the panes the places that the layout asks for."""
        layout = view.state.layout
        self._screen.set_class(layout is Layout.SUMMARY, "-summary-only")
        self._screen.set_class(layout in (Layout.SOURCE, Layout.HIGHLIGHT), "-source-only")
        for pane in (self._widgets.summary, self._widgets.source):
            pane.centred = layout is not Layout.BOTH
        self._widgets.source.set_dimmed(layout is Layout.HIGHLIGHT)

    def draw_article(self, view: View) -> None:
        """Show the article itself: title, facts, source and notices."""
        article, widgets = view.article, self._widgets
        title = article.title or self._name
        widgets.head.set(Content.styled(title, "bold"), _quiet(wording.article_facts(article, "F")))
        notices = wording.notices(article, "press R to restore all")
        widgets.notice.set(wording.SEPARATOR.join(notices))
        widgets.notice.display = bool(notices)
        self._show_source(view)
        if not self._has_article:
            self._has_article = True
            self._go_to_place(view)

    def _show_source(self, view: View) -> None:
        """Show the article, with a line for each run of paragraphs that are not part of it."""
        runs = runs_left_out(view.article)
        self._folded = {s: run for s, run in runs.items() if s not in self._unfolded}
        blocks = source_blocks(view.article, self._folded)
        self._widgets.source.show(blocks, keep_place=self._has_article)

    def folded(self, sentence: int | None) -> range | None:
        """The paragraphs that the line stands for which has this sentence, if one does."""
        return None if sentence is None else self._folded.get(sentence)

    def unfold(self, sentence: int) -> bool:
        """Show the paragraphs that a line stands for; returns whether there is such a line."""
        if sentence not in self._folded:
            return False
        self._unfolded.add(sentence)
        self._show_source(self._reading.view)
        self.draw_summary(self._reading.view)
        self.draw_links(self._reading.view)
        return True

    def _go_to_place(self, view: View) -> None:
        """Put the cursor where the reader was last, or else where the article begins."""
        place = view.state.place
        if place not in self._widgets.source.document:
            place = next(iter(view.article.candidates), None)
        if place is not None:
            self._widgets.source.cursor = place

    def draw_summary(self, view: View) -> None:
        """Show the sentences kept, in both panes; say it while they are still being found."""
        summary, widgets = view.summary, self._widgets
        if summary is None:
            widgets.summary_head.set(pane_name("Summary", "ranking …"))
            return
        marks = number_marks(summary)
        widgets.summary.show(self._blocks.of(summary), keep_place=True)
        widgets.summary.set_marks(marks)
        widgets.source.set_marks(marks | dict.fromkeys(summary.ranking.drops, DROP))
        widgets.strip.set_kept(summary.kept)

    def draw_heat(self, view: View) -> None:
        """Show the scores: on the strip, and in the source if the reader wants it."""
        if (summary := view.summary) is None:
            return
        if not view.state.heat:
            shown: Mapping[int, int] | None = None
        elif self._heat_of is summary.ranking:
            shown = self._heat
        else:
            self._heat_of, self._heat = summary.ranking, heat_steps(summary.ranking)
            shown = self._heat
        self._widgets.strip.set_scores(shown or {})
        self._widgets.source.set_heat(shown)

    def draw_length(self, view: View) -> None:
        """Show the length on its bar and in words, and what the summary covers."""
        if (summary := view.summary) is None:
            return
        widgets = self._widgets
        total = len(summary.ranking.order)
        with widgets.bar.prevent(LengthBar.Changed):
            widgets.bar.total = total
            widgets.bar.suggested = self._reading.suggested
            widgets.bar.value = summary.size
        facts = wording.summary_facts(summary) if total else "nothing to pick"
        widgets.summary_head.set(pane_name("Summary", facts))
        widgets.length_facts.set(self._length_facts(view, summary))

    def _length_facts(self, view: View, summary: Summary) -> Content:
        """The length in words; where there is room for it, what the summary covers."""
        length = Content.styled(wording.length_in(view.state.unit, summary), "bold")
        if self._screen.app.size.width < WIDE:
            return length
        return Content.assemble(length, (f"   {wording.coverage_facts(summary)}", QUIET))

    def draw_controls(self, view: View) -> None:
        """Show the method and the key terms."""
        from summarise.methods import find_method  # comes with the ranking, not before the text

        if (summary := view.summary) is None:
            return
        label = find_method(view.state.method).label
        method = Content.assemble(("Method  ", QUIET), (label, "bold"), "   ")
        self._widgets.method_line.set(method.append(_quiet("Key terms")))
        terms = [term.text for term in summary.ranking.index.key_terms]
        self._widgets.key_terms.show(terms, view.state.choices.focus)

    def draw_links(self, view: View) -> None:
        """Put the same sentence under both cursors, or link the kept one that says most of it."""
        widgets, summary = self._widgets, view.summary
        sentence = widgets.source.cursor
        if sentence is None:
            return
        facts = wording.sentence_facts(view.article, summary, sentence)
        if self.folded(sentence) is not None:
            facts = "enter shows them, r brings them back"
        facts = wording.SEPARATOR.join(filter(None, (self._search_facts(), facts)))
        widgets.source_head.set(pane_name("Source", facts))
        if summary is None:
            return
        if sentence in summary.kept:
            widgets.summary.cursor = sentence
            widgets.summary.linked = None
            widgets.summary.reveal(sentence)
        else:
            link = summary.link(sentence)
            widgets.summary.linked = link.sentence if link else None
            if link:
                widgets.summary.reveal(link.sentence)
        for panel in self._screen.query(ExplainPanel):
            panel.show(self._reading, sentence)


#: What is seen in what: each step is taken when any of these has changed, in this order.
_STEPS: tuple[tuple[frozenset[str], Callable[[Drawing, View], None]], ...] = (
    (frozenset({"article"}), Drawing.draw_article),
    (frozenset({"layout"}), Drawing.draw_layout),
    (frozenset({"summary"}), Drawing.draw_summary),
    (frozenset({"summary", "heat"}), Drawing.draw_heat),
    (frozenset({"summary", "unit"}), Drawing.draw_length),
    (frozenset({"summary"}), Drawing.draw_controls),
    (frozenset({"article", "summary", "place"}), Drawing.draw_links),
)


def _quiet(text: str) -> Content:
    return Content.styled(text, QUIET)
