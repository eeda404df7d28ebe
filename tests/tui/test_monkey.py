"""An hour of random keys and mouse in miniature: nothing breaks and the panes always agree."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.tui.driving import SEEDS, reader_on, settle
from tests.tui.monkey import BATCH, check, one_event
from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen

EVENTS = 7_000
PAGES = [
    SEEDS / "russia-and-belarus.txt",
    SEEDS / "was-das-regenradar-nachts-sieht.md",
    SEEDS / "how-lighthouses-lost-their-keepers.html",
]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem[:12])
async def test_random_keys_and_mouse(page: Path, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.clipboard.system_copy", lambda _: None)
    monkeypatch.setattr(SummariseApp, "exit", lambda *_, **__: None)  # a click on "q quit"
    dice = Random(page.stem)
    async with reader_on(page, size=(120, 36)) as (screen, pilot):
        app = screen.app
        for number in range(0, EVENTS, BATCH):
            for _ in range(BATCH):
                await one_event(pilot, dice)
            await pilot.pause()
            if number % 500 == 0:
                await settle(pilot)
                check(app)
            if not isinstance(app.screen, ReaderScreen):
                app.simulate_key("escape" if number % 2 else "enter")
        await settle(pilot)
        check(app)
        assert app.is_running
