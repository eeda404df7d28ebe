"""The keys of the menu of methods, besides those of its list."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

METHODS_BINDINGS: list[BindingType] = [
    key(
        "methods.back",
        "escape,q,m",
        "dismiss(None)",
        "Keep the method in use",
        foot="back",
        leads=True,
    ),
]
