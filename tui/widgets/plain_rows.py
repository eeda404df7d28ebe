"""Widgets whose rows are drawn as they are, with nothing around them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class PlainRows(Widget):
    """A widget without a border or padding of its own, which keeps its rows or makes them fast.

    Textual keeps rows by their height in the view, so that all are made ready anew when a text is
    scrolled by one: 0.1 ms each, for borders, tints and opacities that are not there. It is last
    among the bases: of the first one alone Textual takes the style rules.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget, as Textual's own way would have them."""
        if any(self.styles.gutter) or self.opacity != 1:
            return super().render_lines(crop)
        width, base = self.size.width, self.rich_style
        _, background = self.background_colors
        strips = [row.adjust_cell_length(width, base) for row in self.draw_rows(crop.line_range)]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def draw_rows(self, rows: range) -> Iterable[Strip]:
        """Some rows next to each other, for whoever can make them faster together."""
        return map(self.render_line, rows)
