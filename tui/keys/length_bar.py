"""The keys of the length bar while it is in focus."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import LENGTH, key

LENGTH_BAR_BINDINGS: list[BindingType] = [
    key("bar.shorter", "minus,underscore,left,h", "step(-1)", "One sentence fewer", group=LENGTH),
    key("bar.longer", "plus,right,l", "step(1)", "One sentence more", group=LENGTH),
    key("bar.much-shorter", "shift+left,H", "stride(-1)", "A tenth shorter"),
    key("bar.much-longer", "shift+right,L", "stride(1)", "A tenth longer"),
    key("bar.shortest", "home", "go_to(1)", "Keep a single sentence"),
    key("bar.longest", "end", "go_to_end", "Keep all sentences"),
    key("bar.suggested", "s", "go_to_suggested", "Take the suggested length"),
]
