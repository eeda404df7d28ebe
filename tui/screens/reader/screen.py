"""The reader screen: what follows from keys, clicks and messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from textual import events, on, work
from textual.app import ComposeResult
from textual.geometry import Size

from summarise.loading import Source
from tui.clipboard import copy
from tui.keys.reader import BEFORE_OTHER_KEYS, READER_BINDINGS
from tui.messages import KeysWaited, ReadAnew, ShowHelp, ShowLibrary, Tell
from tui.palette_commands import Command
from tui.screens.guarded import GuardedScreen
from tui.screens.reader.asking import Asking
from tui.screens.reader.drawing import Drawing
from tui.screens.reader.pane_search import PaneSearch
from tui.screens.reader.pane_use import PaneUse
from tui.screens.reader.ranker import Ranker
from tui.screens.reader.telling import Telling
from tui.screens.reader.waiting import WaitingKeys
from tui.screens.reader.widgets import ReaderWidgets
from tui.state.reading import STILL_RANKING, Reading, View
from tui.state.typed_ahead import TypedKey
from tui.tasks import Tasks
from tui.text.reader_frame import SHORT, WIDE, size_classes
from tui.widgets.document_view import DocumentView
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar
from tui.widgets.prompt import Prompt, Purpose


class ReaderScreen(GuardedScreen[None]):
    """An article beside its summary.

    Args:
        item: Where the article comes from.
        reading: What is read.
        column: The widest line of text, in cells.
        size: The size of the terminal, if known: then the styles are worked out only once.
        keymap: Keys by binding id that replace the program's own.
    """

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]
    AUTO_FOCUS = "#source"
    BINDINGS = READER_BINDINGS

    def __init__(
        self,
        item: Source,
        reading: Reading,
        column: int,
        size: Size | None = None,
        keymap: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(classes=None if size is None else size_classes(*size))
        self.item = item
        self.reading = reading
        self.widgets = ReaderWidgets(column)
        self.source, self.summary = self.widgets.source, self.widgets.summary
        self.panes = PaneUse(self, self.widgets, reading)
        self.search = PaneSearch(self._search_changed)
        warn = partial(self._tell, problem=True)
        self.telling = Telling(reading, self._tell, warn, self._copy)
        self.asking = Asking(self, self.panes, self.search, self.telling)
        self.drawing = Drawing(self, self.widgets, reading, item.name, self.asking.search_facts)
        self.ranker = Ranker(reading, Tasks(self), self._ranking_failed)
        self._waiting = None if reading.lacks is None else WaitingKeys(keymap)

    def compose(self) -> ComposeResult:
        """Title, panes, controls, keys."""
        yield from self.widgets.compose()

    def on_mount(self) -> None:
        """Show what there is, follow every change of it, and rank the article."""
        self.reading.watcher = self._changed
        self.drawing.draw_all()
        self.set_focus(self.source)  # at once: keys that were typed ahead may follow
        self.call_after_refresh(self.drawing.reveal_place)
        self.call_after_refresh(self.ranker.rank)

    def on_unmount(self) -> None:
        """Leave the reading to whoever shows it next."""
        self.reading.unwatch(self._changed)

    def keeps(self, key: str, character: str | None) -> bool:
        """Keep a key that needs the first summary until that is there, and the keys after it."""
        if self._waiting is None or self.asking.purpose is not None or self.search.found:
            return False
        waited = self._waiting.any
        bound = self.active_bindings.get(key)
        kept = self._waiting.keep(
            key, character, at_once=bound is not None and bound[0] is self.app
        )
        if kept and not waited and self._waiting.any:
            self._tell(STILL_RANKING)
        return kept

    def _let_keys_go(self) -> None:
        """There is a summary, or there will not be: no key waits any more."""
        if self._waiting is not None and self._waiting.any:
            self.post_message(KeysWaited(self._take_waiting))
        else:
            self._waiting = None

    def _take_waiting(self) -> tuple[TypedKey, ...]:
        waiting, self._waiting = self._waiting, None
        return () if waiting is None else waiting.take()

    def _ranking_failed(self, reason: str) -> None:
        self._tell(reason, problem=True)
        self._let_keys_go()

    def _changed(self, changed: frozenset[str], view: View) -> None:
        """Follow a change of the reading: the one place that decides what is redrawn."""
        self.drawing.draw(changed, view)
        if view.summary is not None:
            self._let_keys_go()
        if "summary" in changed:
            self.search.refresh(self.summary)
        if changed & {"method", "choices"}:
            self.ranker.rank()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.drawing.draw_length(self.reading.view)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked for, keys are letters of the answer."""
        if self.asking.purpose is not None and action in BEFORE_OTHER_KEYS:
            return False
        return super().check_action(action, parameters)

    def _tell(self, text: str, *, problem: bool = False) -> None:
        self.post_message(Tell(text, problem))

    # -- the two panes

    @on(DocumentView.CursorMoved)
    def _cursor_moved(self, event: DocumentView.CursorMoved) -> None:
        # With keys faster than the panes, a cursor may have moved on since it said so.
        if event.view.cursor == event.sentence:
            self.panes.follow(event.view, event.sentence)

    @on(DocumentView.Hovered)
    def _hovered(self, event: DocumentView.Hovered) -> None:
        self.panes.hover(event.view, event.sentence)

    @on(DocumentView.Opened)
    def _opened(self, event: DocumentView.Opened) -> None:
        self.panes.open(event.view, event.sentence)

    @on(HeatStrip.Jumped)
    def _jumped(self, event: HeatStrip.Jumped) -> None:
        self.panes.go_to(event.sentence)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a small screen only the pane in use is shown."""
        self.panes.focused(event.widget)

    def action_switch_pane(self) -> None:
        """Go to the other pane, making it visible if need be."""
        self.panes.switch()

    def action_next_layout(self) -> None:
        """Share the screen in another way."""
        self._tell(f"Layout: {self.panes.next_layout().value}.")

    def action_heat(self) -> None:
        """Tint the source by score, or stop tinting it."""
        self.reading.change(heat=not self.reading.state.heat)

    async def action_explain(self) -> None:
        """Open or close the panel that says why a sentence is in."""
        await self.panes.toggle_explain_panel()

    async def action_escape(self) -> None:
        """End a search, close a panel, or go back to the panes."""
        if self.search.found:
            self.search.end()
        elif self.focused not in (self.source, self.summary):
            self.source.focus()
        else:
            await self.panes.close_explain_panel()

    # -- length and method

    @on(LengthBar.Changed)
    def _bar_changed(self, event: LengthBar.Changed) -> None:
        self.reading.keep(event.value)

    def action_length(self, step: int) -> None:
        """Make the summary longer or shorter."""
        self.reading.lengthen(step)

    async def action_type_length(self) -> None:
        """Ask for a length."""
        await self.asking.ask(Purpose.LENGTH, str(self.reading.state.length))

    def action_next_unit(self) -> None:
        """Show lengths in the next unit."""
        self.reading.next_unit()

    def action_suggested_length(self) -> None:
        """Take the suggested length."""
        self.reading.keep_suggested()

    def action_methods(self) -> None:
        """Choose the method that ranks."""
        from tui.screens.methods import MethodScreen  # not before it is opened

        self.app.push_screen(MethodScreen(self.reading.state.method), self.use_method)

    def use_method(self, method: str | None) -> None:
        """Rank by another method; None leaves things as they are."""
        if method:
            self.reading.use(method)

    def commands(self) -> Iterator[Command]:
        """The methods to choose from, for the palette."""
        from summarise.methods import methods  # not before the palette asks

        for method in methods():
            run = partial(self.use_method, method.name)
            yield Command(f"Method: {method.label}", method.description, run, listed=False)

    def action_compare(self) -> None:
        """Show several methods side by side."""
        from tui.screens.compare import CompareScreen  # not before it is opened

        self.app.push_screen(CompareScreen(self.reading, self.source.max_column), self.use_choice)

    def use_choice(self, chosen: tuple[str, int | None] | None) -> None:
        """Rank by a method that was compared, at the length it was compared at if that differs."""
        if chosen is not None:
            self.reading.use(*chosen)

    # -- search, and the line that asks

    async def action_search(self) -> None:
        """Ask what to search for in the pane in use."""
        pane = self.panes.in_use
        await self.asking.ask(Purpose.SEARCH, self.search.found.text)
        self.search.begin(pane)

    def action_next_mark(self, step: int) -> None:
        """Go to the next kept sentence in the source, or the next match of a search."""
        if not self.search.found:
            self.panes.go_to_kept(step)
        elif not self.search.step(step):
            self._tell(f"“{self.search.found.text}” is not in this pane.")

    def _search_changed(self) -> None:
        self.asking.hint(Purpose.SEARCH, self.search.found.count)
        self.drawing.draw_links(self.reading.view)

    async def action_terms(self) -> None:
        """Go to the key terms, or on to typing one."""
        await self.asking.go_to_terms(self.widgets.key_terms)

    @on(Prompt.Changed)
    def _prompt_changed(self, event: Prompt.Changed) -> None:
        self.asking.changed(event)

    @on(Prompt.Cancelled)
    async def _prompt_cancelled(self, event: Prompt.Cancelled) -> None:
        await self.asking.cancelled(event)

    @on(Prompt.Answered)
    async def _prompt_answered(self, event: Prompt.Answered) -> None:
        await self.asking.answered(event)

    # -- decisions, and what is taken away

    @property
    def sentence(self) -> int | None:
        """The sentence under the cursor of the pane in use."""
        return self.panes.in_use.cursor

    def action_pin(self) -> None:
        """Always keep the sentence under the cursor, or unpin it."""
        self.telling.pin(self.sentence)

    def action_drop(self) -> None:
        """Never keep the sentence under the cursor, or take it back."""
        self.source.cursor = self.sentence  # it stays there when it leaves the summary
        self.telling.drop(self.sentence)

    def action_add_before(self) -> None:
        """Pin the sentence before one that points back to it."""
        self.telling.add_before(self.sentence)

    def action_toggle_block(self) -> None:
        """Restore the paragraph under the cursor, or drop it."""
        self.telling.toggle_paragraph(self.sentence)

    def action_restore_all(self) -> None:
        """Count every paragraph as part of the article."""
        self.telling.restore_all()

    def action_undo(self) -> None:
        """Take back the last decision."""
        self.telling.undo()

    def action_redo(self) -> None:
        """Bring back the decision last undone."""
        self.telling.redo()

    @on(KeyTerms.Chosen)
    def _term_chosen(self, event: KeyTerms.Chosen) -> None:
        self.telling.focus_on(event.term)

    def action_copy_summary(self) -> None:
        """Copy the summary."""
        self.telling.copy_summary()

    def action_copy_sentence(self) -> None:
        """Copy the sentence under the cursor."""
        self.telling.copy_sentence(self.sentence)

    def action_copy_selection(self) -> None:
        """Copy what is selected, or the sentence under the cursor."""
        self.telling.copy_selection(self.get_selected_text(), self.sentence)

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        self._tell(str(await copy(self.app, text, what)))

    async def action_write(self) -> None:
        """Ask for a file to write the summary to."""
        if self.reading.summary is not None:
            await self.asking.ask(Purpose.WRITE, "summary.md")

    # -- other screens

    def action_anew(self) -> None:
        """Read the article once more, from its file or its server."""
        self.post_message(ReadAnew(self.item))

    def action_library(self) -> None:
        """Choose another article."""
        self.post_message(ShowLibrary())

    def action_explain_page(self) -> None:
        """Show why each paragraph is in or out."""
        from tui.screens.page import PageScreen  # not before it is opened

        self.app.push_screen(PageScreen(self.reading.article))

    def action_help(self) -> None:
        """Show all keys."""
        self.post_message(ShowHelp("Reader"))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
