"""Articles that their feeds only begin: once its page is there, that is the article everywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.local_server import LocalServer, Request, serving
from tests.tui.conftest import Result
from tests.tui.driving import app_on, said, settle
from tests.tui.screen_text import screen_text
from tui.app import SummariseApp
from tui.screens.digest import DigestScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.library.library import Library
from tui.state.request import Request as Wanted
from tui.state.session import Session

pytestmark = [pytest.mark.loopback, pytest.mark.usefixtures("no_rest")]

WHOLE = "The lifeboat of Varnholm came back at dusk with all nine men of the trawler on board."
BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The storm had torn the trawler from its anchor before the harbour heard of it.",
        WHOLE,
        "Its crew had been baling water for six hours when the light of the boat was seen.",
        "The council will pay for a new engine, because the old one stopped twice on the way.",
    )
)
TITLES = ("Nine men saved", "Ferry stays in port")


def _feed(server: LocalServer) -> str:
    items = "".join(
        f"<item><guid>{n}</guid><title>{title}</title><link>{server.address(f'/{n}')}</link>"
        f"<pubDate>Tue, 0{n} Sep 2020 08:00:00 GMT</pubDate>"
        f"<description>What happened on day {n} was short. Read more…</description></item>"
        for n, title in enumerate(TITLES, 1)
    )
    feed = f"<rss version='2.0'><channel><title>Harbour news</title>{items}</channel></rss>"
    return server.page("/feed", feed, kind="application/rss+xml")


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server with a feed of two short descriptions, and their pages, which have no date."""
    with serving() as found:
        _feed(found)
        for n, title in enumerate(TITLES, 1):
            found.page(
                f"/{n}",
                f"<html><head><title>{title} at sea</title></head><body><article><h1>{title} at sea"
                f"</h1>{BODY.replace('nine', f'nine{n}')}</article></body></html>",
            )
        yield found


@asynccontextmanager
async def feeds_on(server: LocalServer) -> AsyncIterator[tuple[SummariseApp, Pilot[int]]]:
    """The library on the place of the feeds, the feed followed."""
    following = Library(Session(Wanted()), ())
    following.following.add(server.address("/feed"))
    following.session.memory.close()
    async with app_on(size=(140, 30)) as (app, pilot):
        while "Harbour news" not in screen_text(app):
            await press(pilot, "tab")
        yield app, pilot


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys and wait for what follows."""
    await pilot.press(*keys)
    await settle(pilot)


def row_of(app: SummariseApp, title: str) -> str:
    """The two lines of a row of the list, behind its title."""
    lines = [line.partition("▏")[0] for line in screen_text(app).splitlines()[2:]]
    at = next(at for at, line in enumerate(lines) if title in line)
    return " ".join(f"{lines[at].partition(title)[2]} {lines[at + 1]}".split())


def preview_of(app: SummariseApp) -> str:
    """The text of the preview in one line."""
    assert isinstance(app.screen, LibraryScreen)
    shown = app.screen.pane.preview
    return "" if shown is None else shown.article.text


async def test_what_was_fetched_ahead_is_the_text_of_preview_digest_row_and_search(
    server: LocalServer,
):
    async with feeds_on(server) as (app, pilot):
        assert "What happened on day 2" in preview_of(app)
        before = row_of(app, TITLES[1])
        await press(pilot, "F")
        assert "2 articles can be read offline now." in said(app)
        asked = len(server.asked)
        server.answers.clear()
        assert "nine2 men of the trawler" in preview_of(app)
        row = row_of(app, f"{TITLES[1]} at sea")
        assert row != before, "the minutes are those of the page"
        assert "2020" in row, "the date of the feed stays where the page has none"
        await press(pilot, "j", "k")
        assert row_of(app, f"{TITLES[1]} at sea") == row
        await press(pilot, "slash", *"baling")
        assert "2 articles" in screen_text(app).splitlines()[0]
        await press(pilot, "escape", "d")
        assert isinstance(app.screen, DigestScreen)
        assert "of the trawler" in screen_text(app)
        assert len(server.asked) == asked, "nothing is fetched for it"


async def test_what_was_read_as_its_page_is_the_same_in_row_and_preview_then(server: LocalServer):
    async with feeds_on(server) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert "2020-09-02" in screen_text(app), "its feed says when it is of"
        await press(pilot, "o")
        row = row_of(app, f"{TITLES[1]} at sea")
        assert "2020" in row
        await press(pilot, "j")
        assert "What happened on day 1" in preview_of(app), "the other was not asked for"
        await press(pilot, "k")
        assert "nine2 men of the trawler" in preview_of(app)
        assert row_of(app, f"{TITLES[1]} at sea") == row
        await press(pilot, "slash", *"baling")
        assert "1 of 2 articles" in screen_text(app).splitlines()[0]
        app.left()
    async with feeds_on(server) as (app, _):
        assert row_of(app, f"{TITLES[1]} at sea") == row, "in the next run too"
    assert [path for path, _ in server.asked].count("/1") == 0


async def test_a_page_with_less_than_its_feed_is_not_the_article(server: LocalServer):
    for n in (1, 2):
        server.page(f"/{n}", "<html><body><p>Wait, please.</p></body></html>")
    async with feeds_on(server) as (app, pilot):
        await press(pilot, "F")
        assert "What happened on day 2" in preview_of(app)


async def test_what_may_not_be_kept_cannot_be_read_offline(server: LocalServer):
    def answer(request: Request) -> None:
        page = f"<html><body><article>{BODY}</article></body></html>"
        request.say(page.encode(), headers={"Cache-Control": "no-store"})

    server.answers["/1"] = answer
    async with feeds_on(server) as (app, pilot):
        await press(pilot, "F")
        assert "1 article can be read offline now." in said(app)


async def test_the_command_reads_the_pages_that_are_there_and_fetches_none(
    server: LocalServer, run: Callable[..., Result]
):
    async with feeds_on(server) as (app, pilot):
        await press(pilot, "enter")
        app.left()
    asked = [path for path, _ in server.asked]
    printed = run("digest", server.address("/feed")).out
    assert "of the trawler" in printed
    assert "What happened on day 1" in printed
    assert "What happened on day 2" not in printed
    assert set(asked) == {path for path, _ in server.asked}, "no page of another article"
