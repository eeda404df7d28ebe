"""The menu of methods, with what the one in view does and when it is good beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from summarise.methods import MODEL, Method, all_methods, find_method, methods
from summarise.methods.method import SUMY_PREFIX
from tui.keys.methods import METHODS_BINDINGS
from tui.screens.guarded import GuardedScreen
from tui.text.looks import QUIET
from tui.text.reader_frame import WIDE
from tui.widgets.choice_list import ChoiceList

#: How the names of sumy's own methods begin, and the row that they are folded into.
_UNFOLD = "+sumy"
#: Seconds that the highlight must rest before the summary is ranked by the method under it.
_REST = 0.12
#: Stands before the method in use.
_HERE = "● "


class ModelOffered(NamedTuple):
    """The reader's language model, as a row of the menu."""

    name: str
    """What it is called, fit to be shown."""
    fault: str = ""
    """Why it gave no ranking when it was asked last, in one line."""


class MethodScreen(GuardedScreen[str | None], ModalScreen[str | None]):
    """Choose a method; the answer is its name, or None to leave things as they are.

    Args:
        current: The name of the method in use.
        preview: Shows what a method would pick while its row is in view; None where nothing shows.
        model: The reader's language model, if it can be chosen; it is asked only then.
    """

    CSS_PATH = "methods.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-middling"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]
    BINDINGS = METHODS_BINDINGS

    def __init__(
        self,
        current: str,
        preview: Callable[[str], None] | None = None,
        *,
        model: ModelOffered | None = None,
    ) -> None:
        super().__init__(classes=None if preview is None else "-previewing")
        self.current = current
        self._preview = preview
        self._model = model
        self._own = (*methods(), MODEL) if model is not None else methods()
        self._resting: Timer | None = None
        self._has_sumys = current.startswith(SUMY_PREFIX)

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
        self._fill(self.current)
        self.query_one(ChoiceList).focus()

    def _fill(self, at: str) -> None:
        own = self._own
        sumys = [method for method in all_methods() if method.name.startswith(SUMY_PREFIX)]
        others = [method for method in all_methods() if method not in (*own, *sumys)]
        rows: list[tuple[str | None, str | Content]] = self._rows(own)
        if others:
            rows += [(None, "From other packages"), *self._rows(others)]
        if sumys and self._has_sumys:
            rows += [(None, "sumy’s originals"), *self._rows(sumys)]
        elif sumys:
            rows.append((_UNFOLD, f"+ sumy’s originals ({len(sumys)})"))
        self.query_one(ChoiceList).fill(rows, at)

    @on(ChoiceList.OptionHighlighted)
    def _highlighted(self, event: ChoiceList.OptionHighlighted) -> None:
        if self._resting is not None:
            self._resting.stop()
        if event.option_id == _UNFOLD:
            self._say(Content("The same methods as sumy has them, for comparison."))
        elif event.option_id:
            method = find_method(event.option_id)
            self._say(self._about(method))
            if method.available and method is not MODEL:
                self._resting = self.set_timer(_REST, partial(self._show, method.name))

    def _say(self, about: Content) -> None:
        self.query_one("#methods-text", Static).update(about)
        self.query_one("#methods-about").scroll_home(animate=False)

    def _show(self, method: str) -> None:
        if self._preview is not None and self.is_active:
            self._preview(method)

    @on(ChoiceList.OptionSelected)
    def _chosen(self, event: ChoiceList.OptionSelected) -> None:
        if event.option_id == _UNFOLD:
            self._has_sumys = True
            first = next(m.name for m in all_methods() if m.name.startswith(SUMY_PREFIX))
            self._fill(first)
        else:
            self.dismiss(event.option_id)

    def _rows(self, group: Iterable[Method]) -> list[tuple[str | None, str | Content]]:
        return [
            (
                method.name,
                Content.assemble(
                    (_HERE if method.name == self.current else " " * len(_HERE), "bold"),
                    (self._label(method), "" if method.available else QUIET),
                ),
            )
            for method in group
        ]

    def _label(self, method: Method) -> str:
        """What a method is called: the model by its own name."""
        if method is MODEL and self._model is not None:
            return f"{method.label} ({self._model.name})"
        return method.label

    def _about(self, method: Method) -> Content:
        """What a method does and when it is good, who came up with it, and what it lacks."""
        parts = [Content.styled(self._label(method), "bold"), Content(method.description)]
        if not method.available:
            parts.append(Content.styled(f"Not installed: it needs {method.needs}.", "$warn"))
        if self._model is not None and self._model.fault and method is MODEL:
            parts.append(Content.styled(f"It gave no ranking: {self._model.fault}.", "$warn"))
        if method.paper:
            parts.append(Content.styled(method.paper, QUIET))
        parts.append(Content.styled(f"-m {method.name}", QUIET))
        return Content("\n\n").join(parts)
