"""The reader screen: what follows from keys, clicks and messages."""

from __future__ import annotations

from functools import partial

from textual import events, on

from summarise.errors import SummariseError
from summarise.length import Length
from tui.keys.reader import READER_BINDINGS
from tui.screens.reader.base import ReaderBase
from tui.screens.reader.searching import SearchActions
from tui.screens.reader.taking import TakeAwayActions
from tui.state.reading import UNITS, Layout
from tui.widgets.document_view import DocumentView
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.length_bar import LengthBar
from tui.widgets.prompt import Prompt, Purpose


class ReaderScreen(SearchActions, TakeAwayActions):
    """An article beside its summary."""

    BINDINGS = READER_BINDINGS

    # -- the workers' messages

    @on(ReaderBase.Loaded)
    def _loaded(self, event: ReaderBase.Loaded) -> None:
        self.reading = self.session.open(self.item, event.article)
        self.show_all()

    @on(ReaderBase.Ranked)
    def _ranked(self, event: ReaderBase.Ranked) -> None:
        self.ranking_for = None
        if self.reading is not None:
            self.reading.accept(event.ranking)
            self.background.start("prepare", partial(self._prepare, event.ranking.index))
            self.show_summary()
            self.refresh_matches()

    @on(ReaderBase.Failed)
    def _failed(self, event: ReaderBase.Failed) -> None:
        if not self.is_attached:
            return
        if event.while_loading:
            self.app.could_not_open(self.item, event.reason)
            return
        self.ranking_for = None
        self.app.tell(event.reason, problem=True)
        if self.reading is not None and self._last_method:
            self.reading.change(method=self._last_method)
            self.show_summary()

    # -- the two panes

    @on(DocumentView.CursorMoved)
    def _cursor_moved(self, event: DocumentView.CursorMoved) -> None:
        if self.reading is None:
            return
        if event.view is self.summary:
            self.source.cursor = event.sentence
            self.source.reveal(event.sentence, align="centre")
        self.reading.change(place=event.sentence)
        self.show_links()

    @on(DocumentView.Hovered)
    def _hovered(self, event: DocumentView.Hovered) -> None:
        other = self.source if event.view is self.summary else self.summary
        sentence = event.sentence
        if self.reading is None or (summary := self.reading.summary) is None:
            return
        if sentence is not None and other is self.summary and sentence not in summary.kept:
            link = summary.link(sentence)
            sentence = link.sentence if link else None
        other.hovered = sentence

    @on(DocumentView.Opened)
    def _opened(self, event: DocumentView.Opened) -> None:
        if self.reading is None or (ranking := self.reading.ranking) is None:
            return
        if event.view is self.summary:
            self.source.reveal(event.sentence, align="centre")
            if self.show_source_pane():
                self.source.focus()
        elif (rank := ranking.rank_of(event.sentence)) is not None:
            self.set_size(rank)

    @on(HeatStrip.Jumped)
    def _jumped(self, event: HeatStrip.Jumped) -> None:
        if event.sentence is not None:
            self._go_to(event.sentence)

    def _go_to(self, sentence: int) -> None:
        """Bring a sentence of the source into view and under the cursor."""
        self.source.move_cursor(sentence)
        self.source.reveal(sentence, align="centre")

    def action_switch_pane(self) -> None:
        """Go to the other pane, making it visible if need be."""
        target = self.source if self.summary.has_focus else self.summary
        if self.reading is not None:
            layout = self.reading.state.layout
            alone = {Layout.SUMMARY: self.summary, Layout.SOURCE: self.source}.get(layout)
            if alone is not None and alone is not target:
                other = Layout.SOURCE if target is self.source else Layout.SUMMARY
                self.reading.change(layout=other)
                self.show_layout()
        # Shown before it is focused: what the next look at the styles hides would lose the focus.
        self.set_class(target is self.summary, "-in-summary")
        self.set_focus(target)

    def show_source_pane(self) -> bool:
        """Make the source visible where the layout hides it; returns whether it was hidden."""
        hidden = not self.query_one("#source-pane").display
        if self.reading is not None and self.reading.state.layout is Layout.SUMMARY:
            self.reading.change(layout=Layout.BOTH)
            self.show_layout()
        return hidden or self.has_class("-short")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a small screen only the pane in use is shown."""
        if event.widget in (self.summary, self.source):
            self.set_class(event.widget is self.summary, "-in-summary")
            if event.widget is self.summary and self.reading is not None:
                summary = self.reading.summary
                if summary is not None and self.summary.cursor is None and summary.indices:
                    self.summary.cursor = summary.indices[0]

    def action_next_mark(self, step: int) -> None:
        """Go to the next kept sentence in the source, or the next match of a search."""
        if self.is_searching:
            self.step_match(step)
            return
        if self.reading is None or (summary := self.reading.summary) is None or not summary.indices:
            return
        place = self.source.cursor if self.source.cursor is not None else -1
        kept = summary.indices
        if step > 0:
            target = next((i for i in kept if i > place), kept[0])
        else:
            target = next((i for i in reversed(kept) if i < place), kept[-1])
        self._go_to(target)

    # -- length and method

    @on(LengthBar.Changed)
    def _bar_changed(self, event: LengthBar.Changed) -> None:
        self.set_size(event.value)

    def action_length(self, step: int) -> None:
        """Make the summary longer or shorter."""
        if self.reading is not None and (summary := self.reading.summary) is not None:
            self.set_size(summary.size + step)

    def set_size(self, size: int) -> None:
        """Keep so many sentences."""
        if self.reading is not None:
            self.reading.keep(size)
            self.show_summary()
            self.refresh_matches()

    async def action_type_length(self) -> None:
        """Ask for a length."""
        if self.reading is not None:
            await self.ask(Purpose.LENGTH, str(self.reading.state.length))

    def action_next_unit(self) -> None:
        """Show lengths in the next unit."""
        if self.reading is not None:
            unit = self.reading.state.unit
            self.reading.change(unit=UNITS[(UNITS.index(unit) + 1) % len(UNITS)])
            self.show_length()

    def action_suggested_length(self) -> None:
        """Take the suggested length."""
        if self.bar.suggested is not None:
            self.set_size(self.bar.suggested)

    def action_methods(self) -> None:
        """Choose the method that ranks."""
        from tui.screens.methods import MethodScreen

        if self.reading is not None:
            self.app.push_screen(MethodScreen(self.reading.state.method), self.use_method)

    def use_method(self, method: str | None) -> None:
        """Rank by another method; None leaves things as they are."""
        if self.reading is not None and method:
            self.reading.change(method=method)
            self.show_summary()

    # -- layout and panels

    def action_next_layout(self) -> None:
        """Share the screen in another way."""
        if self.reading is not None:
            layout = self.reading.state.layout.next
            self.reading.change(layout=layout)
            self.show_layout()
            (self.summary if layout is Layout.SUMMARY else self.source).focus()
            self.app.tell(f"Layout: {layout.value}.")

    def action_heat(self) -> None:
        """Tint the source by score, or no longer."""
        if self.reading is not None:
            self.reading.change(heat=not self.reading.state.heat)
            self.show_summary()

    async def action_explain(self) -> None:
        """Open or close the panel that says why a sentence is in."""
        if self.explain_panel is not None and self.query_one("#source-pane").display:
            await self.close_explain_panel()
        else:
            self._make_room_to_explain()
            if self.explain_panel is None:
                await self.open_explain_panel()
        self.show_links()

    def _make_room_to_explain(self) -> None:
        """The panel stands in the source's pane: show that where it is hidden, or would be."""
        is_alone = self.has_class("-summary-only") or self.has_class("-narrow")
        if is_alone and self.summary.has_focus:
            self.show_source_pane()
            self.set_focus(self.source)
            self.remove_class("-in-summary")

    def action_compare(self) -> None:
        """Show several methods side by side."""
        from tui.screens.compare import CompareScreen

        if self.reading is not None:
            self.app.push_screen(CompareScreen(self.reading), self.use_method)

    def action_library(self) -> None:
        """Choose another article."""
        self.app.show_library()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.show_help(self)

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    async def action_escape(self) -> None:
        """End a search, close a panel, go back to the panes, or stop a slow load."""
        panel = self.explain_panel
        if self.is_searching:
            self.end_search()
            self.show_links()
        elif self.focused not in (self.source, self.summary):
            self.source.focus()
        elif panel is not None:
            await self.close_explain_panel()
        elif self.reading is None:
            self.background.forget()
            self.app.show_library()

    # -- the prompt

    @on(Prompt.Changed)
    def _prompt_changed(self, event: Prompt.Changed) -> None:
        if event.purpose is Purpose.SEARCH:
            self.search(event.text)

    @on(Prompt.Cancelled)
    async def _prompt_cancelled(self, event: Prompt.Cancelled) -> None:
        await event.prompt.remove()
        if event.purpose is Purpose.SEARCH:
            self.end_search(go_back=True)
        self._back_to_pane(event.purpose)

    @on(Prompt.Answered)
    async def _prompt_answered(self, event: Prompt.Answered) -> None:
        if event.purpose is Purpose.LENGTH and not self._accept_length(event.text):
            event.prompt.hint("not a length: write 5, 20%, 100w, 2min or 280c")
            return
        await event.prompt.remove()
        self._back_to_pane(event.purpose)
        if event.purpose is Purpose.FOCUS:
            self.focus_on(event.text)
        elif event.purpose is Purpose.WRITE:
            self.write(event.text)
        elif event.purpose is Purpose.SEARCH:
            if not event.text.strip():
                self.end_search()
            self.show_links()

    def _accept_length(self, text: str) -> bool:
        if self.reading is None:
            return True
        try:
            length = Length.parse(text)
        except SummariseError:
            return False
        self.reading.change(length=length, unit=length.unit)
        self.show_summary()
        self.refresh_matches()
        return True

    def _back_to_pane(self, purpose: Purpose) -> None:
        in_search = purpose is Purpose.SEARCH and self._pane is not None
        pane = self._pane if in_search else None
        if pane is None:
            pane = self.summary if self.has_class("-in-summary") else self.source
        pane.focus()
