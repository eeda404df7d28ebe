"""The keys of the list of links, besides those of its list."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

LINKS_BINDINGS: list[BindingType] = [
    key("links.open", "B", "open", "Open this link in the browser", foot="open", leads=True),
    key("links.copy", "y,Y,c", "copy", "Copy its address", foot="copy", leads=True),
    key("links.back", "escape,q", "dismiss(None)", "Go back", foot="back", leads=True),
]
