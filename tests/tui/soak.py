"""Long days in short: many articles in one app, many events on odd ones; what it holds meanwhile.

    python -m tests.tui.soak articles --count 2000     # about 20 minutes
    python -m tests.tui.soak events --count 100000     # about 20 minutes

Each prints a line of figures now and then: memory, objects, threads, open files, processor time.
`test_soak.py` runs both shortened, and says what must hold.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import tempfile
import threading
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest.mock import patch

from textual.pilot import Pilot

from summarise.loading import source_of
from tests.generated import make_article
from tests.tui.driving import app_on, settle
from tests.tui.monkey import BATCH, KEYS, check, one_event
from tests.tui.odd_articles import write_odd_articles
from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen

#: Keys of the monkey, and those that take longer: comparing, copying, the palette.
MORE_KEYS = [*KEYS, *"vcPQ", "ctrl+p", "ctrl+y", "ctrl+c", "f1"]
#: What is done in each article before the next is opened.
_VISIT = ("plus", "n", "e", "escape", "asterisk", "h", "t", "escape", "minus", "tab", "j")


@dataclass(frozen=True, slots=True)
class Figures:
    """What the process holds at a moment."""

    done: int
    """Articles or events so far."""
    memory: float
    """Resident megabytes; 0 where the system does not say."""
    objects: int
    """Objects that Python's collector knows, after it has collected."""
    threads: int
    """Running threads."""
    files: int
    """Open descriptors; 0 where the system does not say."""
    seconds: float
    """Processor time since the figures before."""

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.done:>7,}  {self.memory:6.1f} MB  {self.objects:>9,} objects  "
            f"{self.threads} threads  {self.files} files  {self.seconds:6.1f} s"
        )


class Meter:
    """Takes figures, with the processor time between them."""

    def __init__(self) -> None:
        self._before = time.process_time()

    def take(self, done: int) -> Figures:
        """The figures of now."""
        spent = time.process_time() - self._before
        gc.collect()
        taken = Figures(
            done, _memory(), len(gc.get_objects()), threading.active_count(), _files(), spent
        )
        self._before = time.process_time()
        return taken


def _memory() -> float:
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


def write_article(folder: Path, number: int) -> Path:
    """An article that no other is like, in one of three formats."""
    article = make_article(number, 40 + number % 7 * 25)
    suffix = (".txt", ".md", ".html")[number % 3]
    text = article.text
    if suffix == ".html":
        text = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        text = f"<html><head><title>{article.title}</title></head><body>{text}</body></html>"
    path = folder / f"article-{number}{suffix}"
    path.write_text(text, encoding="utf-8")
    return path


async def soak_articles(count: int, every: int, folder: Path) -> AsyncIterator[Figures]:
    """Read articles one after another in one app; figures after every so many of them."""
    meter = Meter()
    async with app_on(write_article(folder, 0)) as (app, pilot):
        for number in range(1, count + 1):
            path = write_article(folder, number)
            app.open_source(source_of(path))
            await settle(pilot)
            assert isinstance(app.screen, ReaderScreen), app.screen
            await pilot.press(*_VISIT)
            if number % 10 == 0:
                await pilot.press("v")
                await settle(pilot)
                await pilot.press("escape")
            if number % 15 == 0:
                await pilot.press("o")
                await settle(pilot)
                await pilot.press("escape")
            await settle(pilot)
            path.unlink()
            if number % every == 0:
                yield meter.take(number)


async def soak_events(count: int, rounds: int, folder: Path) -> AsyncIterator[Figures]:
    """Random keys and mouse on odd articles in one app; figures after every round over them."""
    paths = write_odd_articles(folder)
    each = -(-count // (rounds * len(paths)))
    meter = Meter()
    done = 0
    async with app_on(paths[-1]) as (app, pilot):
        for number in range(rounds):
            for path in paths:
                await _read_oddly(app, pilot, path, each, Random(f"{number} {path.name}"))
                done += each
            yield meter.take(done)


async def _read_oddly(
    app: SummariseApp, pilot: Pilot[int], path: Path, count: int, dice: Random
) -> None:
    await pilot.resize_terminal(120, 36)
    app.open_source(source_of(path))
    await settle(pilot)
    for number in range(count):
        await one_event(pilot, dice, MORE_KEYS)
        if number % BATCH == 0:
            await pilot.pause()
            if not isinstance(app.screen, ReaderScreen):
                app.simulate_key("escape" if number % 2 else "enter")
        if number % 200 == 0:
            await settle(pilot)
            check(app)
    await settle(pilot)
    check(app)
    assert app.is_running


def without_leaving() -> ExitStack:
    """The app goes on whatever is pressed, and nothing is copied out of it."""
    stack = ExitStack()
    stack.enter_context(patch.object(SummariseApp, "exit", lambda *_, **__: None))
    stack.enter_context(patch("tui.clipboard.system_copy", lambda _: None))
    return stack


async def _show(soak: AsyncIterator[Figures]) -> None:
    async for figures in soak:
        print(figures, flush=True)


def main() -> None:
    """Run one of the two and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["articles", "events"])
    parser.add_argument("--count", type=int, required=True)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, without_leaving():
        folder = Path(name)
        os.environ["HOME"] = name
        os.chdir(folder)
        soak = (
            soak_articles(chosen.count, max(1, chosen.count // 20), folder)
            if chosen.what == "articles"
            else soak_events(chosen.count, 10, folder)
        )
        asyncio.run(_show(soak))


if __name__ == "__main__":
    main()
