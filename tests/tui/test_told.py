"""One message at a time, on the screen that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.tui.driving import SAMPLE, app_on, reader_on, request_for, said, settle
from tui.app import SummariseApp
from tui.screens.compare import CompareScreen
from tui.screens.digest import DigestScreen
from tui.screens.reader import ReaderScreen

pytestmark = pytest.mark.usefixtures("no_rest")

_STORY = (
    "The {0} was closed in January. The {0} had been damaged by ice. It was mended in May. " * 4
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    for name in ("ferry", "harbour"):
        (tmp_path / f"{name}.txt").write_text(f"The {name}\n\n" + _STORY.format(name))
    return tmp_path


@pytest.mark.parametrize("before", [(), ("J", "K")], ids=["new", "opened before"])
async def test_what_was_told_of_an_article_goes_with_it(folder: Path, before: tuple[str, ...]):
    async with app_on(folder / "ferry.txt") as (app, pilot):
        for key in (*before, "L", "A"):
            await pilot.press(key)
            await settle(pilot)
        first = app.screen
        assert isinstance(first, ReaderScreen)
        assert said(app)
        await pilot.press("J")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item != first.item
        assert said(app) == []


async def test_how_an_article_was_left_is_not_told_on_the_digest_it_was_opened_from(folder: Path):
    async with app_on(folder / "ferry.txt") as (app, pilot):
        await pilot.press("j", "asterisk", "minus")
        await settle(pilot)
    app.left()
    async with app_on(folder) as (app, pilot):
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, DigestScreen)
        assert "ferry" in app.screen.line.text
        await pilot.press("enter")
        await settle(pilot)
        assert "Z starts afresh" in said(app)[0]
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(app.screen, DigestScreen)
        assert said(app) == []


async def test_nothing_is_told_of_a_screen_that_was_left_before_it_could_be():
    async with reader_on() as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        screen.action_undo()
        screen.action_compare()
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert said(app) == []


@pytest.mark.parametrize("size", [(140, 40), (100, 30)])
async def test_messages_of_one_moment_stand_in_one_place(size: tuple[int, int]):
    app = SummariseApp(request_for(SAMPLE))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app.tell("Pinned.")
        app.tell("It could not be read.", problem=True)
        app.tell("Written.")
        await settle(pilot)
        assert [str(toast.render()) for toast in app.screen.query(Toast)] == ["Written."]
        for _ in range(3):
            app.key_let_go()
        await pilot.press("j")
        await settle(pilot)
        (toast,) = app.screen.query(Toast)
        assert "3 were not followed" in str(toast.render())
        assert toast.region.height == 1
