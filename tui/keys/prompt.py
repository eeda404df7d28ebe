"""The keys of the line at the foot of the reader that asks for something."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

PROMPT_BINDINGS: list[BindingType] = [
    key(
        "prompt.cancel",
        "escape",
        "cancel",
        "Close the prompt without an answer",
        foot="cancel",
        leads=True,
    ),
]
