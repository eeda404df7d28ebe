"""Feeds that are followed: added, asked, read ahead and written out, against a server here."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from summarise.article import Article
from summarise.errors import SummariseError
from summarise.sources.feeds.following import feeds_of_page
from tests.local_server import LocalServer, Request, serving
from tests.tui.driving import app_on, said, settle
from tests.tui.screen_text import screen_text
from tui.state.library.feeds import Following, Refreshed
from tui.state.library.library import Library
from tui.state.library.places import PlaceKind
from tui.state.request import Request as Wanted
from tui.state.session import Session
from tui.state.settings import Settings
from tui.state.store.holdings import Feed
from tui.state.store.records import Mark
from tui.widgets.prompt import Prompt

pytestmark = pytest.mark.loopback

LONG = "<p>The ferry to Varnholm left at noon.</p><p>Nobody was on board.</p><p>It rained.</p>"


def rss(*names: str, title: str = "Harbour news", text: str = LONG, link: str = "") -> str:
    """A feed with an article for each name."""
    items = "".join(
        f"<item><guid>{name}</guid><title>About {name}</title>"
        f"<link>{link or 'https://example.org/'}{name}</link>"
        f"<pubDate>Tue, 0{number} Sep 2025 08:00:00 GMT</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
        for number, name in enumerate(names, 1)
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server on this computer."""
    with serving() as found:
        yield found


@pytest.fixture
def library() -> Iterator[Library]:
    """A library that remembers nothing yet."""
    found = Library(Session(Wanted()), ())
    yield found
    found.session.memory.close()


def ask(following: Following, only: Sequence[str] | None = None) -> Refreshed:
    """Ask feeds for what is new."""
    return following.refresh(only, lambda _: None)


def feeds(library: Library) -> list[Feed]:
    """The feeds that are followed."""
    return library.session.memory.use(lambda store: store.feeds.all(), [])


def titles(library: Library) -> list[str]:
    """What the library shows as the articles of feeds."""
    library.take(library.fill(PlaceKind.FEEDS))
    return [source.name for source in library.places[PlaceKind.FEEDS].sources.values()]


def test_a_feed_is_added_by_its_address_and_is_there_at_once(server, library):
    address = server.page("/feed", rss("ice", "snow"), kind="application/rss+xml")
    assert library.following.add(address).addresses == (address,)
    assert titles(library) == ["About snow", "About ice"]
    source = next(iter(library.places[PlaceKind.FEEDS].sources.values()))
    assert source.group == "Harbour news"
    article = library.session.load(source)
    assert isinstance(article, Article)
    assert "Nobody was on board." in article.text
    assert library.following.add(address).known == 1


def test_a_page_stands_for_the_feeds_that_it_names(server, library):
    server.page("/one.xml", rss("ice"))
    server.page("/two.xml", rss("rain", title="Weather"))
    page = server.page(
        "/news/",
        "<html><head><link rel='stylesheet' href='/a.css'>"
        "<link rel='alternate' type='application/rss+xml' title='News' href='../one.xml'>"
        "<link rel='alternate' type='application/atom+xml' href='/two.xml'>"
        "<link rel='alternate' hreflang='de' href='/de'></head><body><p>Hello.</p></body></html>",
    )
    added = library.following.add(page).addresses
    assert added == (server.address("/one.xml"), server.address("/two.xml"))
    assert ask(library.following, added) == Refreshed(2, 2, 0, 0)
    assert sorted(titles(library)) == ["About ice", "About rain"]
    assert {feed.title for feed in feeds(library)} == {"News", "Weather"}


def test_a_page_without_feeds_and_what_is_no_page_are_one_line(server, library, tmp_path):
    page = server.page("/plain", "<html><body><p>There is nothing here.</p></body></html>")
    with pytest.raises(SummariseError, match="names no feed: give the address of the feed itself"):
        library.following.add(page)
    with pytest.raises(SummariseError, match="answered 404"):
        library.following.add(server.address("/gone"))
    (tmp_path / "notes.txt").write_text("Nothing but notes.")
    with pytest.raises(SummariseError, match=r"notes\.txt: is no list of feeds"):
        library.following.add(str(tmp_path / "notes.txt"))
    assert feeds(library) == []


