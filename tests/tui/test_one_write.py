"""Keys in one write, as from a macro or a slow line: each acts on what the last one left."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event

import pytest
from textual import events

from tests.tui.conftest import ARTICLE
from tests.tui.driving import app_on, reader_on, said, settle, write
from tests.tui.screen_text import screen_text
from tui.app import SummariseApp
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.state.library.library import Filled, Library
from tui.state.library.places import PlaceKind
from tui.widgets.prompt import Prompt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles in a folder."""
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(ARTICLE.replace("Varnholm", name[0].upper() * 5))
    return tmp_path


async def test_keys_behind_a_length_make_the_summary_longer():
    async with reader_on() as (screen, pilot):
        await write(pilot, ":", "9", "enter", "+", "+")
        assert not screen.query(Prompt)
        assert str(screen.reading.state.length) == "11"


async def test_keys_behind_a_search_go_through_what_was_found():
    async with reader_on() as (screen, pilot):
        await write(pilot, "/", *"nato", "enter", "n", "n")
        assert not screen.query(Prompt)
        assert screen.search.found.text == "nato"
        assert "3 of " in screen_text(screen.app)


async def test_keys_behind_escape_act_on_what_the_prompt_stood_over():
    async with reader_on() as (screen, pilot):
        await write(pilot, ":", "9", "escape", "+")
        assert not screen.query(Prompt)
        assert str(screen.reading.state.length) == "6"


async def test_keys_behind_a_wrong_answer_go_on_with_it():
    async with reader_on() as (screen, pilot):
        await write(pilot, ":", "x", "y", "enter", "backspace", "backspace", "7", "enter", "+")
        assert str(screen.reading.state.length) == "8"


async def test_keys_behind_one_that_opens_the_library_choose_there(folder: Path):
    async with app_on(folder / "a.md") as (app, pilot):
        before = app.screen.source.cursor
        await write(pilot, "o", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.name == "b.md"
        await write(pilot, "o", "k", "enter", "+")
        assert app.screen.item.name == "a.md"
        assert app.screen.source.cursor == before
        assert str(app.screen.reading.state.length) == "6"


async def test_a_name_can_be_typed_behind_the_keys_that_ask_for_it(folder: Path):
    async with app_on(folder / "a.md") as (app, pilot):
        await write(pilot, "o", "o", *str(folder / "c.md"), "enter", "+")
        assert app.screen.item.name == "c.md"
        assert str(app.screen.reading.state.length) == "6"


async def test_a_filter_can_be_typed_and_left_in_one_write(folder: Path):
    async with app_on(folder) as (app, pilot):
        await write(pilot, "/", *"bbbbb", "enter", "+")
        assert app.screen.item.name == "b.md"
        assert str(app.screen.reading.state.length) == "6"


@pytest.mark.parametrize("opens", ["?", "P", "v", "m", "o"])
async def test_q_behind_a_key_that_opens_a_screen_closes_that_screen(opens: str):
    async with reader_on() as (screen, pilot):
        await write(pilot, opens, "q", "+")
        assert screen.app.screen is screen
        assert str(screen.reading.state.length) == "6"


async def test_keys_behind_the_next_article_act_on_that(folder: Path):
    async with app_on(folder / "a.md") as (app, pilot):
        await write(pilot, "J", "+", "J", "+", "+")
        assert app.screen.item.name == "c.md"
        assert str(app.screen.reading.state.length) == "7"
        await write(pilot, "K")
        assert str(app.screen.reading.state.length) == "6"


async def test_an_article_that_does_not_come_holds_no_key_for_good(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    asked, comes = Event(), Event()

    def never(*_: object) -> None:
        asked.set()
        comes.wait(20)

    monkeypatch.setattr("tui.screens.in_turn.PATIENCE", 0.1)
    monkeypatch.setattr(Library, "next_to", never)
    async with app_on(folder / "a.md") as (app, pilot):
        pilot.app.simulate_key("J")
        pilot.app.simulate_key("plus")
        await pilot.pause(0.05)
        assert str(app.screen.reading.state.length) == "5"
        while app.has_keys_waiting:
            await pilot.pause(0.02)
        await pilot.pause(0.05)
        assert asked.is_set()
        assert str(app.screen.reading.state.length) == "6"
        comes.set()


async def test_what_is_pasted_waits_for_the_line_it_is_meant_for(folder: Path):
    async with app_on(folder / "a.md") as (app, pilot):
        pilot.app.simulate_key("o")
        pilot.app.simulate_key("o")
        pilot.app.post_message(events.Paste(str(folder / "c.md")))
        await write(pilot, "enter", "+")
        assert app.screen.item.name == "c.md"
        assert str(app.screen.reading.state.length) == "6"


async def test_keys_act_where_they_are_typed_when_nothing_opens(monkeypatch: pytest.MonkeyPatch):
    async with reader_on() as (screen, pilot):
        monkeypatch.setattr(SummariseApp, "show_library", lambda *_, **__: None)
        await write(pilot, "o", "+", "@")
        assert screen.app.screen is screen
        assert str(screen.reading.state.length) == "6"
        assert said(screen.app) == ["This article names no feed."]


async def test_keys_wait_for_a_list_that_comes_late(folder: Path, monkeypatch: pytest.MonkeyPatch):
    fill = Library.fill

    def slow(library: Library, kind: PlaceKind) -> Filled:
        time.sleep(0.2)
        return fill(library, kind)

    async with app_on(folder / "a.md") as (app, pilot):
        monkeypatch.setattr(Library, "fill", slow)
        await write(pilot, "o", "G", "enter", "+")
        assert app.screen.item.name == "c.md"
        assert str(app.screen.reading.state.length) == "6"


async def test_a_library_that_cannot_be_filled_holds_no_key(monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> None:
        raise OSError("no such disk")

    async with reader_on() as (screen, pilot):
        monkeypatch.setattr(Library, "fill", fails)
        await write(pilot, "o", "j", "q", "+")
        assert screen.app.screen is screen
        assert str(screen.reading.state.length) == "6"


@pytest.mark.parametrize("action", ["remove", "column(1)", "method", "choose", "length(1)"])
async def test_what_is_asked_of_a_screen_before_it_is_there_is_no_fault(action: str):
    """As by keys that came so fast that they waited no longer."""
    async with reader_on() as (screen, pilot):
        screen.action_compare()
        comparison = screen.app.screen
        assert isinstance(comparison, CompareScreen)
        assert not await screen.app.run_action(action, comparison)
        await settle(pilot)
        assert screen.app.screen is comparison
