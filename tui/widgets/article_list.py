"""The list of the library, and the line of words that it is filtered by."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Input

from tui.keys.filter import FILTER_BINDINGS
from tui.keys.library import ARTICLES_BINDINGS
from tui.widgets.choice_list import ChoiceList


class ArticleList(ChoiceList):
    """Articles to choose from."""

    BINDINGS = ARTICLES_BINDINGS

    class Widened(Message):
        """The rows have another width now."""

    def __init__(self, *, id: str | None = None, compact: bool = False) -> None:
        super().__init__(id=id, compact=compact)
        self._cells = 0

    @property
    def row_width(self) -> int:
        """Cells of a row; 0 before that is known."""
        return self.scrollable_content_region.width

    def on_resize(self) -> None:
        """Let the names be fitted to the rows."""
        if self.row_width != self._cells:
            self._cells = self.row_width
            self.post_message(self.Widened())


class FilterWords(Input):
    """Words of names; the list is moved along from here too."""

    BINDINGS = FILTER_BINDINGS
