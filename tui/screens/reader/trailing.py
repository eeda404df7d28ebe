"""How the pane that is not in use follows the cursor of the one that is."""

from __future__ import annotations

from time import monotonic

from textual.screen import Screen
from textual.timer import Timer

from tui.text.revealing import Align
from tui.widgets.document_view import DocumentView

#: Seconds between two places of a pane that follows. What is new to it is nearly all of its rows:
#: most of the work of a move of the cursor, and nothing that eyes could follow while a key is held
#: down, thirty times a second.
PACE = 0.1


class Trailing:
    """Brings sentences into sight in a pane beside the one in use: the first at once, then paced.

    Args:
        screen: The screen, which keeps the time.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._since = -PACE
        self._timer: Timer | None = None
        self._wanted: dict[DocumentView, tuple[int, Align]] = {}

    @property
    def is_behind(self) -> bool:
        """Whether a sentence is still to be brought into sight."""
        return bool(self._wanted)

    def show(self, pane: DocumentView, sentence: int, *, align: Align = "nearest") -> None:
        """Bring a sentence into sight soon, instead of another one that has not been yet."""
        self._wanted[pane] = sentence, align
        wait = self._since + PACE - monotonic()
        if wait <= 0:
            self.catch_up()
        elif self._timer is None:
            self._timer = self._screen.set_timer(wait, self.catch_up)

    def catch_up(self) -> None:
        """Bring what was asked for last into sight now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._wanted:
            self._since = monotonic()
        while self._wanted:
            pane, (sentence, align) = self._wanted.popitem()
            pane.reveal(sentence, align=align)

    def hasten(self) -> None:
        """Catch up, and do not wait the next time: something else than a cursor has changed."""
        self.catch_up()
        self._since = -PACE
