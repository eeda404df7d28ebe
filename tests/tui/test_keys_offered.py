"""The foot of a screen names only keys that do something there; the others say why they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import SAMPLE, app_on, said, settle
from tests.tui.screen_text import screen_lines


@pytest.mark.parametrize("keys", ["o", "o tab", "o tab tab", "o tab tab tab"])
async def test_an_empty_place_of_the_library_offers_nothing_for_articles(
    keys: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with app_on(SAMPLE, size=(140, 30)) as (app, pilot):
        await pilot.press(*keys.split())
        await settle(pilot)
        foot = screen_lines(app)[-1]
        empty = "0 articles" in screen_lines(app)[0]
        assert empty is (keys != "o")
        for words in (
            "⏎ read",
            "s save",
            "m mark read",
            "x hide",
            "length",
            "d digest",
            "/ filter",
        ):
            assert (words in foot) is not empty
        assert "o open" in foot and "q leave" in foot
        if empty:
            for key in "s", "A", "t", "D", "plus":
                await pilot.press(key)
                await settle(pilot)
                assert said(app) == ["No article is listed here."]


async def test_a_filter_that_finds_nothing_offers_no_article():
    async with app_on(SAMPLE, size=(140, 30)) as (app, pilot):
        await pilot.press("o", "slash", *"zqx")
        await settle(pilot)
        assert screen_lines(app)[-1].split() == ["esc", "back"]
        await pilot.press(*["backspace"] * 3)
        await settle(pilot)
        assert "⏎ read" in screen_lines(app)[-1]


async def test_behind_an_empty_place_the_list_has_the_keys_again():
    async with app_on(SAMPLE, size=(140, 30)) as (app, pilot):
        await pilot.press("o", "tab", "tab", "tab", "tab", "tab")
        await settle(pilot)
        first = app.screen.choices.chosen
        await pilot.press("j")
        await settle(pilot)
        assert app.screen.choices.chosen != first
        assert "⏎ read" in screen_lines(app)[-1]


async def test_where_there_is_no_sentence_to_pick_nothing_is_offered_for_sentences(tmp_path: Path):
    path = tmp_path / "bare.md"
    path.write_text("# Only a heading\n")
    async with app_on(path, size=(140, 30)) as (app, pilot):
        foot = screen_lines(app)[-1]
        assert foot.split("  ")[1:] == ["/ search", "o library", "? help", "q leave"]
        for key in "plus", "e", "m", "v":
            await pilot.press(key)
            await settle(pilot)
            assert said(app) == ["There is no sentence to pick."]
            app.clear_notifications()


async def test_a_comparison_offers_no_column_that_there_is_no_room_for():
    async with app_on(SAMPLE, size=(100, 30)) as (app, pilot):
        await pilot.press("v")
        await settle(pilot)
        offered = {}
        for key in "x", "x", "x", "a", "a", "a":
            foot = screen_lines(app)[-1]
            offered[len(app.screen.methods)] = ("a add" in foot, "x remove" in foot)
            await pilot.press(key)
            await settle(pilot)
        assert offered[2] == (True, False)
        assert offered[3] == (True, True)
        assert said(app) == ["No more than 4 columns: x removes this one."]
        assert "a add" not in screen_lines(app)[-1]