def test_addresses_in_a_hostile_page_are_only_those_that_can_be_asked():
    page = (
        b"<head><link rel=alternate type='application/rss+xml' href='javascript:alert(1)'>"
        b"<link rel=alternate type='application/rss+xml' href='file:///etc/passwd'>"
        b"<link rel=alternate type='application/rss+xml' href='http://[bad'>"
        b"<link rel='ALTERNATE home' type='application/rss+xml; charset=x' href='//b.example/f'>"
    )
    assert [feed.address for feed in feeds_of_page(page, "https://a.example/")] == [
        "https://b.example/f"
    ]


def test_a_feed_that_has_not_changed_is_a_success_and_is_not_sent_again(server, library):
    sent = []

    def answer(request: Request) -> None:
        sent.append(request.headers.get("If-None-Match"))
        if sent[-1] == '"1"':
            request.say(status=304)
        else:
            request.say(rss("ice").encode(), headers={"ETag": '"1"'})

    server.answers["/feed"] = answer
    library.following.add(server.address("/feed"))
    before = feeds(library)[0]
    assert ask(library.following) == Refreshed(1, 0, 0, 0)
    assert sent == [None, '"1"']
    after = feeds(library)[0]
    assert after.failed == ""
    assert (after.fetched or 0) > (before.fetched or 0)
    assert titles(library) == ["About ice"]


@pytest.mark.parametrize(("status", "renamed"), [(301, True), (308, True), (302, False)])
def test_a_feed_that_has_moved_for_good_is_asked_there_from_now_on(
    server, library, status: int, renamed: bool
):
    server.page("/old", rss("ice"))
    library.following.add(server.address("/old"))
    titles(library)
    key = next(iter(library.places[PlaceKind.FEEDS].sources))
    library.marks.set([key], Mark.SAVED, True)
    library.keep()
    moved = {"Location": "/new", "Content-Length": "0"}
    server.answers["/old"] = lambda request: request.say(status=status, headers=moved)
    server.page("/new", rss("ice", "snow"))
    assert ask(library.following).new == 1
    where = "/new" if renamed else "/old"
    assert [feed.address for feed in feeds(library)] == [server.address(where)]
    assert titles(library) == ["About snow", "About ice"]
    again = Library(Session(Wanted()), ())
    titles(again)
    assert again.marks.of(key).saved, "what was said of an article stays with it"
    again.session.memory.close()


def test_a_server_that_wants_to_rest_is_not_asked_before(server, library):
    server.page("/feed", rss("ice"))
    address = server.address("/feed")
    library.following.add(address)
    server.page("/feed", "busy", status=503, headers={"Retry-After": "120"})
    now = time.time()
    assert ask(library.following) == Refreshed(1, 0, 1, 0)
    assert now + 110 < (feeds(library)[0].wait_until or 0) < now + 130
    asked = len(server.asked)
    assert ask(library.following) == Refreshed(0, 0, 0, 1)
    assert len(server.asked) == asked
    server.page("/feed", rss("ice", "snow"))
    assert ask(library.following, [address]).new == 1, "unless the reader asks for just this one"


def test_what_went_wrong_stands_under_its_feed(server, library):
    server.page("/feed", rss("ice"))
    library.following.add(server.address("/feed"))
    server.page("/feed", "<html><body>Moved away</body></html>")
    assert ask(library.following).failed == 1
    assert titles(library) == ["About ice"], "what is kept stays"
    note = library.places[PlaceKind.FEEDS].notes["Harbour news"]
    assert note.is_problem
    assert "is not a feed" in note.text


def test_a_server_has_two_connections_at_most(server, library):
    busy, most, lock = 0, 0, threading.Lock()

    def answer(request: Request) -> None:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.05)
        request.say(rss("ice", title=request.path).encode())
        with lock:
            busy -= 1

    outlines = []
    for number in range(9):
        server.answers[f"/{number}"] = answer
        outlines.append(f"<outline xmlUrl='{server.address(f'/{number}')}'/>")
    opml = server.page("/list", f"<opml><body>{''.join(outlines)}</body></opml>")
    done = []
    added = library.following.add(opml).addresses
    came = library.following.refresh(added, done.append)
    assert came == Refreshed(9, 9, 0, 0)
    assert most == 2
    assert done == [(number, 9) for number in range(1, 10)]


