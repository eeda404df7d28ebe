"""The looks of a document view: its component classes, and the styles made of them."""

from __future__ import annotations

from enum import IntFlag, auto

from rich.style import Style
from textual.widget import Widget

from tui.widgets.scrollbar import THIN_SCROLLBAR


class Look(IntFlag):
    """What can be shown of a piece of text. Later members are drawn over earlier ones."""

    HEADING = auto()
    LOW_HEADING = auto()
    LOWEST_HEADING = auto()
    CODE = auto()
    HEAT_0 = auto()
    HEAT_1 = auto()
    HEAT_2 = auto()
    HEAT_3 = auto()
    KEPT = auto()
    LIT = auto()
    NEW = auto()
    EMPHASIS = auto()
    STRONG = auto()
    CODE_SPAN = auto()
    LINK = auto()
    STRUCK = auto()
    TABLE_HEAD = auto()
    DONE = auto()
    KEYWORD = auto()
    NAME = auto()
    STRING = auto()
    NUMBER = auto()
    COMMENT = auto()
    ASIDE = auto()
    KNOWN = auto()
    KNOWN_ON_TINT = auto()
    DIMMED = auto()
    DROPPED = auto()
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


#: Text as it is. A constant, for to make it anew, or to add it to another look, takes longer than
#: all else there is to know of most rows.
PLAIN = Look(0)
HEATS = (Look.HEAT_0, Look.HEAT_1, Look.HEAT_2, Look.HEAT_3)
COMPONENTS = {look.component for look in Look}

# Colours come from the theme. In the terminal's own 16 colours there are no tints, so there the
# same things are shown by dim, bold, underlined and reversed text.
DEFAULT_CSS = (
    f"DocumentCanvas {{ {THIN_SCROLLBAR} }}"
    + """
DocumentCanvas {
    color: $ink-source;
    overflow-x: hidden;
    overflow-y: scroll;

    .document--heading { color: $ink; text-style: bold; }
    .document--low-heading { color: $ink-source; text-style: bold; }
    .document--lowest-heading { color: $ink-source; text-style: bold italic; }
    .document--code { color: $ink-source; }
    .document--emphasis { text-style: italic; }
    .document--strong { text-style: bold; }
    .document--code-span { color: $code; text-style: $code-style; }
    .document--link { text-style: underline; }
    .document--struck { text-style: strike; }
    .document--table-head { color: $ink; text-style: bold; }
    .document--done { color: $done; }
    .document--keyword { color: $syntax-keyword; }
    .document--name { color: $syntax-name; }
    .document--string { color: $syntax-string; }
    .document--number { color: $syntax-number; }
    .document--comment { color: $ink-quiet; text-style: italic; }
    .document--aside { color: $ink-quiet; text-style: italic; }
    .document--heat-1 { color: $ink; background: $heat-1; }
    .document--heat-2 { color: $ink; background: $heat-2; }
    .document--heat-3 { color: $ink; background: $heat-3; }
    .document--dimmed, .document--dropped { color: $ink-quiet; }
    .document--kept { color: $ink; background: $kept-tint; }
    .document--new { color: $ink-tinted; background: $new-tint; }
    .document--known { color: $ink-quiet; }
    .document--known-on-tint { color: $ink-known; }
    .document--linked { color: $ink-tinted; background: $linked-tint; text-style: underline; }
    .document--cursor { color: $ink-current; background: $current-tint; text-style: bold; }
    .document--hovered { text-style: underline; }
    .document--match { color: $on-match; background: $match-tint; }
    .document--current-match {
        color: $on-match-fill; background: $match-fill; text-style: bold;
    }
    .document--selected { color: $selected-ink; background: $selected-tint; }
    .document--bar { color: $rail; }
    .document--note { color: $ink-quiet; text-style: not bold; }
    .document--cross { color: $ink-quiet; }
    .document--label { color: $ink-quiet; }
    .document--label-linked { color: $mark; }
    .document--label-cursor { color: $mark; text-style: bold; }
    .document--heat-bar { color: $ink-quiet; }

    &:focus .document--label-cursor { color: $on-mark-fill; background: $mark-fill; }

    &.-quiet {
        color: $ink;
        .document--kept { color: $ink; background: transparent; }
        .document--new { color: $ink-tinted; background: $new-tint; }
    }

    &:ansi {
        color: ansi_default;
        .document--heading { color: ansi_default; text-style: bold; }
        .document--low-heading { color: ansi_default; text-style: bold; }
        .document--lowest-heading { color: ansi_default; text-style: bold italic; }
        .document--code { color: ansi_default; }
        .document--table-head { color: ansi_default; text-style: bold; }
        .document--keyword { text-style: bold; }
        .document--comment { color: ansi_default; text-style: dim italic; }
        .document--aside { color: ansi_default; text-style: dim italic; }
        .document--heat-0 { text-style: dim; }
        .document--heat-1, .document--heat-2, .document--heat-3 {
            color: ansi_default; background: transparent;
        }
        /* How dim text is, only the terminal knows: 2.8 : 1 on the console. So what is kept is
           underlined instead, as by a pen. */
        .document--dimmed { color: ansi_default; }
        .document--lit { text-style: underline; }
        .document--dropped { color: ansi_default; text-style: dim; }
        .document--kept { color: ansi_default; background: transparent; text-style: bold not dim; }
        .document--new { background: transparent; text-style: italic; }
        .document--known, .document--known-on-tint {
            color: ansi_default; text-style: dim not bold;
        }
        .document--linked {
            color: $mark; background: transparent; text-style: bold not dim underline;
        }
        .document--cursor {
            color: ansi_default; background: transparent; text-style: bold not dim reverse;
        }
        .document--match {
            color: ansi_black; background: ansi_cyan; text-style: not dim underline;
        }
        .document--current-match {
            color: ansi_black; background: ansi_cyan; text-style: bold not reverse underline;
        }
        .document--selected {
            color: ansi_cyan; background: ansi_black;
            text-style: not bold not dim reverse underline;
        }
        .document--bar { color: ansi_default; text-style: dim; }
        .document--note { color: ansi_default; text-style: dim not bold; }
        .document--cross { color: ansi_default; text-style: dim; }
        .document--label { color: ansi_default; text-style: dim; }
        .document--label-linked {
            color: $mark; background: transparent; text-style: bold underline;
        }
        .document--label-cursor { color: $mark; background: transparent; text-style: bold; }
        .document--heat-bar { color: ansi_default; }
        &:focus .document--label-cursor {
            color: $mark; background: transparent; text-style: bold reverse;
        }
        &.-quiet { color: ansi_default; }
        &.-quiet .document--kept { color: ansi_default; text-style: not dim; }
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
        self._view = view
        self._parts: dict[Look, Style] = {}
        self._styles: dict[Look, Style] = {PLAIN: self.base}

    def style(self, look: Look) -> Style:
        """The style of text that has all of these looks."""
        style = self._styles.get(look)
        if style is None:
            style = self.base
            for part in look:
                style += self._part(part)
            self._styles[look] = style
        return style

    def _part(self, look: Look) -> Style:
        """What a single look adds; most are never seen in a text."""
        part = self._parts.get(look)
        if part is None:
            part = self._parts[look] = _resolve(self._view, look.component)
        return part


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
