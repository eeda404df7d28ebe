"""The row of key terms: choose one to get more of it in the summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.keys.key_terms import KEY_TERMS_BINDINGS

_GAP = 2


class KeyTerms(Widget, can_focus=True):
    """One row of terms, the strongest first; as many as fit are shown."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"terms--term", "terms--chosen", "terms--cursor"}
    DEFAULT_CSS = """
    KeyTerms {
        height: 1;
        width: 1fr;
        .terms--term { color: $ink-quiet; }
        .terms--chosen { color: $mark; text-style: bold; }
        .terms--cursor { text-style: reverse; }
    }
    """
    BINDINGS = KEY_TERMS_BINDINGS

    terms: reactive[tuple[str, ...]] = reactive(())
    chosen: reactive[tuple[str, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A term was chosen: it goes into focus, or out of it."""

        view: KeyTerms
        term: str

        @property
        def control(self) -> KeyTerms:
            """The row it comes from."""
            return self.view

    def show(self, terms: Sequence[str], chosen: Sequence[str]) -> None:
        """Show these terms; those in focus come first, even when they are not key terms."""
        known = {term.casefold() for term in terms}
        extra = [term for term in chosen if term.casefold() not in known]
        self.chosen = tuple(term.casefold() for term in chosen)
        self.terms = (*extra, *terms)
        self.cursor = min(self.cursor, max(0, len(self.terms) - 1))

    def render_line(self, _y: int) -> Strip:
        """The row, cut behind the last term that fits."""
        base = self.rich_style
        segments: list[Segment] = []
        room = self.size.width
        for index, term in enumerate(self.terms):
            width = cell_len(term) + (2 if self._is_chosen(term) else 0)
            if width > room and segments:
                break
            segments.append(
                Segment(set_cell_size(self._label(term), min(width, room)), self._style(index))
            )
            gap = min(_GAP, room - min(width, room))
            segments.append(Segment(" " * gap, base))
            room -= min(width, room) + gap
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def action_move(self, step: int) -> None:
        """Move the cursor along the row."""
        if self.terms:
            self.cursor = max(0, min(len(self.terms) - 1, self.cursor + step))

    def action_choose(self) -> None:
        """Choose the term under the cursor."""
        if self.terms:
            self.post_message(self.Chosen(self, self.terms[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Choose the term that was clicked."""
        index = event.style.meta.get("term")
        if isinstance(index, int) and index < len(self.terms):
            self.cursor = index
            self.action_choose()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def _is_chosen(self, term: str) -> bool:
        return term.casefold() in self.chosen

    def _label(self, term: str) -> str:
        return f"[{term}]" if self._is_chosen(term) else term

    def _style(self, index: int) -> Style:
        name = "terms--chosen" if self._is_chosen(self.terms[index]) else "terms--term"
        style = self.get_component_rich_style(name)
        if self.has_focus and index == self.cursor:
            style += self.get_component_rich_style("terms--cursor", partial=True)
        return style + Style.from_meta({"term": index})
