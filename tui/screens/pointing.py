"""What the mouse is told of the texts on a screen."""

from __future__ import annotations

from typing import Protocol, TypeVar, runtime_checkable

from rich.style import Style
from textual.errors import NoWidget
from textual.screen import Screen

Answer = TypeVar("Answer")


@runtime_checkable
class TellsPlaces(Protocol):
    """A widget whose rows as they are drawn do not tell the mouse what stands in them."""

    def style_at(self, x: int, y: int) -> Style:
        """What stands at a cell of it."""


class PointedScreen(Screen[Answer]):
    """A screen that asks its texts what is under the mouse."""

    def get_style_at(self, x: int, y: int) -> Style:
        """The style at a place, which tells the mouse what stands there."""
        try:
            widget, region = self.get_widget_at(x, y)
        except NoWidget:
            return Style.null()
        if isinstance(widget, TellsPlaces):
            return widget.style_at(x - region.x, y - region.y)
        return super().get_style_at(x, y)
