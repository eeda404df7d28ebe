"""The keys of the words that the library is filtered by."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

FILTER_BINDINGS: list[BindingType] = [
    key("filter.open", "enter", "submit", "Read the highlighted article", foot="read", leads=True),
    key("filter.list", "tab", "screen.to_list", "Go to the filtered list", foot="list", leads=True),
    key("filter.next", "down", "screen.move(1)", "Go to the next article"),
    key("filter.previous", "up", "screen.move(-1)", "Go to the previous article"),
]
