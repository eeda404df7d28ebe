"""The menu of methods, with a line on each: what it does, when it is good."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from summarise.methods import Method, methods


class MethodScreen(ModalScreen[str | None]):
    """Choose a method; the answer is its name, or None to leave things as they are.

    Args:
        current: The name of the method in use.
    """

    CSS_PATH = "methods.tcss"
    BINDINGS = [
        Binding("escape,q,m", "dismiss(None)", "back", id="methods.back", tooltip="Change nothing"),
        Binding("j", "cursor(1)", "Next", id="methods.next", show=False, tooltip="Next method"),
        Binding(
            "k",
            "cursor(-1)",
            "Previous",
            id="methods.previous",
            show=False,
            tooltip="Method before",
        ),
    ]

    def __init__(self, current: str) -> None:
        super().__init__()
        self.current = current

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        with Vertical(id="methods-panel"):
            yield Static(Content("Method"), id="methods-title")
            yield OptionList(
                *(Option(self._prompt(method), id=method.name) for method in methods()),
                id="methods-list",
                compact=True,
            )

    def on_mount(self) -> None:
        """Start on the method in use."""
        options = self.query_one(OptionList)
        names = [method.name for method in methods()]
        options.highlighted = names.index(self.current) if self.current in names else 0
        options.focus()

    def action_cursor(self, step: int) -> None:
        """Move along the list with vim's keys."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def _prompt(self, method: Method) -> Content:
        here = "● " if method.name == self.current else "  "
        return Content.assemble(
            (here, "$accent"),
            (method.label, "bold"),
            "\n  ",
            (method.description, "$text-muted"),
        )
