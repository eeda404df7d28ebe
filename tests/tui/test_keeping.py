"""What was read is there again in the next run: place, choices, length and theme."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from summarise import Article, Length, rank
from summarise.loading import Source
from summarise.sources.progress import Progress, Unit
from tests.generated import make_article
from tests.tui.driving import app_on, quick_pilot, request_for, settle
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.last_theme import last_theme
from tui.state.library.places import PlaceKind
from tui.state.memory import Memory, library_path
from tui.state.request import Request
from tui.state.settings import Settings
from tui.text.recalling import since
from tui.text.wording import AROUND_MESSAGE

TEXT = """\
The old mill stopped grinding in 1951. Its wheel was left to the river.

Volunteers began to mend the roof three summers ago. They raised money with a market every spring.

The wheel turned again in May. Children threw flowers into the race, and the miller's grandson wept.

Flour is sold on Saturdays now. The council wants to list the building. A decision is due in autumn.
"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@asynccontextmanager
async def run(
    request: Request, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[SummariseApp, ReaderScreen, object]]:
    """One run of the reader from its first frame until it is left."""
    app = SummariseApp(request)
    with quick_pilot():
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            assert isinstance(app.screen, ReaderScreen)
            yield app, app.screen, pilot
    app.left()


def told(app: SummariseApp) -> list[str]:
    return [str(notification.message) for notification in app._notifications]


def at(screen: ReaderScreen, words: str) -> int:
    return next(s.index for s in screen.reading.article.sentences if words in s.text)


async def choose(screen: ReaderScreen, pilot: object) -> None:
    """Pin one sentence, drop another, ask for two sentences, and stand on a fourth."""
    for words, keys in (
        ("wheel turned", ["asterisk"]),
        ("threw flowers", ["x"]),
        ("sold on Saturdays", []),
    ):
        screen.source.move_cursor(at(screen, words))
        await pilot.pause()
        await pilot.press(*keys)
    screen.reading.keep(2)
    await settle(pilot)


async def test_the_next_run_is_where_this_one_was_left(mill):
    async with run(request_for(mill)) as (app, screen, pilot):
        assert told(app) == []
        await choose(screen, pilot)
        left = screen.reading.state
        assert (len(left.choices.pins), len(left.choices.drops)) == (1, 1)
    async with run(request_for(mill)) as (app, screen, pilot):
        assert screen.reading.state == left
        assert screen.source.cursor == at(screen, "sold on Saturdays")
        (line,) = told(app)
        assert line.startswith("Since ")
        assert ": 1 pin, 1 dropped sentence, 2 sentences, left at " in line
        assert line.endswith(" · Z starts afresh")


@pytest.mark.parametrize(
    ("keys", "told_of"),
    [
        (("asterisk",), "1 pin"),
        (("x",), "1 dropped sentence"),
        (("z",), ""),
        (("H",), ""),
        (("j", "j"), "left at "),
        (("L", "A"), "1 pin"),
    ],
)
async def test_whatever_is_left_without_a_length_of_ones_own_is_found_again(mill, keys, told_of):
    request = request_for(mill)._replace(length="")
    async with run(request) as (app, screen, pilot):
        screen.source.move_cursor(at(screen, "wheel turned"))
        await pilot.press("l", *keys)
        await settle(pilot)
        left = screen.reading.state
    async with run(request) as (app, screen, _):
        length = screen.reading.state.length  # it follows what is pinned and dropped, too
        assert screen.reading.state == replace(left, length=length)
        assert any(told_of in line for line in told(app))


async def test_a_length_that_nobody_chose_follows_the_window_again(tmp_path):
    novel = tmp_path / "novel.txt"
    texts = [sentence.text for sentence in make_article(3, 200, headings=False).sentences]
    novel.write_text("\n\n".join(texts), encoding="utf-8")
    request = request_for(novel, settings=Settings())
    async with run(request, (80, 24)) as (_, screen, pilot):
        small = screen.reading.summary.size
        await pilot.press("j")
    async with run(request, (120, 60)) as (app, screen, pilot):
        large = screen.reading.summary.size
        assert large > small, "as if it were opened for the first time"
        assert all("sentences" not in line for line in told(app))
        await pilot.press("minus", "z")
        layout = screen.reading.state.layout
    async with run(request, (80, 24)) as (app, screen, _):
        assert screen.reading.summary.size == large - 1, "that was chosen"
        assert f"{large - 1} sentences, {layout}" in " ".join(told(app))


