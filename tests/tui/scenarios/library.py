"""Scenarios of the keys of the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.widgets import Input

from tests.local_server import LocalServer, serving
from tests.tui.scenarios.stage import Registry, Stage
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.library.listing import Show
from tui.state.library.places import PlaceKind
from tui.text.article_rows import Heading
from tui.widgets.prompt import Prompt

SCENARIOS = Registry()
of = SCENARIOS.of

#: Where the sample stands among those beside it, by their names: the fifth of seven.
_SAMPLE = "russia-and-belarus.txt"


async def library(stage: Stage) -> LibraryScreen:
    """The library as it opens from the reader on the sample, on its first article."""
    if not isinstance(stage.screen, LibraryScreen):
        await stage.press("o")
    screen = stage.screen
    assert isinstance(screen, LibraryScreen)
    screen.choices.focus()
    marks = screen.library.marks
    while marks.undo():
        pass
    screen.library.wanted = {kind: type(screen._wanted)() for kind in PlaceKind}
    screen._go_to(PlaceKind.HERE)
    screen._fill(None)
    await stage.press("g")
    return screen


@of("library.open")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press("j", key)
    assert isinstance(stage.screen, ReaderScreen)
    assert stage.screen.item.key == screen.choices.chosen
    assert "How Lighthouses Lost Their Keepers" in stage.text.title()


@of("library.save")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press(key)
    assert "★ Seeds" in stage.text
    assert screen.choices.highlighted == 2
    await stage.press("k", key)
    assert "★" not in stage.text
    assert screen.choices.highlighted == 1


@of("library.read")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    assert "• Seeds" in stage.text
    await stage.press(key)
    assert "• Seeds" not in stage.text
    assert screen.choices.highlighted == 2
    await stage.press("k", key)
    assert "• Seeds" in stage.text


@of("library.hide")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    following = screen.choices.after(screen.choices.chosen or "")
    await stage.press(key)
    assert "Seeds" not in stage.text
    assert screen.choices.chosen == following
    await stage.press("v", "v")
    assert "hidden · 1 article" in stage.text
    assert "of 6 articles" not in stage.text
    await stage.press(key, "v")
    assert "• Seeds" in stage.text


async def previewed(stage: Stage, *keys: str) -> None:
    """Press keys, and wait for the preview of the article that they lead to."""
    await stage.press(*keys)
    while "reading …" in stage.text:
        await stage.pilot.pause(0.002)
        await stage.press()


async def lengthens(stage: Stage, key: str, step: int) -> None:
    """A key that changes the length of the preview, of the next article too."""
    screen = await library(stage)
    await previewed(stage, "j")
    before = screen.pane.size_shown
    await stage.press(key)
    assert f"{before + step} of 50 sentences" in stage.text
    await previewed(stage, "j")
    assert screen.pane.size_shown == before + step
    screen.pane._wanted = None


@of("library.less")
async def _(stage: Stage, key: str) -> None:
    await lengthens(stage, key, -1)


@of("library.more")
async def _(stage: Stage, key: str) -> None:
    await lengthens(stage, key, 1)


@of("library.filter")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press(key, *"mending a cable")
    assert screen.choices.chosen is not None
    assert screen.choices.chosen.endswith("mending-a-cable-under-the-sea.md")
    assert "russia" not in stage.text
    await stage.press("escape")


@of("library.show")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press("m", key)
    assert screen._wanted.show is Show.UNREAD
    assert "unread · 5 of 7 articles" in stage.text  # the sample was opened
    await stage.press(key)
    assert "Nothing is hidden here: v shows all articles." in stage.text
    await stage.press(key)
    assert "Seeds" in stage.text


@of("library.sort")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press(key)
    assert "newest first" in stage.text
    assert not any(isinstance(row, Heading) for row in screen.choices.rows)
    await stage.press(key, key, key)
    words = [screen.library.facts[key].words for key in screen.choices.keys]
    assert words == sorted(words)


async def goes_to(stage: Stage, key: str, kind: PlaceKind) -> None:
    """A key that goes from the place of the sample to another one, and after all places back."""
    screen = await library(stage)
    await stage.press(key)
    assert screen.library.kind is kind
    await stage.press(*[key] * (len(PlaceKind) - 1))
    assert screen.library.kind is PlaceKind.HERE
    assert "Seeds" in stage.text


@of("library.next-place")
async def _(stage: Stage, key: str) -> None:
    await goes_to(stage, key, PlaceKind.FOLDERS)


@of("library.previous-place")
async def _(stage: Stage, key: str) -> None:
    await goes_to(stage, key, PlaceKind.SAMPLES)
    assert "seeds" in stage.text


async def grouped(stage: Stage) -> LibraryScreen:
    """The library with two groups."""
    Path("group").mkdir(exist_ok=True)
    for name in ("ice.txt", "snow.txt"):
        (Path("group") / name).write_text("The harbour froze. Nobody went out.")
    screen = await library(stage)
    stage.app.open_named("group")
    await stage.press()
    return screen


@of("library.next-group")
async def _(stage: Stage, key: str) -> None:
    screen = await grouped(stage)
    await stage.press("g", key)
    assert screen.choices.chosen == str(Path("group/ice.txt").resolve())


@of("library.previous-group")
async def _(stage: Stage, key: str) -> None:
    screen = await grouped(stage)
    await stage.press("G", key)
    assert screen.choices.chosen == str(Path("group/ice.txt").resolve())
    await stage.press(key)
    assert screen.choices.highlighted == 1


@contextmanager
def served() -> Iterator[LocalServer]:
    """A server with a feed of two articles, one of which it only begins."""
    items = "".join(
        f"<item><guid>{name}</guid><title>On {name}</title><link>/{name}</link>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for name, text in (("ice", "The harbour froze …"), ("snow", "Much of it fell. " * 99))
    )
    with serving() as server:
        server.page("/feed", f"<rss><channel><title>Harbour</title>{items}</channel></rss>")
        server.page("/ice", f"<html><body><article>{'<p>It lasted.</p>' * 40}</article></html>")
        yield server


async def followed(stage: Stage, server: LocalServer, key: str = "a") -> LibraryScreen:
    """The library with a feed that was just added."""
    screen = await library(stage)
    await stage.press(key)
    assert "the address of a feed or a page" in stage.text
    prompt = screen.query_one(Prompt)
    prompt.query_one(Input).value = server.address("/feed")
    await stage.press("enter")
    return screen


@of("library.add-feed")
async def _(stage: Stage, key: str) -> None:
    with served() as server:
        screen = await followed(stage, server, key)
        assert screen.library.kind is PlaceKind.FEEDS
        assert "• On ice" in stage.text
        assert "Harbour  2 unread" in stage.text


@of("library.refresh")
async def _(stage: Stage, key: str) -> None:
    with served() as server:
        await followed(stage, server)
        server.page("/feed", "busy", status=500)
        await stage.press(key)
        assert "Harbour  answered 500" in stage.text
        assert "• On ice" in stage.text
        assert "Nothing is new; 1 feed could not be read." in notices(stage)


@of("library.fetch-ahead")
async def _(stage: Stage, key: str) -> None:
    with served() as server:
        await followed(stage, server)
        await stage.press(key)
        assert [path for path, _ in server.asked].count("/ice") == 1
        assert [path for path, _ in server.asked].count("/snow") == 0
        assert "2 articles can be read offline now." in notices(stage)


@of("library.write-feeds")
async def _(stage: Stage, key: str) -> None:
    with served() as server:
        await followed(stage, server)
        await stage.press(key)
        assert "feeds.opml" in stage.text
        await stage.press("enter")
        assert server.address("/feed") in Path("feeds.opml").read_text()
        assert "1 feed written to feeds.opml." in notices(stage)


@of("library.remove")
async def _(stage: Stage, key: str) -> None:
    with served() as server:
        await followed(stage, server)
        await stage.press(key)
        assert "• On ice" in stage.text
        await stage.press(key)
        assert "“Harbour” is not followed any more: u brings it back." in notices(stage)
        assert "No feed is followed yet" in stage.text


@of("library.copy")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await previewed(stage, "j")
    await stage.press(key)
    shown = screen.pane.preview
    assert shown is not None
    assert stage.app.clipboard == shown.summary(screen.pane.size_shown).text
    assert "keepers" in stage.app.clipboard


@of("library.all-read")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    await stage.press("slash", *"keepers", "tab", key)
    assert "2 articles marked as read: u takes it back." in notices(stage)
    await stage.press("escape")
    assert stage.text.count(" • ") == 4  # only those that were listed
    await stage.press("u")
    assert stage.text.count(" • ") == 6


@of("library.undo")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    await stage.press("x", "s", key)
    assert "★" not in stage.text
    assert "Seeds" not in stage.text
    await stage.press(key)
    assert "• Seeds" in stage.text
    await stage.press(key)
    assert "Nothing to undo." in notices(stage)


def notices(stage: Stage) -> list[str]:
    """What the reader is told now."""
    return [str(notice.message) for notice in stage.app._notifications]


@of("filter.open")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    await stage.press("slash", *"ghost")
    assert "⏎ read" in stage.text
    await stage.press(key)
    assert stage.reader.item.name == "the-ghost-of-the-teletype.txt"


@of("filter.list")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press("slash", *"keepers", key, "x")
    assert screen.words.value == "keepers"
    assert "1 of 6 articles" in stage.text
    await stage.press("u", "escape")


@of("filter.next")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press("slash", *"the")
    first = screen.choices.chosen
    await stage.press(key)
    assert screen.words.has_focus
    assert screen.choices.chosen != first


@of("filter.previous")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press("slash", *"the")
    first = screen.choices.chosen
    await stage.press("down", key)
    assert screen.words.has_focus
    assert screen.choices.chosen == first


@of("library.name")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    Path("o.txt").write_text("The ferry is late. Nobody waits for it.")
    await stage.press(key, *"./o.txt")
    assert "a file, a folder or an address" in stage.text
    await stage.press("enter")
    assert stage.reader.item.name == "o.txt"
    assert "Nobody waits for it." in stage.text


@of("library.escape")
async def _(stage: Stage, key: str) -> None:
    screen = await library(stage)
    await stage.press("slash", *"cable", key)
    assert "7 articles" in stage.text
    assert "How Russia" in stage.text
    assert screen.choices.has_focus
    await stage.press(key)
    assert stage.reader.reading is not None


@of("library.help")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    await stage.press(key)
    assert isinstance(stage.screen, HelpScreen)
    assert stage.text.index("Library") < stage.text.index("Read this article")


@of("library.up")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    await stage.press(key)
    assert stage.reader.reading is not None
    assert not stage.exits


@of("library.quit")
async def _(stage: Stage, key: str) -> None:
    await library(stage)
    await stage.press(key)
    assert stage.exits


async def walks(stage: Stage, key: str, before: int, after: int) -> None:
    """A key that goes from one row of the library's list to another, counted from 1."""
    choices = (await library(stage)).choices
    choices.highlighted = before % len(choices.rows)
    await stage.press(key)
    assert choices.highlighted == after % len(choices.rows)


