"""The keys of the library: of its list, and of the screen around it."""

from __future__ import annotations

from textual.binding import BindingType

from tui.keys.row import LENGTH, key

ARTICLES_BINDINGS: list[BindingType] = [
    key("library.open", "enter", "select", "Read this article", foot="read", leads=True),
    key("library.next-group", "right_curly_bracket", "group(1)", "Go to the next folder or feed"),
    key(
        "library.previous-group",
        "left_curly_bracket",
        "group(-1)",
        "Go to the start of this folder or feed, then to the one before",
    ),
]

LIBRARY_BINDINGS: list[BindingType] = [
    key("library.save", "s", "mark('saved')", "Save this article, or no longer", foot="save"),
    key("library.read", "m,M", "mark('read')", "Mark it as read, or as unread", foot="mark read"),
    key("library.hide", "x,X", "mark('hidden')", "Hide it, or show it again", foot="hide"),
    key(
        "library.filter",
        "slash",
        "filter",
        "Filter the articles by words of their titles and texts, and search all that was kept",
        foot="filter",
        first=True,
        leads=True,
    ),
    key(
        "library.digest",
        "d",
        "digest",
        "Make one digest of the articles that are ticked, or of all that are listed",
        foot="digest",
        leads=True,
    ),
    key("library.less", "minus,underscore", "length(-1)", "One sentence fewer", group=LENGTH),
    key("library.more", "plus,equals_sign", "length(1)", "One sentence more", group=LENGTH),
    key("library.show", "v", "show", "List all, the unread, or the hidden articles", foot="show"),
    key(
        "library.sort",
        "S",
        "sort",
        "Sort them by date, title, length, the unread first, or by how much is new to you",
    ),
    key(
        "library.tick",
        "t",
        "tick",
        "Tick this article for a digest, or no longer",
    ),
    key(
        "library.escape",
        "escape",
        "escape",
        "Stop a digest, clear the filter, or go back to reading",
        foot="back",
        leads=True,
    ),
    key(
        "library.name",
        "o",
        "ask",
        "Open a file, a folder or an address",
        foot="open",
        first=True,
        leads=True,
    ),
    key("library.help", "question_mark", "help", "Show all keys", foot="help", leads=True),
    key(
        "library.up",
        "q",
        "up",
        "Go back to where a folder was opened, to the article it was opened from, or leave",
        foot="leave",
        leads=True,
    ),
    key("library.quit", "Q", "quit", "Quit the program"),
    key("library.next-place", "tab,right,l", "place(1)", "Go to the next place"),
    key("library.previous-place", "shift+tab,left,h", "place(-1)", "Go to the place before"),
    key("library.refresh", "R", "refresh", "Ask all feeds for what is new"),
    key(
        "library.add-feed",
        "a",
        "add_feed",
        "Follow a feed: by its address, that of its page, or a list of feeds (OPML)",
        first=True,
        leads=True,
    ),
    key(
        "library.fetch-ahead",
        "F",
        "fetch_ahead",
        "Fetch the pages of the unread articles that are listed, to be read offline",
    ),
    key(
        "library.write-feeds",
        "w",
        "write_feeds",
        "Write all feeds to a file (OPML)",
        first=True,
        leads=True,
    ),
    key(
        "library.remove",
        "D",
        "remove",
        "Take the feed or the folder of this article from the places; press it twice",
    ),
    key("library.copy", "c,y", "copy", "Copy the summary of this article"),
    key("library.all-read", "A", "mark_all_read", "Mark all that are listed as read"),
    key("library.undo", "u", "undo", "Undo the last mark, or bring back a feed or folder"),
]
