"""How fast the library answers: ``python -m tests.benchmarks.library [ARTICLES]``.

Opens a folder of generated articles in the real app at 140 columns and prints the time until they
are listed, the process time of the screen's own thread from a key press to the finished frame, and
the longest time for which its event loop stood still while the pass over the articles went on: all
of it beside a Textual app that shows a single line, in the same run. The clock of a busy machine
counts what others do; so blocks are given as they were and as the thread's own work in them.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from summarise.loading import find_sources
from tests.benchmarks.view import Hello
from tests.generated import make_article
from tests.tui.driving import quick_pilot, request_for
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.state.library.library import Library
from tui.state.library.places import PlaceKind
from tui.state.request import Request
from tui.state.session import Session
from tui.state.settings import Settings

SIZE = (140, 40)
PASS = 10.0
KEYS = {
    "next article": ["j"] * 20,
    "page down": ["space"] * 10,
    "last, first": ["G", "g"] * 3,
    "mark as read": ["m"] * 5,
    "open the filter": ["slash"],
    "a letter of the filter": list("the har"),
    "clear the filter": ["escape"],
    "sort": ["S"] * 7,
    "unread, hidden, all": ["v"] * 3,
    "all marked, undone": ["A", "u"],
}


@dataclass
class Blocks:
    """The longest time for which the event loop stood still, in ms."""

    wall: float = 0.0
    own: float = 0.0

    def __str__(self) -> str:
        return f"{self.wall:8.1f} ms, of which own work {self.own:.1f} ms"

    async def watch(self) -> None:
        """Look at the clock as often as the loop lets it."""
        while True:
            wall, own = time.perf_counter(), time.thread_time()
            await asyncio.sleep(0.005)
            self.wall = max(self.wall, (time.perf_counter() - wall - 0.005) * 1000)
            self.own = max(self.own, (time.thread_time() - own) * 1000)


async def worst(pilot: Pilot[int], keys: list[str]) -> tuple[float, float]:
    """The longest process time of the screen's thread for one of these keys, and the median."""
    times = []
    for key in keys:
        start = time.thread_time()
        await pilot.press(key)
        times.append((time.thread_time() - start) * 1000)
        await asyncio.sleep(0.02)
    return max(times), sorted(times)[len(times) // 2]


def make_folder(folder: Path, count: int) -> None:
    """Write articles of a thousand words; every tenth text is a new one."""
    texts = []
    for seed in range(max(1, min(40, count // 10))):
        article = make_article(seed, 60, headings=False, hollow=False)
        texts.append("\n\n".join(article.text[p.start : p.end] for p in article.paragraphs))
    for number in range(count):
        text = texts[number % len(texts)]
        (folder / f"{number:06}.md").write_text(f"# Article {number}\n\n{text}", encoding="utf-8")


def lists(folder: Path) -> None:
    """Print the time until a folder is listed: found, put in its place, in rows."""
    start, used = time.perf_counter(), time.process_time()
    sources = find_sources([str(folder)])
    session = Session(Request(tuple(sources), settings=Settings(history=False)))
    library = Library(session, sources)
    library.take(library.fill(PlaceKind.HERE))
    listing = library.lister.listed(library.place, library.wanted[PlaceKind.HERE])
    taken, used = time.perf_counter() - start, time.process_time() - used
    shown = f"{used * 1000:8.0f} ms, by the clock {taken:.2f} s"
    print(f"{listing.count:,} articles listed            {shown}")


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=5_000)
    count = parser.parse_args().articles
    with quick_pilot():
        async with Hello().run_test(size=SIZE) as pilot:
            _, base = await worst(pilot, ["j"] * 10)
    print(f"a key in a hello-world app       {base:8.1f} ms")
    with tempfile.TemporaryDirectory() as name, quick_pilot():
        folder = Path(name)
        make_folder(folder, count)
        lists(folder)
        app = SummariseApp(request_for(folder, settings=Settings(history=False)))
        async with app.run_test(size=SIZE) as pilot:
            while not (isinstance(app.screen, LibraryScreen) and app.screen.choices.rows):
                await asyncio.sleep(0.01)
            blocks = Blocks()
            watching = asyncio.create_task(blocks.watch())
            await asyncio.sleep(PASS)
            done = len(app.library.facts)
            print(f"looked at in {PASS:.0f} s             {done:8,} articles")
            print(f"longest block meanwhile          {blocks}")
            for what, keys in KEYS.items():
                most, usual = await worst(pilot, keys)
                print(f"{what:32} {usual:8.1f} ms {usual / base:6.1f} x, at most {most:.1f} ms")
            print(f"longest block with keys          {blocks}")
            watching.cancel()


if __name__ == "__main__":
    asyncio.run(main())
