"""Keys and clicks that arrive a moment too late."""

from __future__ import annotations

from textual.geometry import Offset

from tests.tui.driving import reader_on, settle
from tui.screens.methods import MethodScreen
from tui.screens.reader import ReaderScreen


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
