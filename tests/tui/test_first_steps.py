"""Someone who is here for the first time is shown three keys, each until it was used."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.pilot import Pilot

from tests.tui.driving import SAMPLE, quick_pilot, request_for, settle
from tests.tui.screen_text import screen_text, widget_lines
from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen
from tui.state.first_steps import FIRST_STEPS, FirstSteps, first_steps_path
from tui.state.settings import Settings
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_terms import KeyTerms
from tui.widgets.length_bar import LengthBar


@asynccontextmanager
async def started(
    size: tuple[int, int] = (120, 40), settings: Settings | None = None, *, hints: bool = True
) -> AsyncIterator[tuple[SummariseApp, Pilot]]:
    """The app as the command starts it."""
    app = SummariseApp(request_for(SAMPLE, settings=settings)._replace(first_steps=hints))
    with quick_pilot():
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield app, pilot


async def test_they_are_shown_until_they_were_used_and_not_again_the_next_time():
    words = [step.words for step in FIRST_STEPS]
    async with started() as (app, pilot):
        assert all(words in screen_text(app) for words in words)
        for number, key in enumerate(("enter", "plus")):
            await pilot.press(key)
            await settle(pilot)
            assert words[number] not in screen_text(app)
            assert words[2] in screen_text(app)
    async with started() as (app, pilot):
        assert words[0] not in screen_text(app)
        assert words[2] in screen_text(app)
        await pilot.press("question_mark", "escape")
        await settle(pilot)
        assert words[2] not in screen_text(app)
    async with started() as (app, _):
        assert not app.screen.widgets.hints.display


async def test_they_take_no_row_where_there_is_none_to_spare():
    async with started((40, 10)) as (app, _):
        assert not app.screen.widgets.hints.display


@pytest.mark.parametrize(
    "size", [(140, 40), (110, 32), (110, 24), (90, 40), (80, 30), (80, 24), (60, 40)]
)
async def test_they_do_not_make_the_first_summary_shorter(size: tuple[int, int]):
    sizes = set()
    for hints in (True, False):
        async with started(size, Settings(history=False), hints=hints) as (app, _):
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            assert screen.widgets.hints.display is hints
            view, summary = screen.summary, screen.reading.summary
            sizes.add(summary.size)
            # The last sentence begins in sight; where a row was blank before, all of it is there.
            assert f"{summary.size}  " in "\n".join(widget_lines(view))
            tight = hints and screen.has_class("-middling")
            assert tight or view.virtual_size.height <= view.size.height
    assert len(sizes) == 1


def test_what_cannot_be_kept_is_only_shown_again(tmp_path: Path):
    (tmp_path / "file").write_text("")
    steps = FirstSteps(tmp_path / "file" / "first-steps")
    assert steps.use("view.open")
    assert [step.id for step in steps.left] == ["length.more", "reader.help"]
    assert not steps.use("view.open")
    assert not steps.use("reader.copy"), "not one of them"


def test_a_file_of_nonsense_is_passed_over():
    path = first_steps_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe view.open " * 1000)
    assert [step.id for step in FirstSteps(path).left] == ["length.more", "reader.help"]


def test_where_nothing_is_to_be_written_what_is_there_counts_and_stays(tmp_path: Path):
    path = tmp_path / "first-steps"
    FirstSteps(path).use("reader.help")
    before = path.read_bytes()
    steps = FirstSteps(path, writes=False)
    assert [step.id for step in steps.left] == ["view.open", "length.more"]
    assert steps.use("view.open")
    assert path.read_bytes() == before
    elsewhere = tmp_path / "none" / "first-steps"
    assert FirstSteps(elsewhere, writes=False).use("view.open")
    assert not elsewhere.parent.exists()


async def test_a_screen_with_them_is_styled_as_often_as_one_without(
    monkeypatch: pytest.MonkeyPatch,
):
    styled: list[DOMNode] = []
    apply = Stylesheet.apply

    def count(sheet, node, **options):
        if isinstance(node, KeyBar | LengthBar | KeyTerms):
            styled.append(node)
        return apply(sheet, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", count)
    async with started(hints=False):
        without = len(styled)
    async with started() as (app, _):
        assert app.screen.widgets.hints.display
        assert len(styled) == 2 * without > 0
