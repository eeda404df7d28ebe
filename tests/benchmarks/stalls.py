"""How long a key waits: ``python -m tests.benchmarks.stalls [WORDS] [--file FILE]``.

Opens a long article in the real app and does what a reader does with it. For each step it prints
the longest stretch that the event loop was at work without a pause: as long waits any key that is
pressed meanwhile. Processor time of the loop's own thread is what counts; the clock also shows the
threads that load and rank, and whatever else the machine does. What is left for a moment when no
key has come for a while counts apart, since on a busy machine a step may last until then.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tests.benchmarks.apart import home_apart
from tests.generated import make_article
from tests.tui.driving import request_for
from tui.app import SummariseApp
from tui.process import terminal_app
from tui.process.collecting import collect_at_leisure
from tui.screens.loading import OpeningScreen
from tui.screens.reader import ReaderScreen
from tui.tasks import THREAD_NAME

SIZE = (140, 45)
#: Words of a generated sentence, about.
WORDS_PER_SENTENCE = 15
#: What a step may take: a tenth of a second is felt, half of it is not.
LIMIT = 50
TICK = 0.002
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("move by sentences", ("j",) * 20),
    ("to the end and back", ("G", "g")),
    ("pages", ("space",) * 10),
    ("length, one more", ("plus",) * 20),
    ("length, half of it", ("colon", "5", "0", "percent_sign", "enter")),
    ("length, all of it", ("colon", "1", "0", "0", "percent_sign", "enter")),
    ("length, five", ("colon", "5", "enter")),
    ("heat", ("h", "h")),
    ("layouts", ("z",) * 4),
    ("explain", ("e", "j", "j", "e")),
    ("pin, drop, undo", ("asterisk", "j", "x", "u", "u")),
    ("a paragraph dropped", ("j", "r")),
    ("and restored", ("r",)),
    ("search for a word", ("slash", "t", "h", "e", "enter")),
    ("go through matches", ("n",) * 10),
    ("end the search", ("escape",)),
    ("search for a letter", ("slash", "e", "enter")),
    ("end that search", ("escape",)),
    ("copy", ("c", "y")),
    ("palette", ("ctrl+p", "h", "a", "escape", "escape")),
    ("compare", ("v",)),
    ("longer there", ("plus", "plus")),
    ("back from there", ("escape",)),
    ("methods", ("m",)),
    ("another method", ("j", "enter")),
    ("help", ("question_mark",)),
    ("back from help", ("escape",)),
    ("library", ("o",)),
    ("back to the article", ("escape",)),
)


@dataclass
class Beat:
    """A task of the loop that measures how late it is."""

    longest: float = 0.0
    longest_by_clock: float = 0.0
    at_leisure: float = 0.0
    longest_at_leisure: float = 0.0

    async def run(self) -> None:
        """Beat until cancelled."""
        while True:
            clock, cpu = time.perf_counter(), time.thread_time()
            self.at_leisure = 0.0
            await asyncio.sleep(TICK)
            self.longest = max(self.longest, time.thread_time() - cpu - self.at_leisure)
            self.longest_by_clock = max(self.longest_by_clock, time.perf_counter() - clock - TICK)

    def collect_at_leisure(self) -> None:
        """Let the collector have its moment, and take note of how long that was."""
        start = time.thread_time()
        collect_at_leisure()
        self.at_leisure += time.thread_time() - start
        self.longest_at_leisure = max(self.longest_at_leisure, self.at_leisure)


async def calm(app: SummariseApp) -> None:
    """Wait until nothing is under way, without any work in the loop."""
    quiet = 0
    while quiet < 5:
        await asyncio.sleep(0.02)
        stack = app.screen_stack
        busy = (
            isinstance(stack[-1], OpeningScreen)
            or (isinstance(stack[-1], ReaderScreen) and stack[-1].reading.summary is None)
            or any(not worker.is_finished for worker in app.workers)
            or any(thread.name == THREAD_NAME for thread in threading.enumerate())
        )
        quiet = 0 if busy else quiet + 1


async def measure(
    name: str, app: SummariseApp, beat: Beat, act: Callable[[], Awaitable[None]]
) -> float:
    """Do a step, print its longest stretch in milliseconds, and return it."""
    beat.longest = beat.longest_by_clock = 0.0
    await act()
    await calm(app)
    longest = 1000 * beat.longest
    late = "  over" if longest > LIMIT else ""
    print(f"{name:24}{longest:8.0f} ms{1000 * beat.longest_by_clock:8.0f} by the clock{late}")
    return longest


async def resize(pilot: Pilot[int]) -> None:
    """Make the terminal small and large."""
    for size in ((80, 24), (200, 60), SIZE):
        await pilot.resize_terminal(*size)
        await asyncio.sleep(0.2)


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=int, nargs="?", default=100_000)
    parser.add_argument("--file", type=Path)
    options = parser.parse_args()
    with home_apart() as folder:
        file = options.file or folder / "long.txt"
        if options.file is None:
            made = make_article(7, options.words // WORDS_PER_SENTENCE, hollow=False)
            file.write_text(made.text, encoding="utf-8")
        app, beat = SummariseApp(request_for(file)), Beat()
        terminal_app.collect_at_leisure = beat.collect_at_leisure
        gc.set_threshold(200_000)  # as the command sets it
        async with app.run_test(size=SIZE) as pilot:
            beating = asyncio.create_task(beat.run())
            found = [await measure("load and rank", app, beat, lambda: asyncio.sleep(0.1))]
            for name, keys in STEPS:

                async def press(keys: tuple[str, ...] = keys) -> None:
                    for key in keys:
                        app.simulate_key(key)
                        await asyncio.sleep(0.03)

                found.append(await measure(name, app, beat, press))
            found.append(await measure("resize", app, beat, lambda: resize(pilot)))
            beating.cancel()
    over = sum(longest > LIMIT for longest in found)
    print(f"{len(found)} steps, {over} over {LIMIT} ms, the longest {max(found):.0f} ms")
    print(f"where no key came for a while, {1000 * beat.longest_at_leisure:.0f} ms at most")


if __name__ == "__main__":
    asyncio.run(main())
