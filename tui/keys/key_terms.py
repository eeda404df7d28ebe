"""The keys of the row of key terms while it is in focus."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

KEY_TERMS_BINDINGS: list[BindingType] = [
    key("terms.previous", "left,h", "move(-1)", "Go to the previous key term"),
    key("terms.next", "right,l", "move(1)", "Go to the next key term"),
    key("terms.choose", "enter,space", "choose", "Ask for more of this key term, or stop asking"),
]
