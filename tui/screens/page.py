"""Why each paragraph of the page is in or out: what a user sends who reports a fault."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.content import Content
from textual.widgets import Static

from summarise.article import Article
from summarise.errors import SummariseError
from tui.clipboard import copy
from tui.keys.page import PAGE_BINDINGS
from tui.messages import Tell
from tui.screens.panel import PanelScreen
from tui.tasks import Tasks


class PageScreen(PanelScreen):
    """Each paragraph with its kind and the reason it is in or out, a line each.

    Args:
        article: The article, with what the reader decided about its paragraphs.
    """

    BINDINGS = PAGE_BINDINGS

    def __init__(self, article: Article) -> None:
        self._lines = Static("looking …", id="panel-text", markup=False)
        super().__init__("Page", self._lines)
        self._article = article
        self._explained: Sequence[str] = ()

    def on_mount(self) -> None:
        """Look at the page once the panel is there."""
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        # In a thread: it takes as long as marking the page did.
        Tasks(self).start("page", lambda: _explain(self._article), self._show, self._failed)

    def _show(self, lines: Sequence[str]) -> None:
        self._explained = lines
        self._lines.update(Content("\n").join(map(Content, lines)))

    def _failed(self, error: SummariseError) -> None:
        self.post_message(Tell(str(error), problem=True))

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy all lines, to be pasted into a report."""
        text = "\n".join(self._explained)
        if text:
            told = await copy(self.app, text, "the page explained")
            self.post_message(Tell(str(told)))


def _explain(article: Article) -> Sequence[str]:
    from summarise.parsing.explaining import explanation_lines  # brings the marking of pages

    return list(explanation_lines(article))
