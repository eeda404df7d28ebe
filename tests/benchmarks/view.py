"""How long the document view takes: ``python tests/benchmarks/view.py [SENTENCES]``.

Prints process time from the key press to the finished frame, and the ratio to a key press in a
Textual app that shows a single line, in the same run.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
import tracemalloc
from collections.abc import Awaitable, Callable
from functools import cache

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.pilot import Pilot
from textual.widgets import Static

from tui.process.coloured_app import ColouredApp
from tui.text.document import Block
from tui.widgets.document_view import DocumentView
from tui.widgets.heat_strip import HeatStrip

SIZE = (200, 50)
_TEXT = (
    "the engine reads every sentence once and ranks it by what it carries for a reader who has "
    "little time but wants to know why"
)
_WORDS = _TEXT.split()


def make_blocks(sentences: int, per_block: int = 4) -> list[Block]:
    """Paragraphs of plain sentences of 9 to 24 words."""
    blocks, made = [], 0
    while made < sentences:
        text, spans = "", []
        for _ in range(min(per_block, sentences - made)):
            words = [_WORDS[(made * 7 + k) % len(_WORDS)] for k in range(9 + made * 5 % 16)]
            sentence = " ".join(words).capitalize() + "."
            text += " " * bool(text)
            spans.append((made, len(text), len(text) + len(sentence)))
            text += sentence
            made += 1
        blocks.append(Block(text, tuple(spans)))
    return blocks


class Hello(App[None]):
    """The yardstick."""

    BINDINGS = [Binding("j", "turn")]
    turned = False

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("Hello, world")

    def action_turn(self) -> None:
        """Show another line."""
        self.turned = not self.turned
        self.query_one(Static).update("Hello, reader" if self.turned else "Hello, world")


class Panes(ColouredApp[None]):
    """A summary beside a source, with the strip at its edge."""

    CSS = "#summary { width: 2fr; } #source { width: 3fr; }"

    def compose(self) -> ComposeResult:
        """Both panes."""
        with Horizontal():
            yield DocumentView(id="summary", classes="-quiet")
            source = DocumentView(id="source")
            yield source
            yield HeatStrip(source)


async def measure(
    step: Callable[[], Awaitable[None] | None], pilot: Pilot[None], times: int
) -> float:
    """Median milliseconds of process time for a step and the frame that follows."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        result = step()
        if result is not None:
            await result
        await pilot.pause()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


async def yardstick() -> float:
    """A key press in the hello-world app."""
    async with Hello().run_test(size=SIZE) as pilot:
        await pilot.press("j")
        return await measure(lambda: pilot.press("j"), pilot, 30)


async def run(sentences: int) -> dict[str, float]:
    """All figures for a document of that many sentences."""
    figures: dict[str, float] = {}
    blocks = make_blocks(sentences)
    app = Panes()
    async with app.run_test(size=SIZE) as pilot:
        source, summary = app.query_one("#source", DocumentView), app.query_one("#summary")
        strip = app.query_one(HeatStrip)
        assert isinstance(summary, DocumentView)
        await pilot.pause()
        tracemalloc.start()
        source.show(blocks)
        await pilot.pause()
        figures["memory of the source, MB"] = tracemalloc.get_traced_memory()[0] / 1e6
        tracemalloc.stop()
        figures["show the source"] = await measure(lambda: source.show(blocks), pilot, 5)
        heat = {sentence: sentence * 7 % 4 for sentence in range(sentences)}
        figures["scores on the strip"] = await measure(lambda: strip.set_scores(heat), pilot, 5)

        source.focus()
        for name, key in (("cursor: next sentence", "j"), ("cursor: page down", "f")):
            figures[name] = await measure(lambda key=key: pilot.press(key), pilot, 30)  # type: ignore[misc]

        length = sentences // 10

        @cache
        def summary_block(sentence: int) -> Block:
            block, start, end = source.document.span_of(sentence)
            text = blocks[block].text[start:end]
            return Block(text, ((sentence, 0, len(text)),))

        def lengthen() -> None:
            nonlocal length
            length += 1
            kept = range(0, sentences, max(1, sentences // length))
            marks = {sentence: str(place + 1) for place, sentence in enumerate(kept)}
            source.set_marks(marks)
            strip.set_kept(marks)
            summary.show([summary_block(sentence) for sentence in kept], keep_place=True)
            summary.set_marks(marks)

        figures["length step, both panes"] = await measure(lengthen, pilot, 10)
        marks = dict.fromkeys(range(0, sentences, 10), "1")
        figures["set_marks alone"] = await measure(lambda: source.set_marks(marks), pilot, 10)
        figures["set_heat"] = await measure(lambda: source.set_heat(heat), pilot, 10)
        figures["resize"] = await measure(lambda: _resize(pilot), pilot, 10)
    return figures


async def _resize(pilot: Pilot[None]) -> None:
    width = pilot.app.size.width
    await pilot.resize_terminal(100 if width == SIZE[0] else SIZE[0], SIZE[1])


def main() -> None:
    """Measure and print."""
    sentences = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    hello = asyncio.run(yardstick())
    print(f"{sentences} sentences, {SIZE[0]}x{SIZE[1]}; process time in ms (ratio to hello, world)")
    print(f"{'hello, world: a key press':28} {hello:8.1f}")
    for name, figure in asyncio.run(run(sentences)).items():
        ratio = "" if "MB" in name else f"  {figure / hello:6.1f}x"
        print(f"{name:28} {figure:8.1f}{ratio}")


if __name__ == "__main__":
    main()
