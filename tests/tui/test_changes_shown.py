"""A change shows itself: what came in is marked and brought into sight, what went is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from tests.tui.document_app import in_sight
from tests.tui.driving import SAMPLE, reader_on, request_for, said, settle
from tests.tui.screen_text import screen_lines, screen_text, style_of, widget_lines
from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen
from tui.state.settings import Settings
from tui.text.blocks import NEW
from tui.text.wording import AROUND_MESSAGE


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


async def test_the_sentence_one_is_at_stays_in_sight_where_both_fit(tmp_path: Path):
    text = tmp_path / "towns.txt"
    towns = ["Aberdeen", "Bristol", "Cardiff", "Dundee", "Exeter", "Falmouth", "Glasgow", "Hull"]
    text.write_text("\n\n".join(f"The mayor of {town} opened a new bridge." for town in towns))
    async with reader_on(text, size=(60, 22), settings=Settings(length="1")) as (screen, pilot):
        pane = screen.summary
        beside = 0
        for _ in towns[1:]:
            kept = screen.reading.summary.kept
            await pilot.press("plus")
            await settle(pilot)
            (came,) = screen.reading.summary.kept - kept
            rows = [*pane.rows_of(pane.cursor), *pane.rows_of(came)]
            span = max(rows[0] + rows[1], rows[2] + rows[3]) - min(rows[0], rows[2])
            if pane.row_count > pane.size.height >= span:
                beside += 1
                assert in_sight(pane, pane.cursor)
                assert in_sight(pane, came)
        assert beside, "there was something to scroll to"


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


async def test_what_has_come_back_is_not_said_to_be_out():
    async with reader_on() as (screen, pilot):
        await pilot.press("minus")
        await settle(pilot)
        assert said(screen.app)[0].startswith("Out: ")
        await pilot.press("plus")
        await settle(pilot)
        assert not said(screen.app)


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
        assert line.startswith(
            "Undone: a sentence dropped; now none dropped. In: “" + words[best][:20]
        )


@pytest.mark.parametrize("longer", [False, True], ids=["as opened", "after a change"])
async def test_methods_that_were_only_looked_at_leave_no_mark(longer: bool):
    async with reader_on(size=(140, 40)) as (screen, pilot):
        if longer:
            await pilot.press("plus")
            await settle(pilot)
        before = widget_lines(screen.summary)
        await pilot.press("m")
        await settle(pilot)
        for _ in range(3):
            await look_at_next_method(screen, pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert widget_lines(screen.summary) == before
        await pilot.press("plus")
        await settle(pilot)
        assert len(screen.drawing.newcomers.came) == 1


async def test_a_method_that_is_looked_at_is_marked_against_the_one_in_use():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        kept = screen.reading.summary.kept
        await pilot.press("m")
        await settle(pilot)
        for _ in range(3):
            await look_at_next_method(screen, pilot)
            assert screen.drawing.newcomers.came == screen.reading.summary.kept - kept
        await pilot.press("enter")
        await settle(pilot)
        chosen = screen.reading.summary.kept
        assert screen.drawing.newcomers.came == chosen - kept != frozenset()
        (line,) = said(screen.app)
        assert line.startswith("In: “")
        await pilot.press("plus")
        await settle(pilot)
        assert screen.drawing.newcomers.came == screen.reading.summary.kept - chosen


async def look_at_next_method(screen: ReaderScreen, pilot: Pilot[int]) -> None:
    """Go to the next row of the menu, and wait for what that method picks: something else."""
    method, kept = screen.reading.state.method, screen.reading.summary.kept
    await pilot.press("j")
    while screen.reading.state.method == method:
        await pilot.pause(0.01)
    await settle(pilot)
    assert screen.reading.summary.kept != kept


async def test_a_method_that_comes_late_moves_nothing_under_a_reader_who_has_gone_on():
    async with reader_on(size=(80, 24)) as (screen, _):
        screen.reading.use("lead")
        screen.drawing.is_idle = False  # the cursor was moved meanwhile
        top = screen.summary.scroll_offset.y
        revealed = []
        screen.summary.reveal = lambda sentence, **_: revealed.append(sentence)
        screen.drawing.newcomers.came = frozenset({3})
        screen.drawing.draw_newcomers(screen.reading.view)
        assert not revealed
        screen.drawing.is_idle = True
        screen.drawing.draw_newcomers(screen.reading.view)
        assert revealed == [3]
        assert screen.summary.scroll_offset.y == top


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 20)])
async def test_what_is_told_takes_one_row_where_there_are_few(size: tuple[int, int]):
    app = SummariseApp(request_for(SAMPLE))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        (line,) = said(app)
        assert "in: “" in line.lower()
        assert "out: “" in line
        (toast,) = app.screen.query(Toast)
        assert toast.region.height == 1
        assert len(line) <= size[0] - AROUND_MESSAGE


@pytest.mark.parametrize("size", [(140, 40), (80, 40), (80, 24), (60, 20), (40, 14)])
async def test_what_is_told_leaves_the_title_in_sight(size: tuple[int, int]):
    app = SummariseApp(request_for(SAMPLE))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        title = screen_lines(app)[0].split("  ")[0]
        await pilot.press("x")
        await settle(pilot)
        above = screen_lines(app)[:2]
        assert above[0].startswith(title)
        assert "out: “" in above[1]


async def test_it_goes_when_another_screen_is_opened():
    async with reader_on(size=(80, 24)) as (screen, pilot):
        for key in ("question_mark", "v", "o", "ctrl+p"):
            await pilot.press("x")
            await settle(pilot)
            assert said(screen.app)
            await pilot.press(key)
            await settle(pilot)
            assert screen.app.screen is not screen
            assert said(screen.app) == []
            await pilot.press("escape")
            await settle(pilot)
            assert screen.app.screen is screen


async def test_what_is_wrong_with_the_settings_is_seen_once_the_article_is_there():
    async with reader_on(settings=Settings(theme="no-such-theme")) as (screen, _):
        assert any("no-such-theme" in line for line in said(screen.app))


@pytest.mark.parametrize("keys", [("m", "j", "j", "j", "enter"), ("m", "j", "j", "enter", "u")])
async def test_both_panes_are_at_one_place_under_another_method(keys: tuple[str, ...]):
    async with reader_on(size=(140, 40), settings=Settings(length="3")) as (screen, pilot):
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        place = screen.summary.cursor
        assert place in screen.reading.summary.kept
        assert screen.source.cursor == screen.sentence == screen.reading.state.place == place
        assert "kept as" in screen_lines(screen.app)[2]
        await pilot.press("e")
        await settle(pilot)
        assert "In: " in screen_text(screen.app), "the explanation is of it, too"


async def test_looking_at_methods_moves_nobody():
    async with reader_on(size=(140, 40), settings=Settings(length="3")) as (screen, pilot):
        place = screen.source.cursor
        for key in ("m", "j", "j", "j", "j", "escape"):
            await pilot.press(key)
            await settle(pilot)
        assert screen.source.cursor == screen.summary.cursor == place
