"""What the reader's screen is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.text.reader_frame import pane_name
from tui.text.wording import SEPARATOR
from tui.widgets.document_view import DocumentView
from tui.widgets.fitted_line import FittedLine
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar

if TYPE_CHECKING:
    from tui.widgets.explain_panel import ExplainPanel

#: What stands between the hints for someone who is here for the first time.
HINT_GAP = "   "
#: The id of the panel that says why a sentence is in.
EXPLAIN_PANEL = "explain"
#: Cells of a number with a sign behind it.
_LABEL = 3


class ReaderWidgets:
    """The widgets of the reader: there before they are mounted and after they are gone.

    The prompt and the explain panel are not among them: they come when they are asked for.

    Args:
        column: The widest line of text, in cells.
    """

    def __init__(self, column: int) -> None:
        self.head = FittedLine(cut_at=SEPARATOR, id="head")
        self.panes = Horizontal(id="panes")
        self.summary_head = FittedLine(pane_name("Summary"), cut_at=SEPARATOR, classes="pane-head")
        self.summary = DocumentView(id="summary", classes="-quiet", max_column=column)
        self.summary.label_cells = _LABEL
        self.source_head = FittedLine(pane_name("Source"), cut_at=SEPARATOR, classes="pane-head")
        self.source = DocumentView(id="source", max_column=column, marks_in_text=True)
        self.source_pane = Vertical(id="source-pane")
        self.strip = HeatStrip(self.source, id="strip")
        self.notice = FittedLine(id="notice")
        self.bar = LengthBar(id="length")
        self.length_facts = FittedLine(id="length-facts")
        self.method_line = FittedLine(id="method")
        self.key_terms = KeyTerms(id="terms")
        self.hints = FittedLine(cut_at=HINT_GAP, id="hints")

    @property
    def explain_panel(self) -> ExplainPanel | None:
        """The panel that says why a sentence is in, while it is open."""
        found = (child for child in self.source_pane.children if child.id == EXPLAIN_PANEL)
        return cast("ExplainPanel | None", next(found, None))

    def compose(self) -> ComposeResult:
        """Title, panes, controls, keys."""
        yield self.head
        with self.panes:
            with Vertical(id="summary-pane"):
                yield self.summary_head
                yield self.summary
            with self.source_pane:
                yield self.source_head
                with Horizontal(id="source-body"):
                    yield self.source
                    yield self.strip
        yield self.notice
        with Horizontal(id="length-row", classes="control"):
            yield FittedLine("Length", classes="control-name")
            yield self.bar
            yield self.length_facts
        with Horizontal(id="method-row", classes="control"):
            yield self.method_line
            yield self.key_terms
        yield self.hints
        yield KeyBar(id="keys")
