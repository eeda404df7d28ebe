"""The library that remembers: places, marks, filters, and the way along a list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot

from tests.local_server import serving
from tests.tui.driving import app_on, library, listed, press, reader_on, settle
from tests.tui.screen_text import screen_text, style_of
from tui.app import SummariseApp
from tui.command.cli import _to_read
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.library.listing import Order
from tui.state.library.places import PlaceKind
from tui.state.library.survey import Survey
from tui.state.settings import Settings
from tui.text.article_rows import Heading, day_of

_NETS = "<p>A net is mended with a needle of wood. It takes an hour for each hole in it.</p>" * 4
STORIES = {
    "b-ferry.md": "# The ferry is late\n\nThe ferry left at noon. Nobody waited in the rain.",
    "a-ice.txt": "Ice in the harbour\n\nThe harbour froze. Les bactéries aiment la glace, he said.",
    "c-net.html": (
        "<html><head><title>Mending nets</title></head>"
        f"<body><article><h1>Mending nets</h1>{_NETS}</article></body></html>"
    ),
    "d-long.txt": "A long winter\n\n" + "The winter was long and nobody came to the pier. " * 90,
}


pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four articles."""
    where = tmp_path / "stories"
    where.mkdir()
    for name, text in STORIES.items():
        (where / name).write_text(text)
    return where


async def go(pilot: Pilot[int], kind: PlaceKind) -> None:
    """Go to a place."""
    assert isinstance(pilot.app.screen, LibraryScreen)
    pilot.app.screen._go_to(kind)
    await settle(pilot)


# -- rows


async def test_rows_show_names_until_titles_are_known_and_stay_where_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    run = Survey.run
    monkeypatch.setattr(Survey, "run", lambda *_: None)
    async with app_on(folder) as (app, pilot):
        names = [path.name for path in sorted(folder.iterdir())]
        assert listed(app)[1:] == names[1:]  # the first one is read for its preview
        keys = library(app).choices.keys
        monkeypatch.setattr(Survey, "run", run)
        library(app)._look_at_all()
        await settle(pilot)
        assert listed(app) == [
            "Ice in the harbour",
            "The ferry is late",
            "Mending nets",
            "A long winter",
        ]
        assert library(app).choices.keys == keys


async def test_what_was_learnt_of_a_file_is_known_at_once_until_the_file_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    async with app_on(folder) as (app, pilot):
        await settle(pilot)
    monkeypatch.setattr(Survey, "run", lambda *_: None)
    (folder / "b-ferry.md").write_text("# The ferry has come\n\nIt came in the night. All slept.")
    async with app_on(folder) as (app, pilot):
        assert listed(app)[1:] == ["b-ferry.md", "Mending nets", "A long winter"]


async def test_facts_stand_under_a_title_and_in_columns_where_rows_have_one_line(folder: Path):
    for size in ((140, 40), (80, 30)):
        async with app_on(folder, size=size) as (app, pilot):
            library(app).choices.highlighted = 4
            await press(pilot, "enter")
            assert isinstance(app.screen, ReaderScreen)
            app.screen.source.move_cursor(40)
            await press(pilot, "o")
            lines = screen_text(app).splitlines()
            at = next(i for i, line in enumerate(lines) if "A long winter" in line[:50])
            facts = lines[at + 1] if size[0] == 140 else lines[at]
            assert "4 min" in facts
            assert "45 %" in facts, "how far it was read"


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-03-12", "12 Mar"),
        ("2026-03-12T08:00:00+01:00", "12 Mar"),
        ("2021-12-31", "Dec 2021"),
        ("2021", "2021"),
        ("2026-13-01", "2026"),
        ("spring 2021", ""),
        ("", ""),
    ],
)
def test_days_are_said_shortly(iso: str, said: str):
    assert day_of(iso, date(2026, 11, 28)) == said


