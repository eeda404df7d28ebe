"""The keys of the reader, the most useful first."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from summarise.length import HINT
from tui.keys.row import LENGTH, key
from tui.keys.topics import Topic

READER_BINDINGS: list[BindingType] = [
    key(
        "length.less",
        "minus,underscore",
        "length(-1)",
        "One sentence fewer",
        group=LENGTH,
        topic=Topic.LENGTH,
    ),
    key("length.more", "plus", "length(1)", "One sentence more", group=LENGTH, topic=Topic.LENGTH),
    key(
        "reader.methods",
        "m",
        "methods",
        "Choose the ranking method",
        foot="method",
        first=True,
        topic=Topic.WHY,
    ),
    key(
        "reader.explain",
        "e",
        "explain",
        "Show why this sentence is in or out",
        foot="explain",
        topic=Topic.WHY,
    ),
    key(
        "reader.pin",
        "asterisk",
        "pin",
        "Always keep this sentence, or unpin it",
        foot="pin",
        topic=Topic.SAY,
    ),
    key(
        "reader.drop",
        "x",
        "drop",
        "Never keep this sentence, or allow it again",
        foot="drop",
        topic=Topic.SAY,
    ),
    key(
        "reader.search",
        "slash",
        "search",
        "Search in the source",
        foot="search",
        first=True,
        topic=Topic.MOVE,
    ),
    key(
        "reader.compare",
        "v",
        "compare",
        "Compare methods side by side",
        foot="compare",
        first=True,
        topic=Topic.WHY,
    ),
    key("reader.copy", "c", "copy_summary", "Copy the summary", foot="copy", topic=Topic.TAKE),
    key(
        "reader.library",
        "o",
        "library",
        "Choose another article",
        foot="library",
        first=True,
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.help",
        "question_mark",
        "help",
        "Show all keys",
        foot="help",
        first=True,
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.up",
        "q",
        "up",
        "Go back to the library it was opened from, or leave",
        foot="leave",
        first=True,
        topic=Topic.PROGRAM,
    ),
    key("reader.quit", "Q", "quit", "Quit the program", first=True, topic=Topic.PROGRAM),
    key(
        "length.less-5", "less_than_sign", "length(-5)", "Five sentences fewer", topic=Topic.LENGTH
    ),
    key(
        "length.more-5", "greater_than_sign", "length(5)", "Five sentences more", topic=Topic.LENGTH
    ),
    key(
        "length.type",
        "colon,equals_sign",
        "type_length",
        f"Type a length: {HINT}",
        first=True,
        topic=Topic.LENGTH,
    ),
    key(
        "length.unit",
        "U",
        "next_unit",
        "Change the unit: sentences, percent, words, time, characters",
        topic=Topic.LENGTH,
    ),
    key(
        "length.suggested",
        "S",
        "suggested_length",
        "Take the length beyond which more adds little",
        topic=Topic.LENGTH,
    ),
    key(
        "length.here",
        "i",
        "length_here",
        "Take the length at which this sentence comes in",
        topic=Topic.LENGTH,
    ),
    key(
        "reader.switch", "tab", "switch_pane", "Go to the other pane", first=True, topic=Topic.MOVE
    ),
    key(
        "reader.switch-back",
        "shift+tab",
        "switch_pane",
        "Go to the other pane",
        first=True,
        topic=Topic.MOVE,
    ),
    key("reader.to-summary", "h,left", "go_into('summary')", "Go to the summary", topic=Topic.MOVE),
    key("reader.to-source", "l,right", "go_into('source')", "Go to the source", topic=Topic.MOVE),
    key(
        "reader.back",
        "backspace,ctrl+o,alt+left",
        "back",
        "Go back to where you jumped from",
        topic=Topic.MOVE,
    ),
    key(
        "reader.forward",
        "alt+right,ctrl+i",
        "forward",
        "Go forward again; ctrl+i only where the terminal tells it from tab",
        topic=Topic.MOVE,
    ),
    key(
        "reader.next-mark",
        "n",
        "next_mark(1)",
        "Go to the next kept sentence or match",
        topic=Topic.MOVE,
    ),
    key(
        "reader.previous-mark",
        "N,p",
        "next_mark(-1)",
        "Go to the previous kept sentence or match",
        topic=Topic.MOVE,
    ),
    key("reader.copy-sentence", "y", "copy_sentence", "Copy this sentence", topic=Topic.TAKE),
    key(
        "reader.copy-selection",
        "ctrl+c",
        "copy_selection",
        "Copy the selection, or this sentence",
        topic=Topic.TAKE,
    ),
    key(
        "reader.open-link",
        "B",
        "open_link",
        "Open the link of this sentence, a page in the browser, a file here; so does ctrl+click",
        topic=Topic.TAKE,
    ),
    key(
        "reader.copy-link",
        "Y",
        "copy_link",
        "Copy the address of its link",
        topic=Topic.TAKE,
    ),
    key("reader.write", "w", "write", "Write the summary to a file", first=True, topic=Topic.TAKE),
    key(
        "reader.layout",
        "z",
        "next_layout",
        "Change how the panes share the screen",
        topic=Topic.VIEW,
    ),
    key(
        "reader.coarser",
        "comma",
        "zoom(-1)",
        "See less: summary and source, outline, one sentence, title",
        topic=Topic.VIEW,
    ),
    key(
        "reader.finer",
        "full_stop",
        "zoom(1)",
        "See more: up to the source with the kept sentences highlighted, and the whole text",
        topic=Topic.VIEW,
    ),
    key(
        "reader.outline", "O", "outline", "Show the outline, or the summary again", topic=Topic.MOVE
    ),
    key("reader.fold", "F", "fold", "Fold or unfold this part of the outline", topic=Topic.VIEW),
    key(
        "reader.heat", "H", "heat", "Tint the source by score, or stop tinting it", topic=Topic.VIEW
    ),
    key(
        "reader.dim-known",
        "D",
        "dim_known",
        "Dim what you have read before, in other articles, or stop dimming it",
        topic=Topic.VIEW,
    ),
    key(
        "reader.new-first",
        "W",
        "new_first",
        "Begin the summary with what is new to you, or no longer",
        topic=Topic.SAY,
    ),
    key(
        "reader.where-read",
        "I",
        "where_read",
        "Go to where you have read before what this sentence says; ⌫ comes back",
        topic=Topic.MOVE,
    ),
    key(
        "reader.terms",
        "t",
        "terms",
        "Go to the key terms; press again to type one",
        first=True,
        topic=Topic.SAY,
    ),
    key(
        "reader.left-out",
        "L",
        "left_out",
        "Go to the best sentence of the next paragraph that the summary does not touch",
        topic=Topic.MOVE,
    ),
    key(
        "reader.add",
        "A",
        "add",
        "Add this sentence: keep it, and make room for it",
        topic=Topic.SAY,
    ),
    key(
        "reader.add-before",
        "a",
        "add_before",
        "Pin the sentence that this one points back to",
        topic=Topic.SAY,
    ),
    key(
        "reader.details",
        "d",
        "details",
        "Show all parts of the explanation with their numbers, or only what matters most",
        topic=Topic.WHY,
    ),
    *(
        key(
            f"reader.like-{number}",
            str(number),
            f"neighbour({number})",
            f"Go to the sentence that the explanation shows as {number} of those like it",
            topic=Topic.WHY,
        )
        for number in (1, 2, 3)
    ),
    key(
        "reader.block",
        "r",
        "toggle_block",
        "Leave this paragraph out, or bring it back",
        topic=Topic.SAY,
    ),
    key(
        "reader.page", "P", "explain_page", "Show why each paragraph is in or out", topic=Topic.WHY
    ),
    key(
        "reader.restore-all",
        "R",
        "restore_all",
        "Bring back every paragraph that was left out",
        topic=Topic.SAY,
    ),
    key(
        "reader.next-article",
        "J,right_square_bracket",
        "along(1)",
        "Read the next article",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.previous-article",
        "K,left_square_bracket",
        "along(-1)",
        "Read the one before",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.save",
        "s",
        "mark_article('saved')",
        "Save this article, or no longer",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.read",
        "M",
        "mark_article('read')",
        "Mark it as unread, or as read",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.hide",
        "X",
        "mark_article('hidden')",
        "Hide it in the library, or show it again",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.undo",
        "u",
        "undo",
        "Undo what was changed last: length, method, layout, pins, marks and all the like",
        topic=Topic.SAY,
    ),
    key("reader.redo", "ctrl+y", "redo", "Redo what was undone, marks apart", topic=Topic.SAY),
    key(
        "reader.edit",
        "E",
        "edit",
        "Open its file in your editor ($VISUAL or $EDITOR) at this sentence, and read it anew",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.anew",
        "ctrl+r",
        "anew",
        "Read it anew: ask its server, or read its file again",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.escape",
        "escape",
        "escape",
        "End a search, stop a model or a slow load, close a panel",
        topic=Topic.VIEW,
    ),
    key(
        "reader.feeds",
        "at",
        "feeds",
        "Open the feed that this page names, or choose among several",
        topic=Topic.PROGRAM,
    ),
    key(
        "reader.afresh",
        "Z",
        "afresh",
        "Start afresh: as if it was opened for the first time",
        topic=Topic.SAY,
    ),
]

#: The actions whose keys are letters of the answer while the reader is asked for something.
BEFORE_OTHER_KEYS = frozenset(
    binding.action
    for binding in READER_BINDINGS
    if isinstance(binding, Binding) and binding.priority
)
