"""A panel over the screen with one text that can be scrolled: the help, the page explained."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.guarded import GuardedScreen
from tui.widgets.key_bar import KeyBar


class PanelScreen(GuardedScreen[None], ModalScreen[None]):
    """A heading, a text, and how to get back.

    Args:
        heading: What the text is, in a word or two.
        text: The widget with the text.
    """

    CSS_PATH = "panel.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, heading: str, text: Widget) -> None:
        super().__init__()
        self._heading = heading
        self._text = text

    def compose(self) -> ComposeResult:
        """The panel."""
        with Vertical(id="panel"):
            yield Static(Content(self._heading), id="panel-title")
            with VerticalScroll(id="panel-body", can_focus=False):
                yield self._text
            yield KeyBar(id="panel-keys")

    def action_scroll(self, step: int) -> None:
        """Move by a row."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """Move by a page."""
        panel = self.query_one(VerticalScroll)
        panel.scroll_relative(y=step * max(1, panel.size.height - 2), animate=False)
