"""A language model in the reader: asked in the background, stopped by escape, shown as it is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

import summarise
from tests.chat_server import ChatServer, chatting, order
from tests.tui.driving import SAMPLE, quick_pilot, reader_on, request_for, said, settle
from tests.tui.screen_text import screen_lines, screen_text
from tests.tui.test_keeping import run
from tui.app import SummariseApp
from tui.screens.methods import MethodScreen
from tui.screens.reader import ReaderScreen
from tui.state.memory import library_path
from tui.state.settings import Settings
from tui.state.store.store import open_store
from tui.widgets.choice_list import ChoiceList
from tui.widgets.prompt import Purpose

pytestmark = pytest.mark.loopback


@pytest.fixture
def stub() -> Iterator[ChatServer]:
    with chatting() as server:
        yield server


def settings_for(stub: ChatServer, **more: Any) -> Settings:
    model: Mapping[str, str | int] = {"name": "stub-1", "address": stub.address("/v1"), **more}
    return Settings(length="5", model=model)


@asynccontextmanager
async def opened_by_model(
    settings: Settings, path: Path = SAMPLE
) -> AsyncIterator[tuple[ReaderScreen, Pilot[int]]]:
    """The reader on an article that is to be ranked by the model."""
    app = SummariseApp(request_for(path, settings=settings)._replace(by_model=True))
    with quick_pilot():
        async with app.run_test(size=(120, 40)) as pilot:
            await until(lambda: isinstance(app.screen, ReaderScreen))
            assert isinstance(app.screen, ReaderScreen)
            yield app.screen, pilot


async def until(condition: Any) -> None:
    """Wait for something, ten seconds at most."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


async def choose_model(screen: ReaderScreen, pilot: Pilot[int]) -> None:
    """Choose it in the menu of methods."""
    await pilot.press("m")
    await until(lambda: isinstance(screen.app.screen, MethodScreen))
    await pilot.pause()
    menu = screen.app.screen.query_one(ChoiceList)
    menu.highlighted = menu.get_option_index("model")
    await pilot.press("enter")


async def test_it_is_offered_only_where_it_is_set_up():
    async with reader_on() as (screen, pilot):
        await pilot.press("m")
        await settle(pilot)
        ids = [option.id for option in screen.app.screen.query_one(ChoiceList).options]
        assert "salience" in ids
        assert "model" not in ids


async def test_its_choice_replaces_the_summary_and_is_said(stub):
    stub.rule = lambda _: order({"n": 30, "why": "states the \x1b[31mverdict"}, 20, 10, 15, 5)
    async with reader_on(settings=settings_for(stub)) as (screen, pilot):
        before = screen.reading.summary
        await choose_model(screen, pilot)
        await settle(pilot)
        assert said(screen.app)[-1].startswith(
            "Ranked by stub-1, as far as its answer is good: it chose 5 of the 14 asked for."
        )
        reading = screen.reading
        assert reading.state.method == "model"
        offered = stub.questions[0].sentences
        assert {s.text for s in reading.summary.sentences} == {
            s.text
            for s in reading.article.sentences
            if " ".join(s.text.split()) in {offered[n] for n in (5, 10, 15, 20, 30)}
        }
        assert "Model (stub-1)" in screen_text(screen.app)
        top = reading.ranking.order[0]
        screen.panes.jump_to(top)
        await pilot.press("e")
        await settle(pilot)
        assert "the model: states the verdict" in screen_text(screen.app)
        await pilot.press("u")
        await settle(pilot)
        assert (reading.state.method, reading.summary) == ("salience", before)
        await choose_model(screen, pilot)
        await settle(pilot)
        assert reading.state.method == "model"
        assert len(stub.questions) == 1


async def test_looking_through_the_menu_asks_nobody(stub):
    async with reader_on(settings=settings_for(stub)) as (screen, pilot):
        await pilot.press("m")
        await settle(pilot)
        menu = screen.app.screen.query_one(ChoiceList)
        menu.highlighted = menu.get_option_index("model")
        await asyncio.sleep(0.3)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert stub.questions == []
        assert screen.reading.state.method == "salience"


