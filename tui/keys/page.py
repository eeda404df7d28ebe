"""The keys of the page explained."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key, scrolling

PAGE_BINDINGS: list[BindingType] = [
    key("page.back", "escape,q,P", "dismiss", "Close the page", foot="back", leads=True),
    key("page.copy", "c,y", "copy", "Copy all of it, to report a fault", foot="copy"),
    *scrolling("page"),
]