@pytest.mark.parametrize("theme", ["", "textual-light", "nord"])
async def test_what_a_row_says_can_be_read_and_what_is_new_stands_out(folder: Path, theme: str):
    async with app_on(folder, settings=Settings(theme=theme)) as (app, pilot):
        await press(pilot, "m", "m")
        choices = library(app).choices
        for words in ("Ice in the harbour", "A long winter", "4 min", "Mending nets"):
            style = style_of(choices, words)
            assert contrast(style) >= 4.5, (words, style)
        assert contrast(style_of(choices, "A long winter")) > contrast(
            style_of(choices, "Ice in the harbour")
        )
        in_use, other = style_of(choices, "Mending nets"), style_of(choices, "A long winter")
        assert in_use.bgcolor != other.bgcolor
        await press(pilot, "slash")
        assert style_of(choices, "Mending nets").bgcolor != in_use.bgcolor, "the keys are elsewhere"


async def test_in_a_terminal_of_few_colours_marks_and_the_row_in_use_are_told_without_them(
    folder: Path,
):
    async with app_on(folder, settings=Settings(theme="ansi")) as (app, pilot):
        await press(pilot, "m")
        choices = library(app).choices
        assert style_of(choices, "The ferry is late").reverse
        assert style_of(choices, "Ice in the harbour").dim
        assert not style_of(choices, "A long winter").dim


def contrast(style: Style) -> float:
    """The contrast of a text with what is behind it, as WCAG has it."""

    def light(colour: Color | None) -> float:
        assert colour is not None
        parts = [value / 255 for value in colour.get_truecolor()]
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    a, b = sorted((light(style.color), light(style.bgcolor)))
    return (b + 0.05) / (a + 0.05)


# -- marks


async def test_marks_are_there_again_in_the_next_run(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "s", "m", "x")
        assert listed(app) == ["Ice in the harbour", "The ferry is late", "A long winter"]
    async with app_on(folder) as (app, pilot):
        text = screen_text(app)
        assert "★ Ice in the harbour" in text
        assert "  The ferry is late" in text
        assert "Mending nets" not in text
        await go(pilot, PlaceKind.SAVED)
        assert listed(app) == ["Ice in the harbour"]
        await press(pilot, "s")
        await go(pilot, PlaceKind.HERE)
        await go(pilot, PlaceKind.SAVED)
        assert "Nothing is saved yet" in screen_text(app)


async def test_without_history_nothing_is_kept_and_marks_hold_until_the_end(folder: Path):
    settings = Settings(history=False)
    async with app_on(folder, settings=settings) as (app, pilot):
        await press(pilot, "s")
        assert "★ Ice in the harbour" in screen_text(app)
    assert not [path for path in Path.home().rglob("*") if path.is_file()]


async def test_a_read_article_stays_among_the_unread_until_the_list_is_left(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "v", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "o")
        assert len(listed(app)) == 4
        assert library(app).choices.highlighted == 2
        await press(pilot, "j", "m")
        assert len(listed(app)) == 4
        await go(pilot, PlaceKind.SAMPLES)
        await go(pilot, PlaceKind.HERE)
        assert listed(app) == ["Ice in the harbour", "A long winter"]


async def test_marking_goes_on_to_the_next_and_unmarking_stays(folder: Path):
    async with app_on(folder) as (app, pilot):
        choices = library(app).choices
        await press(pilot, "m")
        assert choices.highlighted == 2
        await press(pilot, "k", "m")
        assert choices.highlighted == 1
        await press(pilot, "G", "x")
        assert choices.highlighted == 3, "behind the last one is the one before"


# -- filter, search, order


async def test_the_text_is_filtered_without_accents_and_the_sentence_is_shown(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "slash", *"BACTERIES")
        assert listed(app) == ["Ice in the harbour"]
        assert "Les bactéries aiment la glace, he said." in screen_text(app)
        await press(pilot, *["backspace"] * 9, *"nëeDle")
        assert listed(app) == ["Mending nets"]
        assert "A net is mended with a needle of wood." in screen_text(app)


