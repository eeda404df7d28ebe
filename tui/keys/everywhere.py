"""The keys that work wherever the reader is."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

EVERYWHERE_BINDINGS: list[BindingType] = [
    key(
        "everywhere.suspend", "ctrl+z", "suspend", "Go back to the shell; fg comes back", first=True
    ),
]
