"""The keys of the comparison, the most useful first."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import LENGTH, key

COMPARE_BINDINGS: list[BindingType] = [
    key("compare.next", "tab,l,right", "column(1)", "Go to the next column", foot="column"),
    key("compare.previous", "shift+tab,h,left", "column(-1)", "Go to the previous column"),
    key(
        "compare.choose",
        "c",
        "choose",
        "Read on with this column's method and length; enter does the same",
        foot="choose",
        leads=True,
    ),
    key(
        "compare.back",
        "escape,q,v",
        "dismiss(None)",
        "Go back and change nothing",
        foot="back",
        leads=True,
    ),
    key(
        "compare.less",
        "minus,underscore",
        "length(-1)",
        "One sentence fewer in every column",
        group=LENGTH,
    ),
    key("compare.more", "plus", "length(1)", "One sentence more in every column", group=LENGTH),
    key("compare.votes", "s", "votes", "Show the votes, or the summaries again", foot="votes"),
    key(
        "compare.method",
        "m",
        "method",
        "Choose another method for this column",
        foot="method",
        leads=True,
    ),
    key("compare.add", "a", "add", "Add a method, up to four", foot="add", leads=True),
    key("compare.remove", "x", "remove", "Remove this column, down to two", foot="remove"),
    key("compare.help", "question_mark", "help", "Show all keys", foot="help", leads=True),
]
