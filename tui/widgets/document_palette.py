"""The looks of a document view: its component classes, and the styles made of them."""

from __future__ import annotations

from enum import IntFlag, auto

from rich.style import Style
from textual.widget import Widget

from tui.widgets.scrollbar import THIN_SCROLLBAR


class Look(IntFlag):
    """What can be shown of a piece of text. Later members are drawn over earlier ones."""

    HEADING = auto()
    CODE = auto()
    ASIDE = auto()
    DIMMED = auto()
    HEAT_0 = auto()
    HEAT_1 = auto()
    HEAT_2 = auto()
    HEAT_3 = auto()
    KEPT = auto()
    NEW = auto()
    LINKED = auto()
    CURSOR = auto()
    HOVERED = auto()
    MATCH = auto()
    CURRENT_MATCH = auto()
    SELECTED = auto()
    BAR = auto()
    NOTE = auto()
    CROSS = auto()
    LABEL = auto()
    LABEL_LINKED = auto()
    LABEL_CURSOR = auto()
    HEAT_BAR = auto()

    @property
    def component(self) -> str:
        """The component class of a single member."""
        return "document--" + str(self.name).lower().replace("_", "-")


HEATS = (Look.HEAT_0, Look.HEAT_1, Look.HEAT_2, Look.HEAT_3)
COMPONENTS = {look.component for look in Look if look is not Look.SELECTED}

# Colours come from the theme. In the terminal's own 16 colours there are no tints, so there the
# same things are shown by dim, bold, underlined and reversed text.
DEFAULT_CSS = (
    f"DocumentCanvas {{ {THIN_SCROLLBAR} }}"
    + """
DocumentCanvas {
    color: $foreground 88%;
    overflow-x: hidden;
    overflow-y: scroll;

    .document--heading { color: $foreground; text-style: bold; }
    .document--code { color: $foreground 70%; }
    .document--aside { color: $foreground 50%; text-style: italic; }
    .document--dimmed { color: $foreground 48%; }
    .document--heat-1 { background: $foreground 6%; }
    .document--heat-2 { background: $foreground 12%; }
    .document--heat-3 { background: $foreground 20%; }
    .document--kept { color: $foreground; background: $primary 22%; }
    .document--new { background: $success 14%; }
    .document--linked { color: $foreground; background: $accent 14%; text-style: underline; }
    .document--cursor { color: $foreground; background: $accent 28%; text-style: bold; }
    .document--hovered { text-style: underline; }
    .document--match { color: $background; background: $warning 60%; }
    .document--current-match { color: $background; background: $warning; text-style: bold; }
    .document--bar { color: $foreground 35%; }
    .document--note { color: $text-warning 75%; }
    .document--cross { color: $foreground 40%; }
    .document--label { color: $text-accent; text-style: bold; }
    .document--label-linked { color: $text-accent; background: $accent 20%; text-style: bold; }
    .document--label-cursor { color: $text-accent; background: $accent 30%; text-style: bold; }
    .document--heat-bar { color: $foreground 40%; }

    &:focus .document--label-cursor { color: $background; background: $accent; }

    &.-quiet {
        .document--kept { color: $foreground 88%; background: transparent; }
        .document--cursor { color: $foreground; background: transparent; }
        .document--linked { background: transparent; }
        .document--new { color: $foreground; background: $success 14%; }
    }

    &:ansi {
        color: ansi_default;
        .document--heading { color: ansi_default; text-style: bold; }
        .document--code { color: $secondary; }
        .document--aside { color: ansi_default; text-style: dim italic; }
        .document--dimmed { color: ansi_default; text-style: dim; }
        .document--heat-0 { text-style: dim; }
        .document--heat-1 { background: transparent; }
        .document--heat-2 { background: transparent; color: $secondary; }
        .document--heat-3 { background: transparent; color: $secondary; text-style: bold; }
        .document--kept { color: $primary; background: transparent; text-style: bold not dim; }
        .document--new { background: transparent; text-style: italic; }
        .document--linked { color: $accent; background: transparent; text-style: underline; }
        .document--cursor { color: $accent; background: transparent; text-style: bold reverse; }
        .document--match { color: ansi_black; background: $warning; }
        .document--current-match {
            color: ansi_black; background: $warning; text-style: bold underline;
        }
        .document--bar { color: ansi_default; text-style: dim; }
        .document--note { color: $warning; }
        .document--cross { color: ansi_default; text-style: dim; }
        .document--label { color: $primary; text-style: bold; }
        .document--label-linked {
            color: $accent; background: transparent; text-style: bold underline;
        }
        .document--label-cursor { color: $accent; background: transparent; text-style: bold; }
        .document--heat-bar { color: $secondary; }
        &:focus .document--label-cursor {
            color: $accent; background: transparent; text-style: bold reverse;
        }
        &.-quiet .document--kept { color: ansi_default; text-style: not dim; }
        &.-quiet .document--cursor { color: ansi_default; text-style: bold; }
        &.-quiet .document--new {
            color: ansi_default; background: transparent; text-style: italic;
        }
    }
}
"""
)


class Palette:
    """Resolved styles of a view, good until the theme or its style rules change."""

    def __init__(self, view: Widget) -> None:
        self.base = view.rich_style
        self._parts: dict[Look, Style] = {
            look: _resolve(view, look.component) for look in Look if look is not Look.SELECTED
        }
        selection = view.screen.get_component_rich_style("screen--selection")
        self._parts[Look.SELECTED] = Style(color=selection.color, bgcolor=selection.bgcolor)
        self._styles: dict[Look, Style] = {Look(0): self.base}

    def style(self, look: Look) -> Style:
        """The style of text that has all of these looks."""
        style = self._styles.get(look)
        if style is None:
            style = self.base
            for part in look:
                style += self._parts[part]
            self._styles[look] = style
        return style


def _resolve(view: Widget, component: str) -> Style:
    """The part of a style that a component adds, its translucent colours laid over the view."""
    styles = view.get_component_styles(component)
    whole = view.get_component_rich_style(component)
    coloured = styles.has_rule("color") or styles.has_rule("auto_color")
    filled = styles.has_rule("background") and styles.background.a > 0
    text_style: Style = styles.text_style
    return text_style + Style(
        color=whole.color if coloured else None, bgcolor=whole.bgcolor if filled else None
    )
