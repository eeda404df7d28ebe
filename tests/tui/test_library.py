"""The library: choosing an article."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from threading import Event
from time import process_time

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from summarise import Article
from summarise.loading import Source
from summarise.sources.progress import Progress, Told, Unit
from tests.tui.driving import SAMPLE, SEEDS, app_on, library, reader_on, said, settle
from tests.tui.screen_text import screen_text, widget_lines
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.library.library import Library
from tui.state.library.places import PlaceKind
from tui.state.session import Session
from tui.state.settings import Settings
from tui.text.article_rows import Heading
from tui.widgets.article_list import ArticleList

TEXT = (
    "The {0} harbour froze in {0}. Fishermen walked over the ice to {0}. The {0} council met twice."
)


pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles, some of which cannot be read."""
    (tmp_path / "north").mkdir()
    for name in ("alpha.txt", "beta.md", "north/gamma.txt", "north/alpine.txt"):
        (tmp_path / name).write_text(TEXT.format(Path(name).stem))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "zipped.txt").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    return tmp_path


async def previewed(pilot: Pilot[int]) -> str:
    """The preview, once what is highlighted was read."""
    facts = pilot.app.screen.query_one("#preview-facts", Static)
    await settle(pilot)
    while "reading …" in str(facts.content):
        await asyncio.sleep(0.002)
        await settle(pilot)
    return screen_text(pilot.app)


async def test_the_samples_are_offered_when_nothing_is_opened():
    async with app_on() as (app, pilot):
        text = await previewed(pilot)
        assert "Samples" in text
        assert "6 articles" in text
        assert library(app).choices.chosen == str(
            (SEEDS / "how-lighthouses-lost-their-keepers.html").resolve()
        )


async def test_groups_stand_under_their_headings_what_is_piped_first(folder: Path):
    async with app_on(folder, SAMPLE, folder, piped=b"A piped sentence. Another.") as (app, pilot):
        text = await previewed(pilot)
        rows = library(app).choices.rows
        names = [row.name for row in rows if isinstance(row, Heading)]
        assert names == ["Standard input", str(folder), "Articles"]
        assert rows[1] == "-"
        assert rows[-1] == str(SAMPLE.resolve())
        assert "8 articles" in text
        assert "A piped sentence." in text


async def test_what_a_folder_has_besides_is_said_above_the_list(folder: Path, monkeypatch):
    monkeypatch.setattr("summarise.sources.files._MOST_ARTICLES", 2)
    async with app_on(folder, size=(240, 30)) as (app, _):
        text = screen_text(app)
    assert "not all are listed · 2 articles" in text


async def test_a_title_is_not_cut_for_facts_that_are_not_known(tmp_path: Path):
    title = "Mending a cable under four kilometres of sea"
    (tmp_path / "cable.md").write_text(f"# {title}\n\n" + "The cable was cut twice. " * 20)
    (tmp_path / "other.md").write_text("# Other\n\n" + "The cable was cut twice. " * 20)
    async with app_on(tmp_path, size=(60, 24)) as (app, pilot):
        library(app).choices.highlighted = 1
        await previewed(pilot)
        (row,) = (line for line in widget_lines(library(app).choices) if "Mending" in line)
        assert title in row


async def test_a_preview_longer_than_its_pane_is_broken_into_lines_once():
    async with app_on(size=(100, 24)) as (app, pilot):
        library(app).choices.highlighted = 4
        await previewed(pilot)
        for _ in range(8):
            await pilot.press("plus")
            await settle(pilot)
        room = app.screen.query_one("#preview-room")
        assert room.max_scroll_y > 0
        (text,) = room.query(Static)
        lines = str(text.content).split("\n")
        assert text.size.height == len(lines)


async def test_the_preview_has_the_length_of_the_article_and_says_where_that_is_cut():
    sizes = []
    for height in (16, 24, 60):
        async with app_on(size=(140, height), settings=Settings()) as (app, pilot):
            library(app).choices.highlighted = 4
            text = await previewed(pilot)
            assert "How Russia is losing one of its allies" in text
            assert "English · 919 words · 4 min" in text
            pane = library(app).pane
            room = app.screen.query_one("#preview-room")
            assert room.max_scroll_y == 0, "all of it is in sight"
            sizes.append(pane.size_shown)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, ReaderScreen)
            ranking = app.screen.reading.ranking
            assert ranking is not None
            whole = int(ranking.usual_length.amount)
            if pane.size_shown == whole:
                assert f"{whole} of 45 sentences" in text
            else:
                assert f"cut to fit: {pane.size_shown} of {whole} sentences" in text
    assert sizes[0] < sizes[1] < sizes[2] == whole


