"""Which pane is in use, and how the other one is reached where the layout hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widget import Widget

from tui.screens.reader.trailing import Trailing
from tui.screens.reader.widgets import EXPLAIN_PANEL, ReaderWidgets
from tui.state.jumps import Jumps, Spot
from tui.state.reading import Reading
from tui.state.reading_state import Layout
from tui.widgets.document_view import DocumentView

if TYPE_CHECKING:
    from tui.widgets.explain_panel import ExplainPanel


class PaneUse:
    """Moves the reader between the panes, and opens the panel that stands in one of them.

    Args:
        screen: The screen, whose classes say which pane a small one shows.
        widgets: The panes.
        reading: What is read, with the layout in its state.
        trailing: Brings into sight what the cursor of the other pane is on.
    """

    def __init__(
        self,
        screen: Screen[None],
        widgets: ReaderWidgets,
        reading: Reading,
        trailing: Trailing,
    ) -> None:
        self._screen = screen
        self._widgets = widgets
        self._reading = reading
        self._trailing = trailing
        self.jumps = Jumps()
        #: The sentence of the summary that the reader came to the source from, by enter.
        self._came_from: int | None = None
        #: The layout before that has shown a source which was hidden.
        self._layout_before: Layout | None = None

    @property
    def in_use(self) -> DocumentView:
        """The pane whose cursor the keys act on.

        A pane hears of its focus a little later than it has it: of keys that are typed in one go,
        the second would act on the pane before.
        """
        widgets = self._widgets
        return widgets.summary if self._screen.focused is widgets.summary else widgets.source

    @property
    def other(self) -> DocumentView:
        """The pane that is not in use."""
        widgets = self._widgets
        return widgets.source if self.in_use is widgets.summary else widgets.summary

    @property
    def first(self) -> DocumentView:
        """The pane to begin in: the summary, if there is one to be seen."""
        summary, layout = self._reading.summary, self._reading.state.layout
        is_there = summary is not None and bool(summary.indices)
        return (
            self._widgets.source if layout.hides_summary or not is_there else self._widgets.summary
        )

    def switch(self) -> None:
        """Go to the other pane, making it visible if need be."""
        self.go_into(self.other)

    def go_into(self, pane: DocumentView) -> None:
        """Go to a pane; where the layout hides it, it takes the place of the other."""
        self._trailing.hasten()
        is_source, layout = pane is self._widgets.source, self._reading.state.layout
        if not is_source and layout.hides_summary:
            self._reading.change(layout=Layout.SUMMARY)
        elif is_source and layout.hides_source:
            self._reading.change(layout=Layout.SOURCE)
        # Shown before it is focused: what the next look at the styles hides would lose the focus.
        self._say_in_use(in_summary=not is_source)
        self._screen.set_focus(pane)

    def _say_in_use(self, *, in_summary: bool) -> None:
        """Say in the styles which pane is in use, which only a narrow screen looks at."""
        is_seen = self._screen.has_class("-narrow")
        self._screen.set_class(in_summary, "-in-summary", update=is_seen)

    def next_layout(self) -> Layout:
        """Share the screen in another way; returns which."""
        layout = self._reading.state.layout.next
        self.show_in(layout)
        return layout

    def zoom(self, step: int, *, outline: bool) -> bool:
        """Show more of the article, or less; returns whether there is any more, or any less.

        Args:
            step: 1 for more, -1 for less.
            outline: Whether the article has an outline.
        """
        layout = self._reading.state.layout.zoomed(step, outline=outline)
        if layout is self._reading.state.layout:
            return False
        self.show_in(layout, run="zoom")
        return True

    def show_in(self, layout: Layout, run: str = "") -> None:
        """Share the screen in a way of the reader's choice, and be where there is something."""
        pane = self.in_use
        self._layout_before = None
        self._reading.decide(layout=layout, run=run)
        widgets = self._widgets
        if layout.hides_source:
            pane = widgets.summary
        elif layout.hides_summary:
            pane = widgets.source
        self.go_into(pane)

    def leave_line(self, pane: DocumentView | None = None) -> None:
        """Go from a line that asked for something to a pane, or to the one used last."""
        if pane is None:
            widgets = self._widgets
            in_summary = self._screen.has_class("-in-summary")
            pane = widgets.summary if in_summary else widgets.source
        self._screen.set_focus(pane)

    def focused(self, widget: Widget) -> None:
        """Take note of a pane that got the focus: on a small screen only that one is shown."""
        summary = self._widgets.summary
        if widget not in (summary, self._widgets.source):
            return
        self._widgets.summary_head.quiet = widget is not summary
        self._widgets.source_head.quiet = widget is summary
        self._say_in_use(in_summary=widget is summary)
        if widget is not summary:
            return
        self._came_from = None
        shown = self._reading.summary
        if summary.cursor is None and shown is not None and shown.indices:
            summary.cursor = shown.indices[0]

    def begin(self) -> None:
        """Go to the pane to begin in, and in the summary to the sentence that its cursor is on."""
        self.go_into(self.first)
        summary = self._widgets.summary
        if self.first is summary and self._reading.state.place is None:
            place = summary.cursor
            if place is not None:
                self._widgets.source.cursor = place
                self._widgets.source.reveal(place)

    def show_source(self) -> None:
        """Make the source visible where the layout hides it."""
        if self._reading.state.layout.hides_source:
            self._reading.change(layout=Layout.BOTH)

    # -- the same place in both panes

    def follow(self, view: DocumentView, sentence: int) -> bool:
        """Take note of a cursor that has moved; the source goes along with the summary.

        Returns:
            Whether that is another place than the one known last.
        """
        source = self._widgets.source
        if view is not source:
            source.cursor = sentence
            self._trailing.show(source, sentence, align="centre")
        moved = self._reading.state.place != sentence
        self._reading.change(place=sentence)
        return moved

    def follow_summary(self) -> None:
        """Let the source go where the cursor of the summary is, if that is the pane in use."""
        summary = self._widgets.summary
        layout = self._reading.state.layout
        if layout is not Layout.OUTLINE and self.in_use is summary and summary.cursor is not None:
            self.follow(summary, summary.cursor)

    def hover(self, view: DocumentView, sentence: int | None) -> None:
        """Show in the other pane what stands for the sentence under the mouse."""
        widgets, summary = self._widgets, self._reading.summary
        if summary is None:
            return
        if view is widgets.summary:
            widgets.source.hovered = sentence
            return
        if sentence is not None and sentence not in summary.kept:
            link = summary.link(sentence)
            sentence = link.sentence if link else None
        widgets.summary.hovered = sentence

    # -- jumps, and the way back

    @property
    def here(self) -> Spot | None:
        """Where the reader is."""
        pane = self.in_use
        return None if pane.cursor is None else Spot(pane is self._widgets.summary, pane.cursor)

    def open(self, view: DocumentView, sentence: int, *, pointed_at: bool = False) -> None:
        """Go from the summary to a sentence's place in the source; from there, back.

        Args:
            view: The pane.
            sentence: The sentence.
            pointed_at: Whether this very sentence is meant, and not the way back.
        """
        if view is self._widgets.source:
            if pointed_at:
                self._came_from = None
            self._return(sentence)
            return
        self._leave()
        layout = self._reading.state.layout
        self.show_source()
        self._go(Spot(in_summary=False, sentence=sentence))
        self._came_from = sentence
        self._layout_before = layout if layout.hides_source else None

    def _return(self, sentence: int) -> None:
        """Go back to where enter was pressed in the summary, or to what stands for a sentence."""
        summary, came_from, here = self._reading.summary, self._came_from, self.here
        if summary is None or not summary.indices or here is None:
            return
        layout = self._layout_before or self._reading.state.layout
        if layout.hides_summary:
            layout = Layout.BOTH
        if layout is not self._reading.state.layout:
            self._reading.change(layout=layout)
        self._layout_before = None
        shown = self._widgets.summary
        if came_from is not None and came_from in shown.document:
            while self.jumps.back(here) not in (None, Spot(True, came_from)):
                pass
            sentence = came_from
        else:
            self._leave()
            link = summary.link(sentence)
            if layout is Layout.OUTLINE or link is None:
                sentence = sentence if shown.cursor is None else shown.cursor
            else:
                sentence = link.sentence
        self._go(Spot(in_summary=True, sentence=sentence))

    def go_back(self) -> bool:
        """Go to where the last jump came from; returns whether there was one."""
        here = self.here
        spot = None if here is None else self.jumps.back(here)
        if spot is not None:
            self._go(spot)
        return spot is not None

    def go_forward(self) -> bool:
        """Go to where the way back was begun; returns whether there is such a place."""
        spot = self.jumps.forward()
        if spot is not None:
            self._go(spot)
        return spot is not None

    def jump_to(self, sentence: int | None) -> None:
        """Go to a sentence of the source, from where there is a way back."""
        if sentence is not None:
            self._leave()
            self._go(Spot(in_summary=False, sentence=sentence))

    def leave_for(self, pane: DocumentView) -> None:
        """Go to a pane, with a way back to the place in the other one."""
        if pane is not self.in_use:
            self._leave()
            self.go_into(pane)

    def _leave(self) -> None:
        if (here := self.here) is not None:
            self.jumps.leave(here)

    def _go(self, spot: Spot) -> None:
        """Be in a pane, at a sentence that is in it."""
        widgets = self._widgets
        in_summary = spot.in_summary and spot.sentence in widgets.summary.document
        pane = widgets.summary if in_summary else widgets.source
        self.go_into(pane)
        pane.move_cursor(spot.sentence)
        if not in_summary:
            pane.reveal(spot.sentence, align="centre")

    def go_to(self, sentence: int | None) -> None:
        """Bring a sentence of the source into view and under the cursor, from any pane."""
        if sentence is not None:
            self._widgets.source.move_cursor(sentence)
            self._widgets.source.reveal(sentence, align="centre")

    def go_to_kept(self, step: int) -> None:
        """Go to the next kept sentence in the source, or to the one before."""
        self.go_to(self._reading.next_kept(self._widgets.source.cursor, step))

    # -- why a sentence is in, in the lower rows of the source

    @property
    def explain_panel(self) -> ExplainPanel | None:
        """The panel that says why a sentence is in, while it is open."""
        return self._widgets.explain_panel

    async def toggle_explain_panel(self) -> None:
        """Open or close it; where the source is hidden, show that first."""
        if self.explain_panel is not None and self._widgets.source_pane.display:
            await self.close_explain_panel()
            return
        if (
            self._screen.has_class("-summary-only") or self._screen.has_class("-narrow")
        ) and self.in_use is self._widgets.summary:
            self.show_source()
            self._screen.set_focus(self._widgets.source)
            self._say_in_use(in_summary=False)
        if self.explain_panel is None:
            await self._open_explain_panel()

    async def _open_explain_panel(self) -> None:
        self._screen.add_class("-explaining")
        source = self._widgets.source
        if source.cursor is not None:
            # Before there is a panel, so that it never stands over what it explains.
            source.reveal(source.cursor, within=source.size.height // 2 - 1)
        from tui.widgets.explain_panel import ExplainPanel  # not before it is opened

        panel = ExplainPanel(id=EXPLAIN_PANEL)
        await self._widgets.source_pane.mount(panel)
        if (sentence := self._widgets.source.cursor) is not None:
            panel.show(self._reading, sentence)

    def show_explanation(self) -> None:
        """Go to the pane that explains, where the other one has come to hide it."""
        if self.explain_panel is not None and self.in_use is self._widgets.summary:
            self.go_into(self._widgets.source)

    async def toggle_details(self) -> None:
        """Show all parts of the explanation, or only the largest; open it if need be."""
        panel = self.explain_panel
        if panel is None or not self._widgets.source_pane.display:
            await self.toggle_explain_panel()
            panel = self.explain_panel
            if panel is not None and panel.full:
                return
        if panel is not None:
            panel.toggle_full()

    def go_to_neighbour(self, number: int) -> bool:
        """Go to one of the sentences most like the one explained; returns whether it is there."""
        panel = self.explain_panel
        neighbours = panel.neighbours if panel is not None else ()
        if number > len(neighbours):
            return False
        self.jump_to(neighbours[number - 1])
        return True

    async def close_explain_panel(self) -> None:
        """Give its rows back to the source."""
        self._screen.remove_class("-explaining")
        if self.explain_panel is not None:
            await self.explain_panel.remove()