async def test_the_summary_is_there_while_the_model_is_asked_and_escape_stops_it(stub):
    go_on = Event()
    stub.pause = lambda: go_on.wait(8)
    async with opened_by_model(settings_for(stub)) as (screen, pilot):
        await until(lambda: stub.questions)
        await pilot.pause()
        reading = screen.reading
        assert reading.summary is not None
        assert reading.state.method == "salience"
        await until(lambda: "1 request" in screen.drawing.asking_model)
        assert "asking stub-1, esc stops: " in screen_text(screen.app)
        await pilot.press("escape")
        await settle(pilot)
        assert any(line.startswith("stub-1 is asked no longer") for line in said(screen.app))
        assert "asking stub-1" not in screen_text(screen.app)
        go_on.set()
        await settle(pilot)
        assert reading.state.method == "salience"


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 20), (40, 10)])
async def test_wherever_it_is_asked_the_screen_says_so_and_how_to_stop_it(stub, size):
    go_on = Event()
    stub.pause = lambda: go_on.wait(8)
    async with reader_on(settings=settings_for(stub), size=size) as (screen, pilot):
        before = screen_text(screen.app)
        await choose_model(screen, pilot)
        await until(lambda: "1 request" in screen.drawing.asking_model)
        await pilot.pause()
        shown = screen_text(screen.app)
        assert "asking stub-1, esc stops" in shown
        assert "asking stub-1" not in before
        await pilot.press("escape")
        await pilot.pause()
        assert "asking stub-1" not in screen_text(screen.app)
        go_on.set()
        await settle(pilot)


async def test_an_article_can_be_opened_by_the_model(stub):
    async with opened_by_model(settings_for(stub)) as (screen, pilot):
        await until(lambda: screen.reading.state.method == "model")
        await settle(pilot)
        assert screen.reading.ranking.judgement.name == "stub-1"


async def test_a_fault_is_one_line_and_the_summary_stays(stub):
    works, stub.reply = stub.reply, lambda request, _: request.say(b"", status=404)
    async with reader_on(settings=settings_for(stub)) as (screen, pilot):
        before = screen.reading.summary
        await choose_model(screen, pilot)
        await settle(pilot)
        assert said(screen.app) == [
            "stub-1 at 127.0.0.1: answered 404: there is no model “stub-1”, or no chat interface"
        ]
        assert screen.reading.summary is before
        assert screen.drawing.asking_model == ""
        # It can be read when the message has gone, until the model is asked again.
        screen.app.clear_notifications()
        await settle(pilot)
        assert "stub-1 gave no ranking: m says why" in screen_text(screen.app)
        await pilot.press("m", "end", "up")
        await settle(pilot)
        menu = " ".join(screen_text(screen.app).split())
        assert "Model (stub-1)" in menu
        assert "answered 404" in menu
        await pilot.press("escape")
        stub.reply = works
        await choose_model(screen, pilot)
        await settle(pilot)
        assert "gave no ranking" not in screen_text(screen.app)
        assert screen.reading.state.method == "model"


@pytest.mark.parametrize("width", [78, 79, 80, 81, 82])
async def test_a_fault_that_is_as_long_as_the_screen_is_wide_is_shown_whole(stub, width):
    stub.reply = lambda request, _: request.say(b"", status=401)
    app = SummariseApp(request_for(SAMPLE, settings=settings_for(stub, name="401")))
    with quick_pilot():
        async with app.run_test(size=(width, 24), notifications=True) as pilot:
            await settle(pilot)
            await choose_model(app.screen, pilot)
            await settle(pilot)
            (fault,) = said(app)
            assert len(fault) == 75
            rows = (line.partition("▌")[2].strip() for line in screen_lines(app)[:3])
            assert " ".join(filter(None, rows)) == fault


