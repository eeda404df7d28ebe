"""The keys of the first frame, and of the screen that loads an article."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

OPENING_BINDINGS: list[BindingType] = [
    key("opening.up", "q", "up", "Go back to the library, or leave", leads=True),
    key("opening.quit", "Q", "app.quit", "Quit the program", leads=True),
]

LOADING_BINDINGS: list[BindingType] = [
    *OPENING_BINDINGS,
    key(
        "opening.stop",
        "escape,o",
        "stop",
        "Stop a slow load, and choose another article",
        leads=True,
    ),
]
