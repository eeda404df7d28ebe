"""Driving the app in tests: the sample, and waiting until nothing is under way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tui.app import SummariseApp
from tui.request import Request
from tui.screens.reader import ReaderScreen
from tui.settings import Settings

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLE = SEEDS / "russia-and-belarus.txt"


async def settle(pilot: Pilot[int]) -> None:
    """Wait until all workers are done and what they said was shown."""
    for _ in range(4):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def reader_on(
    *sources: Path | str, size: tuple[int, int] = (120, 40), settings: Settings | None = None
) -> AsyncIterator[tuple[ReaderScreen, Pilot[int]]]:
    """The reader, open and ranked, on the sample or another file."""
    request = Request(
        tuple(map(str, sources or (SAMPLE,))),
        settings=settings or Settings(),
    )
    app = SummariseApp(request)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        yield screen, pilot
