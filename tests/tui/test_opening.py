"""Opening what is not in the library: an address, typed or pasted, a file, a text; and anew."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot

from tests.local_server import LocalServer, serving
from tests.summarise.test_web import PAGE
from tests.tui.driving import SAMPLE, app_on, quick_pilot, request_for, settle
from tests.tui.screen_text import screen_text
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.loading import LoadingScreen
from tui.screens.reader import ReaderScreen
from tui.state.settings import parse_settings
from tui.text.article_rows import Heading


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server on this computer."""
    with serving() as found:
        yield found


def told(app: SummariseApp) -> str:
    """What the reader is told at the moment."""
    return " ".join(notification.message for notification in app._notifications)


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste, as a terminal hands it over."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


@pytest.mark.loopback
async def test_an_address_is_read_like_a_file(server: LocalServer):
    async with app_on(server.page("/bridge", PAGE)) as (app, _):
        text = screen_text(app)
        assert "The bridge opens" in text
        assert "as it was fetched" not in text
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.loopback
async def test_an_address_that_cannot_be_read_is_told_in_the_library(server: LocalServer):
    async with app_on(server.address("/no")) as (app, _):
        assert isinstance(app.screen, LibraryScreen)
        assert "answered 404: there is no such page" in screen_text(app)


@pytest.mark.loopback
async def test_an_address_can_be_typed_after_o(server: LocalServer):
    address = server.page("/o/over", PAGE)
    async with app_on(SAMPLE) as (app, pilot):
        await pilot.press("o", "o", *address, "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.origin == address
        await pilot.press("o")
        await settle(pilot)
        text = screen_text(app)
        assert "The web" in text
        assert "127.0.0.1" in text


async def test_what_is_typed_wrong_is_told_and_escape_closes_the_prompt():
    async with app_on(SAMPLE) as (app, pilot):
        await pilot.press("o", "o", *"ftp://x.y", "enter")
        await settle(pilot)
        assert "ftp addresses are not read" in screen_text(app)
        await pilot.press("o", *"abc", "escape")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.choices.has_focus


async def test_a_folder_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry is late. Nobody waits for it.")
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    async with app_on(SAMPLE) as (app, pilot):
        await pilot.press("o", "o", *f"~/{tmp_path.name}", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.choices.chosen == str(tmp_path / "a.txt")


@pytest.mark.loopback
async def test_what_is_pasted_is_opened_from_reader_and_library(server: LocalServer):
    address = server.page("/", PAGE)
    async with app_on(SAMPLE) as (app, pilot):
        await paste(pilot, f" {address}\r")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.origin == address
        await pilot.press("o")
        await paste(pilot, "The frozen harbour\r\rIt froze. Nobody had seen that before.")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.article.title == "The frozen harbour"
        assert "Nobody had seen that before." in screen_text(app)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "cannot be read anew" in told(app)
        await pilot.press("o")
        await settle(pilot)
        assert "Pasted" in screen_text(app)


async def test_what_is_pasted_and_names_nothing_is_told_where_one_reads():
    async with app_on(SAMPLE) as (app, pilot):
        await paste(pilot, "/no/such/file.txt")
        assert isinstance(app.screen, ReaderScreen)
        assert told(app) == "/no/such/file.txt: no such file: check the name"
        await pilot.press("o")
        await paste(pilot, "/no/such/file.txt")
        assert isinstance(app.screen, LibraryScreen)
        assert "no such file: check the name" in screen_text(app)


async def test_a_pasted_text_of_one_line_opens_as_a_text():
    async with app_on(SAMPLE) as (app, pilot):
        await paste(pilot, "One line pasted text here. It has two sentences and more.")
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen.reading.article.sentences) == 2
        await pilot.press("o")
        await paste(pilot, "Nobody had seen the harbour freeze like that.")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.article.text == "Nobody had seen the harbour freeze like that."


@pytest.mark.parametrize("written", ["'{}'", '"{}"', "escaped", "address"])
async def test_a_file_opens_however_a_terminal_writes_its_name(tmp_path: Path, written: str):
    path = tmp_path / "a b" / "01.md"
    path.parent.mkdir()
    path.write_text("The ferry is late. Nobody waits for it.")
    name = {"escaped": str(path).replace(" ", "\\ "), "address": path.as_uri()}.get(
        written, written.format(path)
    )
    async with app_on(SAMPLE) as (app, pilot):
        await paste(pilot, f"{name} ")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.origin == str(path)
        await pilot.press("o")
        await settle(pilot)
        await pilot.press("o")
        await paste(pilot, name)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.origin == str(path)


async def test_a_folder_that_is_dropped_in_quotes_shows_its_articles(tmp_path: Path):
    folder = tmp_path / "a b"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("The ferry is late. Nobody waits for it.")
    async with app_on(SAMPLE) as (app, pilot):
        await paste(pilot, f"'{folder}'")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.choices.chosen == str(folder / "a.txt")


async def test_what_is_pasted_into_a_line_stays_there():
    async with app_on(SAMPLE) as (app, pilot):
        await pilot.press("slash")
        await paste(pilot, "nato")
        assert isinstance(app.screen, ReaderScreen)
        assert "1 of " in screen_text(app)


@pytest.mark.loopback
async def test_a_page_asked_for_anew_takes_the_place_of_the_one_kept(server: LocalServer):
    address = server.page("/", PAGE)
    async with app_on(address) as (app, pilot):
        await pilot.press("asterisk")
        await settle(pilot)
    async with app_on(address) as (app, pilot):
        assert "this is the page as it was fetched on" in screen_text(app)
        assert len(server.asked) == 1
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert told(app) == "It has not changed."
        assert "as it was fetched" not in screen_text(app)
        server.page("/", PAGE.replace("rain", "snow"))
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "opened in snow" in screen_text(app)
        server.answers.clear()
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "answered 404" in told(app)
        assert "opened in snow" in screen_text(app)


@pytest.mark.loopback
async def test_a_look_at_an_address_asks_no_server(server: LocalServer, monkeypatch):
    monkeypatch.setattr("tui.screens.library.previews._REST", 0.001)
    async with app_on(server.page("/a", PAGE), SAMPLE) as (app, pilot):
        await settle(pilot)
        assert "has not been fetched yet" in screen_text(app)
        assert not server.asked
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.loopback
async def test_escape_leaves_a_slow_server_at_once(server: LocalServer):
    hung, ended = Event(), Event()

    def answer(request) -> None:
        hung.set()
        try:
            request.trickle(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1000, 0.05)
        finally:
            ended.set()

    server.answers["/"] = answer
    app = SummariseApp(request_for(server.address()))
    with quick_pilot():
        async with app.run_test(size=(100, 30)) as pilot:
            while not hung.is_set():
                await pilot.pause(0.01)
            assert isinstance(app.screen, LoadingScreen)
            began = time.monotonic()
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(app.screen, LibraryScreen)
            assert time.monotonic() - began < 2
    assert ended.wait(3), "the connection was not closed"


@pytest.mark.loopback
async def test_the_settings_say_how_pages_are_fetched(server: LocalServer):
    settings = parse_settings('user_agent = "Ann"\ncache = false')
    address = server.page("/", PAGE)
    for _ in range(2):
        async with app_on(address, settings=settings):
            pass
    assert [headers["User-Agent"] for _, headers in server.asked] == ["Ann", "Ann"]


def feed(*titles: str, link: str = "") -> str:
    """A feed of articles with these titles."""
    text = "<p>The ferry was late again. Nobody on the quay was told the reason.</p>" * 4
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid><link>{link}</link>"
        f"<description><![CDATA[{'Late …' if link else text}]]></description></item>"
        for title in titles
    )
    return f"<rss version='2.0'><channel><title>Harbour</title>{items}</channel></rss>"