async def test_how_it_was_left_is_told_in_one_row_where_there_are_few(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        await choose(screen, pilot)
    app = SummariseApp(request_for(mill))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        (line,) = told(app)
        assert len(line) <= 60 - AROUND_MESSAGE
        assert ": 1 pin, " in line
        assert line.endswith(", … · Z starts afresh")


async def test_how_it_was_left_is_told_before_since_when(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        screen.panes.go_into(screen.source)
        await pilot.press("j", "j", "j")
    app = SummariseApp(request_for(mill))
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        (line,) = told(app)
        assert re.fullmatch(r"left at \d+ % · Z starts afresh", line)


async def test_z_starts_afresh_and_the_run_after_that_too(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        fresh = screen.reading.state
        await choose(screen, pilot)
    async with run(request_for(mill)) as (app, screen, pilot):
        chosen = screen.reading.state.choices
        await pilot.press("Z")
        await settle(pilot)
        assert screen.reading.state == fresh
        assert screen.source.cursor == screen.reading.article.candidates[0]
        await pilot.press("u")
        assert screen.reading.state.choices == chosen
        await pilot.press("ctrl+y")
    async with run(request_for(mill)) as (app, screen, pilot):
        assert screen.reading.state == fresh
        assert told(app) == []


async def test_a_file_that_changed_keeps_what_is_still_in_it_and_says_what_is_not(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        await choose(screen, pilot)
    changed = TEXT.replace("Children threw flowers into the race, and", "It rained when")
    mill.write_text("A note. It was added later.\n\n" + changed, encoding="utf-8")
    async with run(request_for(mill)) as (app, screen, _):
        assert screen.reading.state.choices.pins == {at(screen, "wheel turned")}
        assert screen.reading.state.choices.drops == frozenset()
        assert screen.source.cursor == at(screen, "sold on Saturdays")
        assert (
            "; not found now, but kept: “Children threw flowers into the race, a…”" in told(app)[0]
        )


async def test_a_file_that_was_moved_is_known_by_its_text(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        await choose(screen, pilot)
        left = screen.reading.state
    moved = mill.rename(mill.with_name("renamed.txt"))
    async with run(request_for(moved)) as (_, screen, _):
        assert screen.reading.state == left
    async with run(request_for(moved)) as (_, screen, _):  # under its new name
        assert screen.reading.state == left


async def test_piped_texts_are_each_their_own():
    other = b"Something else came by the pipe. It has two sentences."
    async with run(request_for(piped=TEXT.encode())) as (_, screen, pilot):
        await choose(screen, pilot)
        left = screen.reading.state
    async with run(request_for(piped=other)) as (_, screen, _):
        assert not screen.reading.state.choices.pins
    async with run(request_for(piped=TEXT.encode())) as (_, screen, _):
        assert screen.reading.state == left


async def test_a_piped_text_that_is_opened_from_the_history_is_as_it_was_left():
    piped = b"""# The mill

The old mill stopped grinding in 1951. Its wheel was left to the river.

## What was mended

- The roof was mended first.
- The wheel turned again in May.

```
flour = grain * 0.8

sold = flour / 2
```

Flour is sold on Saturdays now. A decision is due in autumn.
"""
    async with run(request_for(piped=piped)) as (_, screen, pilot):
        screen.source.move_cursor(at(screen, "wheel turned"))
        await pilot.pause()
        await pilot.press("asterisk")
        screen.source.move_cursor(at(screen, "sold on Saturdays"))
        await settle(pilot)
        left = screen.reading.state
        shape = [(p.kind, p.level, p.tight) for p in screen.reading.article.paragraphs]
        texts = [s.text for s in screen.reading.article.sentences]
        assert {"heading", "list item", "code"} < {kind.value for kind, *_ in shape}
    app = SummariseApp(request_for())
    with quick_pilot():
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            assert isinstance(app.screen, LibraryScreen)
            app.screen._go_to(PlaceKind.HISTORY)
            await settle(pilot)
            await pilot.press("enter")
            await settle(pilot)
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            article = screen.reading.article
            assert [(p.kind, p.level, p.tight) for p in article.paragraphs] == shape
            assert [s.text for s in article.sentences] == texts
            assert screen.reading.state.choices == left.choices
            assert screen.source.cursor == left.place
    app.left()
    async with run(request_for(piped=piped)) as (_, screen, _):  # it comes by the pipe once more
        assert screen.reading.state.choices == left.choices


async def test_what_the_command_line_asks_for_goes_before_what_was_remembered(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        await choose(screen, pilot)
    asked = request_for(mill)._replace(length="4", asked=frozenset({"length"}))
    async with run(asked) as (_, screen, _):
        assert screen.reading.state.length == Length(4)
        assert len(screen.reading.state.choices.pins) == 1


async def test_changes_are_kept_while_it_is_read(mill):
    async with app_on(mill) as (app, pilot):
        await choose(app.screen, pilot)
        for _ in range(100):
            await pilot.pause(0.1)
            if not app.session.keeper.has_work:
                break
        await settle(pilot)
        (kept,) = Memory().use(lambda store: store.articles.history(), otherwise=[])
        assert [pin.text for pin in kept.reading.pins] == ["The wheel turned again in May."]
        assert kept.facts.title == "mill.txt"
        found = Memory().use(lambda store: store.search.find("grandson"), otherwise=[])
        assert [hit.article.key for hit in found] == [str(mill)]


async def test_nothing_is_kept_while_the_first_summary_is_waited_for_but_choices_are(mill):
    app = SummariseApp(request_for(mill))
    (source,) = app.request.sources
    reading, keeper = app.session.open(source, app.session.load(source)), app.session.keeper
    assert not keeper.has_work  # the summary comes before the text is kept
    reading.change(place=1)
    assert keeper.has_work  # a choice must not be lost
    reading.change(place=None)
    assert not keeper.has_work
    reading.accept(rank(reading.article, reading.state.method))
    assert keeper.has_work
    keeper.keep()
    assert not keeper.has_work
    found = Memory().use(lambda store: store.search.find("grandson"), otherwise=[])
    assert [hit.article.key for hit in found] == [str(mill)]
    app.left()


async def test_an_article_that_was_let_go_to_make_room_is_kept(tmp_path):
    files = []
    for number in range(10):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"Number {number} begins. It goes on. It ends.", encoding="utf-8")
    app = SummariseApp(request_for(*files))
    for source in app.request.sources:
        reading = app.session.open(source, app.session.load(source))
        reading.change(place=1)
    app.left()
    kept = Memory().use(lambda store: store.articles.history(), otherwise=[])
    assert [article.reading.place.at for article in kept] == [1] * 10


@pytest.mark.parametrize("history", [True, False])
async def test_without_history_no_file_is_made_and_none_is_read(mill, hermetic, history):
    settings = replace(Settings(), history=history)
    async with run(request_for(mill, settings=settings)) as (app, screen, pilot):
        await choose(screen, pilot)
        app.theme = "nord"
        await pilot.pause(2.2)
    assert library_path().exists() is history
    assert (hermetic / ".local/state").exists() is history
    async with run(request_for(mill, settings=Settings(history=False))) as (app, screen, _):
        assert not screen.reading.state.choices.pins
        assert told(app) == []
        assert app.theme != "nord"


async def test_the_last_theme_is_there_again_unless_another_is_asked_for(mill):
    async with run(request_for(mill)) as (app, _, _):
        app.theme = "nord"
    assert last_theme() == "nord"
    async with run(request_for(mill)) as (app, _, _):
        assert app.theme == "nord"
    async with run(request_for(mill, settings=Settings(theme="gruvbox"))) as (app, _, _):
        assert app.theme == "gruvbox"
    assert last_theme() == "nord"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"no such theme\n", b"x" * 10_000, b"a\x1b[2J"])
async def test_a_damaged_file_of_the_theme_is_the_usual_theme(mill, data):
    library_path().parent.mkdir(parents=True)
    library_path().with_name("theme").write_bytes(data)
    async with run(request_for(mill)) as (app, _, _):
        assert app.theme == "tokyo-night"


async def test_a_state_folder_that_cannot_be_is_one_line_and_the_reader_reads(mill, hermetic):
    (hermetic / ".local").write_text("a file in the way")
    async with run(request_for(mill)) as (app, screen, pilot):
        await pilot.pause(2.2)
        await settle(pilot)
        assert screen.reading.summary is not None
        (line,) = told(app)
        assert "library.db: cannot be made: " in line


async def test_a_file_of_a_newer_version_is_used_and_one_line_says_so(mill):
    async with run(request_for(mill)) as (_, screen, pilot):
        await choose(screen, pilot)
    with sqlite3.connect(library_path()) as newer:
        newer.execute("pragma user_version = 99")
    newer.close()
    async with run(request_for(mill)) as (app, screen, pilot):
        assert screen.reading.state.choices.pins == {at(screen, "wheel turned")}
        screen.reading.keep(4)
        await pilot.pause(2.2)
        await settle(pilot)
        assert [line for line in told(app) if "newer version" in line]
        assert app.session.memory.take_notice() == ""


async def test_read_anew_choices_stay_with_their_sentences(mill):
    async with run(request_for(mill)) as (app, screen, pilot):
        await choose(screen, pilot)
        mill.write_text("A new first line.\n\n" + TEXT, encoding="utf-8")
        await pilot.press("ctrl+r")
        await settle(pilot)
        now = app.screen
        assert now.reading.state.choices.pins == {at(now, "wheel turned")}
        assert now.source.cursor == at(now, "sold on Saturdays")


async def test_while_it_is_read_anew_it_says_how_far_that_has_come(
    mill: Path, monkeypatch: pytest.MonkeyPatch
):
    there = Event()
    load = SummariseApp._load

    def slow(
        app: SummariseApp, item: Source, *, anew: bool = False, **listeners: Callable[..., object]
    ) -> Article | tuple[Source, ...]:
        if anew:
            listeners["told"](Progress(7, Unit.PAGES, 350))
            there.wait(20)
        return load(app, item, anew=anew)

    monkeypatch.setattr(SummariseApp, "_load", slow)
    try:
        async with run(request_for(mill)) as (app, _, pilot):
            mill.write_text("A new first line.\n\n" + TEXT, encoding="utf-8")
            await pilot.press("ctrl+r")
            for words in ("reading … 7 of 350 pages", "It has changed, and is here anew."):
                for _ in range(500):
                    if told(app) == [words]:
                        break
                    await pilot.pause(0.01)
                assert told(app) == [words]
                there.set()
    finally:
        there.set()


DAY = 86_400
NOON = 1_800_014_400.0


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, r"Since \d\d:\d\d"),
        (DAY, "Since yesterday"),
        (3 * DAY, r"Since \w+day"),
        (6 * DAY, r"Since \w+day"),
        (7 * DAY, r"Since \d+ \w+( \d{4})?"),
        (400 * DAY, r"Since \d+ \w+ \d{4}"),
        (-1, "As you left it"),
        (-10 * 365 * DAY, "As you left it"),
        (-1e30, "As you left it"),
        (1e30, "As you left it"),
    ],
)
def test_since_when_is_said_as_a_person_says_it(ago, words):
    assert re.fullmatch(words, since(NOON - ago, NOON))


def test_to_ask_how_an_article_was_left_makes_no_file(tmp_path: Path):
    path = tmp_path / "state" / "library.db"
    memory = Memory(path=path)
    assert memory.recall(lambda _: "asked", otherwise="nothing was kept") == "nothing was kept"
    assert not path.exists()
    memory.use(lambda _: None, otherwise=None)
    assert path.exists()
    assert memory.recall(lambda _: "asked", otherwise="nothing was kept") == "asked"
    memory.close()
