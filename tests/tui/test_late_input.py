"""Keys and clicks that arrive a moment too late."""

from __future__ import annotations

from textual.geometry import Offset

from tests.tui.driving import reader_on, settle
from tests.tui.monkey import check
from tui.screens.methods import MethodScreen
from tui.screens.page import PageScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.document_view import DocumentView


async def test_a_second_answer_does_not_close_the_screen_below():
    async with reader_on() as (screen, pilot):
        await pilot.press("m")
        await settle(pilot)
        menu = screen.app.screen
        assert isinstance(menu, MethodScreen)
        menu.dismiss("lead")
        menu.dismiss("luhn")
        await settle(pilot)
        assert screen.app.screen is screen
        assert screen.reading.state.method == "lead"


async def test_a_click_on_what_is_being_removed_is_let_go():
    async with reader_on() as (screen, pilot):
        await pilot.press("e")
        await settle(pilot)
        panel = screen.panes.explain_panel
        place = panel.region.offset + Offset(4, 1)
        assert screen.get_widget_and_offset_at(*place)[0] is not None
        text = screen.get_widget_and_offset_at(*place)[0]
        text._parent, parent = None, text._parent
        assert screen.get_widget_and_offset_at(*place) == (None, None)
        text._parent = parent
        assert isinstance(screen.app.screen, ReaderScreen)


async def test_a_cursor_that_has_moved_on_is_not_followed_to_where_it_was():
    """As with `G tab pageup p tab` in one write, which once left the panes at two sentences."""
    async with reader_on() as (screen, pilot):
        there = screen.summary.document.ids[1]
        await pilot.press("tab", "home")
        await settle(pilot)
        screen.post_message(DocumentView.CursorMoved(screen.source, there))
        await settle(pilot)
        assert screen.reading.state.place == screen.source.cursor != there
        check(screen.app)


async def test_what_was_to_be_drawn_when_a_screen_closes_is_let_go():
    """As with a new size of the terminal and, in the same moment, the key that closes a panel."""
    async with reader_on() as (screen, pilot):
        await pilot.press("P")
        await settle(pilot)
        panel = screen.app.screen
        assert isinstance(panel, PageScreen)
        drawn: list[bool] = []
        panel.call_after_refresh(drawn.append, False)
        await settle(pilot)
        panel.call_after_refresh(drawn.append, True)
        panel.dismiss()
        await settle(pilot)
        assert screen.app.screen is screen
        assert drawn == [False]
