"""The keys of the reader, the most useful first."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from summarise.length import HINT
from tui.keys.row import LENGTH, key

READER_BINDINGS: list[BindingType] = [
    key("length.less", "minus,underscore", "length(-1)", "One sentence fewer", group=LENGTH),
    key("length.more", "plus", "length(1)", "One sentence more", group=LENGTH),
    key("reader.methods", "m", "methods", "Choose the ranking method", foot="method", first=True),
    key("reader.explain", "e", "explain", "Show why this sentence is in or out", foot="explain"),
    key("reader.pin", "asterisk", "pin", "Always keep this sentence, or unpin it", foot="pin"),
    key("reader.drop", "x", "drop", "Never keep this sentence, or allow it again", foot="drop"),
    key("reader.search", "slash", "search", "Search in this pane", foot="search", first=True),
    key(
        "reader.compare", "v", "compare", "Compare methods side by side", foot="compare", first=True
    ),
    key("reader.copy", "c", "copy_summary", "Copy the summary", foot="copy"),
    key("reader.library", "o", "library", "Choose another article", foot="library", first=True),
    key("reader.help", "question_mark", "help", "Show all keys", foot="help", first=True),
    key(
        "reader.up",
        "q",
        "up",
        "Go back to the library that this article was opened from, or leave",
        foot="leave",
        first=True,
    ),
    key("reader.quit", "Q", "quit", "Quit the program", first=True),
    key("length.less-5", "less_than_sign", "length(-5)", "Five sentences fewer"),
    key("length.more-5", "greater_than_sign", "length(5)", "Five sentences more"),
    key("length.type", "colon,equals_sign", "type_length", f"Type a length: {HINT}", first=True),
    key(
        "length.unit",
        "U",
        "next_unit",
        "Change the unit: sentences, percent, words, time, characters",
    ),
    key(
        "length.suggested", "S", "suggested_length", "Take the length beyond which more adds little"
    ),
    key(
        "length.here",
        "i",
        "length_here",
        "Take the length at which this sentence comes in",
    ),
    key("reader.switch", "tab", "switch_pane", "Go to the other pane", first=True),
    key("reader.switch-back", "shift+tab", "switch_pane", "Go to the other pane", first=True),
    key("reader.to-summary", "h,left", "go_into('summary')", "Go to the summary"),
    key("reader.to-source", "l,right", "go_into('source')", "Go to the source"),
    key("reader.back", "backspace,ctrl+o,alt+left", "back", "Go back to where you jumped from"),
    key(
        "reader.forward",
        "alt+right,ctrl+i",
        "forward",
        "Go forward again; ctrl+i only where the terminal tells it from tab",
    ),
    key("reader.next-mark", "n", "next_mark(1)", "Go to the next kept sentence or match"),
    key(
        "reader.previous-mark", "N,p", "next_mark(-1)", "Go to the previous kept sentence or match"
    ),
    key("reader.copy-sentence", "y", "copy_sentence", "Copy this sentence"),
    key(
        "reader.copy-selection", "ctrl+c", "copy_selection", "Copy the selection, or this sentence"
    ),
    key("reader.write", "w", "write", "Write the summary to a file", first=True),
    key("reader.layout", "z", "next_layout", "Change how the panes share the screen"),
    key(
        "reader.coarser",
        "comma",
        "zoom(-1)",
        "See less: summary and source, outline, one sentence, title",
    ),
    key(
        "reader.finer",
        "full_stop",
        "zoom(1)",
        "See more: up to the source with the kept sentences highlighted, and the whole text",
    ),
    key("reader.outline", "O", "outline", "Show the outline, or the summary again"),
    key("reader.fold", "F", "fold", "Fold or unfold this part of the outline"),
    key("reader.heat", "H", "heat", "Tint the source by score, or stop tinting it"),
    key("reader.terms", "t", "terms", "Go to the key terms; press again to type one", first=True),
    key("reader.add-before", "a", "add_before", "Pin the sentence that this one points back to"),
    key("reader.block", "r", "toggle_block", "Leave this paragraph out, or bring it back"),
    key("reader.page", "P", "explain_page", "Show why each paragraph is in or out"),
    key("reader.restore-all", "R", "restore_all", "Bring back every paragraph that was left out"),
    key("reader.next-article", "J,right_square_bracket", "along(1)", "Read the next article"),
    key("reader.previous-article", "K,left_square_bracket", "along(-1)", "Read the one before"),
    key("reader.save", "s", "mark_article('saved')", "Save this article, or no longer"),
    key("reader.read", "M", "mark_article('read')", "Mark it as unread, or as read"),
    key("reader.hide", "X", "mark_article('hidden')", "Hide it in the library, or show it again"),
    key(
        "reader.undo",
        "u",
        "undo",
        "Undo what was changed last: length, method, layout, pins and all the like",
    ),
    key("reader.redo", "ctrl+y", "redo", "Redo what was undone"),
    key("reader.afresh", "Z", "afresh", "Start afresh: as if it was opened for the first time"),
    key("reader.anew", "ctrl+r", "anew", "Read it anew: ask its server, or read its file again"),
    key("reader.escape", "escape", "escape", "End a search, close a panel, or stop a slow load"),
]

#: The actions whose keys are letters of the answer while the reader is asked for something.
BEFORE_OTHER_KEYS = frozenset(
    binding.action
    for binding in READER_BINDINGS
    if isinstance(binding, Binding) and binding.priority
)
