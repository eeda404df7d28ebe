"""`u` in the library takes back what was done last, and the list shows it at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.local_server import serving
from tests.tui.driving import app_on, library, listed, press, said, settle
from tests.tui.screen_text import screen_text
from tests.tui.test_feeds_followed import rss
from tui.app import SummariseApp
from tui.state.library.places import PlaceKind

pytestmark = [pytest.mark.loopback, pytest.mark.usefixtures("no_rest")]


async def go(pilot: Pilot[int], kind: PlaceKind) -> None:
    """Go to a place."""
    assert isinstance(pilot.app, SummariseApp)
    library(pilot.app)._go_to(kind)
    await settle(pilot)


async def test_what_is_saved_again_by_u_is_listed_in_saved_at_once(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "s", "s")
        await go(pilot, PlaceKind.SAVED)
        assert sorted(listed(app)) == ["The ferry", "The harbour at Varnholm"]
        await go(pilot, PlaceKind.HERE)
        await press(pilot, "g", "s")
        await go(pilot, PlaceKind.SAVED)
        assert listed(app) == ["The harbour at Varnholm"]
        await press(pilot, "u")
        assert said(app)[-1] == "Undone: “The ferry” is saved."
        assert sorted(listed(app)) == ["The ferry", "The harbour at Varnholm"]
        assert library(app)._looks.row(library(app).choices.chosen or "").title == "The ferry"


async def test_u_brings_a_feed_back_with_its_articles_and_their_marks(folder: Path):
    with serving() as server:
        server.page("/feed", rss("ice", "snow"))
        async with app_on(folder) as (app, pilot):
            await press(pilot, "s")
            app.library.following.add(server.address("/feed"))
            app.library.outdate(PlaceKind.FEEDS)
            await go(pilot, PlaceKind.FEEDS)
            await press(pilot, "s")
            before, text = listed(app), screen_text(app)
            assert before == ["About snow", "About ice"]
            await press(pilot, "D", "D")
            assert said(app)[-1] == "“Harbour news” is not followed any more: u brings it back."
            assert listed(app) == []
            await press(pilot, "u")
            assert said(app)[-1] == "Undone: “Harbour news” is followed again."
            assert listed(app) == before
            assert "★ About snow" in text
            assert "★ About snow" in screen_text(app)
            asked = len(server.asked)
            assert "Nobody was on board." in library(app).pane.preview.article.text
            assert len(server.asked) == asked, "nothing was fetched for it"
            await press(pilot, "u")
            assert said(app)[-1] == "Undone: “About snow” is no longer saved."
            await press(pilot, "u")
            assert said(app)[-1] == "Undone: “The ferry” is no longer saved."


async def test_u_brings_a_folder_back_and_marks_said_since_come_first(folder: Path):
    async with app_on() as (app, pilot):
        app.library.keep_folder(str(folder))
        await go(pilot, PlaceKind.FOLDERS)
        before = listed(app)
        assert len(before) == 2
        await press(pilot, "D", "D")
        assert listed(app) == []
        await go(pilot, PlaceKind.SAMPLES)
        await press(pilot, "s", "u")
        assert said(app)[-1].endswith("is no longer saved.")
        await go(pilot, PlaceKind.FOLDERS)
        assert listed(app) == []
        await press(pilot, "u")
        assert said(app)[-1] == f"Undone: {folder} is a place again."
        assert listed(app) == before
        await press(pilot, "u")
        assert said(app)[-1] == "Nothing to undo."


async def test_what_is_hidden_is_named_with_the_way_back(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "x")
        assert said(app) == ["“The ferry” is hidden: u takes it back."]
        await press(pilot, "u")
        assert listed(app) == ["The ferry", "The harbour at Varnholm"]
        await press(pilot, "x", "v", "v", "x")
        assert said(app) == ["“The ferry” is shown again: u takes it back."]