@of("list.next")
async def _(stage: Stage, key: str) -> None:
    await walks(stage, key, 3, 4)


@of("list.previous")
async def _(stage: Stage, key: str) -> None:
    await walks(stage, key, 4, 3)


@of("list.page-down")
async def _(stage: Stage, key: str) -> None:
    await walks(stage, key, 1, -1)


@of("list.page-up")
async def _(stage: Stage, key: str) -> None:
    await walks(stage, key, -1, 1)


@of("list.first")
async def _(stage: Stage, key: str) -> None:
    await walks(stage, key, 4, 1)


@of("list.last")
async def _(stage: Stage, key: str) -> None:
    await walks(stage, key, 3, -1)


@of("reader.next-article")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.item.name == "the-ghost-of-the-teletype.txt"
    await stage.press(key, key)
    assert stage.reader.item.name == "was-das-regenradar-nachts-sieht.md"
    assert "This is the last article of the list." in notices(stage)
    await stage.press("K", "K")
    assert stage.reader.item.name == _SAMPLE


@of("reader.previous-article")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.item.name == "mending-a-cable-under-the-sea.md"
    await stage.press("o")
    assert isinstance(stage.screen, LibraryScreen)
    assert stage.screen.choices.highlighted == 4, "it is shown in its list"
    await stage.press("enter", "J")
    assert stage.reader.item.name == _SAMPLE


@of("reader.save")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "This article is saved." in notices(stage)
    await stage.press(key)
    assert "This article is no longer saved." in notices(stage)


@of("reader.read")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "This article is marked as unread." in notices(stage)
    await stage.press(key)
    assert "This article is marked as read." in notices(stage)


@of("reader.hide")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "This article is hidden." in notices(stage)
    await stage.press("o")
    assert "How Russia" not in stage.text
    await stage.press("u")
    assert "How Russia" in stage.text
