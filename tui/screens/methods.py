"""The menu of methods, with what the one in view does and when it is good beside it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from summarise.methods import Method, all_methods, find_method, methods
from tui.keys.methods import METHODS_BINDINGS
from tui.screens.guarded import GuardedScreen
from tui.text.looks import QUIET
from tui.widgets.choice_list import ChoiceList

#: Stands before the method in use.
_HERE = "● "


class MethodScreen(GuardedScreen[str | None], ModalScreen[str | None]):
    """Choose a method; the answer is its name, or None to leave things as they are.

    Args:
        current: The name of the method in use.
    """

    CSS_PATH = "methods.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    BINDINGS = METHODS_BINDINGS

    def __init__(self, current: str) -> None:
        super().__init__()
        self.current = current

    def compose(self) -> ComposeResult:
        """The list, and a place for what there is to say about a method."""
        with Vertical(id="methods-panel"):
            yield Static(Content("Method"), id="methods-title")
            with Horizontal(id="methods-body"):
                yield ChoiceList(id="methods-list", compact=True)
                with VerticalScroll(id="methods-about", can_focus=False):
                    yield Static(id="methods-text")

    def on_mount(self) -> None:
        """Start on the method in use."""
        own = methods()
        sumys = [method for method in all_methods() if method.name.startswith("sumy:")]
        others = [method for method in all_methods() if method not in (*own, *sumys)]
        rows: list[tuple[str | None, str | Content]] = self._rows(own)
        for heading, group in (("sumy’s originals", sumys), ("From other packages", others)):
            if group:
                rows += [(None, heading), *self._rows(group)]
        choices = self.query_one(ChoiceList)
        choices.fill(rows, self.current)
        choices.focus()

    @on(ChoiceList.OptionHighlighted)
    def _highlighted(self, event: ChoiceList.OptionHighlighted) -> None:
        if event.option_id:
            about = _about(find_method(event.option_id))
            self.query_one("#methods-text", Static).update(about)
            self.query_one("#methods-about").scroll_home(animate=False)

    @on(ChoiceList.OptionSelected)
    def _chosen(self, event: ChoiceList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def _rows(self, group: Iterable[Method]) -> list[tuple[str | None, str | Content]]:
        return [
            (
                method.name,
                Content.assemble(
                    (_HERE if method.name == self.current else " " * len(_HERE), "bold"),
                    (method.label, "" if method.available else QUIET),
                ),
            )
            for method in group
        ]


def _about(method: Method) -> Content:
    """What a method does and when it is good, who came up with it, and what it lacks."""
    parts = [Content.styled(method.label, "bold"), Content(method.description)]
    if not method.available:
        parts.append(Content.styled(f"Not installed: it needs {method.needs}.", "$warn"))
    if method.paper:
        parts.append(Content.styled(method.paper, QUIET))
    parts.append(Content.styled(f"-m {method.name}", QUIET))
    return Content("\n\n").join(parts)
