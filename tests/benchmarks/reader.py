"""How fast the reader answers: ``python -m tests.benchmarks.reader [--method NAME] [SENTENCES]``.

Opens a generated article in the real app at 200 columns, with a tenth of it in the summary, and
prints when its summary was on the screen, and when what goes on behind it was done: what is kept,
and what was read before. Then the process time from a key press to the finished frame beside that
of a Textual app which shows a single line, in the same run; then the memory that the open article
adds to the idle app. What a key does depends on what is kept: compare two versions of the program
by one method that keeps the same in both.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import resource
import statistics
import time
from unittest.mock import patch

from summarise import DEFAULT_METHOD
from tests.benchmarks.apart import home_apart
from tests.benchmarks.view import SIZE, Hello
from tests.generated import make_article
from tests.tui.driving import reader_on, settle
from tui.screens.reader.known_use import KnownUse
from tui.state.settings import Settings

PRESSES = 15


async def key_times(pilot, keys: list[str]) -> float:
    """Median process time in milliseconds from a key to its frame."""
    times = []
    for number in range(PRESSES):
        start = time.process_time()
        await pilot.press(keys[number % len(keys)])
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def peak() -> float:
    """The most memory the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=int, nargs="?", default=60_000)
    parser.add_argument("--method", default=DEFAULT_METHOD)
    options = parser.parse_args()
    sentences, settings = options.sentences, Settings(method=options.method)
    hello = Hello()
    async with hello.run_test(size=SIZE) as pilot:
        await pilot.pause()
        base = await key_times(pilot, ["j"])
    async with reader_on(size=SIZE) as (_, pilot):
        await key_times(pilot, ["j", "plus"])
    idle = peak()
    article = make_article(7, sentences, headings=False, hollow=False)
    text = "\n\n".join(
        " ".join(s.text for s in article.sentences_of(p.index)) for p in article.paragraphs
    )
    gc.set_threshold(200_000)  # as the command sets it
    shown: list[float] = []
    begin_behind = KnownUse.begin

    def begin(use: KnownUse) -> None:
        shown.append(time.perf_counter())
        begin_behind(use)

    with home_apart() as folder, patch.object(KnownUse, "begin", begin):
        page = folder / "novel.txt"
        page.write_text(text, encoding="utf-8")
        words = len(text.split())
        del article, text
        start, busy = time.perf_counter(), time.process_time()
        async with reader_on(page, size=SIZE, settings=settings) as (screen, pilot):
            opened, busy = time.perf_counter() - start, time.process_time() - busy
            screen.reading.keep(len(screen.reading.article.candidates) // 10)
            screen.panes.go_into(screen.source)
            await settle(pilot)
            print(f"{len(screen.reading.article.sentences):,} sentences, {words:,} words")
            print(f"summary on the screen after  {shown[0] - start:8.1f} s")
            print(f"opened and ranked            {opened:8.1f} s, {busy:.1f} s of them at work")
            for name, keys in {
                "a key in a hello-world app": None,
                "cursor move": ["j"],
                "page down": ["space"],
                "next kept sentence": ["n"],
                "length step": ["plus", "minus"],
                "pin": ["asterisk"],
            }.items():
                taken = base if keys is None else await key_times(pilot, keys)
                print(f"{name:28} {taken:8.1f} ms {taken / base:7.1f} x")
            print(f"memory above the idle app    {peak() - idle:8.0f} MB")


if __name__ == "__main__":
    asyncio.run(main())
