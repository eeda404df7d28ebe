"""The keys of the help."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

HELP_BINDINGS: list[BindingType] = [
    key("help.back", "escape,q,question_mark", "dismiss", "Close the help", foot="back"),
    key("help.down", "j,down", "scroll(1)", "Scroll down a row"),
    key("help.up", "k,up", "scroll(-1)", "Scroll up a row"),
    key("help.page-down", "space,f,pagedown,ctrl+d", "page(1)", "Scroll down a page"),
    key("help.page-up", "b,pageup,ctrl+u", "page(-1)", "Scroll up a page"),
]
