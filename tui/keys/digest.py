"""The keys of a digest, the most useful first."""

from __future__ import annotations

from textual.binding import BindingType

from summarise.length import HINT
from tui.keys.row import LENGTH, key

#: How many of the articles that say the same have a key of their own.
SOURCES = 4

DIGEST_BINDINGS: list[BindingType] = [
    key("digest.less", "minus,underscore", "length(-1)", "One sentence fewer", group=LENGTH),
    key("digest.more", "plus", "length(1)", "One sentence more", group=LENGTH),
    key("digest.less-5", "less_than_sign", "length(-5)", "Five sentences fewer"),
    key("digest.more-5", "greater_than_sign", "length(5)", "Five sentences more"),
    key(
        "digest.type",
        "colon,equals_sign",
        "type_length",
        f"Type a length of all of it: {HINT}",
        foot="type it",
        first=True,
        leads=True,
    ),
    *(
        key(
            f"digest.source-{number}",
            str(number),
            f"source({number})",
            f"Open article {number} of those that say this, at the sentence; enter opens the first",
            leads=True,
        )
        for number in range(1, SOURCES + 1)
    ),
    key("digest.copy", "c", "copy", "Copy the digest with its sources", foot="copy"),
    key("digest.copy-sentence", "y", "copy_sentence", "Copy this sentence"),
    key(
        "digest.write",
        "w",
        "write",
        "Write the digest to a file",
        foot="write",
        first=True,
        leads=True,
    ),
    key("digest.read", "A", "mark_read", "Mark all its articles as read", foot="all read"),
    key(
        "digest.back",
        "escape,q",
        "back",
        "Go back to the library",
        foot="back",
        first=True,
        leads=True,
    ),
    key(
        "digest.help", "question_mark", "help", "Show all keys", foot="help", first=True, leads=True
    ),
    key("digest.quit", "Q", "quit", "Quit the program", first=True),
]
