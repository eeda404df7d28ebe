"""The keys of the help."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key, scrolling

HELP_BINDINGS: list[BindingType] = [
    key(
        "help.find",
        "slash",
        "find",
        "Find a key or a sign by typing",
        foot="find",
        first=True,
        leads=True,
    ),
    key(
        "help.back",
        "escape,q,question_mark",
        "back",
        "End finding, or close",
        foot="back",
        leads=True,
    ),
    key(
        "help.names",
        "i",
        "names",
        "Show what the settings file calls each key, or not",
        foot="names for the settings",
    ),
    *scrolling("help"),
]
