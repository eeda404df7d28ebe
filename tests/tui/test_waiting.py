"""Keys that need a summary, pressed before there is one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from summarise.errors import SummariseError
from tests.tui.driving import SAMPLE, quick_pilot, request_for, said, settle
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen, ranker


@pytest.fixture
def gate(monkeypatch) -> Iterator[Event]:
    """Holds up every ranking until it is set."""
    there, rank = Event(), ranker._rank

    def rank_late(*arguments):
        there.wait(20)
        return rank(*arguments)

    monkeypatch.setattr(ranker, "_rank", rank_late)
    yield there
    there.set()


@asynccontextmanager
async def unranked() -> AsyncIterator[tuple[SummariseApp, Pilot[int]]]:
    """The reader on the sample, before it has been ranked."""
    app = SummariseApp(request_for(SAMPLE))
    with quick_pilot():
        async with app.run_test(size=(120, 40)) as pilot:
            while not isinstance(app.screen, ReaderScreen):
                await pilot.pause(0.01)
            yield app, pilot


async def test_they_wait_for_it_and_those_after_them_too(gate: Event):
    async with unranked() as (app, pilot):
        screen = app.screen
        await pilot.press("j", "j")  # nothing waits yet
        place = screen.source.cursor
        assert place == screen.reading.article.candidates[0] + 2
        await pilot.press("plus", "plus", "j", "minus")
        assert screen.source.cursor == place
        assert said(app) == ["There is no summary yet: the article is still being ranked."]
        gate.set()
        await settle(pilot)
        assert screen.reading.summary.size == 6
        assert screen.source.cursor == place + 1
        await pilot.press("plus")
        assert screen.reading.summary.size == 7


async def test_a_name_to_write_to_waits_with_its_key(gate: Event):
    async with unranked() as (app, pilot):
        await pilot.press("w", *"quo")
        gate.set()
        await settle(pilot)
        assert app.screen.query_one(Input).value == "quo"


async def test_escape_lets_them_go(gate: Event):
    async with unranked() as (app, pilot):
        await pilot.press("plus", "escape", "j")
        gate.set()
        await settle(pilot)
        assert app.screen.reading.summary.size == 5


async def test_what_leaves_does_not_wait(gate: Event):
    async with unranked() as (app, pilot):
        await pilot.press("plus", "o")
        await pilot.pause(0.1)
        assert isinstance(app.screen, LibraryScreen)
        gate.set()
    async with unranked() as (app, pilot):
        await pilot.press("plus", "q")
        await pilot.pause()
        assert app.return_code == 0


async def test_nothing_waits_for_a_method_that_cannot_rank(monkeypatch):
    def fail(*_: object) -> None:
        raise SummariseError("no such luck")

    monkeypatch.setattr(ranker, "_rank", fail)
    async with unranked() as (app, pilot):
        await settle(pilot)
        await pilot.press("plus", "question_mark")
        await settle(pilot)
        assert not isinstance(app.screen, ReaderScreen)
