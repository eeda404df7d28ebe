"""The keys of a list to choose from: those of vim and of less alike."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

LIST_BINDINGS: list[BindingType] = [
    key("list.next", "j,down", "cursor_down", "Go to the next row"),
    key("list.previous", "k,up", "cursor_up", "Go to the previous row"),
    key("list.page-down", "space,f,pagedown,ctrl+d", "page_down", "Go down a page"),
    key("list.page-up", "b,pageup,ctrl+u", "page_up", "Go up a page"),
    key("list.first", "g,home", "first", "Go to the first row"),
    key("list.last", "G,end", "last", "Go to the last row"),
    key("list.choose", "enter", "select", "Choose this row", leads=True),
]
