"""The links of a sentence, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keys.links import LINKS_BINDINGS
from tui.screens.guarded import GuardedScreen
from tui.text.links import Link
from tui.text.looks import QUIET
from tui.text.wording import plural
from tui.widgets.choice_list import ChoiceList
from tui.widgets.key_bar import KeyBar

#: Cells that the words of links have at most.
_WIDEST = 28


class Choice(NamedTuple):
    """A link, and what to do with it."""

    link: Link
    copies: bool
    """Whether its address is copied; otherwise it is opened."""


class LinksScreen(GuardedScreen[Choice | None], ModalScreen[Choice | None]):
    """Choose a link; the answer is None to leave it.

    Args:
        links: The links of a sentence.
        copies: Whether enter copies the address, because that is what was asked for.
    """

    CSS_PATH = "links.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
    BINDINGS = LINKS_BINDINGS

    def __init__(self, links: Sequence[Link], *, copies: bool) -> None:
        super().__init__()
        self._links = links
        self._copies = copies

    def compose(self) -> ComposeResult:
        """A row for each link."""
        with Vertical(id="links-panel"):
            yield Static(Content(plural(len(self._links), "link")), id="links-title")
            yield ChoiceList(id="links-list", compact=True)
            yield KeyBar(id="links-keys")

    def on_mount(self) -> None:
        """Start on the first."""
        cells = min(_WIDEST, max(cell_len(link.words) for link in self._links))
        rows: list[tuple[str | None, str | Content]] = [
            (str(number), _row(link, cells)) for number, link in enumerate(self._links)
        ]
        self.query_one(ChoiceList).fill(rows)
        self.query_one(ChoiceList).focus()

    @on(ChoiceList.OptionSelected)
    def _selected(self) -> None:
        self._choose(copies=self._copies)

    def action_open(self) -> None:
        """Open the link in use."""
        self._choose(copies=False)

    def action_copy(self) -> None:
        """Copy the address of the link in use."""
        self._choose(copies=True)

    def _choose(self, *, copies: bool) -> None:
        if (chosen := self.query_one(ChoiceList).chosen) is not None:
            self.dismiss(Choice(self._links[int(chosen)], copies))


def _row(link: Link, cells: int) -> Content:
    """The words of a link and where it leads, or that alone where it is written out."""
    if link.words == link.address:
        return Content(link.address)
    words = Content(link.words).truncate(cells, ellipsis=True, pad=True)
    return Content.assemble(words, "  ", (link.address, QUIET))
