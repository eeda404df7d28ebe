"""While an article is loaded: what is seen, which keys work, and where the others go."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.driving import SAMPLE, quick_pilot, request_for, settle
from tests.tui.screen_text import screen_lines, screen_text
from tui.app import SummariseApp
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.loading import LoadingScreen
from tui.screens.palette import Palette
from tui.screens.reader import ReaderScreen


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Opens for the article to come in: before, its loading does not end."""
    there = Event()
    load = SummariseApp._load

    def slow(app, item):
        there.wait(20)
        return load(app, item)

    monkeypatch.setattr(SummariseApp, "_load", slow)
    yield there
    there.set()


@asynccontextmanager
async def loading(
    gate: Event, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[SummariseApp, Pilot[int]]]:
    """The app while it loads the sample."""
    app = SummariseApp(request_for(SAMPLE))
    with quick_pilot():
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.05)
            assert isinstance(app.screen, LoadingScreen)
            yield app, pilot
            gate.set()


def places(lines: list[str]) -> dict[str, tuple[int, int]]:
    """(row, column) of the words that stand at the same place before and after."""
    return {
        word: (row, line.index(word))
        for word in ("Summary", "Source", "Length", "▏")
        for row, line in reversed(list(enumerate(lines)))
        if word in line
    }


@pytest.mark.parametrize("size", [(140, 40), (100, 19), (80, 24), (60, 16)])
async def test_the_outline_stands_where_the_reader_will(gate: Event, size: tuple[int, int]):
    async with loading(gate, size) as (app, pilot):
        before = screen_lines(app)
        assert SAMPLE.name in before[0]
        assert any("reading …" in line for line in before)
        gate.set()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("l")  # a small screen shows one pane, and begins with the other
        await settle(pilot)
        after = places(screen_lines(app))
        assert {word: after[word] for word in places(before)} == places(before)


async def test_escape_ends_the_process_that_reads_a_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    started: list[subprocess.Popen[bytes]] = []

    class Hanging(subprocess.Popen[bytes]):
        def __init__(self, _command: object, **how: Any) -> None:
            super().__init__([sys.executable, "-c", "import time; time.sleep(600)"], **how)
            started.append(self)

    monkeypatch.setattr("summarise.sources.pdf.process.subprocess.Popen", Hanging)
    path = tmp_path / "slow.pdf"
    path.write_bytes(b"%PDF-1.7 that takes long")
    app = SummariseApp(request_for(path))
    async with app.run_test() as pilot:
        while not started:
            await pilot.pause(0.02)
        assert isinstance(app.screen, LoadingScreen)
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert isinstance(app.screen, LibraryScreen)
        await asyncio.to_thread(started[0].wait, 10)


async def test_keys_typed_ahead_go_to_the_reader(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("j", "j", "z")
        gate.set()
        await settle(pilot)
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.source.cursor == reader.reading.article.candidates[0] + 2
        assert reader.has_class("-summary-only")


async def test_a_search_typed_ahead_is_made(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("slash", *"nato")
        gate.set()
        await settle(pilot)
        assert app.screen.query_one(Input).value == "nato"
        assert "1 of " in screen_text(app)


async def test_a_q_in_what_is_searched_for_does_not_quit(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("slash", *"quo")
        gate.set()
        await settle(pilot)
        assert app.is_running
        assert app.screen.query_one(Input).value == "quo"


async def test_q_quits(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("j", "q")
        await pilot.pause()
        assert app._exit


@pytest.mark.parametrize("key", ["escape", "o"])
async def test_a_slow_load_can_be_stopped(gate: Event, key: str):
    async with loading(gate) as (app, pilot):
        await pilot.press("j", key)
        gate.set()
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_escape_first_drops_the_line_that_is_typed(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("slash", *"nato", "escape")
        gate.set()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert not app.screen.query(Input)


async def test_help_asked_for_ahead_is_shown_over_the_reader(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("question_mark")
        gate.set()
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_an_article_that_comes_under_the_palette_waits_for_it(gate: Event):
    async with loading(gate) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause(0.05)
        assert isinstance(app.screen, Palette)
        gate.set()
        await settle(pilot)
        assert isinstance(app.screen, Palette)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.summary is not None
