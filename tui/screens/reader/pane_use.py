"""Which pane is in use, and how the other one is reached where the layout hides it."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from tui.screens.reader.widgets import ReaderWidgets
from tui.state.reading import Reading
from tui.state.reading_state import Layout
from tui.widgets.document_view import DocumentView
from tui.widgets.explain_panel import ExplainPanel


class PaneUse:
    """Moves the reader between the panes, and opens the panel that stands in one of them.

    Args:
        screen: The screen, whose classes say which pane a small one shows.
        widgets: The panes.
        reading: What is read, with the layout in its state.
    """

    def __init__(self, screen: Screen[None], widgets: ReaderWidgets, reading: Reading) -> None:
        self._screen = screen
        self._widgets = widgets
        self._reading = reading

    @property
    def in_use(self) -> DocumentView:
        """The pane whose cursor the keys act on."""
        return self._widgets.summary if self._widgets.summary.has_focus else self._widgets.source

    @property
    def other(self) -> DocumentView:
        """The pane that is not in use."""
        widgets = self._widgets
        return widgets.source if self.in_use is widgets.summary else widgets.summary

    def switch(self) -> None:
        """Go to the other pane, making it visible if need be."""
        target, source = self.other, self._widgets.source
        hidden_by = Layout.SUMMARY if target is source else Layout.SOURCE
        if self._reading.state.layout is hidden_by:
            other = Layout.SOURCE if target is source else Layout.SUMMARY
            self._reading.change(layout=other)
        # Shown before it is focused: what the next look at the styles hides would lose the focus.
        self._screen.set_class(target is not source, "-in-summary")
        self._screen.set_focus(target)

    def next_layout(self) -> Layout:
        """Share the screen in another way; returns which."""
        layout = self._reading.state.layout.next
        self._reading.change(layout=layout)
        widgets = self._widgets
        (widgets.summary if layout is Layout.SUMMARY else widgets.source).focus()
        return layout

    def go_back(self, pane: DocumentView | None = None) -> None:
        """Go from a line that asked for something to a pane, or to the one used last."""
        if pane is None:
            widgets = self._widgets
            in_summary = self._screen.has_class("-in-summary")
            pane = widgets.summary if in_summary else widgets.source
        pane.focus()

    def focused(self, widget: Widget) -> None:
        """Take note of a pane that got the focus: on a small screen only that one is shown."""
        summary = self._widgets.summary
        if widget not in (summary, self._widgets.source):
            return
        self._widgets.summary_head.quiet = widget is not summary
        self._widgets.source_head.quiet = widget is summary
        self._screen.set_class(widget is summary, "-in-summary")
        shown = self._reading.summary
        if widget is summary and shown is not None and summary.cursor is None and shown.indices:
            summary.cursor = shown.indices[0]

    def show_source(self) -> bool:
        """Make the source visible where the layout hides it; returns whether it was hidden."""
        hidden = not self._widgets.source_pane.display
        if self._reading.state.layout is Layout.SUMMARY:
            self._reading.change(layout=Layout.BOTH)
        return hidden or self._screen.has_class("-short")

    # -- the same place in both panes

    def follow(self, view: DocumentView, sentence: int) -> None:
        """Take note of a cursor that has moved; the source goes along with the summary."""
        source = self._widgets.source
        if view is not source:
            source.cursor = sentence
            source.reveal(sentence, align="centre")
        self._reading.change(place=sentence)

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

    def open(self, view: DocumentView, sentence: int) -> None:
        """Go from the summary to the source; from there to the length where a sentence enters."""
        source, ranking = self._widgets.source, self._reading.ranking
        if ranking is None:
            return
        if view is not source:
            source.reveal(sentence, align="centre")
            if self.show_source():
                source.focus()
        elif (rank := ranking.rank_of(sentence)) is not None:
            self._reading.keep(rank)

    def go_to(self, sentence: int | None) -> None:
        """Bring a sentence of the source into view and under the cursor."""
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
        return next(iter(self._screen.query(ExplainPanel)), None)

    async def toggle_explain_panel(self) -> None:
        """Open or close it; where the source is hidden, show that first."""
        if self.explain_panel is not None and self._widgets.source_pane.display:
            await self.close_explain_panel()
            return
        if (
            self._screen.has_class("-summary-only") or self._screen.has_class("-narrow")
        ) and self._widgets.summary.has_focus:
            self.show_source()
            self._screen.set_focus(self._widgets.source)
            self._screen.remove_class("-in-summary")
        if self.explain_panel is None:
            await self._open_explain_panel()

    async def _open_explain_panel(self) -> None:
        self._screen.add_class("-explaining")
        source = self._widgets.source
        if source.cursor is not None:
            # Before there is a panel, so that it never stands over what it explains.
            source.reveal(source.cursor, within=source.size.height // 2 - 1)
        panel = ExplainPanel(id="explain")
        await self._widgets.source_pane.mount(panel)
        if (sentence := self._widgets.source.cursor) is not None:
            panel.show(self._reading, sentence)

    async def close_explain_panel(self) -> None:
        """Give its rows back to the source."""
        self._screen.remove_class("-explaining")
        if self.explain_panel is not None:
            await self.explain_panel.remove()
