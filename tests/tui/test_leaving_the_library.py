"""The ways out of the library: back to the article it was opened over, and out of its filter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import app_on, press, said
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize("key", ["q", "escape"])
@pytest.mark.parametrize("named", ["folder", "file"])
async def test_from_a_library_that_was_opened_over_an_article_one_goes_back_to_it(
    folder: Path, named: str, key: str
):
    async with app_on(folder if named == "folder" else folder / "ferry.md") as (app, pilot):
        if named == "folder":
            await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        source = app.screen.item
        await press(pilot, "o")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, key)
        assert app.is_running
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.key == source.key


async def test_q_goes_up_from_the_article_and_then_leaves(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "enter", "o", "q", "q")
        assert isinstance(app.screen, LibraryScreen)
        assert not app.closing
        await pilot.press("q")
        assert app.closing


async def test_escape_closes_the_filter_before_it_stops_a_digest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    async with app_on(folder) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await pilot.press("slash", *"the")
        screen.digests.is_making = True
        monkeypatch.setattr(screen.digests, "_progress", lambda _: None)
        await press(pilot, "escape")
        assert not screen.is_filtering
        assert screen.digests.is_making
        await press(pilot, "j")
        assert screen.words.value == ""
        await press(pilot, "escape")
        assert said(app) == ["The digest is not made."]
