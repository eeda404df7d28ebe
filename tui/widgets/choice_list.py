"""A list to choose from, a row for each choice, moved along by the keys of vim and less alike."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.keys.lists import LIST_BINDINGS
from tui.widgets.scrollbar import THIN_SCROLLBAR


class ReversingList(OptionList):
    """A list whose rows can be reversed, which Textual leaves out of the styles of any widget.

    Without colours nothing else tells the row in use from those whose text is bold.
    """

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of a row, reversed if its rules say so."""
        style = super().get_visual_style(*component_classes, partial=partial)
        rules = map(self.get_component_styles, component_classes)
        return style + _REVERSED if any(one.text_style.reverse for one in rules) else style


_REVERSED = Style(reverse=True)


class ChoiceList(ReversingList, inherit_bindings=False):
    """Rows of plain text: names of files and articles are never read as markup.

    A click on a row goes to it; a click on the row in use, and so a double click, chooses it.
    """

    DEFAULT_CSS = (
        f"ChoiceList {{ {THIN_SCROLLBAR} }}"
        + """
    ChoiceList {
        background: transparent;
        border: none;
        padding: 0;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { color: $ink; }
        & > .option-list--option-hover { background: $heat-1; }
        & > .option-list--option-disabled { color: $ink-quiet; }
        & > .option-list--option-highlighted {
            color: $ink-current; background: $heat-2; text-style: bold;
        }
        &:focus > .option-list--option-highlighted {
            color: $ink-current; background: $current-tint; text-style: bold;
        }
        &:ansi {
            & > .option-list--option { color: ansi_default; background: transparent; }
            & > .option-list--option-hover { background: transparent; text-style: underline; }
            & > .option-list--option-disabled { color: ansi_default; text-style: dim; }
            & > .option-list--option-highlighted {
                color: ansi_default; background: transparent; text-style: bold underline;
            }
            &:focus > .option-list--option-highlighted {
                color: ansi_default; background: transparent; text-style: bold reverse;
            }
        }
    }
    """
    )
    BINDINGS = LIST_BINDINGS

    @property
    def chosen(self) -> str | None:
        """The id of the row in use."""
        option = self.highlighted_option
        return option.id if option is not None else None

    def fill(self, rows: list[tuple[str | None, str | Content]], at: str | None = None) -> None:
        """Show other rows.

        Args:
            rows: The id and the text of each; without an id it is a heading.
            at: The id of the row to start on, if it is there; otherwise it is the first.
        """
        self.clear_options()
        self.add_options(
            Option(text if isinstance(text, Content) else Content(text), id, disabled=id is None)
            for id, text in rows
        )
        ids = [id for id, _ in rows]
        first = next((place for place, id in enumerate(ids) if id is not None), None)
        self.highlighted = ids.index(at) if at is not None and at in ids else first

    def action_page_down(self) -> None:
        """Go down a page; where the list has no room, to the last row."""
        if self.scrollable_content_region.height:  # without a row Textual fails
            super().action_page_down()  # type: ignore[no-untyped-call]
        else:
            self.action_last()

    def action_page_up(self) -> None:
        """Go up a page; where that ends on the heading of the list, to the row under it."""
        if self.scrollable_content_region.height:
            super().action_page_up()  # type: ignore[no-untyped-call]
        else:
            self.action_first()
        if self.highlighted is None:
            self.action_first()

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        row = event.style.meta.get("option")
        if not isinstance(row, int) or row >= self.option_count or self.options[row].disabled:
            return
        if row == self.highlighted:
            self.action_select()
        else:
            self.highlighted = row
