"""While an article is loaded: what is seen, which keys work, and where the others go."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from summarise import Article, parse
from summarise.loading import Source
from summarise.sources.progress import Progress, Unit
from tests.tui.driving import SAMPLE, quick_pilot, request_for, settle
from tests.tui.screen_text import screen_lines, screen_text
from tui.app import SummariseApp
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.loading import LoadingScreen
from tui.screens.palette import Palette
from tui.screens.reader import ReaderScreen
from tui.widgets.document_view import DocumentView


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Opens for the article to come in: before, its loading does not end."""
    there = Event()
    load = SummariseApp._load

    def slow(app, item, **listeners):
        there.wait(20)
        return load(app, item, **listeners)

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
        after = places(screen_lines(app))
        assert {word: after[word] for word in places(before)} == places(before)


# what is there before all of it is


def of_years(opening: str, years: int) -> Article:
    """An article whose paragraphs say nearly the same."""
    said = (f"In year {n} the river rose again. Nobody had counted on that." for n in range(years))
    return parse("\n\n".join(("The dam\n", opening, *said)))


BEGINNING = of_years("The dam was built by hand. It took nine years.", 40)
WHOLE = of_years("Here is what came before. The dam was built by hand. It took nine years.", 90)


class Slow:
    """An article that comes in while the test says so."""

    def __init__(self) -> None:
        self.there = Event()
        self.tell: Callable[[Progress], object] = lambda _: None
        self.begin: Callable[[Article], object] = lambda _: None

    def __call__(self, _app: SummariseApp, _source: Source, *, told: Any, begun: Any) -> Article:
        self.tell, self.begin = told, begun
        self.there.wait(20)
        return WHOLE


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """In place of the article that is opened: its beginning and how far it has come are told."""
    article = Slow()
    monkeypatch.setattr(
        SummariseApp, "_load", lambda *given, **listeners: article(*given, **listeners)
    )
    yield article
    article.there.set()


async def shown(pilot: Pilot[int], *wanted: str) -> str:
    """The screen, once it shows all of this."""
    for _ in range(200):
        await pilot.pause(0.02)
        text = screen_text(pilot.app)
        if all(words in text for words in wanted):
            return text
    raise AssertionError(f"{wanted} did not come:\n{text}")


@pytest.mark.parametrize(
    ("so_far", "said"),
    [
        (Progress(120, Unit.PAGES, 1350), "reading … 120 of 1,350 pages"),
        (Progress(0, Unit.PAGES), "reading …"),
        (Progress(12, Unit.PARTS, 300), "reading … 12 of 300 parts"),
        (Progress(340_000, Unit.BYTES_FETCHED), "fetching … 340 kB"),
        (Progress(340_000, Unit.BYTES_FETCHED, 2_500_000), "fetching … 340 kB of 2.5 MB"),
        (Progress(12_000, Unit.BYTES_PIPED), "coming in … 12 kB"),
    ],
)
async def test_it_says_how_far_it_has_come(slow: Slow, so_far: Progress, said: str):
    async with loading(slow.there) as (_, pilot):
        slow.tell(so_far)
        text = await shown(pilot, said)
        assert any(line.endswith(said) for line in text.splitlines())


@pytest.mark.parametrize("size", [(140, 40), (140, 24), (100, 19), (80, 24), (80, 40)])
async def test_the_beginning_stands_where_the_reader_will_show_it(
    slow: Slow, size: tuple[int, int]
):
    async with loading(slow.there, size) as (app, pilot):
        slow.begin(BEGINNING)
        slow.tell(Progress(3, Unit.PAGES, 350))
        await shown(pilot, "The dam was built by hand", "3 of 350 pages", "once all is read")
        before = app.screen.query_one(DocumentView).region
        slow.there.set()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        after = app.screen.source.region
        assert (before.x, before.y, before.width) == (after.x, after.y, after.width)
        assert abs(before.height - after.height) <= 2  # a notice of the reader may take two rows
        assert app.screen.source.cursor == app.screen.summary.cursor


async def test_the_beginning_looks_as_it_will_in_the_reader(slow: Slow):
    async with loading(slow.there, (80, 24)) as (app, pilot):
        slow.begin(parse(SAMPLE.read_text(encoding="utf-8")))
        text = await shown(pilot, "3 paragraphs left out: breadcrumb, title again")
        assert "Russia has long enjoyed a close" in text
        slow.begin(WHOLE)
        await shown(pilot, "Here is what came before")
        columns = app.screen.query_one(DocumentView)._layout_now.columns
        slow.there.set()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.source._layout_now.columns == columns


async def test_what_was_read_meanwhile_is_where_the_reader_goes_on(slow: Slow):
    async with loading(slow.there) as (app, pilot):
        slow.begin(BEGINNING)
        await shown(pilot, "The dam was built by hand")
        await pilot.press("space", "j", "j")
        await pilot.pause()
        view = app.screen.query_one(DocumentView)
        assert view.scroll_offset.y > 0
        left = BEGINNING.sentences[view.cursor]
        slow.there.set()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        place = app.screen.source.cursor
        there = WHOLE.sentences[place].start
        following = WHOLE.text[there : there + len(left.text)]
        assert following == left.text
        # Of the same sentence in several paragraphs, the one that was meant.
        assert abs(there - left.start) < 60


async def test_keys_for_the_reader_wait_for_all_of_it_and_so_do_those_after_them(slow: Slow):
    async with loading(slow.there) as (app, pilot):
        await pilot.press("j")
        slow.begin(BEGINNING)
        await shown(pilot, "The dam was built by hand")
        view = app.screen.query_one(DocumentView)
        await pilot.pause()
        assert view.cursor == BEGINNING.candidates[1]  # typed before there was a text to move in
        await pilot.press("z", "j")
        await pilot.pause()
        assert ["waits for it" in said.message for said in app._notifications] == [True]
        assert view.cursor == BEGINNING.candidates[1]
        slow.there.set()
        await settle(pilot)
        assert app.screen.has_class("-summary-only")


async def test_a_beginning_that_grows_stays_where_it_is_read(slow: Slow):
    async with loading(slow.there) as (app, pilot):
        slow.begin(parse("The dam was built by hand. It took nine years."))
        await shown(pilot, "The dam was built by hand")
        await pilot.press("j")
        slow.begin(parse("The dam was built by hand. It took nine years.\n\nThen it broke."))
        await shown(pilot, "Then it broke")
        assert app.screen.query_one(DocumentView).cursor == 1


async def test_a_click_on_a_beginning_moves_its_cursor(slow: Slow):
    async with loading(slow.there) as (app, pilot):
        slow.begin(parse("The dam was built by hand. It took nine years.\n\nThen it broke."))
        await shown(pilot, "Then it broke")
        view = app.screen.query_one(DocumentView)
        row, _ = view.rows_of(2)
        await pilot.click(view, offset=(view._layout_now.columns.text_left + 3, row))
        assert view.cursor == 2


async def test_escape_leaves_a_beginning(slow: Slow):
    async with loading(slow.there) as (app, pilot):
        slow.begin(BEGINNING)
        await shown(pilot, "The dam was built by hand")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        slow.begin(BEGINNING)  # a thread that does not know it yet
        slow.tell(Progress(3, Unit.PAGES, 350))
        slow.there.set()
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)


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
