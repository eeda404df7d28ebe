"""What is said of an article while it is read is taken back there, with all other decisions."""

from __future__ import annotations

import pytest

from tests.tui.driving import reader_on, said, settle
from tui.app import SummariseApp
from tui.state.reading_state import Layout

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.mark.parametrize(
    ("key", "done", "undone"),
    [
        ("s", "saved", "no longer saved"),
        ("M", "marked as unread", "marked as read"),
        ("X", "hidden", "shown again"),
    ],
)
async def test_u_takes_back_a_mark_and_says_so(key: str, done: str, undone: str):
    async with reader_on() as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        before = app.library.marks.of(screen.item.key)
        await pilot.press(key)
        await settle(pilot)
        assert said(app) == [f"This article is {done}."]
        assert app.library.marks.of(screen.item.key) != before
        await pilot.press("u")
        await settle(pilot)
        assert said(app) == [f"Undone: this article is {undone}."]
        assert app.library.marks.of(screen.item.key) == before
        await pilot.press("u")
        await settle(pilot)
        assert said(app) == ["Nothing to undo."]


async def test_marks_and_choices_are_taken_back_in_the_order_they_came():
    async with reader_on() as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        marks, key = app.library.marks, screen.item.key
        size = screen.reading.summary.size
        await pilot.press("plus", "s", "plus", "h", "asterisk", "s")
        await settle(pilot)
        pinned = screen.reading.state.choices.pins
        assert (len(pinned), marks.of(key).saved) == (1, False)
        seen = []
        for _ in range(5):
            await pilot.press("u")
            await settle(pilot)
            state = screen.reading.state
            seen.append(
                (screen.reading.summary.size, bool(state.choices.pins), marks.of(key).saved)
            )
        assert seen == [
            (size + 2, True, True),
            (size + 2, False, True),
            (size + 1, False, True),
            (size + 1, False, False),
            (size, False, False),
        ]


async def test_a_mark_that_the_library_took_back_is_not_taken_back_again():
    async with reader_on() as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        await pilot.press("O", "s", "o")
        await settle(pilot)
        await pilot.press("u", "escape")
        await settle(pilot)
        assert app.screen is screen
        assert not app.library.marks.of(screen.item.key).saved
        assert screen.reading.state.layout is Layout.OUTLINE
        await pilot.press("u")
        await settle(pilot)
        assert not app.library.marks.of(screen.item.key).saved
        assert screen.reading.state.layout is not Layout.OUTLINE


async def test_what_is_said_in_the_library_is_left_to_the_library():
    async with reader_on() as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        await pilot.press("o")
        await settle(pilot)
        await pilot.press("s", "escape")
        await settle(pilot)
        assert app.screen is screen
        await pilot.press("u")
        await settle(pilot)
        assert said(app) == ["Nothing to undo."]
        assert app.library.marks.of(screen.item.key).saved
