"""What widgets share on which a place is pointed at: by a click, a drag or the wheel."""

from __future__ import annotations

from textual import events
from textual.widget import Widget


class DragWidget(Widget):
    """Follows the mouse from where its button is pressed to where it is let off."""

    ALLOW_SELECT = False

    def drag_to(self, x: int, y: int) -> None:
        """Take up a place that was clicked or dragged to.

        Args:
            x: Cells from the left edge; a drag may leave the widget on any side.
            y: Rows from the top edge.
        """
        raise NotImplementedError

    def turn_wheel(self, direction: int) -> None:
        """Follow the wheel.

        Args:
            direction: 1 if it was turned down, -1 if it was turned up.
        """
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a drag."""
        if event.button == 1:
            self.capture_mouse()
            self.drag_to(event.x, event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow a drag."""
        if self.app.mouse_captured is self:
            self.drag_to(event.x, event.y)

    def on_mouse_up(self) -> None:
        """End a drag."""
        self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Follow the wheel downwards."""
        event.stop()
        self.turn_wheel(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Follow the wheel upwards."""
        event.stop()
        self.turn_wheel(-1)
