"""The keys of a document view: those of vim and of less alike."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def _key(keys: str, action: str, description: str, id: str, tooltip: str) -> Binding:
    return Binding(keys, action, description, id=f"view.{id}", tooltip=tooltip, show=False)


DOCUMENT_BINDINGS: list[BindingType] = [
    _key(
        "j,down",
        "move_sentence(1)",
        "Next sentence",
        "next-sentence",
        "Move the cursor to the next sentence",
    ),
    _key(
        "k,up",
        "move_sentence(-1)",
        "Previous sentence",
        "previous-sentence",
        "Move the cursor to the sentence before",
    ),
    _key(
        "right_curly_bracket",
        "move_block(1)",
        "Next paragraph",
        "next-paragraph",
        "Move the cursor to the next paragraph",
    ),
    _key(
        "left_curly_bracket",
        "move_block(-1)",
        "Previous paragraph",
        "previous-paragraph",
        "Move the cursor to the start of the paragraph, then to the one before",
    ),
    _key(
        "ctrl+d",
        "move_page(0.5)",
        "Half a page down",
        "half-page-down",
        "Scroll half a page down; the cursor goes along",
    ),
    _key(
        "ctrl+u",
        "move_page(-0.5)",
        "Half a page up",
        "half-page-up",
        "Scroll half a page up; the cursor goes along",
    ),
    _key(
        "space,pagedown,f",
        "move_page(1)",
        "Page down",
        "page-down",
        "Scroll a page down; the cursor goes along",
    ),
    _key(
        "b,pageup",
        "move_page(-1)",
        "Page up",
        "page-up",
        "Scroll a page up; the cursor goes along",
    ),
    _key("g,home", "move_end(-1)", "Start", "start", "Go to the first sentence"),
    _key("G,end", "move_end(1)", "End", "end", "Go to the last sentence"),
    _key(
        "enter",
        "open",
        "Open",
        "open",
        "Go to its place; from the source, the length where it enters",
    ),
]
