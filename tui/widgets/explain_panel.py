"""The panel that says why a sentence is in, or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.state.reading import Reading
from tui.text.explanation import explanation

if TYPE_CHECKING:
    from summarise.ranking.explanation import Explanation

#: Cells to wrap to before the panel was laid out.
_UNKNOWN_WIDTH = 80


class ExplainPanel(VerticalScroll, can_focus=False):
    """Follows the cursor while it is open."""

    DEFAULT_CSS = """
    ExplainPanel {
        height: auto;
        max-height: 50%;
        margin: 1 2 0 2;
        padding: 0 1;
        border-left: outer $mark;
        background: $surface;
        scrollbar-size-vertical: 1;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-color: $rule;
        & > #explanation { text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, id: str | None = None, *, full: bool = False) -> None:
        super().__init__(id=id)
        self._text = Static(id="explanation")
        self._shown: tuple[Reading, Explanation] | None = None
        #: Whether all parts of the score are shown.
        self.full = full

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self, reading: Reading, sentence: int) -> None:
        """Explain a sentence."""
        from summarise import explain  # brings the heavy libraries

        ranking = reading.ranking
        if ranking is not None:
            self._shown = (reading, explain(ranking, sentence))
            self._refresh_text()

    @property
    def neighbours(self) -> tuple[int, ...]:
        """The sentences that are most like the one explained, the nearest first."""
        if self._shown is None:
            return ()
        return tuple(neighbour.sentence for neighbour in self._shown[1].neighbours)

    def toggle_full(self) -> None:
        """Show all parts of the score, or only those that matter most."""
        self.full = not self.full
        self._refresh_text()

    def on_resize(self) -> None:
        """Wrap the text again."""
        self._refresh_text()

    def _refresh_text(self) -> None:
        if self._shown is not None:
            width = self.scrollable_content_region.width or _UNKNOWN_WIDTH
            self._text.update(explanation(*self._shown, width, full=self.full))