async def test_an_article_opens_at_the_same_length_from_the_library_as_by_its_name():
    sizes = []
    for sources in ((SAMPLE,), ()):
        async with app_on(*sources, size=(100, 24), settings=Settings()) as (app, pilot):
            if not sources:
                library(app).choices.highlighted = 4
                await previewed(pilot)
                await pilot.press("enter")
                await settle(pilot)
            assert isinstance(app.screen, ReaderScreen)
            assert app.screen.item.path is not None
            assert app.screen.item.path.name == SAMPLE.name
            sizes.append(app.screen.reading.summary.size)
    assert sizes[0] == sizes[1], "what fits its pane"


async def test_the_preview_has_the_length_at_which_the_article_was_left(folder: Path):
    async with app_on(SAMPLE, folder / "beta.md", settings=Settings()) as (app, pilot):
        await previewed(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("colon", "2", "enter", "q")
        assert "2 of 45 sentences" in await previewed(pilot)
        app.left()
    async with app_on(SAMPLE, folder / "beta.md", settings=Settings()) as (app, pilot):
        assert "2 of 45 sentences" in await previewed(pilot), "in the next run too"


async def test_q_goes_back_to_the_article_that_the_library_was_opened_over_and_then_leaves():
    async with reader_on() as (screen, pilot):
        app = screen.app
        await pilot.press("o", "j", "j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen is not screen, "another article, over the library"
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("q")
        await settle(pilot)
        assert app.screen is screen
        assert app.is_running
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0


async def test_capital_q_leaves_a_library_that_was_opened_over_an_article():
    async with reader_on() as (screen, pilot):
        await pilot.press("o", "Q")
        await pilot.pause()
        assert screen.app.return_code == 0


@pytest.mark.parametrize("before", [(), ("v", "v"), ("slash", *"froze", "tab")])
async def test_a_folder_that_is_opened_is_gone_to_whatever_was_listed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, before: tuple[str, ...]
):
    other = tmp_path_factory.mktemp("other")
    for number in range(30):
        (other / f"{number:02}.txt").write_text(f"The ferry sailed {number} times. It came back.")
    async with app_on(folder, size=(80, 24)) as (app, pilot):
        await pilot.press(*before, "o", *str(other), "enter")
        await settle(pilot)
        screen = library(app)
        assert screen.choices.chosen == str((other / "00.txt").resolve())
        top = widget_lines(screen.choices)
        assert str(other) in top[0], "their heading, and as many of them as there is room for"
        assert sum("ferry" in line or ".txt" in line for line in top[1:]) == len(top) - 1


async def test_while_a_preview_is_read_it_says_how_far_that_has_come(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    there = Event()
    look = Session.look

    def slow(session: Session, source: Source, told: Told | None = None) -> Article:
        if told is not None and source.name == "beta.md":
            told(Progress(7, Unit.PAGES, 350))
            there.wait(20)
        return look(session, source)

    monkeypatch.setattr(Session, "look", slow)
    try:
        async with app_on(folder) as (app, pilot):
            facts = app.screen.query_one("#preview-facts", Static)
            await previewed(pilot)
            at = library(app).choices.keys.index(str((folder / "beta.md").resolve()))
            await pilot.press(*["j"] * at)
            for _ in range(500):
                if "pages" in str(facts.content):
                    break
                await pilot.pause(0.01)
            assert str(facts.content) == "reading … 7 of 350 pages"
            there.set()
            assert "harbour froze" in await previewed(pilot)
    finally:
        there.set()


@pytest.mark.parametrize(
    ("name", "reason"), [("empty", "is empty"), ("zipped", "cut off or broken")]
)
async def test_what_cannot_be_read_says_why_in_the_preview(folder: Path, name: str, reason: str):
    async with app_on(folder) as (app, pilot):
        await pilot.press("slash", *name)
        await previewed(pilot)
        assert library(app).choices.keys == [str((folder / f"{name}.txt").resolve())]
        assert reason in str(app.screen.query_one("#preview-text", Static).content)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert reason in str(app.screen.query_one("#problem", Static).content)


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_the_row_of_what_is_no_article_says_why(folder: Path, size: tuple[int, int]):
    letter = "From a@e.org Mon Jan  1 00:00:00 2024\nSubject: {0}\n\n" + TEXT + "\n\n"
    (folder / "letters.mbox").write_text("".join(map(letter.format, ("ice", "mail", "sea"))))
    async with app_on(folder, size=size) as (app, pilot):
        await previewed(pilot)
        rows = "\n".join(widget_lines(library(app).choices))
        assert re.search(r"empty\.txt\s+is empty", rows), rows
        assert re.search(r"letters\.mbox\s+3 articles", rows), rows


async def test_words_filter_by_name_and_group_in_any_case(folder: Path):
    async with app_on(folder, SAMPLE) as (app, pilot):
        choices = library(app).choices
        await pilot.press("slash", *"NORTH alp")
        await settle(pilot)
        assert choices.keys == [str((folder / "north/alpine.txt").resolve())]
        await pilot.press("escape")
        await settle(pilot)
        assert len(choices.keys) == 7


async def test_a_filter_that_fits_nothing_says_so_and_opens_nothing(folder: Path):
    async with app_on(folder) as (app, pilot):
        await pilot.press("slash", *"qqq")
        text = await previewed(pilot)
        assert "No article has these words." in text
        assert "0 of 6 articles" in text
        await pilot.press("enter", "down", "up")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("backspace", "backspace", "backspace", *"beta", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_going_to_an_article_and_back_keeps_place_and_filter(folder: Path):
    async with app_on(folder) as (app, pilot):
        await pilot.press("slash", *"alp", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("plus", "o")
        await settle(pilot)
        screen = library(app)
        assert screen.words.value == "alp"
        assert screen.choices.chosen == str((folder / "north/alpine.txt").resolve())
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading
        assert app.screen.item.name == "north/alpine.txt"


async def test_from_an_article_it_opens_on_that_article_and_escape_goes_back():
    async with reader_on() as (screen, pilot):
        app = screen.app
        await pilot.press("o")
        await settle(pilot)
        assert library(app).choices.chosen == screen.item.key
        await pilot.press("j", "escape")
        await settle(pilot)
        assert app.screen is screen


async def test_without_an_article_to_go_back_to_escape_does_nothing_and_is_not_offered():
    async with app_on() as (app, pilot):
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert "esc back" not in screen_text(app)
        await pilot.press("slash")
        await settle(pilot)
        assert "esc back" in screen_text(app)


async def test_a_click_goes_to_a_row_and_a_second_click_opens_it():
    async with app_on() as (app, pilot):
        choices = library(app).choices
        await pilot.click(ArticleList, offset=(4, 6))
        await settle(pilot)
        assert choices.highlighted == 3
        assert isinstance(app.screen, LibraryScreen)
        await pilot.click(ArticleList, offset=(4, 0))  # the heading
        await settle(pilot)
        assert choices.highlighted == 3
        await pilot.click(ArticleList, offset=(4, 5))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.key == choices.chosen


async def test_enter_comes_after_the_keys_typed_before_it():
    async with app_on() as (app, pilot):
        await previewed(pilot)
        for key in ("j", "j", "enter"):  # as fast as a terminal sends what was typed ahead
            app.post_message(events.Key(key, None))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.name == "mending-a-cable-under-the-sea.md"


async def test_what_was_previewed_is_not_read_again_when_opened(tmp_path: Path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT.format(name))
    async with app_on(tmp_path) as (app, pilot):
        await previewed(pilot)
        (tmp_path / "one.txt").unlink()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "The one.txt harbour" in screen_text(app)


async def test_a_big_folder_stays_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.state.library.survey.Survey.run", lambda *_: None)  # minutes of it
    for number in range(2000):
        (tmp_path / f"article-{number:04}.txt").write_text(TEXT.format(number))
    async with app_on(tmp_path) as (app, pilot):
        choices = library(app).choices
        await previewed(pilot)
        before = process_time()
        await pilot.press("slash", *"0199", "escape", "G", "g")
        await settle(pilot)
        assert process_time() - before < 6  # a quarter of a second by itself, all keys together
        assert len(choices.rows) == 2001


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (40, 20), (40, 10)])
async def test_every_size_shows_the_list(size: tuple[int, int]):
    async with app_on(size=size) as (app, pilot):
        text = await previewed(pilot)
        assert "How Russia is losing" in text
        shows_preview = app.screen.query_one("#preview").is_on_screen
        assert shows_preview == (size[1] > 10)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "How Russia is losing" in screen_text(app)


async def test_words_typed_ahead_go_to_the_filter() -> None:
    async with app_on() as (app, pilot):
        screen = library(app)
        for character in "/ghost":
            key = "slash" if character == "/" else character
            screen.app.post_message(events.Key(key, character))
        await settle(pilot)
        assert screen.words.value == "ghost"
        assert "The Ghost of the Teletype" in screen_text(screen.app)
        assert "How Russia" not in screen_text(screen.app)


@pytest.mark.parametrize(("size", "told"), [((140, 40), "    {} · 5 s"), ((80, 24), "Report · {}")])
async def test_articles_with_one_title_are_told_apart_by_their_files(
    tmp_path: Path, size: tuple[int, int], told: str
):
    for name, title in (("may.md", "Report"), ("june.md", "Report"), ("july.md", "Other")):
        (tmp_path / name).write_text(f"# {title}\n\n{TEXT.format(Path(name).stem)}")
    async with app_on(tmp_path, size=size) as (app, pilot):
        await settle(pilot)
        shown = screen_text(app)
        assert told.format("may.md") in shown
        assert told.format("june.md") in shown
        assert "july.md" not in shown


async def test_a_mark_counts_no_titles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for number in range(200):
        (tmp_path / f"{number}.md").write_text(f"# Report\n\n{TEXT.format(number)}")
    asked: list[str] = []
    title_of = Library.title_of
    async with app_on(tmp_path, size=(140, 40)) as (app, pilot):
        await settle(pilot)
        monkeypatch.setattr(
            Library, "title_of", lambda *of: asked.append(of[1].key) or title_of(*of)
        )
        await pilot.press("m")
        await settle(pilot)
        assert ".md · " in screen_text(app), "titles are told apart"
    assert not asked


async def test_taking_a_mark_back_says_what_holds_again(folder: Path):
    async with app_on(folder) as (app, pilot):
        for keys, told in (
            (("x", "u"), "” is shown again."),
            (("s", "u"), "” is no longer saved."),
            (("m", "u"), "” is marked as unread."),
            (("A", "u"), "Undone: What was listed is marked as unread."),
        ):
            await pilot.press(*keys)
            await settle(pilot)
            (line,) = said(app)
            assert line.startswith("Undone: ")
            assert line.endswith(told)


async def test_the_foot_names_the_digest_at_eighty_columns(folder: Path):
    async with app_on(folder, size=(80, 24)) as (app, pilot):
        await settle(pilot)
        assert "d digest" in screen_text(app)


async def test_no_library_is_opened_by_what_ends_after_the_reader_has_left():
    async with reader_on() as (screen, _):
        app = screen.app
        app.exit()
        app.show_library(problem="It cannot be read.")
        assert app.screen is screen


def problem(app: SummariseApp) -> str:
    """What is said to have gone wrong, if it is shown."""
    line = library(app).query_one("#problem", Static)
    return str(line.content) if line.display else ""


@pytest.mark.parametrize(
    "keys", [("tab",), ("v",), ("S",), ("slash", "a"), ("escape",), ("m",), ("c",), ("o", "escape")]
)
async def test_what_went_wrong_is_said_until_something_else_is_done(
    folder: Path, keys: tuple[str, ...]
):
    async with app_on(folder) as (app, pilot):
        app.open_named("/no/such/thing")
        await settle(pilot)
        assert "no such file" in problem(app)
        await pilot.press("j")
        await settle(pilot)
        assert "no such file" in problem(app), "to look along the list is to do nothing yet"
        await pilot.press(*keys)
        await settle(pilot)
        assert problem(app) == ""


async def test_what_went_wrong_is_not_said_any_more_after_an_article_was_read(folder: Path):
    async with app_on(folder) as (app, pilot):
        app.open_named("/no/such/thing")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("q")
        await settle(pilot)
        assert problem(app) == ""


async def test_escape_takes_away_what_went_wrong_before_it_goes_back_to_an_article():
    async with reader_on() as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        await pilot.press("o")
        await settle(pilot)
        app.open_named("/no/such/thing")
        await settle(pilot)
        assert "no such file" in problem(app)
        await pilot.press("escape")
        await settle(pilot)
        assert problem(app) == ""
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is screen


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
@pytest.mark.parametrize("asks", ["o", "a"])
async def test_tab_goes_nowhere_behind_a_prompt(folder: Path, asks: str, key: str):
    async with app_on(folder) as (app, pilot):
        screen = library(app)
        kind, prompt = screen.library.kind, (asks, "x", key, "y")
        await pilot.press(*prompt)
        await settle(pilot)
        assert screen.library.kind is kind
        assert app.focused is screen.query_one("Prompt Input", Input)
        assert screen.query_one("Prompt Input", Input).value == "xy"
        await pilot.press("escape", "tab")
        assert screen.library.kind is not kind, "without a prompt it does"


async def test_a_place_without_articles_shows_no_preview_of_another_place(folder: Path):
    async with app_on(folder) as (app, pilot):
        screen = library(app)
        await previewed(pilot)
        assert screen.pane.preview is not None
        memory = app.session.memory
        memory.use(lambda store: store.feeds.add("http://127.0.0.1/e", title="Empty"), False)
        screen._go_to(PlaceKind.FEEDS)
        await settle(pilot)
        assert screen.choices.rows
        assert not screen.choices.keys
        assert screen.pane.preview is None
        for part in ("title", "facts", "text"):
            assert str(screen.query_one(f"#preview-{part}", Static).content) == ""
        screen._go_to(PlaceKind.HERE)
        await previewed(pilot)
        assert screen.pane.preview is not None