def rows_of(screen: LibraryScreen) -> list[str]:
    """The names of groups, and the titles under them."""
    look, rows = screen.choices._look, screen.choices.rows
    return [row.name if isinstance(row, Heading) else look(row).title for row in rows]


async def test_a_feed_opens_as_a_group_of_the_library(tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_text(feed("Monday", "Tuesday", "Wednesday"))
    async with app_on(path) as (app, pilot):
        assert isinstance(app.screen, LibraryScreen)
        assert rows_of(app.screen)[:4] == ["Harbour", "Monday", "Tuesday", "Wednesday"]
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.article.title == "Tuesday"
        assert "Harbour" in screen_text(app)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.choices.highlighted == 2


async def test_a_look_at_a_feed_says_what_it_holds(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("tui.screens.library.previews._REST", 0.001)
    (tmp_path / "a.rss").write_text(feed("Monday", "Tuesday"))
    (tmp_path / "b.txt").write_text("The ferry is late. Nobody waits for it.")
    async with app_on(tmp_path) as (app, pilot):
        await settle(pilot)
        assert "holds 2 articles: Monday · Tuesday" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        rows = rows_of(app.screen)
        assert rows[:3] == ["Harbour", "Monday", "Tuesday"]
        assert "b.txt" in rows
        assert "a.rss" not in rows


@pytest.mark.loopback
async def test_the_page_of_a_beginning_is_opened_in_its_place(server: LocalServer, tmp_path: Path):
    path = tmp_path / "feed.xml"
    path.write_text(feed("Monday", "Tuesday", link=server.page("/monday", PAGE)))
    async with app_on(path) as (app, pilot):
        await settle(pilot)
        assert not server.asked
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.article.title == "The bridge opens"


async def test_a_text_pasted_into_the_line_for_a_file_is_opened_whole():
    async with app_on(SAMPLE) as (app, pilot):
        await pilot.press("o", "o")
        await paste(pilot, "It froze in the night.\r\rNobody had seen that before.")
        assert isinstance(app.screen, ReaderScreen)
        text = screen_text(app)
        assert "It froze in the night." in text
        assert "Nobody had seen that before." in text


async def test_several_lines_pasted_into_a_search_become_one():
    async with app_on(SAMPLE) as (app, pilot):
        await pilot.press("/")
        await paste(pilot, "a vital\n  strategic")
        assert "a vital strategic" in screen_text(app)


@pytest.mark.loopback
async def test_the_page_of_a_beginning_is_fetched_although_it_was_looked_at(
    server: LocalServer, tmp_path: Path
):
    address = server.page("/full", PAGE)
    feed = tmp_path / "feed.xml"
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><description>Only …</description></item>"
        for title, link in (("The bridge", address), ("Another", f"{address}2"))
    )
    feed.write_text(f"<rss><channel><title>News</title>{items}</channel></rss>", encoding="utf-8")
    async with app_on(feed) as (app, pilot):
        assert isinstance(app.screen, LibraryScreen)
        await pilot.pause(0.5)  # the cursor rests, and the preview is read
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "only the beginning" not in screen_text(app)
        assert "The bridge opens" in screen_text(app)
