"""The very first frame: on the screen before anything else of the program is even imported."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from summarise.text.sanitise import sanitise_line
from tui.widgets.fitted_line import Line

#: Seconds for the first frame to get from the thread that writes it to the terminal.
_FLUSH = 0.01


class OpeningScreen(Screen[None]):
    """Says what is being opened, where the title will stand; stays below all other screens.

    Args:
        name: What is being opened.
        go_on: Called once this was painted.
    """

    DEFAULT_CSS = """
    OpeningScreen { background: $background; color: $text; }
    OpeningScreen > Line { margin: 0 2; }
    """
    BINDINGS = [
        Binding("q", "app.quit", "quit", id="opening.quit", show=False, tooltip="Leave the program")
    ]

    def __init__(self, name: str, go_on: Callable[[], object]) -> None:
        super().__init__()
        self._opened = sanitise_line(name)
        self._go_on = go_on

    def compose(self) -> ComposeResult:
        """One line."""
        yield Line(Content.styled(self._opened, "bold"), "reading …")

    def on_mount(self) -> None:
        """Go on behind the first frame."""
        self.call_after_refresh(self.set_timer, _FLUSH, self._go_on)
