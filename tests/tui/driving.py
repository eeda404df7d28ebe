"""Driving the app in tests: the sample, and waiting until nothing is under way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from summarise.loading import STANDARD_INPUT, find_sources, source_of
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.loading import OpeningScreen
from tui.screens.reader import ReaderScreen
from tui.state.request import Request
from tui.state.samples import samples
from tui.state.settings import Settings
from tui.tasks import THREAD_NAME

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLE = SEEDS / "russia-and-belarus.txt"

#: What a message sets going is sent on by another message: so many rounds without work are calm.
_QUIET_ROUNDS = 4
#: Seconds between looks at workers that have not finished: at first, and after a long while.
_TICK, _LONGEST_TICK = 0.002, 0.02
#: The next look is after this share of the time that was waited already. With a look every 2 ms the
#: looks took 1.2 s of the 6.4 that a novel took to be ranked, from whom they waited for.
_PATIENCE = 0.02


async def settle(pilot: Pilot[int]) -> None:
    """Wait until all workers are done and what they said was shown."""
    quiet, begun = 0, perf_counter()
    while quiet < _QUIET_ROUNDS:
        if any(thread.name == THREAD_NAME for thread in threading.enumerate()):
            quiet = 0
            await _rest(begun)  # to ask all widgets takes 2 ms, of which the thread has none
            continue
        await pilot.pause(0)  # every widget has handled its messages, and the screen is redrawn
        app = pilot.app
        busy = (
            isinstance(app.screen, OpeningScreen)
            or (isinstance(app, SummariseApp) and app.has_keys_waiting)
            or app.screen._compositor.size != app.size  # a new size is laid out a little later
            or not getattr(app.screen, "_is_laid_out", True)  # and drawn behind that
            or (isinstance(app.screen, ReaderScreen) and app.screen.trailing.is_behind)
            or any(not worker.is_finished for worker in app.workers)
            or any(thread.name == THREAD_NAME for thread in threading.enumerate())
        )
        quiet = 0 if busy else quiet + 1
        if busy:
            await _rest(begun)


async def _rest(begun: float) -> None:
    """Let the app go on, the longer the longer it has been waited for."""
    waited = perf_counter() - begun
    await asyncio.sleep(min(_LONGEST_TICK, max(_TICK, _PATIENCE * waited)))


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each when the one before has acted, and wait for what follows."""
    await pilot.press(*keys)
    await settle(pilot)


async def write(pilot: Pilot[int], *keys: str) -> None:
    """Type keys in one write, as a macro does, and wait for what follows."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
    await settle(pilot)


def library(app: SummariseApp) -> LibraryScreen:
    """The library, which is on top."""
    assert isinstance(app.screen, LibraryScreen), app.screen
    return app.screen


def listed(app: SummariseApp) -> list[str]:
    """The titles in its list, in their order."""
    screen = library(app)
    return [screen._looks.row(key).title for key in screen.choices.keys]


def said(app: SummariseApp) -> list[str]:
    """What the reader is told at the moment."""
    return [notice.message for notice in app._notifications]


@asynccontextmanager
async def reader_on(
    *sources: Path | str, size: tuple[int, int] = (120, 40), settings: Settings | None = None
) -> AsyncIterator[tuple[ReaderScreen, Pilot[int]]]:
    """The reader, open and ranked, on the sample or another file."""
    async with app_on(*(sources or (SAMPLE,)), size=size, settings=settings) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        yield screen, pilot


@asynccontextmanager
async def app_on(
    *sources: Path | str,
    size: tuple[int, int] = (120, 40),
    settings: Settings | None = None,
    piped: bytes | None = None,
) -> AsyncIterator[tuple[SummariseApp, Pilot[int]]]:
    """The app on files and folders, or on what is piped in, or on nothing: the samples."""
    app = SummariseApp(request_for(*sources, settings=settings, piped=piped))
    with quick_pilot():
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield app, pilot


def request_for(
    *sources: Path | str, settings: Settings | None = None, piped: bytes | None = None
) -> Request:
    """What the command makes of its arguments; without any, the samples."""
    found = [] if piped is None else [replace(source_of(STANDARD_INPUT), data=piped)]
    found += find_sources([str(source) for source in sources])
    settings = settings or Settings(length="5")
    return Request(tuple(found or samples()), settings.length, settings.method, settings=settings)


def quick_pilot() -> AbstractContextManager[object]:
    """Textual's pilot looks whether the process is idle every 20 ms; here, every 2 ms."""
    return patch.multiple("textual._wait", SLEEP_GRANULARITY=_TICK, SLEEP_IDLE=_TICK / 4)
