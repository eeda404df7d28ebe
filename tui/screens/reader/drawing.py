"""What each widget of the reader shows, and in which of them a change of the reading is seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen

from summarise.text.sanitise import sanitise_line
from tui.screens.reader.trailing import Trailing
from tui.screens.reader.widgets import ReaderWidgets
from tui.state.newcomers import Newcomers
from tui.state.outline_folds import OutlineFolds
from tui.state.reading import Reading, View
from tui.state.reading_state import Layout
from tui.text import wording
from tui.text.blocks import (
    DROP,
    NEW,
    SummaryBlocks,
    blocks_of,
    heat_steps,
    number_marks,
    runs_left_out,
    source_blocks,
)
from tui.text.layout import Columns
from tui.text.levels import fold_marks, outline_blocks, title_blocks
from tui.text.links import links_of
from tui.text.looks import QUIET
from tui.text.reader_frame import WIDE, pane_name
from tui.text.search import find_matches
from tui.text.wrapping import wrap
from tui.widgets.length_bar import LengthBar

if TYPE_CHECKING:
    from summarise.article import Article
    from summarise.ranking.ranking import Ranking, Summary

#: What stands before the name of the method.
METHOD_HEAD = "Method  "


class Drawing:
    """Draws a reading, and after a change what it has changed.

    Args:
        screen: The screen, whose classes share it out among the panes.
        widgets: The widgets to draw on.
        reading: What to draw.
        name: How the article is called if it has no title.
        search_facts: Says how a search stands, while there is one.
        trailing: Brings into sight what is linked.
    """

    def __init__(
        self,
        screen: Screen[None],
        widgets: ReaderWidgets,
        reading: Reading,
        name: str,
        search_facts: Callable[[], str],
        trailing: Trailing,
    ) -> None:
        self._screen = screen
        self._widgets = widgets
        self._reading = reading
        self._name = sanitise_line(name)
        self._search_facts = search_facts
        self._trailing = trailing
        self._has_article = False
        self._unfolded: set[int] = set()
        self._folded: dict[int, range] = {}
        #: Runs that are unfolded only because what is searched for stands in them.
        self._searched: frozenset[int] = frozenset()
        self._blocks = SummaryBlocks(reading.loaded)
        self.newcomers = Newcomers()
        self.outline = OutlineFolds()
        #: How far a language model is that is asked; "" if none is.
        self.asking_model = ""
        #: That it gave no ranking when it was asked last, and where to read why; "" if it did.
        self.model_failed = ""
        #: Whether the reader has gone nowhere since the change that is drawn was asked for.
        self.is_idle = True
        self._drawn: Summary | None = None
        self._words_left: Sequence[int] = ()
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
        if changed - {"place"}:
            self._trailing.hasten()
        for seen, step in _STEPS:
            if seen & changed:
                step(self, view)

    def draw_layout(self, view: View) -> None:
        """Give the panes the places that the layout asks for."""
        layout = view.state.layout
        self._screen.set_class(layout.hides_source, "-summary-only")
        self._screen.set_class(layout.hides_summary, "-source-only")
        for pane in (self._widgets.summary, self._widgets.source):
            pane.centred = layout.hides_summary or layout.hides_source
        self._widgets.source.set_dimmed(layout is Layout.HIGHLIGHT)

    def draw_article(self, view: View) -> None:
        """Show the article itself: title, facts, source and notices."""
        article, widgets = view.article, self._widgets
        title = article.title or self._name
        self._words_left = ()
        widgets.head.set(Content.styled(title, "bold"), _quiet(wording.article_facts(article, "@")))
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
        shown = self._unfolded | self._searched
        self._folded = {s: run for s, run in runs.items() if s not in shown}
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
        self._show_runs()
        return True

    def unfold_for(self, text: str) -> bool:
        """Show the paragraphs of every run that a text stands in, as long as it is searched for.

        Args:
            text: What is searched for; "" when the search is over. Then they are folded again, but
                for the run that the reader is in.

        Returns:
            Whether other paragraphs are shown now than before.
        """
        article, here = self._reading.view.article, self._widgets.source.cursor
        runs = runs_left_out(article)
        searched = frozenset(
            first
            for first, run in runs.items()
            if text.strip() and find_matches(blocks_of(article, run), text)
        )
        if here is not None:
            there = article.sentences[here].paragraph
            self._unfolded.update(s for s in self._searched - searched if there in runs.get(s, ()))
        changed = searched != self._searched
        self._searched = searched
        if changed:
            self._show_runs()
        return changed

    def _show_runs(self) -> None:
        self._show_source(self._reading.view)
        self.draw_summary(self._reading.view)
        self.draw_links(self._reading.view)

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
        if summary is not self._drawn:
            self._drawn = summary
            self.newcomers.follow(summary)
        came = self.newcomers.came
        marks = number_marks(summary)
        widgets.source.set_marks(marks | dict.fromkeys(summary.ranking.drops, DROP), new=came)
        widgets.strip.set_kept(summary.kept)
        layout, ranking = view.state.layout, summary.ranking
        match layout:
            case Layout.TITLE:
                blocks = title_blocks(view.article, view.article.title or self._name)
            case Layout.SENTENCE:
                blocks = [self._blocks[sentence] for sentence in ranking.order[:1]]
                marks, came = dict.fromkeys(ranking.order[:1], ""), frozenset()
            case Layout.OUTLINE:
                sections = self.outline.sections(view.article)
                blocks = outline_blocks(ranking, sections, self.outline.folded)
                marks |= fold_marks(sections, self.outline.folded)
            case _:
                blocks = self._blocks.of(summary)
                marks |= {sentence: marks[sentence] + NEW for sentence in came}
        widgets.summary.show(blocks, keep_place=True)
        widgets.summary.set_marks(marks, new=came)

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

    def draw_known(self, view: View) -> None:
        """Dim what was read before in both panes, if the reader wants it."""
        known = view.known.seen if view.state.dims_known and view.known is not None else ()
        self._widgets.source.set_known(known)
        self._widgets.summary.set_known(known)

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
        widgets.summary_head.set(self._summary_head(view, summary))
        widgets.length_facts.set(self._length_facts(view, summary))

    def _summary_head(self, view: View, summary: Summary) -> Content:
        """What stands in the pane of the summary, and how it is."""
        match view.state.layout:
            case Layout.TITLE:
                return pane_name("Title")
            case Layout.SENTENCE:
                return pane_name("One sentence")
            case Layout.OUTLINE:
                sections = self.outline.sections(view.article)
                parts = wording.plural(len(sections), "part")
                if not self.outline.has_headings(view.article):
                    parts = wording.SEPARATOR.join(("no headings", parts))
                return pane_name("Outline", parts)
        facts = "nothing to pick"
        if summary.ranking.order:
            facts = wording.summary_facts(summary, view.known)
        if self.asking_model and not self._screen.query_one("#method-row").display:
            facts = self.asking_model
        return pane_name("Summary", facts)

    def _length_facts(self, view: View, summary: Summary) -> Content:
        """The length in words; where there is room for it, what the summary covers."""
        length = Content.styled(wording.length_in(view.state.unit, summary), "bold")
        if self._screen.app.size.width < WIDE:
            return length
        return Content.assemble(length, (f"   {wording.coverage_facts(summary)}", QUIET))

    def draw_controls(self, view: View) -> None:
        """Show the method and the key terms."""
        if (summary := view.summary) is None:
            return
        label = wording.method_name(summary.ranking)
        method = Content.assemble((METHOD_HEAD, QUIET), (label, "bold"), "   ")
        if self.asking_model:
            method = method.append(_quiet(f"{self.asking_model}   "))
        elif self.model_failed:
            method = method.append(Content.styled(f"{self.model_failed}   ", "$warn"))
        self._widgets.method_line.set(method.append(_quiet("Key terms")))
        terms = [term.text for term in summary.ranking.index.key_terms]
        self._widgets.key_terms.show(terms, view.state.choices.focus)

    def draw_links(self, view: View) -> None:
        """Put the same sentence under both cursors, or link the kept one that says most of it."""
        widgets, summary = self._widgets, view.summary
        sentence = widgets.source.cursor
        if sentence is None:
            return
        facts = wording.sentence_facts(view.article, summary, sentence, view.known)
        if links := links_of(view.article, sentence):
            facts = wording.SEPARATOR.join((facts, wording.plural(len(links), "link")))
        if self.folded(sentence) is not None:
            facts = "enter shows them, r brings them back"
        left = self._time_left(view.article, sentence) if summary is not None else ""
        facts = wording.SEPARATOR.join(filter(None, (self._search_facts(), facts, left)))
        widgets.source_head.set(pane_name("Source", facts))
        if summary is None:
            return
        if view.state.layout is Layout.OUTLINE:
            self._point_in_outline(sentence)
        elif sentence in summary.kept:
            widgets.summary.cursor = sentence
            widgets.summary.linked = None
            self._trailing.show(widgets.summary, sentence)
        else:
            link = summary.link(sentence)
            widgets.summary.linked = link.sentence if link else None
            if link:
                self._trailing.show(widgets.summary, link.sentence)
        if (panel := widgets.explain_panel) is not None:
            panel.show(self._reading, sentence)

    def _point_in_outline(self, sentence: int) -> None:
        """Put the cursor of the outline on what it shows last before a sentence, or of it.

        Before all that it shows, that is the first: an introduction may have none of its own.
        """
        outline = self._widgets.summary
        ids = outline.document.ids
        outline.linked = None
        if ids:
            outline.cursor = ids[max(0, bisect_right(ids, sentence) - 1)]
            self._trailing.show(outline, outline.cursor)

    def room(self, ranking: Ranking) -> int:
        """How many of the first sentences of a ranking the pane of the summary shows at once.

        The row of the hints of a first start counts as one of the pane where no blank one is left
        for them, for it is its own as soon as the hints were used: nobody's first summary is
        shorter than the same one a day later. Meanwhile the last sentence may go on below the fold,
        but it begins above it.
        """
        widgets = self._widgets
        pane = widgets.summary if widgets.summary.size.height else widgets.source
        shown, view = pane.size.height, widgets.summary
        height = shown + self._lent_to_hints()
        width = pane.scrollable_content_region.width  # without the scroll bar
        columns = Columns.of(width, view.max_column, len(ranking.order), 0, view.label_cells)
        rows = -1
        for number, sentence in enumerate(ranking.order):
            begins = rows + 1
            rows = begins + len(wrap(self._blocks[sentence].text, columns.text))
            if rows > height or begins >= shown:
                return max(1, number)
        return len(ranking.order)

    def _lent_to_hints(self) -> int:
        """How many rows the pane of the summary gets back when no hint is shown any more."""
        hints, panes = self._widgets.hints, self._widgets.panes
        if not (hints.display and hints.size.height and self._screen.has_class("-middling")):
            return 0
        rows = hints.outer_size.height
        shown = [pane for pane in panes.children if pane.display]
        if len(shown) < 2 or not self._screen.has_class("-narrow"):
            return rows
        summary, source = (pane.styles.height.value for pane in shown if pane.styles.height)
        share = summary / (summary + source)  # they stand one above the other
        return int((panes.size.height + rows) * share) - int(panes.size.height * share)

    def _time_left(self, article: Article, sentence: int) -> str:
        """How long the rest of a long article takes to read; of a short one that is seen."""
        from summarise.ranking.outline import LONG  # comes with the ranking

        if article.words < LONG:
            return ""
        if not self._words_left:
            words = [0] * len(article.sentences)
            for told in article.candidates:  # as the words of the whole article are counted
                words[told] = article.sentence_words[told]
            self._words_left = tuple(accumulate(reversed(words), initial=0))
        left = self._words_left[len(article.sentences) - sentence]
        return f"{wording.reading_time(left)} left"

    def draw_newcomers(self, view: View) -> None:
        """Bring what has come in into sight, unless the reader has gone on meanwhile."""
        shows_summary = view.state.layout in (Layout.BOTH, Layout.SUMMARY)
        if self.newcomers.came and self.is_idle and shows_summary:
            summary = self._widgets.summary
            summary.reveal(min(self.newcomers.came), beside=summary.cursor)


#: What is seen in what: each step is taken when any of these has changed, in this order.
_STEPS: tuple[tuple[frozenset[str], Callable[[Drawing, View], None]], ...] = (
    (frozenset({"article"}), Drawing.draw_article),
    (frozenset({"layout"}), Drawing.draw_layout),
    (frozenset({"summary", "layout"}), Drawing.draw_summary),
    (frozenset({"summary", "heat"}), Drawing.draw_heat),
    (frozenset({"article", "known", "dims_known"}), Drawing.draw_known),
    (frozenset({"summary", "unit", "layout", "known"}), Drawing.draw_length),
    (frozenset({"summary"}), Drawing.draw_controls),
    (frozenset({"article", "summary", "layout", "place", "known"}), Drawing.draw_links),
    (frozenset({"summary"}), Drawing.draw_newcomers),
)


def _quiet(text: str) -> Content:
    return Content.styled(text, QUIET)