async def test_words_may_be_in_title_and_text_and_a_title_is_gone_to_first(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "slash", *"ferry rain")
        assert listed(app) == ["The ferry is late"]
        await press(pilot, *["backspace"] * 10, *"long")
        assert library(app).choices.chosen == str((folder / "d-long.txt").resolve())


async def test_all_that_was_kept_is_searched_too(folder: Path):
    async with app_on(folder / "b-ferry.md") as (app, _):
        app.left()
    async with app_on() as (app, pilot):
        await go(pilot, PlaceKind.SAMPLES)
        await press(pilot, "slash", *"noon")
        text = screen_text(app)
        assert "Kept elsewhere" in text
        assert "The ferry left at noon." in text
        library(app).choices.action_last()
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.article.title == "The ferry is late"


async def test_lists_are_sorted_and_the_article_in_use_stays_in_use(folder: Path):
    async with app_on(folder) as (app, pilot):
        screen = library(app)
        await press(pilot, "j")
        chosen = screen.choices.chosen
        orders = {}
        for _ in Order:
            await press(pilot, "S")
            orders[screen._wanted.order.name] = listed(app)
            assert screen.choices.chosen == chosen
        assert orders["TITLE"] == sorted(orders["TITLE"])
        assert orders["LONGEST"][0] == "A long winter"
        assert orders["SHORTEST"][-1] == "A long winter"
        assert orders["LISTED"][0] == "Ice in the harbour"


# -- places


async def test_the_files_beside_an_article_are_listed_around_it(folder: Path):
    (folder / "deeper").mkdir()
    (folder / "deeper" / "e.txt").write_text("Not beside it. But below.")
    async with app_on(folder / "c-net.html") as (app, pilot):
        await press(pilot, "o")
        assert [r.name for r in library(app).choices.rows if isinstance(r, Heading)] == ["stories"]
        assert len(listed(app)) == 4
        assert library(app).choices.highlighted == 3
        await press(pilot, "K")
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_next_goes_along_the_list_as_it_was_filtered_and_sorted(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "slash", *"nobody", "tab", "S", "S", "S", "S", "S", "g", "enter")
        seen = []
        for _ in range(3):
            assert isinstance(app.screen, ReaderScreen)
            seen.append(app.screen.reading.article.title)
            await press(pilot, "J")
        assert seen == ["A long winter", "The ferry is late", "The ferry is late"], "longest first"
        await press(pilot, "q")
        assert library(app).words.value == "nobody"
        assert library(app).choices.chosen == str((folder / "b-ferry.md").resolve())


async def test_folders_that_were_opened_are_places_in_the_next_run(folder: Path):
    async with reader_on() as (_, pilot):
        await press(pilot, "o", "o", *str(folder), "enter")
        assert len(listed(pilot.app)) == 11
    async with app_on() as (app, pilot):
        await go(pilot, PlaceKind.FOLDERS)
        assert len(listed(app)) == 4
        await press(pilot, "D", "D")
        assert "No folder is kept yet" in screen_text(app)
        assert len(list(folder.iterdir())) == 4


async def test_what_was_read_is_in_the_history_and_begun_articles_come_first(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "G", "enter")
        assert isinstance(app.screen, ReaderScreen)
        app.screen.source.move_cursor(30)
        await press(pilot, "q", "g", "enter")
        assert isinstance(app.screen, ReaderScreen)
        app.left()
    async with app_on() as (app, pilot):
        assert library(app).library.kind is PlaceKind.HISTORY, "there is something to go on with"
        rows = [r.name if isinstance(r, Heading) else "" for r in library(app).choices.rows]
        assert rows == ["To be continued", "", "Today", ""]
        assert listed(app) == ["A long winter", "Ice in the harbour"]
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.source.cursor == 30


