"""Scenarios of the keys of the other screens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from unittest.mock import patch

from summarise.article import Article
from summarise.loading import Source
from tests.tui.scenarios.stage import Registry, Stage
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.links import LinksScreen
from tui.screens.loading import LoadingScreen
from tui.screens.methods import MethodScreen
from tui.screens.page import PageScreen
from tui.screens.panel import PanelScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.choice_list import ChoiceList

SCENARIOS = Registry()
of = SCENARIOS.of


async def compare(stage: Stage) -> CompareScreen:
    """The comparison, opened from the reader."""
    await stage.press("v")
    assert isinstance(stage.screen, CompareScreen)
    assert stage.screen.methods == ["salience", "lexrank", "lsa"]
    return stage.screen


@of("compare.next")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert screen.columns[1].view.has_focus
    await stage.press(key, key)
    assert screen.columns[0].view.has_focus
    await stage.press("escape")


@of("compare.previous")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert screen.columns[2].view.has_focus
    await stage.press("escape")


@of("compare.choose")
async def _(stage: Stage, key: str) -> None:
    await compare(stage)
    await stage.press("tab", "plus", key)
    assert stage.reading.state.method == "lexrank"
    assert "6 of 45 sentences" in stage.text
    assert "LexRank" in stage.text


@of("compare.back")
async def _(stage: Stage, key: str) -> None:
    await compare(stage)
    await stage.press("tab", "plus", key)
    assert stage.reading.state.method == "salience"
    assert "5 of 45 sentences" in stage.text


@of("compare.less")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert "4 sentences each" in stage.text
    assert all(len(column.view.document) == 4 for column in screen.columns)
    await stage.press("escape")


@of("compare.more")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert "6 sentences each" in stage.text
    assert all(len(column.view.document) == 6 for column in screen.columns)


@of("compare.votes")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert "●·· Salience   ·●· LexRank   ··● LSA" in stage.text
    assert screen.source.has_focus
    await stage.press(key)
    assert "●·· Salience" not in stage.text
    assert screen.columns[0].view.has_focus


@of("compare.method")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert isinstance(stage.screen, MethodScreen)
    await stage.press("j", "j", "j", "enter")
    assert stage.screen is screen
    assert screen.methods == ["textrank", "lexrank", "lsa"]
    assert "TextRank   " in stage.text


@of("compare.add")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press(key)
    assert screen.methods == ["salience", "lexrank", "lsa", "sumbasic"]
    assert "SumBasic" in stage.text
    await stage.press(key)
    assert len(screen.methods) == 4


@of("compare.remove")
async def _(stage: Stage, key: str) -> None:
    screen = await compare(stage)
    await stage.press("tab", key)
    assert screen.methods == ["salience", "lsa"]
    assert "LexRank   " not in stage.text
    await stage.press(key)
    assert len(screen.methods) == 2


@of("compare.help")
async def _(stage: Stage, key: str) -> None:
    await compare(stage)
    await stage.press(key)
    assert isinstance(stage.screen, HelpScreen)
    assert stage.text.index("Compare") < stage.text.index("One sentence fewer in every column")


@of("list.choose")
async def _(stage: Stage, key: str) -> None:
    await stage.press("m")
    stage.screen.query_one(ChoiceList).action_first()
    await stage.press("j", key)
    assert stage.reading.state.method == "pacsum"
    assert "Method  PacSum" in stage.text


@of("methods.back")
async def _(stage: Stage, key: str) -> None:
    await stage.press("m")
    assert isinstance(stage.screen, MethodScreen)
    await stage.press("j", key)
    assert stage.reading.state.method == "salience"


async def links(stage: Stage) -> LinksScreen:
    """The list of links, opened from a sentence with two."""
    stage.at(20)
    stage.linked(20, "https://harbour.example/news", "https://harbour.example/old")
    await stage.press("B")
    assert isinstance(stage.screen, LinksScreen)
    assert "2 links" in stage.text
    return stage.screen


@of("links.open")
async def _(stage: Stage, key: str) -> None:
    await links(stage)
    with patch.dict(os.environ, BROWSER=f"{sys.executable} -c '' %s"):
        await stage.press("j", key)
    said = [notice.message for notice in stage.app._notifications]
    assert said == ["Opening https://harbour.example/old"]


@of("links.copy")
async def _(stage: Stage, key: str) -> None:
    await links(stage)
    await stage.press("j", key)
    assert stage.app.clipboard == "https://harbour.example/old"


@of("links.back")
async def _(stage: Stage, key: str) -> None:
    await links(stage)
    await stage.press(key)
    assert isinstance(stage.screen, ReaderScreen)


async def panel_scrolls(stage: Stage, key: str, before: int, after: int) -> None:
    """A key that scrolls a panel that is open."""
    body = stage.screen.query_one("#panel-body")
    await stage.press()  # what has just come in has its size then
    page = min(body.size.height - 2, body.max_scroll_y)
    assert page > 1, "there is something to scroll"
    body.scroll_to(y=page if before else 0, animate=False, immediate=True)
    await stage.press(key)
    assert body.scroll_offset.y == {-1: page - 1, 0: 0, 1: 1, 2: page}[after]


async def open_panel(stage: Stage, key: str, kind: type[PanelScreen]) -> None:
    """A panel, opened from the reader unless it is open."""
    if not isinstance(stage.screen, kind):
        await stage.press(key)
    assert isinstance(stage.screen, kind)
    while "looking …" in stage.text:
        await stage.press()


for name, before, after in (
    ("down", 0, 1), ("up", 1, -1), ("page-down", 0, 2), ("page-up", 1, 0)
):  # fmt: skip

    @of(f"help.{name}")
    async def _(stage: Stage, key: str, before: int = before, after: int = after) -> None:
        await open_panel(stage, "question_mark", HelpScreen)
        await panel_scrolls(stage, key, before, after)

    @of(f"page.{name}")
    async def _(stage: Stage, key: str, before: int = before, after: int = after) -> None:
        await open_panel(stage, "P", PageScreen)
        await panel_scrolls(stage, key, before, after)


@of("page.back")
async def _(stage: Stage, key: str) -> None:
    await open_panel(stage, "P", PageScreen)
    assert "breadcrumb" in stage.text
    await stage.press(key)
    assert isinstance(stage.screen, ReaderScreen)


@of("page.copy")
async def _(stage: Stage, key: str) -> None:
    await open_panel(stage, "P", PageScreen)
    await stage.press(key)
    assert "title again" in stage.app.clipboard


@of("help.find")
async def _(stage: Stage, key: str) -> None:
    await stage.press("question_mark", key, *"redo")
    assert "Redo what was undone, marks apart" in stage.text
    assert "Copy the summary" not in stage.text


@of("help.names")
async def _(stage: Stage, key: str) -> None:
    await stage.press("question_mark", key)
    assert "view.next-sentence" in stage.text


@of("help.back")
async def _(stage: Stage, key: str) -> None:
    await stage.press("question_mark")
    assert isinstance(stage.screen, HelpScreen)
    await stage.press(key)
    assert isinstance(stage.screen, ReaderScreen)


@of("opening.up")
@of("opening.quit")
async def _(stage: Stage, key: str) -> None:
    with slow_article(stage) as screen:
        await stage.app.push_screen(screen)
        await stage.pilot.pause()
        assert "reading …" in stage.text
        await stage.pilot.press(key)
        assert stage.exits


@of("opening.stop")
async def _(stage: Stage, key: str) -> None:
    with slow_article(stage) as screen:
        await stage.app.push_screen(screen)
        await stage.pilot.pause()
        await stage.pilot.press(key)
        await stage.pilot.pause()
        assert isinstance(stage.screen, LibraryScreen)
    await stage.press()
    assert isinstance(stage.screen, LibraryScreen)


@of("everywhere.suspend")
async def _(stage: Stage, key: str) -> None:
    await stage.press(key)  # the tests have no shell that would continue them
    said = [notice.message for notice in stage.app._notifications]
    assert said == ["There is no shell to go back to."]


@contextmanager
def slow_article(stage: Stage) -> Iterator[LoadingScreen]:
    """The screen that loads an article which is not there before the end."""
    there = Event()

    def load(source: Source, _stop: Event) -> Article:
        there.wait(10)
        return stage.app.session.load(source)

    try:
        yield LoadingScreen(stage.app.request.sources[0], load, {})
    finally:
        there.set()
