"""Why each paragraph of the page is in or out: what a user sends who reports a fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.containers import VerticalScroll
from textual.widgets import Static

from summarise.article import Article
from summarise.errors import SummariseError
from tui.clipboard import copy
from tui.keys.page import PAGE_BINDINGS
from tui.messages import Tell
from tui.screens.panel import PanelScreen
from tui.tasks import Tasks
from tui.text.page_rows import page_rows

if TYPE_CHECKING:
    from summarise.parsing.explaining import ParagraphExplanation


class PageScreen(PanelScreen):
    """Each paragraph with its kind and the reason it is in or out.

    Args:
        article: The article, with what the reader decided about its paragraphs.
    """

    BINDINGS = PAGE_BINDINGS

    def __init__(self, article: Article) -> None:
        self._lines = Static("looking …", id="panel-text", markup=False)
        super().__init__("Page", self._lines)
        self._article = article
        self._explained: tuple[Sequence[str], Sequence[ParagraphExplanation]] = (), ()

    def on_mount(self) -> None:
        """Look at the page once the panel is there."""
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        # In a thread: it takes as long as marking the page did.
        Tasks(self).start("page", lambda: _explain(self._article), self._show, self._failed)

    def _show(self, explained: tuple[Sequence[str], Sequence[ParagraphExplanation]]) -> None:
        self._explained = explained
        self._draw()

    def _draw(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self._lines.update(page_rows(*self._explained, width))

    def on_resize(self, _: events.Resize) -> None:
        """Break the rows anew, once the panel has its new size."""
        if self._explained[0]:
            self.call_after_refresh(self._draw)

    def _failed(self, error: SummariseError) -> None:
        self.post_message(Tell(str(error), problem=True))

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy all lines, to be pasted into a report."""
        text = "\n".join(map(str, (*self._explained[0], *self._explained[1])))
        if text:
            told = await copy(self.app, text, "the page explained")
            self.post_message(Tell(str(told)))


def _explain(article: Article) -> tuple[Sequence[str], Sequence[ParagraphExplanation]]:
    from summarise.parsing.explaining import (  # bring the marking of pages
        explain_page,
        head_of_explanation,
    )

    return tuple(head_of_explanation(article)), explain_page(article)
