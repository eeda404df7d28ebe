"""The list of the library, and the line of words that it is filtered by."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import Input

from tui.widgets.choice_list import ChoiceList


class ArticleList(ChoiceList):
    """Articles to choose from."""

    BINDINGS = [
        Binding("enter", "select", "read", id="library.open", tooltip="Read this article"),
    ]


class FilterWords(Input):
    """Words of names; the list is moved along from here too."""

    BINDINGS = [
        Binding(
            "enter",
            "submit",
            "read",
            id="filter.open",
            tooltip="Read the article under the highlight",
        ),
        Binding(
            "down", "screen.move(1)", "Next", id="filter.next", show=False, tooltip="Next article"
        ),
        Binding(
            "up",
            "screen.move(-1)",
            "Previous",
            id="filter.previous",
            show=False,
            tooltip="Article before",
        ),
    ]
