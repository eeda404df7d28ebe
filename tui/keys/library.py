"""The keys of the library: of its list, and of the screen around it."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

ARTICLES_BINDINGS: list[BindingType] = [
    key("library.open", "enter", "select", "Read this article", foot="read"),
]

LIBRARY_BINDINGS: list[BindingType] = [
    key(
        "library.filter",
        "slash",
        "filter",
        "Filter the articles by name",
        foot="filter",
        first=True,
    ),
    key(
        "library.escape", "escape", "escape", "Clear the filter, or go back to reading", foot="back"
    ),
    key(
        "library.name",
        "o",
        "ask",
        "Open a file, a folder or an address",
        foot="open",
        first=True,
    ),
    key("library.help", "question_mark", "help", "Show all keys", foot="help"),
    key("library.quit", "q,Q", "quit", "Quit the program", foot="quit"),
]
