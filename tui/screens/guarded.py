"""What all screens but the first share: keys and clicks that come too late, and a quick start."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from textual import events
from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widget import Widget

from tui.screens.compositing import SparingCompositor
from tui.screens.pointing import Answer, PointedScreen
from tui.tasks import is_staying
from tui.widgets.document_view import DocumentView

#: Seconds in which keys that have come meanwhile are followed.
_MOMENT = 0.002


class GuardedScreen(PointedScreen[Answer]):
    """A screen that late keys and clicks cannot upset, and that is styled, laid out and drawn once.

    Textual works out all styles three times when a screen opens, lays it out twice and draws it
    three times; for the comparison of methods that was two thirds of 110 ms in which no key was
    followed.
    """

    #: Textual's draws all of the screen whenever the focus moves. Widgets draw themselves then.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    _is_styled = False
    _is_laid_out = False
    _is_resizing = False

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        self._compositor = SparingCompositor()

    def on_compose(self) -> None:
        """Take the classes of the terminal's size before there is anything to be styled by them."""
        self._take_classes_of(self.app.size)

    async def _on_resize(self, event: events.Resize) -> None:
        """Take the classes of a new size before it is laid out; Textual takes them behind that.

        Styles take 20 ms where a size brings other classes, to lay out and draw 40 more: keys have
        a moment between the two, in which nothing is drawn. A single turn of the event loop was too
        little of it: a key takes several from the terminal to what it does.
        """
        if self._take_classes_of(event.size):
            self._is_resizing = True
            await asyncio.sleep(_MOMENT)
            self._is_resizing = False

    def _take_classes_of(self, size: Size) -> bool:
        """Take the classes of a size; returns whether they are others than before."""
        names = {
            **_classes_at(size.width, self.HORIZONTAL_BREAKPOINTS or ()),
            **_classes_at(size.height, self.VERTICAL_BREAKPOINTS or ()),
        }
        changed = any(self.has_class(name) is not taken for name, taken in names.items())
        if changed:
            self.update_classes(names, animate=False)
        return changed

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles that have only just been worked out; Textual's own comes after this."""
        if not self._is_styled:
            self._is_styled = True
            event.refresh_styles = False

    def _screen_resized(self, size: Size) -> None:
        """Lay the screen out for a size, unless that is what has told it the size.

        Texts are broken anew for it behind that; drawn before them all of it would be drawn twice,
        at first with the old rows.
        """
        if size == self._size:
            return
        if self is self.app.screen:
            self._is_laid_out = False
        super()._screen_resized(size)
        self.refresh()

    def _on_timer_update(self) -> None:
        """Draw what has changed; for the first time when the widgets know how large they are."""
        if self._is_resizing:
            return  # it would be laid out for the old size
        if not self._is_laid_out:
            if any(view.message_queue_size for view in self.query(DocumentView)):
                return  # they have been told, and have not come to it: the next look will do
            self._is_laid_out = True
            # What is laid out is drawn, so that all of it need not be drawn once more.
            self._repaint_required = self._repaint_required and not self._layout_required
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        """Draw, unless the widgets have not followed the first layout yet: texts would be empty."""
        if self._is_laid_out:
            super()._compositor_refresh()

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Have something done once the screen is drawn, unless it is closing by then.

        By way of the app: a widget that has changed tells the screen so a turn of the event loop
        later, and asked itself before that, the screen would have nothing to draw.
        """
        return self.app.call_after_refresh(self._if_staying, partial(callback, *args, **kwargs))

    def _if_staying(self, callback: Callable[[], Any]) -> Any:
        return callback() if is_staying(self) else None

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


def _classes_at(cells: int, breakpoints: Sequence[tuple[int, str]]) -> dict[str, bool]:
    """Which of the classes of breakpoints a screen of so many cells has."""
    reached = max((point for point in breakpoints if point[0] <= cells), default=None)
    return {point[1]: point == reached for point in breakpoints}
