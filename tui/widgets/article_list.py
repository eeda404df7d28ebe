"""The list of the library, and the line of words that it is filtered by."""

from __future__ import annotations

from textual.widgets import Input

from tui.keys.filter import FILTER_BINDINGS
from tui.keys.library import ARTICLES_BINDINGS
from tui.widgets.choice_list import ChoiceList


class ArticleList(ChoiceList):
    """Articles to choose from."""

    BINDINGS = ARTICLES_BINDINGS


class FilterWords(Input):
    """Words of names; the list is moved along from here too."""

    BINDINGS = FILTER_BINDINGS
