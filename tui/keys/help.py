"""The keys of the help."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key, scrolling

HELP_BINDINGS: list[BindingType] = [
    key("help.back", "escape,q,question_mark", "dismiss", "Close the help", foot="back"),
    *scrolling("help"),
]
