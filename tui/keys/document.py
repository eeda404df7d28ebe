"""The keys of a document view: those of vim and of less alike."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import key
from tui.keys.topics import Topic

DOCUMENT_BINDINGS: list[BindingType] = [
    key(
        "view.next-sentence",
        "j,down",
        "move_sentence(1)",
        "Move to the next sentence",
        topic=Topic.MOVE,
    ),
    key(
        "view.previous-sentence",
        "k,up",
        "move_sentence(-1)",
        "Move to the previous sentence",
        topic=Topic.MOVE,
    ),
    key(
        "view.next-paragraph",
        "right_curly_bracket",
        "move_block(1)",
        "Move to the next paragraph",
        topic=Topic.MOVE,
    ),
    key(
        "view.previous-paragraph",
        "left_curly_bracket",
        "move_block(-1)",
        "Move to the start of the paragraph, then to the previous one",
        topic=Topic.MOVE,
    ),
    key(
        "view.half-page-down",
        "ctrl+d",
        "move_page(0.5)",
        "Scroll down half a page",
        topic=Topic.MOVE,
    ),
    key(
        "view.half-page-up", "ctrl+u", "move_page(-0.5)", "Scroll up half a page", topic=Topic.MOVE
    ),
    key(
        "view.page-down", "space,pagedown,f", "move_page(1)", "Scroll down a page", topic=Topic.MOVE
    ),
    key("view.page-up", "b,pageup", "move_page(-1)", "Scroll up a page", topic=Topic.MOVE),
    key("view.start", "g,home", "move_end(-1)", "Go to the first sentence", topic=Topic.MOVE),
    key("view.end", "G,end", "move_end(1)", "Go to the last sentence", topic=Topic.MOVE),
    key(
        "view.open",
        "enter",
        "open",
        "Go from the summary to this sentence in the source; from there, back",
        topic=Topic.MOVE,
        leads=True,
    ),
]