@pytest.mark.parametrize("answer", ["y", "n", "escape"])
async def test_another_computer_is_asked_only_after_a_yes(stub, monkeypatch, answer):
    asked = []

    def ask(question: object, *_: object) -> tuple[str, bool]:
        asked.append(question)
        return order(3), True

    monkeypatch.setattr("summarise.model.chat.ask", ask)
    settings = settings_for(stub, address="https://api.example.org/v1")
    async with reader_on(settings=settings) as (screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        assert screen.asking.purpose is Purpose.SEND
        shown = screen_text(screen.app)
        assert "Send it?" in shown
        assert "to api.example.org, y or n: title and headings, 1 request, about 2,7" in shown
        assert asked == []
        await pilot.press("q", "enter")
        await settle(pilot)
        assert "y for yes, n for no" in screen_text(screen.app)
        assert asked == []
        await pilot.press("backspace", *([answer] if answer == "escape" else [answer, "enter"]))
        await settle(pilot)
        assert screen.asking.purpose is None
        assert len(asked) == (answer == "y")
        assert screen.reading.state.method == ("model" if answer == "y" else "salience")
        if answer == "y":  # once is enough
            screen.reading.use("lead")
            screen.reading.change(choices=screen.reading.state.choices)
            await choose_model(screen, pilot)
            await settle(pilot)
            assert screen.asking.purpose is None


async def test_the_question_fits_a_narrow_screen_and_is_not_asked_where_nothing_would_be_sent(
    stub, monkeypatch
):
    monkeypatch.setattr("summarise.model.chat.ask", lambda *_: (order(*range(1, 10)), True))
    settings = settings_for(stub, address="https://api.example.org/v1")
    async with reader_on(settings=settings, size=(80, 24)) as (screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        assert "to api.example.org, y or n: title, 919 words" in screen_text(screen.app)
        await pilot.press("y", "enter")
        await settle(pilot)
        assert screen.reading.state.method == "model"
    async with reader_on(settings=settings, size=(80, 24)) as (screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        assert (screen.asking.purpose, screen.reading.state.method) == (None, "model")


async def test_the_question_never_takes_what_is_being_typed(stub):
    settings = settings_for(stub, address="https://api.example.org/v1")
    async with reader_on(settings=settings) as (screen, pilot):
        await screen.action_search()
        await screen.use_model()  # as it comes from the background: what is kept is looked up first
        await settle(pilot)
        assert screen.asking.purpose is Purpose.SEARCH
        assert said(screen.app) == ["stub-1 was not asked, since you were typing: m chooses it."]
        await pilot.press("y", "enter")
        await settle(pilot)
        assert screen.reading.state.method == "salience"
        await pilot.press("escape")
        await choose_model(screen, pilot)
        await settle(pilot)
        assert screen.asking.purpose is Purpose.SEND


async def test_paragraphs_that_change_are_ranked_by_the_default_until_it_is_asked_again(stub):
    async with reader_on(settings=settings_for(stub)) as (screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        assert screen.reading.state.method == "model"
        await pilot.press("r")
        await settle(pilot)
        reading = screen.reading
        assert reading.state.choices.blocks
        assert (reading.state.method, reading.summary is not None) == ("salience", True)
        assert len(stub.questions) == 1
        await pilot.press("u")
        await settle(pilot)
        assert (reading.state.method, reading.lacks) == ("model", None)


async def test_the_comparison_shows_it_once_it_has_ranked(stub):
    async with reader_on(settings=settings_for(stub)) as (screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        await pilot.press("v")
        await settle(pilot)
        shown = screen_text(screen.app)
        heads = [column._method for column in screen.app.screen.columns]
        assert heads == ["Model (stub-1)", "Salience", "LexRank"]
        assert "Model (stub-1)   " in shown
        assert "shared" in shown
        assert "cannot rank this" not in shown
        assert "ranking …" not in shown
        assert "kept by Model (stub-1)" in shown


async def test_the_comparison_has_it_among_the_first_when_another_method_is_in_use(stub):
    async with reader_on(settings=settings_for(stub)) as (screen, pilot):
        await pilot.press("v")
        await settle(pilot)
        assert screen.app.screen.methods == ["salience", "lexrank", "lsa"]  # it was not asked
        await pilot.press("escape")
        await choose_model(screen, pilot)
        await settle(pilot)
        await pilot.press("u", "v")
        await settle(pilot)
        assert screen.app.screen.methods == ["salience", "model", "lexrank"]
        assert "Model (stub-1)" in screen_text(screen.app)
        assert len(stub.questions) == 1


async def test_an_article_left_with_the_model_opens_with_it_again_without_asking(stub):
    request = request_for(SAMPLE, settings=settings_for(stub))
    async with run(request) as (_, screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        assert screen.reading.state.method == "model"
    async with run(request) as (_, screen, pilot):
        await until(lambda: screen.reading.state.method == "model")
        await settle(pilot)
        assert len(stub.questions) == 1
        assert screen.reading.ranking.judgement.name == "stub-1"
    with closing(open_store(library_path())) as store:  # it is forgotten with its article
        (article,) = store.articles.history()
        assert store._database.rows("select article from choice")[0][0] == article.digest
        store.articles.forget([article.key])
        assert store._database.rows("select article from choice") == []
    async with run(request_for(SAMPLE)) as (_, screen, pilot):
        await settle(pilot)
        assert screen.reading.state.method == "salience"
        assert screen.reading.summary is not None


async def test_without_history_a_choice_lasts_for_the_run_and_nothing_is_written(stub, hermetic):
    settings = replace(settings_for(stub), history=False)
    request = request_for(SAMPLE, settings=settings)
    async with run(request) as (app, screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        kept, article = app._model.kept, screen.reading.article
        summarise.rank_by_model(article, app._model.server, kept=kept.of(article))
        assert len(stub.questions) == 1
    assert [path for path in hermetic.rglob("*") if path.is_file()] == []
    async with run(request) as (_, screen, pilot):
        await choose_model(screen, pilot)
        await settle(pilot)
        assert len(stub.questions) == 2


async def test_an_answer_with_dropped_numbers_is_said_and_not_asked_for_again(stub):
    stub.rule = lambda _: order(30, 99, 30, 20, 10, 15, 5, 1, 2, 3)
    request = request_for(SAMPLE, settings=settings_for(stub))
    for _ in range(2):
        async with run(request) as (app, screen, pilot):
            if screen.reading.state.method != "model":
                await choose_model(screen, pilot)
            await until(lambda screen=screen: screen.reading.state.method == "model")
            await settle(pilot)
            assert any("2 of its numbers were unknown or said twice" in s for s in said(app))
    assert len(stub.questions) == 1
