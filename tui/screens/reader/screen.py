"""The reader screen: what follows from keys, clicks and messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content

from summarise.loading import Source, feeds_of
from tui.keys.reader import BEFORE_OTHER_KEYS, READER_BINDINGS
from tui.keys.table import first_keys
from tui.messages import (
    EditArticle,
    GoBack,
    GoUp,
    OfferSources,
    OpenRead,
    ReadAlong,
    ReadAnew,
    ShowHelp,
    ShowLibrary,
    Tell,
    Wrote,
)
from tui.palette_commands import Command
from tui.screens.reader.asking import YES_OR_NO, Asking
from tui.screens.reader.drawing import METHOD_HEAD, Drawing
from tui.screens.reader.known_use import KnownUse
from tui.screens.reader.link_use import LinkUse
from tui.screens.reader.listings import Listings
from tui.screens.reader.model_use import MODEL_NAME, ModelChoice, ModelUse
from tui.screens.reader.pane_search import PaneSearch
from tui.screens.reader.pane_use import PaneUse
from tui.screens.reader.ranker import CALM, Ranker
from tui.screens.reader.telling import Telling
from tui.screens.reader.trailing import Trailing
from tui.screens.reader.widgets import HINT_GAP, ReaderWidgets
from tui.screens.waiting import Needs, WaitingKeys, WaitingScreen
from tui.state.first_steps import FirstSteps
from tui.state.reading import STILL_RANKING, Reading, View
from tui.state.reading_state import Layout, ReadingState
from tui.state.store.records import Anchor, Mark
from tui.state.typed_ahead import ASKING
from tui.tasks import Tasks
from tui.text import wording
from tui.text.reader_frame import SHORT, TALL, WIDE
from tui.widgets.document_view import DocumentView
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar
from tui.widgets.prompt import Prompt, Purpose

if TYPE_CHECKING:
    from summarise.novelty.known import Known
    from tui.state.library.article_marks import ArticleMarks

#: The actions that need a sentence that a method may pick.
_OF_SENTENCES = frozenset(
    ("length", "methods", "explain", "pin", "drop", "compare", "copy_summary")
)
#: What waits for the first summary.
_NEEDS = Needs(
    READER_BINDINGS,
    in_need=frozenset(
        {"length", "suggested_length", "length_here", "left_out", "next_mark", "write"}
    ),
    leaving=frozenset({"up", "quit", "library"}),
    asking=ASKING,
)


class ReaderScreen(WaitingScreen):
    """An article beside its summary.

    Args:
        item: Where the article comes from.
        reading: What is read.
        column: The widest line of text, in cells.
        keymap: Keys by binding id that replace the program's own.
        fresh: What everyone starts with; otherwise what the reading has now.
        first_steps: What someone who is here for the first time is shown; None to show nothing.
        model: The reader's language model.
        known: Finds out what of the article was read before; None where nothing is remembered.
        marks: Sets the marks of the article; None where there is no library.
    """

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-middling"), (TALL, "-tall")]
    AUTO_FOCUS = "#source"
    BINDINGS = READER_BINDINGS

    def __init__(
        self,
        item: Source,
        reading: Reading,
        column: int,
        keymap: Mapping[str, str] = MappingProxyType({}),
        fresh: ReadingState | None = None,
        first_steps: FirstSteps | None = None,
        model: ModelChoice | None = None,
        known: Callable[[], Known] | None = None,
        marks: ArticleMarks | None = None,
    ) -> None:
        super().__init__()
        self.item = item
        self.reading = reading
        self._fresh = fresh or reading.state
        self._keymap, self._first_steps = keymap, first_steps
        self._marks = marks
        self.widgets = ReaderWidgets(column)
        self.source, self.summary = self.widgets.source, self.widgets.summary
        self.trailing = Trailing(self)
        self.panes = PaneUse(self, self.widgets, reading, self.trailing)
        self.search = PaneSearch(self._search_changed, self._unfold_for)
        warn = partial(self._tell, problem=True)
        self.telling = Telling(
            reading,
            item.origin,
            self._tell,
            self._copy,
            lambda path: self.post_message(Wrote(path)),
        )
        self.asking = Asking(self, self.panes, self.search, self.telling)
        self.drawing = Drawing(
            self, self.widgets, reading, item.name, self.asking.search_facts, self.trailing
        )
        once_calm = partial(self.call_after_refresh, self.set_timer, CALM)
        self.ranker = Ranker(reading, Tasks(self), self._ranking_failed, once_calm)
        self.listings = Listings(self.source, Tasks(self))
        self.links = LinkUse(self, reading, item, self._tell, self._copy)
        self.model = ModelUse(
            self,
            reading,
            model or ModelChoice(),
            lambda text, problem: self._tell(text, problem=problem),
            self._show_asking_model,
            self._ask_to_send,
        )
        self.known = KnownUse(reading, Tasks(self), known, self._tell, warn)
        self.waiting = None if reading.lacks is None else WaitingKeys(_NEEDS, keymap)
        #: Whether the last message says what a change took away.
        self._is_change_told = False
        #: Whether to begin in the summary, if that is known.
        self._in_summary: bool | None = None
        #: Whether the panes stood one above the other, if they stand yet.
        self._is_narrow: bool | None = None
        #: Whether the method in use is only looked at.
        self._is_previewing = False
        #: Whether another summary has come, of which the source has not taken note yet.
        self._is_renewed = False
        #: Whether nobody has been told yet what has come and gone.
        self._has_news = False
        #: Whether the reader has still to be taken to the summary, which is not there yet.
        self._to_begin = True

    def compose(self) -> ComposeResult:
        """Title, panes, controls, keys."""
        self._show_first_steps()  # before there are widgets, all of which it would style once more
        if not self.reading.state.layout.hides_source:
            # It gets the focus anyway: so it is styled once for that.
            self.source.set_reactive(DocumentView.has_focus, True)
        yield from self.widgets.compose()

    def on_mount(self) -> None:
        """Show what there is, follow every change of it, and rank the article."""
        self.reading.watcher = self._changed
        self.reading.room = self.drawing.room
        self.drawing.draw_all()
        self.set_focus(self.source)  # at once: keys that were typed ahead may follow
        self._begin()
        self.call_after_refresh(self.drawing.reveal_place)
        self.call_after_refresh(self.ranker.rank)
        self.call_after_refresh(self.listings.colour)
        if self.reading.summary is not None:
            self.call_after_refresh(self._begin_behind)

    def _show_first_steps(self) -> None:
        """Show the steps that someone who is here for the first time has not taken yet."""
        hints, steps = self.widgets.hints, self._first_steps
        left = () if steps is None else steps.left
        if left:
            keys = first_keys(self._keymap)
            parts = [((f"{keys[step.id]}", "bold"), f" {step.words}{HINT_GAP}") for step in left]
            hints.set(Content.assemble(*(part for pair in parts for part in pair)))
        hints.display = bool(left) and not self.has_class("-short")
        self.set_class(hints.display, "-hinting")

    def _took_step(self, id: str) -> None:
        """Take note of a step that is shown to someone who is here for the first time."""
        if self._first_steps is not None and self._first_steps.use(id):
            self._show_first_steps()

    def stay_in(self, in_summary: bool) -> None:
        """Begin in a pane of the reader's choice: the one in which another screen was left."""
        self._in_summary = in_summary

    def _begin(self) -> None:
        """Go to the summary once it is there, unless the reader has gone somewhere else."""
        if self._to_begin and self.reading.summary is not None:
            self._to_begin = False
            if self.focused is self.source and self._in_summary is not False:
                self.panes.begin()
                self.drawing.draw_links(self.reading.view)

    async def _begin_behind(self) -> None:
        """Begin what needs a summary, when that is on the screen: nobody waits any more."""
        self.known.begin()
        await self.model.begin()

    def on_unmount(self) -> None:
        """Leave the reading to whoever shows it next."""
        self.reading.unwatch(self._changed)

    @on(events.ScreenSuspend)
    def note_seen(self) -> None:
        """Take note of the sentences that are on the screen: so much the reader can know."""
        for pane in (self.source, self.summary):
            self.reading.see(pane.in_sight())

    def keeps(self, key: str, character: str | None) -> bool:
        """Keep a key that needs the first summary until that is there, and the keys after it."""
        if self.waiting is None or self.asking.purpose is not None or self.search.found:
            return False
        waited = self.waiting.any
        kept = self.keeps_waiting(key, character)
        if kept and not waited and self.waiting.any:
            self._tell(STILL_RANKING)
        return kept

    def _ranking_failed(self, reason: str) -> None:
        self._tell(reason, problem=True)
        self.let_keys_go()

    def _changed(self, changed: frozenset[str], view: View) -> None:
        """Follow a change of the reading: the one place that decides what is redrawn."""
        if changed & {"method", "choices", "length"}:
            self.drawing.is_idle = True
        self.drawing.draw(changed, view)
        self._is_renewed = self._is_renewed or bool(changed & {"method", "new_first"})
        if "summary" in changed:
            # What was found out of earlier reading follows a choice that was told of before.
            by_reader = not self._is_previewing and "known" not in changed
            self._has_news = self._has_news or by_reader
            self.call_later(self._tell_changes)
        if view.summary is not None:
            if not self._is_previewing:
                self.drawing.newcomers.release()
                self._meet()
            self._begin()
            self.let_keys_go()
        if "summary" in changed:
            self.refresh_bindings()
            self.search.refresh(self.summary)
            self.call_after_refresh(self._begin_behind)
        if changed & {"method", "choices"}:
            self.ranker.rank()

    def _meet(self) -> None:
        """Let the source follow a summary by other rules: both are one place, for every key."""
        if self._is_renewed and self.reading.summary is not None:
            self._is_renewed = False
            self.panes.follow_summary()

    def on_resize(self) -> None:
        """Say as much as there is room for; an explanation that is open stays in sight."""
        if self._is_narrow is False and self.has_class("-narrow"):
            self.panes.show_explanation()
        self._is_narrow = self.has_class("-narrow")
        self.drawing.draw_length(self.reading.view)
        self._show_first_steps()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked for, keys are letters of the answer."""
        if self.asking.purpose is not None and action in BEFORE_OTHER_KEYS:
            return False
        return super().check_action(action, parameters)

    def _tell(self, text: str, *, problem: bool = False) -> None:
        changes = ""
        if self._has_news:
            self._has_news = False
            room = self.app.size.width - wording.AROUND_MESSAGE - len(text)
            changes = wording.changes(self.reading.article, self.drawing.newcomers, room)
            text = f"{text} {changes}".strip()
        if text or self._is_change_told:  # what went before may be there again
            self.post_message(Tell(text, problem, about=self))
        self._is_change_told = bool(changes)

    def _tell_changes(self) -> None:
        """Say what went, unless that has been said with something else."""
        if self._has_news:
            self._tell("")

    # -- the two panes

    @on(DocumentView.CursorMoved)
    def _cursor_moved(self, event: DocumentView.CursorMoved) -> None:
        event.stop()
        self._to_begin = self.drawing.is_idle = False
        # With keys faster than the panes, a cursor may have moved on since it said so.
        if event.view.cursor != event.sentence:
            return
        if not self.panes.follow(event.view, event.sentence):
            # It has been elsewhere meanwhile, and a change may have linked the panes there.
            self.drawing.draw_links(self.reading.view)

    @on(DocumentView.Hovered)
    def _hovered(self, event: DocumentView.Hovered) -> None:
        self.panes.hover(event.view, event.sentence)

    @on(DocumentView.Opened)
    def _opened(self, event: DocumentView.Opened) -> None:
        if event.view is self.source and self.drawing.unfold(event.sentence):
            self.listings.colour()
            return
        self._took_step("view.open")
        self.panes.open(event.view, event.sentence, pointed_at=event.by_label)

    @on(HeatStrip.Jumped)
    def _jumped(self, event: HeatStrip.Jumped) -> None:
        self.panes.jump_to(event.sentence)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a small screen only the pane in use is shown."""
        self.panes.focused(event.widget)

    def action_switch_pane(self) -> None:
        """Go to the other pane, making it visible if need be."""
        self.panes.switch()

    def action_go_into(self, pane: str) -> None:
        """Go to one of the panes."""
        self.panes.go_into(self.summary if pane == "summary" else self.source)

    def action_back(self) -> None:
        """Go back to where the last jump came from."""
        if not self.panes.go_back():
            self.post_message(GoBack(self.item))

    def end_look(self) -> None:
        """Be where the reader was before they were taken here for a look, unless they moved on."""
        self.reading.end_look()
        self.panes.go_to(self.reading.state.place)

    def action_forward(self) -> None:
        """Go forward again to where the way back was begun."""
        if not self.panes.go_forward():
            self._tell("Nowhere to go forward to.")

    def action_next_layout(self) -> None:
        """Share the screen in another way."""
        self._tell(f"Layout: {self.panes.next_layout().value}.")

    def action_zoom(self, step: int) -> None:
        """Show more of the article, or less."""
        if not self.panes.zoom(step, outline=self.drawing.outline.exists(self.reading.article)):
            end = "This is the whole text." if step > 0 else "This is as short as it gets."
            self._tell(end)

    def action_outline(self) -> None:
        """Show the outline in place of the summary, or the summary again."""
        shown = self.reading.state.layout is Layout.OUTLINE
        if not shown and len(self.drawing.outline.sections(self.reading.article)) < 2:
            self._tell("No headings, and too short to be told in parts.")
            return
        self.panes.show_in(Layout.BOTH if shown else Layout.OUTLINE)
        self.panes.go_into(self.summary)

    def action_fold(self) -> None:
        """Fold or unfold a part of the outline."""
        if self.reading.state.layout is not Layout.OUTLINE:
            self._tell("Parts are folded in the outline: O shows it.")
        elif self.sentence is None:
            return
        elif part := self.drawing.outline.toggle(self.reading.article, self.sentence):
            self.drawing.draw_summary(self.reading.view)
            self.summary.move_cursor(part.first)
        else:
            self._tell("This part holds no others that could be folded.")

    def action_heat(self) -> None:
        """Tint the source by score, or stop tinting it."""
        self.reading.change(heat=not self.reading.state.heat)

    def action_dim_known(self) -> None:
        """Dim what was read before, or stop dimming it."""
        self.known.dim()

    def action_new_first(self) -> None:
        """Begin the summary with what is new, or no longer."""
        self.known.put_new_first()

    def action_where_read(self) -> None:
        """Go to where it was read before what the sentence under the cursor says."""
        if (seen := self.known.seen(self.sentence)) is not None:
            place = Anchor(seen.sentence, seen.words)
            self.post_message(OpenRead(seen.text.key, place, self.item))

    async def action_explain(self) -> None:
        """Open or close the panel that says why a sentence is in."""
        if self._lacks_sentences("explain"):
            return
        if self.panes.explain_panel is None and self.panes.in_use.brings_cursor_back():
            return
        await self.panes.toggle_explain_panel()

    async def action_details(self) -> None:
        """Show all parts of the explanation, or only the largest."""
        await self.panes.toggle_details()

    def action_neighbour(self, number: int) -> None:
        """Go to one of the sentences that are most like the one explained."""
        if self.panes.go_to_neighbour(number):
            return
        opened = self.panes.explain_panel is not None
        self._tell("No other is like it." if opened else "e shows which are most like this one.")

    async def action_escape(self) -> None:
        """End a search, close a panel, or go back to the panes."""
        if self.search.found:
            self.search.end()
        elif self.model.cancel():
            pass
        elif self.focused not in (self.source, self.summary):
            self.panes.leave_line()
        else:
            await self.panes.close_explain_panel()

    # -- length and method

    @on(LengthBar.Changed)
    def _bar_changed(self, event: LengthBar.Changed) -> None:
        self.reading.keep(event.value, run="bar")
        self._has_news = False  # a bar that is dragged is seen

    def offers(self, action: str) -> bool:
        """Where there is no sentence to pick, nothing can be made of sentences."""
        summary = self.reading.summary
        return action not in _OF_SENTENCES or summary is None or bool(summary.ranking.order)

    def _lacks_sentences(self, action: str) -> bool:
        """Say why an action can do nothing, if it cannot."""
        lacks = not self.offers(action)
        if lacks:
            self._tell(wording.NOTHING_TO_PICK)
        return lacks

    def action_length(self, step: int) -> None:
        """Make the summary longer or shorter."""
        if self._lacks_sentences("length"):
            return
        if step > 0:
            self._took_step("length.more")
        self.reading.lengthen(step)

    def action_length_here(self) -> None:
        """Take the length at which the sentence under the cursor comes in."""
        self.telling.length_here(self.sentence)

    async def action_type_length(self) -> None:
        """Ask for a length."""
        await self.asking.ask(Purpose.LENGTH, str(self.reading.state.length))

    def action_next_unit(self) -> None:
        """Show lengths in the next unit."""
        self.reading.next_unit()

    def action_suggested_length(self) -> None:
        """Take the suggested length."""
        before = self.reading.state.length
        self.reading.keep_suggested()
        if self.reading.state.length == before:
            self._tell("That is the suggested length.")

    def on_click(self, event: events.Click) -> None:
        """Choose the method where its name was clicked."""
        summary = self.reading.summary
        if event.widget is self.widgets.method_line and summary is not None:
            name = f"{METHOD_HEAD}{wording.method_name(summary.ranking)}"
            offset = event.get_content_offset(self.widgets.method_line)
            if offset is not None and offset.x < cell_len(name):
                self.action_methods()

    def action_methods(self) -> None:
        """Choose the method that ranks."""
        if self._lacks_sentences("methods"):
            return
        from tui.screens.methods import MethodScreen, ModelOffered  # not before it is opened

        before, model = self.reading.state.method, self.model
        chosen = partial(self._method_chosen, before)
        offered = ModelOffered(model.name, model.fault) if model.is_offered else None
        self.app.push_screen(MethodScreen(before, self._preview_method, model=offered), chosen)

    def _preview_method(self, method: str) -> None:
        """Show what a method picks, without a decision for it."""
        if method != self.reading.state.method:
            self._is_previewing = True
            self.drawing.newcomers.hold()
            self.reading.change(method=method)

    async def _method_chosen(self, before: str, method: str | None) -> None:
        """Use a method that was chosen, or go back to the one in use before."""
        self._is_previewing = False
        if method == MODEL_NAME:
            if before != self.reading.state.method:
                self.reading.change(method=before)
            await self.model.use(before)
        elif method is not None:
            self.reading.use(method, seen_from=before)
            self._meet()
        elif before != self.reading.state.method:
            self.reading.change(method=before)

    def use_method(self, method: str) -> None:
        """Rank by another method."""
        self.reading.use(method)

    async def use_model(self) -> None:
        """Rank by the reader's language model."""
        await self.model.use(self.reading.state.method)

    def _show_asking_model(self, how_far: str) -> None:
        self.drawing.asking_model = how_far
        model = self.model
        failed = f"{model.name} gave no ranking: m says why" if model.fault else ""
        self.drawing.model_failed = failed
        self.drawing.draw_length(self.reading.view)
        self.drawing.draw_controls(self.reading.view)

    async def _ask_to_send(self, where: str) -> None:
        """Ask whether the article may be sent to another computer, unless something is typed."""
        if self.asking.purpose is not None:  # it must not be taken for a yes
            self._tell(f"{self.model.name} was not asked, since you were typing: m chooses it.")
            return
        await self.asking.ask(Purpose.SEND)
        self.asking.hint(Purpose.SEND, where)

    def commands(self) -> Iterator[Command]:
        """The feeds that the page names and the methods to choose from, for the palette."""
        from summarise.methods import MODEL, methods  # not before the palette asks

        for feed in feeds_of(self.reading.article):
            offer = partial(self.post_message, OfferSources((feed,)))
            yield Command(f"Feed: {feed.name}", "Open this feed of the page", offer, listed=False)

        if self.model.is_offered:
            title = f"Method: Model ({self.model.name})"
            yield Command(title, MODEL.description, self.use_model, listed=False)
        for method in methods():
            run = partial(self.use_method, method.name)
            yield Command(f"Method: {method.label}", method.description, run, listed=False)

    def action_compare(self) -> None:
        """Show several methods side by side."""
        if self._lacks_sentences("compare"):
            return
        from tui.screens.compare import CompareScreen  # not before it is opened

        self.app.push_screen(CompareScreen(self.reading, self.source.max_column), self.use_choice)

    def use_choice(self, chosen: tuple[str, int | None] | None) -> None:
        """Rank by a method that was compared, at the length it was compared at if that differs."""
        if chosen is not None:
            self.reading.use(*chosen)

    # -- search, and the line that asks

    async def action_search(self) -> None:
        """Ask what to search for in the source, which holds the summary too, if it can be seen."""
        left = self.panes.in_use
        pane = left if self.reading.state.layout.hides_source else self.source
        self.panes.leave_for(pane)
        await self.asking.ask(Purpose.SEARCH, self.search.found.text)
        self.search.begin(pane, left)

    def action_next_mark(self, step: int) -> None:
        """Go to the next kept sentence in the source, or the next match of a search."""
        if not self.search.found:
            self.panes.go_to_kept(step)
        elif not self.search.step(step):
            self._tell(f"“{self.search.found.text}” is not in this pane.")

    def _unfold_for(self, pane: DocumentView, text: str) -> None:
        """Show the paragraphs that are left out where what is searched for stands in them."""
        if pane is self.source and self.drawing.unfold_for(text):
            self.listings.colour()

    def _search_changed(self) -> None:
        self.asking.hint(Purpose.SEARCH, self.search.found.count)
        self.drawing.draw_links(self.reading.view)

    async def action_terms(self) -> None:
        """Go to the key terms, or on to typing one."""
        self.ranker.prepare()
        await self.asking.go_to_terms(self.widgets.key_terms)

    @on(Prompt.Changed)
    def _prompt_changed(self, event: Prompt.Changed) -> None:
        self.asking.changed(event)

    @on(Prompt.Cancelled)
    async def _prompt_cancelled(self, event: Prompt.Cancelled) -> None:
        await self.asking.cancelled(event)
        if event.purpose is Purpose.SEND:
            self.model.answered(False)

    @on(Prompt.Answered)
    async def _prompt_answered(self, event: Prompt.Answered) -> None:
        await self.asking.answered(event)
        if event.purpose is Purpose.SEND and self.asking.purpose is None:
            self.model.answered(YES_OR_NO[event.text.strip().lower()])

    # -- decisions, and what is taken away

    @property
    def sentence(self) -> int | None:
        """The sentence under the cursor of the pane in use."""
        return self.panes.in_use.cursor

    def action_pin(self) -> None:
        """Always keep the sentence under the cursor, or unpin it."""
        if not self.panes.in_use.brings_cursor_back():
            self.telling.pin(self.sentence)

    def action_drop(self) -> None:
        """Never keep the sentence under the cursor, or take it back."""
        if self.panes.in_use.brings_cursor_back():
            return
        before = self.source.cursor
        if before is None or before not in self.reading.state.choices.drops:
            self.source.cursor = self.sentence  # it stays there when it leaves the summary
        self.telling.drop(self.source.cursor)

    def action_left_out(self) -> None:
        """Go to the next paragraph that the summary does not touch, at its best sentence."""
        self.panes.jump_to(self.telling.left_out(self.source.cursor))

    def action_add(self) -> None:
        """Keep the sentence under the cursor, and make room for it."""
        if not self.panes.in_use.brings_cursor_back():
            self.telling.add(self.sentence)

    def action_add_before(self) -> None:
        """Pin the sentence before one that points back to it."""
        self.telling.add_before(self.sentence)

    def action_toggle_block(self) -> None:
        """Restore the paragraph under the cursor, or drop it."""
        if self.panes.in_use.brings_cursor_back():
            return
        run = self.drawing.folded(self.sentence) if self.panes.in_use is self.source else None
        if run is not None:
            self.telling.restore(run)
        else:
            self.telling.toggle_paragraph(self.sentence)

    def action_restore_all(self) -> None:
        """Count every paragraph as part of the article."""
        self.telling.restore_all()

    def action_undo(self) -> None:
        """Take back the last decision, or the last mark of the article if that was later."""
        undone = self._marks.take_back(self.reading.decided_at) if self._marks is not None else ""
        if undone:
            self._tell(undone)
        else:
            self.telling.undo()

    def action_redo(self) -> None:
        """Bring back the decision last undone."""
        self.telling.redo()

    def action_afresh(self) -> None:
        """Forget all choices, and go back to where the article begins."""
        self.telling.start_afresh(self._fresh)
        self.drawing.draw_all()
        self.drawing.reveal_place()

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

    def action_open_link(self) -> None:
        """Open the link of the sentence under the cursor."""
        self.links.use(self.sentence, copies=False)

    def action_copy_link(self) -> None:
        """Copy the address of the link of the sentence under the cursor."""
        self.links.use(self.sentence, copies=True)

    @on(DocumentView.LinkClicked)
    def _link_clicked(self, event: DocumentView.LinkClicked) -> None:
        self.links.follow(event.target)

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        from tui.clipboard import copy  # not before something is copied

        self._tell(str(await copy(self.app, text, what)))

    async def action_write(self) -> None:
        """Ask for a file to write the summary to."""
        if self.reading.summary is not None:
            await self.asking.ask(Purpose.WRITE, self.telling.proposed_name)

    # -- other screens

    def action_edit(self) -> None:
        """Open the article's file in the editor, at the sentence under the cursor."""
        place = self.source.cursor
        words = "" if place is None else self.reading.article.sentences[place].text
        self.post_message(EditArticle(self.item, words))

    def action_anew(self) -> None:
        """Read the article once more, from its file or its server."""
        self.post_message(ReadAnew(self.item))

    def action_feeds(self) -> None:
        """Open the feed that the page names, or offer those it names."""
        if feeds := feeds_of(self.reading.article):
            self.post_message(OfferSources(tuple(feeds)))
        else:
            self._tell("This article names no feed.")

    def action_library(self) -> None:
        """Choose another article."""
        self.post_message(ShowLibrary())

    def action_along(self, step: int) -> None:
        """Read the next article of the list that this one is in, or the one before."""
        self.post_message(ReadAlong(self.item, step))

    def action_mark_article(self, name: str) -> None:
        """Save the article, mark it as read or hide it; or take that back."""
        if self._marks is not None:
            self.reading.history.end_run()  # undo goes over one and the other as they came
            self._tell(self._marks.toggle(Mark(name)))

    def action_explain_page(self) -> None:
        """Show why each paragraph is in or out."""
        from tui.screens.page import PageScreen  # not before it is opened

        self.app.push_screen(PageScreen(self.reading.article))

    def action_help(self) -> None:
        """Show all keys."""
        self._took_step("reader.help")
        self.post_message(ShowHelp("Reader"))

    def action_up(self) -> None:
        """Go back to the library that the article was opened from, or leave."""
        self.post_message(GoUp())

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
