"""All keys, made from the bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.key_table import KeySection, key_sections

if TYPE_CHECKING:
    from tui.app import SummariseApp

#: Cells for the keys, for what they do, and the screen width from which ids are shown too.
_KEYS_WIDTH, _DOES_WIDTH, _IDS_FROM = 20, 62, 116


class HelpScreen(ModalScreen[None]):
    """The keys, those of the screen it was opened from first.

    Args:
        screen: The screen it was opened from.
    """

    CSS_PATH = "help.tcss"
    BINDINGS = [
        Binding(
            "escape,q,question_mark", "dismiss", "back", id="help.back", tooltip="Close the help"
        ),
        Binding("j,down", "scroll(1)", "Down", id="help.down", show=False, tooltip="A row down"),
        Binding("k,up", "scroll(-1)", "Up", id="help.up", show=False, tooltip="A row up"),
        Binding(
            "space,f,pagedown,ctrl+d",
            "page(1)",
            "Page down",
            id="help.page-down",
            show=False,
            tooltip="A page down",
        ),
        Binding(
            "b,pageup,ctrl+u",
            "page(-1)",
            "Page up",
            id="help.page-up",
            show=False,
            tooltip="A page up",
        ),
    ]

    app: SummariseApp

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self._place = type(screen).__name__.removesuffix("Screen")

    def compose(self) -> ComposeResult:
        """A heading and one text."""
        sections = sorted(
            key_sections(self.app.request.settings.keys),
            key=lambda section: section.title != self._place,
        )
        with VerticalScroll(id="help-panel"):
            yield Static(Content("Keys"), id="help-title")
            with_ids = self.app.size.width >= _IDS_FROM
            texts = [_section(section, with_ids) for section in sections]
            yield Static(Content("\n\n").join(texts), id="help-text")
            if with_ids:
                yield Static(
                    Content("The names on the right are for the [keys] of a settings file."),
                    id="help-foot",
                )

    def action_scroll(self, step: int) -> None:
        """Move by a row."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """Move by a page."""
        panel = self.query_one(VerticalScroll)
        panel.scroll_relative(y=step * max(1, panel.size.height - 2), animate=False)


def _section(section: KeySection, with_ids: bool) -> Content:
    lines = [Content.styled(section.title, "bold $accent")]
    lines += [
        Content.assemble(
            (f"{row.keys:<{_KEYS_WIDTH}} ", "bold"),
            f"{row.does:<{_DOES_WIDTH}}" if with_ids else row.does,
            (f"  {row.id}" if with_ids else "", "$text-muted"),
        )
        for row in section.rows
    ]
    return Content("\n").join(lines)
