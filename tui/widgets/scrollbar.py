"""The thin scroll bar of lists and documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.color import Color, ColorType
from rich.segment import Segment, Segments
from rich.style import Style
from textual.geometry import Region
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from tui.widgets.plain_rows import PlainRows

#: Rules that stand among those of a widget that scrolls.
THIN_SCROLLBAR = """
    scrollbar-size-vertical: 1;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $rule;
    scrollbar-color-hover: $rail;
    scrollbar-color-active: $mark;
    &:ansi {
        scrollbar-background: ansi_default;
        scrollbar-background-hover: ansi_default;
        scrollbar-background-active: ansi_default;
        scrollbar-color: ansi_bright_black;
        scrollbar-color-hover: ansi_bright_black;
    }
"""


#: The terminal's own colours.
_OWN = (ColorType.DEFAULT, ColorType.STANDARD)
#: What Textual says in a cell of what the mouse does there.
_PRESSED = "@mouse.down"
_LINE = "┃"


class ThinScrollBarRender(ScrollBarRender):
    """Draws a line in the terminal's own colours, which have none for a quiet block.

    With ``NO_COLOR`` the block was as bright as the current sentence beside it.
    """

    @classmethod
    def render_bar(cls, *args: Any, **settings: Any) -> Segments:
        """The cells as Textual has them, or a line in their place."""
        drawn = super().render_bar(*args, **settings)
        bar: Color | None = settings.get("bar_color")
        if bar is None or bar.type not in _OWN or not settings.get("vertical", True):
            return drawn
        line = Style(color=bar)
        return Segments(
            [
                Segment(_LINE.ljust(len(text)), line + Style(meta=style.meta))
                if style is not None and style.meta.get(_PRESSED) == "grab"
                else Segment(text, style)
                for text, style, _ in drawn.segments
            ],
            new_lines=True,
        )


ScrollBar.renderer = ThinScrollBarRender  # Textual has one for every bar, and none for a screen


class SparingScrollBar(ScrollBar, PlainRows):
    """The upright scroll bar of a document, of which only the cells that have changed are drawn.

    Textual's draws all of its cells for every row that is scrolled: of a long text that is 2 ms at
    a key, and most often they look as before.
    """

    position: Reactive[float] = Reactive(0, repaint=False)

    _drawn: tuple[object, ...] = ()
    _cells: list[Segment]

    def watch_position(self) -> None:
        """Draw the cells that look different in the new place."""
        known = self._drawn[:1] == (self.size.height,)
        before = self._cells if known else []
        now = self._cells_now()
        if len(before) != len(now):
            self.refresh()
            return
        changed = [y for y, cell in enumerate(now) if cell != before[y]]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Draw a cell, or as many as the bar is wide."""
        return next(iter(self.draw_rows(range(y, y + 1))))

    def draw_rows(self, rows: range) -> Iterable[Strip]:
        """Draw cells below each other; most are alike, and made once."""
        cells, width = self._cells_now(), self.size.width
        base = self.visual_style.rich_style
        made: dict[Segment | None, Strip] = {None: Strip.blank(width, base)}
        for y in rows:
            cell = cells[y] if y < len(cells) else None
            if cell is not None and cell not in made:
                made[cell] = Strip([Segment(cell.text, base + (cell.style or Style()))], width)
            yield made[cell]

    def _cells_now(self) -> list[Segment]:
        """The cells from top to bottom, as Textual's own bar has them.

        Those of before when it has been taken away: a text goes on scrolling for a moment when its
        screen has gone, and Textual's own bar cannot be drawn without the text that it belongs to.
        """
        if self.parent is None:
            return self._cells if self._drawn else []
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)  # what is set as the renderer is one
        look, height = bar.style, self.size.height
        asked = (height, bar.virtual_size, bar.window_size, bar.position, bar.thickness, look)
        if asked != self._drawn:
            self._drawn = asked
            assert isinstance(look, Style)
            segments = self.renderer.render_bar(
                size=height,
                virtual_size=bar.virtual_size,
                window_size=bar.window_size,
                position=bar.position,
                thickness=bar.thickness,
                back_color=look.bgcolor or Color.default(),
                bar_color=look.color or Color.default(),
            )
            self._cells = list(segments.segments)
        return self._cells
