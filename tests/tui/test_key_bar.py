"""The row of keys at the foot."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from tests.tui.driving import reader_on, settle
from tests.tui.screen_text import widget_lines
from tui.process.coloured_app import ColouredApp
from tui.screens.help import HelpScreen
from tui.state.settings import Settings
from tui.widgets.key_bar import KeyBar
from tui.widgets.length_bar import LengthBar

GROUP = Binding.Group("size", compact=True)


class KeysApp(ColouredApp[None]):
    """Some keys, and what they did."""

    AUTO_FOCUS = ""
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("minus", "do('less')", "less", group=GROUP, key_display="-"),
        Binding("plus", "do('more')", "more", group=GROUP, key_display="+"),
        Binding("s", "do('save')", "save"),
        Binding("f2", "do('rename')", "rename"),
        Binding("enter", "do('open')", "open"),
        Binding("h", "do('hidden')", "hidden", show=False),
        Binding("d", "do('off')", "off"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()
        yield KeyBar()

    def action_do(self, what: str) -> None:
        self.done.append(what)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return (action, parameters) != ("do", ("off",))


async def test_keys_that_can_be_pressed_are_shown_and_pairs_together():
    app = KeysApp()
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.pause()
        assert widget_lines(app.query_one(KeyBar)) == [
            "-/+ size  s save  f2 rename  ⏎ open",
        ]


async def test_on_a_narrow_screen_the_first_that_fit_are_shown():
    app = KeysApp()
    async with app.run_test(size=(26, 4)) as pilot:
        await pilot.pause()
        assert widget_lines(app.query_one(KeyBar)) == ["-/+ size  s save"]


async def test_while_typing_keys_that_are_typed_are_not_offered():
    app = KeysApp()
    async with app.run_test(size=(60, 4)) as pilot:
        app.query_one(Input).focus()
        await pilot.pause()
        assert widget_lines(app.query_one(KeyBar))[0].startswith("f2 rename")


async def test_a_click_presses_the_key_and_of_a_pair_the_half_clicked():
    app = KeysApp()
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.pause()
        for x in (2, 4, 13, 22, 59):
            await pilot.click(KeyBar, offset=(x, 0))
            await pilot.pause()
    assert app.done == ["less", "more", "save", "rename"]


async def test_it_shows_the_keys_of_the_settings():
    settings = replace(Settings(), keys={"reader.explain": "f5", "reader.pin": "P"})
    async with reader_on(settings=settings) as (screen, pilot):
        keys = widget_lines(screen.query_one(KeyBar))[0]
        assert "f5 explain" in keys
        assert "P pin" in keys
        await pilot.press("f5")
        await settle(pilot)
        assert screen.panes.explain_panel is not None


async def test_a_click_in_the_reader_does_what_the_key_does():
    async with reader_on() as (screen, pilot):
        bar = screen.query_one(KeyBar)
        await pilot.click(bar, offset=(2 + widget_lines(bar)[0].index("e explain"), 0))
        await settle(pilot)
        assert screen.panes.explain_panel is not None
        await pilot.click(bar, offset=(4, 0))
        await settle(pilot)
        assert screen.reading.summary.size == 6


async def test_the_help_is_offered_however_narrow_the_screen_is():
    for columns in (200, 80, 60, 40, 24):
        async with reader_on(size=(columns, 24)) as (screen, pilot):
            bar = screen.query_one(KeyBar)
            keys = widget_lines(bar)[0]
            assert keys.startswith("-/+ length")
            assert "? help" in keys
            await pilot.click(bar, offset=(bar.styles.padding.left + keys.index("? help"), 0))
            await settle(pilot)
            assert isinstance(screen.app.screen, HelpScreen)


async def test_the_keys_for_the_length_are_the_same_while_the_bar_has_the_focus():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        await pilot.press("l")
        await settle(pilot)
        row = widget_lines(screen.query_one(KeyBar))
        assert "-/+ length" in row[0]
        screen.query_one(LengthBar).focus()
        await settle(pilot)
        assert "-/+ length" in widget_lines(screen.query_one(KeyBar))[0]
