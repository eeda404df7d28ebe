"""What the reader's screen is made of, and where it stands."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Input

from tui.keys.reader import BEFORE_OTHER_KEYS
from tui.screens.steady import SteadyScreen
from tui.text.wording import SEPARATOR
from tui.widgets.document_view import DocumentView
from tui.widgets.explain_panel import ExplainPanel
from tui.widgets.fitted_line import QUIET, Line
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar
from tui.widgets.prompt import Prompt, Purpose

#: From this many columns on the panes stand side by side.
WIDE = 100
#: Below this many rows the panes take turns instead of standing one above the other.
SHORT = 20


class ReaderLayout(SteadyScreen[None]):
    """The widgets of the reader. They are there before they are mounted and after they are gone.

    Args:
        column: The widest line of text, in cells.
        size: The size of the terminal, if known: with the classes for it from the start, the
            styles are worked out only once.
    """

    CSS_PATH = "reader.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]
    AUTO_FOCUS = "#source"

    def __init__(self, column: int, size: Size | None = None) -> None:
        super().__init__(classes=None if size is None else _classes_for(size))
        self.head = Line(id="head")
        self.summary_head = Line(pane_name("Summary"), cut_at=SEPARATOR, classes="pane-head")
        self.summary = DocumentView(id="summary", classes="-quiet", max_column=column)
        self.source_head = Line(pane_name("Source"), cut_at=SEPARATOR, classes="pane-head")
        self.source = DocumentView(id="source", max_column=column)
        self.strip = HeatStrip(self.source, id="strip")
        self.notice = Line(id="notice")
        self.bar = LengthBar(id="length")
        self.length_facts = Line(id="length-facts")
        self.method_line = Line(id="method")
        self.key_terms = KeyTerms(id="terms")
        self._prompt: Prompt | None = None

    def compose(self) -> ComposeResult:
        """Title, panes, controls, keys; the prompt and the explain panel come when asked for."""
        yield self.head
        with Horizontal(id="panes"):
            with Vertical(id="summary-pane"):
                yield self.summary_head
                yield self.summary
            with Vertical(id="source-pane"):
                yield self.source_head
                with Horizontal(id="source-body"):
                    yield self.source
                    yield self.strip
        yield self.notice
        with Horizontal(id="length-row", classes="control"):
            yield Line("Length", classes="control-name")
            yield self.bar
            yield self.length_facts
        with Horizontal(id="method-row", classes="control"):
            yield self.method_line
            yield self.key_terms
        yield KeyBar(id="keys")

    # -- what comes and goes

    @property
    def prompt(self) -> Prompt | None:
        """The line that asks for something, while it does."""
        prompt = self._prompt
        return prompt if prompt is not None and prompt.is_attached else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked for, keys are letters of the answer."""
        if self.asked is not None and action in BEFORE_OTHER_KEYS:
            return False
        return super().check_action(action, parameters)

    @property
    def asked(self) -> Purpose | None:
        """What is being asked for."""
        return self.prompt.purpose if self.prompt is not None else None

    async def ask(self, purpose: Purpose, value: str = "") -> None:
        """Ask for something, with a first answer to edit."""
        if self.prompt is not None:
            await self.prompt.remove()
        self._prompt = prompt = Prompt(purpose, value)
        await self.mount(prompt, before="#keys")
        self.set_focus(prompt.query_one(Input))  # at once: the next key may be there already

    @property
    def explain_panel(self) -> ExplainPanel | None:
        """The panel that says why a sentence is in, while it is open."""
        return next(iter(self.query(ExplainPanel)), None)

    async def open_explain_panel(self) -> None:
        """Give it the lower rows of the source."""
        self.add_class("-explaining")
        await self.query_one("#source-pane").mount(ExplainPanel(id="explain"))

    async def close_explain_panel(self) -> None:
        """Give its rows back to the source."""
        self.remove_class("-explaining")
        if self.explain_panel is not None:
            await self.explain_panel.remove()


def _classes_for(size: Size) -> str:
    wide = "-wide" if size.width >= WIDE else "-narrow"
    return f"{wide} {'-tall' if size.height >= SHORT else '-short'}"


def pane_name(name: str, facts: str = "") -> Content:
    """The head of a pane: its name, and how things stand in it."""
    return Content.assemble((name, "bold"), (f"   {facts}" if facts else "", QUIET))
