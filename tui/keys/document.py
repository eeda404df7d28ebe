"""The keys of a document view: those of vim and of less alike."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key

DOCUMENT_BINDINGS: list[BindingType] = [
    key("view.next-sentence", "j,down", "move_sentence(1)", "Move to the next sentence"),
    key("view.previous-sentence", "k,up", "move_sentence(-1)", "Move to the previous sentence"),
    key(
        "view.next-paragraph", "right_curly_bracket", "move_block(1)", "Move to the next paragraph"
    ),
    key(
        "view.previous-paragraph",
        "left_curly_bracket",
        "move_block(-1)",
        "Move to the start of the paragraph, then to the previous one",
    ),
    key("view.half-page-down", "ctrl+d", "move_page(0.5)", "Scroll down half a page"),
    key("view.half-page-up", "ctrl+u", "move_page(-0.5)", "Scroll up half a page"),
    key("view.page-down", "space,pagedown,f", "move_page(1)", "Scroll down a page"),
    key("view.page-up", "b,pageup", "move_page(-1)", "Scroll up a page"),
    key("view.start", "g,home", "move_end(-1)", "Go to the first sentence"),
    key("view.end", "G,end", "move_end(1)", "Go to the last sentence"),
    key(
        "view.open",
        "enter",
        "open",
        "Go from the summary to this sentence in the source; from there, back",
    ),
]
