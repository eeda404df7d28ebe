"""The keys of the reader. Their ids are what a settings file can remap."""

from __future__ import annotations

from dataclasses import replace

from textual.binding import Binding, BindingType

_LENGTH = Binding.Group("length", compact=True)


def _hidden(key: str, action: str, description: str, id: str, tooltip: str) -> Binding:
    return Binding(key, action, description, id=id, tooltip=tooltip, show=False)


#: What decides where the next keys go is done before they are handed out, so that "/word" can be
#: typed, or sent by a program, as fast as it may be.
BEFORE_OTHER_KEYS = frozenset({"search", "type_length", "write", "terms", "switch_pane"}) | {
    "methods",
    "compare",
    "library",
    "help",
}

_BINDINGS = [
    Binding(
        "minus,underscore,left",
        "length(-1)",
        "shorter",
        id="length.less",
        tooltip="One sentence less",
        group=_LENGTH,
        key_display="-",
    ),
    Binding(
        "plus,right",
        "length(1)",
        "longer",
        id="length.more",
        tooltip="One sentence more",
        group=_LENGTH,
        key_display="+",
    ),
    Binding("m", "methods", "method", id="reader.methods", tooltip="Choose the method that ranks"),
    Binding(
        "e", "explain", "explain", id="reader.explain", tooltip="Why this sentence is in, or out"
    ),
    Binding(
        "asterisk",
        "pin",
        "pin",
        id="reader.pin",
        tooltip="Always keep this sentence, or let go of it",
        key_display="*",
    ),
    Binding(
        "x", "drop", "drop", id="reader.drop", tooltip="Never keep this sentence, or take it back"
    ),
    Binding(
        "slash",
        "search",
        "search",
        id="reader.search",
        tooltip="Search in this pane",
        key_display="/",
    ),
    Binding("v", "compare", "compare", id="reader.compare", tooltip="Several methods side by side"),
    Binding("c", "copy_summary", "copy", id="reader.copy", tooltip="Copy the summary"),
    Binding("o", "library", "library", id="reader.library", tooltip="Choose another article"),
    Binding("question_mark", "help", "help", id="reader.help", tooltip="All keys", key_display="?"),
    Binding("q", "quit", "quit", id="reader.quit", tooltip="Leave the program"),
    _hidden("less_than_sign", "length(-5)", "Five shorter", "length.less-5", "Five sentences less"),
    _hidden(
        "greater_than_sign", "length(5)", "Five longer", "length.more-5", "Five sentences more"
    ),
    _hidden(
        "colon,equals_sign",
        "type_length",
        "Type a length",
        "length.type",
        "Type a length: 5, 20%, 100w, 2min or 280c",
    ),
    _hidden(
        "U",
        "next_unit",
        "Unit of length",
        "length.unit",
        "Show lengths in sentences, percent, words, time or characters",
    ),
    _hidden(
        "S",
        "suggested_length",
        "Suggested length",
        "length.suggested",
        "The length from which more adds little",
    ),
    _hidden("tab", "switch_pane", "Other pane", "reader.switch", "Go to the other pane"),
    _hidden("shift+tab", "switch_pane", "Other pane", "reader.switch-back", "Go to the other pane"),
    _hidden(
        "n",
        "next_mark(1)",
        "Next kept sentence",
        "reader.next-mark",
        "Next kept sentence in the source; or next hit of a search",
    ),
    _hidden(
        "N,p",
        "next_mark(-1)",
        "Kept sentence before",
        "reader.previous-mark",
        "Kept sentence before in the source; or hit before",
    ),
    _hidden("y", "copy_sentence", "Copy sentence", "reader.copy-sentence", "Copy this sentence"),
    _hidden(
        "ctrl+c",
        "copy_selection",
        "Copy selection",
        "reader.copy-selection",
        "Copy the selected text, or else this sentence",
    ),
    _hidden(
        "w", "write", "Write to a file", "reader.write", "Write the summary to a file you name"
    ),
    _hidden(
        "z",
        "next_layout",
        "Layout",
        "reader.layout",
        "Side by side, summary only, source only, highlighted source",
    ),
    _hidden("h", "heat", "Heat", "reader.heat", "Tint the source by score, or no longer"),
    _hidden("t", "terms", "Key terms", "reader.terms", "Go to the key terms; again to type a term"),
    _hidden(
        "a",
        "add_before",
        "Add the one before",
        "reader.add-before",
        "Pin the sentence before one that points back to it",
    ),
    _hidden(
        "r",
        "toggle_block",
        "Restore or drop paragraph",
        "reader.block",
        "Count this paragraph as part of the article, or no longer",
    ),
    _hidden(
        "R",
        "restore_all",
        "Restore all paragraphs",
        "reader.restore-all",
        "Count every paragraph as part of the article",
    ),
    _hidden("u", "undo", "Undo", "reader.undo", "Take back the last pin, drop, focus or restore"),
    _hidden("ctrl+r", "redo", "Redo", "reader.redo", "Bring back what was undone"),
    _hidden(
        "escape",
        "escape",
        "Close",
        "reader.escape",
        "End a search, close a panel, or stop a slow load",
    ),
]

READER_BINDINGS: list[BindingType] = [
    replace(binding, priority=binding.action in BEFORE_OTHER_KEYS) for binding in _BINDINGS
]