def test_alone_the_command_opens_the_folder_it_is_in(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    found = _to_read((), clipboard=False)
    assert [source.name for source in found] == sorted(STORIES)
    assert {source.group for source in found} == {"stories"}
    monkeypatch.chdir(folder.parent)  # nothing lies in it but a folder
    assert {source.group for source in _to_read((), clipboard=False)} == {"Samples"}


async def test_what_a_folder_leaves_out_is_said_at_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("summarise.sources.files._MOST_ARTICLES", 3)
    monkeypatch.chdir(folder.parent)
    async with app_on("stories", size=(200, 30)) as (app, pilot):
        assert len(listed(app)) == 3
        assert "3 of 4 articles are listed" in screen_text(app)
        await press(pilot, "S")
        assert "not all are listed · 3 articles" in screen_text(app), "without headings too"


async def test_what_is_left_out_beside_an_article_is_said_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("summarise.sources.files._MOST_ARTICLES", 3)
    async with app_on(folder / "d-long.txt", size=(200, 30)) as (app, pilot):
        await press(pilot, "o")
        assert len(listed(app)) in (3, 4)  # the one that is read is always there
        assert "3 articles of more are listed: name a folder in it for the others" in screen_text(
            app
        )
        await press(pilot, "S")
        assert "not all are listed" in screen_text(app)


@pytest.mark.loopback
async def test_feeds_are_asked_at_the_start_if_that_is_wanted(folder: Path):
    with serving() as server:
        address = server.page(
            "/feed", "<rss><channel><title>Sea</title><item><guid>1</guid><title>Ice</title>"
            "<description>It froze.</description></item></channel></rss>"
        )  # fmt: skip
        async with app_on(folder) as (app, pilot):
            await press(pilot, "a", *"x", "backspace")
            app.screen.query_one("Prompt Input").value = address  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert listed(app) == ["Ice"]
        asked = len(server.asked)
        async with app_on(folder) as (app, pilot):
            assert len(server.asked) == asked, "no server is asked unless that is wanted"
        async with app_on(folder, settings=Settings(refresh=True)) as (app, pilot):
            assert len(server.asked) == asked + 1
            assert library(app).library.kind is PlaceKind.HERE


# -- a folder within a folder


async def test_a_folder_within_one_that_is_listed_is_shown_by_its_name_and_q_goes_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(folder.parent)
    inner = folder / "inner"
    inner.mkdir()
    for name in ("one", "two"):
        (inner / f"{name}.txt").write_text(f"The {name} is late. Nobody waits for it.")
    async with app_on("stories") as (app, pilot):
        assert Heading("stories/inner") not in _headings(app)
        await press(pilot, "j")
        before = library(app).choices.chosen
        await press(pilot, "o", *"stories/inner", "enter")
        assert _headings(app) == [Heading("stories"), Heading("stories/inner")]
        assert library(app).choices.chosen == str(inner / "one.txt")
        assert library(app).choices.keys[-2:] == [str(inner / "one.txt"), str(inner / "two.txt")]
        assert len(library(app).choices.keys) == len(STORIES) + 2
        assert "stories/inner" in screen_text(app)
        await press(pilot, "q")
        assert app.is_running
        assert library(app).choices.chosen == before
        await press(pilot, "q")
        assert not app.is_running


async def test_q_goes_back_to_the_place_in_which_a_folder_was_opened(folder: Path, tmp_path: Path):
    other = tmp_path / "other"
    other.mkdir()
    for name in ("one", "two"):
        (other / f"{name}.txt").write_text(f"The {name} is late. Nobody waits for it.")
    async with app_on(folder) as (app, pilot):
        await go(pilot, PlaceKind.SAMPLES)
        before = library(app).choices.chosen
        await press(pilot, "o", *str(other), "enter")
        assert library(app).library.kind is PlaceKind.HERE
        assert library(app).choices.chosen == str(other / "one.txt")
        await press(pilot, "q")
        assert library(app).library.kind is PlaceKind.SAMPLES
        assert library(app).choices.chosen == before


def _headings(app: SummariseApp) -> list[Heading]:
    return [row for row in library(app).choices.rows if isinstance(row, Heading)]
