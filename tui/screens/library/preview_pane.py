"""The pane beside the list: the summary of the article in use at its length, as far as it fits."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from summarise.length import Length
from tui.text import wording
from tui.text.fitting import rows_of_facts
from tui.text.looks import QUIET
from tui.text.preview import Preview
from tui.widgets.fitted_line import FittedLine

#: The widest line of text, in cells: that of the reader's own columns by default.
_WIDEST = 80


class _Room(VerticalScroll, can_focus=False):
    """Where the summary stands; its size decides how long the summary is."""

    def on_resize(self) -> None:
        """Fit the summary into the new size."""
        assert isinstance(self.parent, PreviewPane)
        self.parent.fit()


class PreviewPane(Vertical):
    """Title, facts and summary of an article, or a line on why there is none."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._preview: Preview | None = None
        #: How many sentences its article opens with.
        self._opens_with = 0
        self._wanted: int | None = None
        #: How many sentences are shown.
        self.size_shown = 0

    def compose(self) -> ComposeResult:
        """Title, facts, text, how much that is."""
        yield Static(id="preview-title")
        yield Static(id="preview-facts")
        with _Room(id="preview-room"):
            yield Static(id="preview-text")
        yield FittedLine(id="preview-size")

    @property
    def preview(self) -> Preview | None:
        """What is shown, if it is an article."""
        return self._preview

    def say(self, title: str, facts: str, text: Content) -> None:
        """Show something else than a summary."""
        self._preview = None
        self.size_shown = 0
        self._put(title, facts, text, "")

    def show(self, preview: Preview, length: Length | None) -> None:
        """Show the summary of an article.

        Args:
            preview: What there is to show of it.
            length: The length that it opens at; None for the one that suits it.
        """
        self._preview = preview
        self._opens_with = preview.ranking.select(length or preview.ranking.usual_length).size
        self.fit()
        self.query_one(_Room).scroll_home(animate=False)

    def fit(self) -> None:
        """Show what the article opens with as far as it fits, or as much as the reader wants."""
        preview = self._preview
        if preview is None:
            return
        width = self._width
        total = len(preview.ranking.order)
        if not total:
            self._put(preview.title, preview.facts, Content(wording.NOTHING_TO_PICK), "")
            return
        self.size_shown = min(total, self._wanted or self._fitting)
        lines = preview.lines(self.size_shown, width)
        if self._wanted is None and self.size_shown < self._opens_with:
            size = wording.cut_to_fit(self.size_shown, self._opens_with)
        else:
            size = wording.summary_facts(preview.summary(self.size_shown))
        self._put(preview.title, preview.facts, Content("\n".join(lines)), size)

    @property
    def _width(self) -> int:
        # Beside the scroll bar, whether or not there is one: lines were broken twice where it came.
        return max(1, min(_WIDEST, self.query_one(_Room).scrollable_content_region.width))

    @property
    def _fact_rows(self) -> int:
        """How many rows the facts have at most."""
        most = self.query_one("#preview-facts").styles.max_height
        return max(1, most.cells or 1) if most is not None else 1

    @property
    def _fitting(self) -> int:
        assert self._preview is not None
        height = self.query_one(_Room).size.height
        return self._preview.fitting(self._width, height, self._opens_with)

    def lengthen(self, step: int) -> None:
        """Show so many sentences more, or fewer, of this article and of those that follow.

        Where that is as much as would be shown anyway, the length follows the article again.
        """
        if self._preview is None or not self.size_shown:
            return
        size = max(1, min(len(self._preview.ranking.order), self.size_shown + step))
        self._wanted = None if size == self._fitting else size
        self.fit()

    def _put(self, title: str, facts: str, text: Content, size: str) -> None:
        self.query_one("#preview-title", Static).update(Content(title))
        line = self.query_one("#preview-facts", Static)
        rows = rows_of_facts(facts, wording.SEPARATOR, line.size.width or _WIDEST, self._fact_rows)
        line.update(Content("\n".join(rows)))
        self.query_one("#preview-text", Static).update(text)
        self.query_one("#preview-size", FittedLine).set(Content.styled(size, QUIET))
