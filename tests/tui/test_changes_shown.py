"""A change shows itself: what came in is marked and brought into sight, what went is named."""

from __future__ import annotations

import pytest

from tests.tui.document_app import in_sight
from tests.tui.driving import reader_on, said, settle
from tests.tui.screen_text import style_of, widget_lines
from tui.state.settings import Settings
from tui.text.blocks import NEW


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 20)])
async def test_what_a_longer_length_adds_is_marked_and_in_sight(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        for length in (6, 7, 8):
            kept = screen.reading.summary.kept
            await pilot.press("plus")
            await settle(pilot)
            assert screen.reading.summary.size == length
            (came,) = screen.reading.summary.kept - kept
            assert in_sight(screen.summary, came)
            number = screen.reading.summary.indices.index(came) + 1
            marked = [line for line in widget_lines(screen.summary) if f"{number}{NEW} " in line]
            assert len(marked) == 1
        assert said(screen.app) == [], "what came is seen"


@pytest.mark.parametrize("theme", ["", "textual-light", "ansi"])
async def test_it_looks_other_than_what_was_there_until_the_next_change(theme: str):
    async with reader_on(size=(140, 40), settings=Settings(theme=theme, length="5")) as (
        screen,
        pilot,
    ):
        kept = screen.reading.summary.kept
        await pilot.press("plus")
        await settle(pilot)
        (came,) = screen.reading.summary.kept - kept
        others = [i for i in kept if i != screen.summary.cursor and in_sight(screen.summary, i)]
        words = {i: " ".join(screen.reading.article.sentences[i].text.split()[:4]) for i in others}
        new = " ".join(screen.reading.article.sentences[came].text.split()[:4])
        look = style_of(screen.summary, new)
        assert {style_of(screen.summary, text) for text in words.values()}.isdisjoint({look})
        await pilot.press("plus")
        await settle(pilot)
        screen.summary.reveal(came)
        assert style_of(screen.summary, new) != look


async def test_moving_on_leaves_the_mark_and_a_change_takes_it_away():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        await pilot.press("plus", "j", "l", "j", "z", "z", "z", "z")
        await settle(pilot)
        assert NEW in "".join(screen.summary._shown.marks.values())
        await pilot.press("minus")
        await settle(pilot)
        assert NEW not in "".join(screen.summary._shown.marks.values())


async def test_what_goes_is_named_and_so_is_what_comes_in_its_place():
    async with reader_on() as (screen, pilot):
        words = {s.index: s.text for s in screen.reading.article.sentences}
        last = screen.reading.ranking.order[4]
        await pilot.press("minus")
        await settle(pilot)
        (line,) = said(screen.app)
        assert line.startswith("Out: “" + words[last][:20])
        best = screen.reading.ranking.order[0]
        follows = screen.reading.ranking.order[4]
        screen.panes.go_into(screen.source)
        screen.source.move_cursor(best)
        await pilot.press("x")
        await settle(pilot)
        (line,) = said(screen.app)
        assert line.startswith("In: “" + words[follows][:20])
        assert "; out: “" + words[best][:20] in line
        await pilot.press("u")
        await settle(pilot)
        (line,) = said(screen.app)
        assert line.startswith("Undone: a drop. In: “" + words[best][:20])


async def test_a_method_that_comes_late_moves_nothing_under_a_reader_who_has_gone_on():
    async with reader_on(size=(80, 24)) as (screen, _):
        screen.reading.use("lead")
        screen.drawing.is_idle = False  # the cursor was moved meanwhile
        top = screen.summary.scroll_offset.y
        revealed = []
        screen.summary.reveal = revealed.append
        screen.drawing.newcomers.came = frozenset({3})
        screen.drawing.draw_newcomers(screen.reading.view)
        assert not revealed
        screen.drawing.is_idle = True
        screen.drawing.draw_newcomers(screen.reading.view)
        assert revealed == [3]
        assert screen.summary.scroll_offset.y == top
