"""A column of the comparison: a method, how much of it the others share, and its summary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.text.blocks import summary_blocks
from tui.text.looks import QUIET
from tui.widgets.document_view import DocumentView
from tui.widgets.fitted_line import FittedLine

if TYPE_CHECKING:
    from summarise.ranking.ranking import Summary


class MethodColumn(Vertical):
    """Shown while it has a method.

    Args:
        max_column: The widest line of text.
        is_used: Whether it has a method.
        in_use: Whether it is the column that keys act on.
    """

    DEFAULT_CSS = """
    MethodColumn {
        width: 1fr; height: 1fr; padding-left: 2; display: none;
        &.-used { display: block; }
        & > FittedLine { margin-right: 2; }
        & > DocumentView { height: 1fr; margin-top: 1; background: $background; }
    }
    """

    def __init__(self, max_column: int, *, is_used: bool, in_use: bool) -> None:
        # Here and not once it is mounted, so that the styles are worked out only once.
        super().__init__(classes=" ".join(["-used"] * is_used + ["-current"] * in_use))
        self._max_column = max_column
        self._method, self._facts = "", ""
        self._in_use = in_use

    def compose(self) -> ComposeResult:
        """A head and the summary."""
        yield FittedLine(cut_at=" ")
        yield DocumentView(classes="-quiet", max_column=self._max_column)

    @property
    def view(self) -> DocumentView:
        """The summary."""
        return self.query_one(DocumentView)

    @property
    def in_use(self) -> bool:
        """Whether this is the column that keys act on."""
        return self._in_use

    @in_use.setter
    def in_use(self, in_use: bool) -> None:
        self._in_use = in_use
        self.set_class(in_use, "-current")
        self._show_head()

    def head(self, method: str, facts: str) -> None:
        """Say which method it is, and how it stands."""
        self._method, self._facts = method, facts
        self._show_head()

    def show(
        self, summary: Summary | None, marks: Mapping[int, str], steps: Mapping[int, int]
    ) -> None:
        """Show a summary, or that there is none yet; marks and tints say who else keeps what."""
        blocks = summary_blocks(summary) if summary is not None else []
        self.view.show(blocks, keep_place=True)
        self.view.set_marks(marks)
        self.view.set_heat(steps)

    def _show_head(self) -> None:
        style = "bold underline $mark" if self._in_use else "bold"
        facts = (f"   {self._facts}", QUIET)
        self.query_one(FittedLine).set(Content.assemble((self._method, style), facts))
