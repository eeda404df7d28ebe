"""What guards a screen against keys and clicks that come too late, and lets go of what it drew."""

from __future__ import annotations

from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.document_view import DocumentView

Answer = TypeVar("Answer")


class GuardedScreen(Screen[Answer]):
    """A screen that late keys and clicks cannot upset."""

    def on_unmount(self) -> None:
        """Let go of everything that was drawn here.

        Textual remembers the last 1,024 calls of a method of what keeps the lines of a widget, and
        with them those lines, whatever has become of the widget: 2.5 MB an article.
        """
        StylesCache.get_inner_outer.cache_clear()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Give the answer and close, unless that has been done.

        Textual closes whatever screen is on top, so a second key press or click that was on its
        way when the first closed this screen would close the one below.
        """
        if not self.is_active:
            return AwaitComplete()
        return super().dismiss(result)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """The widget at a place, unless it is being removed, and the offset in its text.

        Textual begins a selection in the parent of what is pressed, and a widget that is still on
        the screen but already removed has none. It takes the second cell of a wide character for
        the next character.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        if isinstance(widget, DocumentView):
            region = widget.content_region
            first = region.x + widget.character_at(x - region.x, y - region.y)
            if first != x:
                widget, offset = super().get_widget_and_offset_at(first, y)
        if widget is not None and widget is not self and widget.parent is None:
            return None, None
        return widget, offset