def test_articles_are_fetched_ahead_and_then_read_without_their_server(server, library):
    body = "".join(f"<p>Paragraph {n} of the whole story about the ice.</p>" for n in range(30))
    server.page("/ice", f"<html><body><article><h1>Ice</h1>{body}</article></body></html>")
    short = rss("ice", text="The harbour froze …", link=server.address("/"))
    server.page("/feed", short)
    library.following.add(server.address("/feed"))
    titles(library)
    sources = list(library.places[PlaceKind.FEEDS].sources.values())
    assert library.following.fetch_ahead(sources, lambda _: None) == [sources[0].key]
    server.answers.clear()
    article = library.session.load(sources[0])
    assert isinstance(article, Article)
    assert "Paragraph 29 of the whole story" in article.text


def test_feeds_go_out_with_their_folders_and_come_in_again(library, tmp_path: Path):
    (tmp_path / "in.opml").write_text(
        "<opml version='2.0'><head/><body><outline text='Sea &amp; ice'>"
        "<outline text='Harbour' xmlUrl='http://127.0.0.1/h?a=1&amp;b=2' htmlUrl='http://h/'/>"
        "</outline><outline text='Else' xmlUrl='http://127.0.0.1/e'/></body></opml>"
    )
    assert len(library.following.add(str(tmp_path / "in.opml")).addresses) == 2
    assert library.following.write(str(tmp_path / "out.opml")) == 2
    before = {(feed.address, feed.title, feed.folder) for feed in feeds(library)}
    assert ("http://127.0.0.1/h?a=1&b=2", "Harbour", "Sea & ice") in before
    for feed in feeds(library):
        assert library.following.remove(feed.title) is not None
    assert feeds(library) == []
    library.following.add(str(tmp_path / "out.opml"))
    assert {(feed.address, feed.title, feed.folder) for feed in feeds(library)} == before
    with pytest.raises(SummariseError, match="already exists"):
        library.following.write(str(tmp_path / "out.opml"))


def test_without_a_memory_feeds_are_refused_in_one_line():
    library = Library(Session(Wanted(settings=Settings(history=False))), ())
    with pytest.raises(SummariseError, match="switched off"):
        library.following.add("http://127.0.0.1/feed")


@pytest.mark.parametrize("name", ["x.md", "x.TXT", "x.html", "x.json", "x.pdf", "x.csv", "x.docx"])
def test_a_list_of_feeds_is_not_written_under_the_name_of_another_kind_of_file(
    library, tmp_path: Path, name: str
):
    library.session.memory.use(lambda store: store.feeds.add("http://127.0.0.1/e"), False)
    with pytest.raises(SummariseError, match=r"cannot be written: choose one of \.opml \.xml$"):
        library.following.write(str(tmp_path / name))
    assert list(tmp_path.glob("x.*")) == []


@pytest.mark.parametrize("name", ["x.opml", "x.OPML", "x.xml", "x", "x.2026-11"])
def test_a_list_of_feeds_is_written_under_any_other_name(library, tmp_path: Path, name: str):
    library.session.memory.use(lambda store: store.feeds.add("http://127.0.0.1/e"), False)
    assert library.following.write(str(tmp_path / name)) == 1
    assert "http://127.0.0.1/e" in (tmp_path / name).read_text()


async def test_of_a_feed_that_was_never_asked_it_is_said_how_to_ask_it(library):
    library.session.memory.use(lambda store: store.feeds.add("http://127.0.0.1:1/e"), False)
    async with app_on(size=(120, 20)) as (app, pilot):
        app.screen._go_to(PlaceKind.FEEDS)
        await settle(pilot)
        assert "not asked yet: R asks" in screen_text(app)
        app.library.following.remove("http://127.0.0.1:1/e")
        app.library.outdate(PlaceKind.FEEDS)
        app.screen.places_changed()
        await settle(pilot)
        text = " ".join(screen_text(app).replace("▏", " ").split())
        assert "a adds one by its address" in text
        assert "R then asks for what is new" in text


async def test_where_no_feed_is_followed_it_is_not_asked_where_to_write_them(tmp_path: Path):
    async with app_on() as (app, pilot):
        await pilot.press("w")
        await settle(pilot)
        assert said(app) == ["No feed is followed: nothing to write."]
        assert not app.screen.query(Prompt)
    library = Library(Session(Wanted()), ())
    with pytest.raises(SummariseError, match="nothing to write"):
        library.following.write(str(tmp_path / "x.opml"))
    library.session.memory.close()
    assert not (tmp_path / "x.opml").exists()
