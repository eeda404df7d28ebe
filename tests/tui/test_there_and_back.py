"""Going from one pane to the other and back, the walk over jumps, and one level up."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarise.length import Length
from tests.tui.driving import app_on, reader_on, said, settle
from tests.tui.screen_text import widget_lines
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.history import History
from tui.state.jumps import Jumps, Spot
from tui.state.reading_state import Layout, ReadingState


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 20), (40, 10)])
async def test_enter_goes_there_and_back_and_changes_no_length(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        assert screen.summary.has_focus
        await pilot.press("j", "enter")
        await settle(pilot)
        second = screen.reading.summary.indices[1]
        assert screen.source.has_focus
        assert screen.source.is_on_screen
        assert screen.source.cursor == second
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.is_on_screen
        assert screen.summary.cursor == screen.source.cursor == second
        assert screen.reading.summary.size == 5


async def test_reading_begins_at_the_first_kept_sentence_in_both_panes():
    async with reader_on() as (screen, _):
        first = screen.reading.summary.indices[0]
        assert screen.summary.cursor == screen.source.cursor == first
        assert screen.reading.state.place is None, "nobody has moved yet"


async def test_enter_on_a_sentence_left_out_goes_to_what_says_most_of_it():
    async with reader_on() as (screen, pilot):
        summary = screen.reading.summary
        linked = {i: summary.link(i) for i in screen.reading.article.candidates}
        left_out = next(i for i, link in linked.items() if link and i not in summary.kept)
        await pilot.press("l")
        screen.source.move_cursor(left_out)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.cursor == linked[left_out].sentence
        await pilot.press("backspace")
        await settle(pilot)
        assert screen.source.has_focus
        assert screen.source.cursor == left_out


async def test_a_click_on_a_number_in_the_source_goes_to_that_sentence_of_the_summary():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        kept = screen.reading.summary.indices
        await pilot.press("G", "enter")  # came from the last one
        screen.source.reveal(kept[0], align="top")
        await settle(pilot)
        first = screen.source.rows_of(kept[0])[0] - screen.source.scroll_offset.y
        cells = screen.source._layout_now.columns.text_left
        label = next(
            x
            for x in range(cells)
            if screen.source.render_line(first).crop(x, x + 1)._segments[0].style.meta.get("label")
        )
        await pilot.click(screen.source, offset=(label, first))
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.cursor == kept[0]


async def test_a_summary_alone_is_alone_again_after_there_and_back():
    async with reader_on() as (screen, pilot):
        await pilot.press("z", "enter")
        await settle(pilot)
        assert screen.source.has_focus
        assert screen.source.is_on_screen
        await pilot.press("enter")
        await settle(pilot)
        assert screen.reading.state.layout is Layout.SUMMARY


async def test_jumps_are_walked_back_and_forward():
    async with reader_on() as (screen, pilot):
        kept = screen.reading.summary.indices
        await pilot.press("enter", "h", "j", "enter")
        await settle(pilot)
        for key, in_summary, place in (
            ("ctrl+o", True, kept[1]),
            ("ctrl+o", True, kept[0]),
            ("alt+right", True, kept[1]),
            ("ctrl+i", False, kept[1]),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert screen.summary.has_focus is in_summary
            assert screen.panes.in_use.cursor == place
        await pilot.press("alt+right")
        await settle(pilot)
        assert said(screen.app) == ["Nowhere to go forward to."]


@pytest.mark.parametrize(("key", "pane"), [("h", 0), ("left", 0), ("l", 1), ("right", 1)])
async def test_arrows_move_and_change_nothing(key: str, pane: int):
    async with reader_on() as (screen, pilot):
        before = screen.reading.state
        await pilot.press("tab" if not pane else "j", key)
        await settle(pilot)
        assert (screen.summary, screen.source)[pane].has_focus
        assert screen.reading.state.length == before.length
        assert screen.reading.state.heat == before.heat


async def test_a_run_of_steps_is_undone_at_once_and_every_kind_of_change_can_be():
    async with reader_on() as (screen, pilot):
        await pilot.press("plus", "plus", "plus", "j", "minus", "z")
        screen.use_method("lead")
        await settle(pilot)
        seen = []
        for _ in range(5):
            await pilot.press("u")
            await settle(pilot)
            state = screen.reading.state
            seen.append((state.method, state.layout, str(state.length)))
        assert seen == [
            ("salience", Layout.SUMMARY, "7"),
            ("salience", Layout.BOTH, "7"),
            ("salience", Layout.BOTH, "8"),
            ("salience", Layout.BOTH, "5"),
            ("salience", Layout.BOTH, "5"),
        ]
        assert said(screen.app) == ["Nothing to undo."]


def test_a_run_that_ends_where_it_began_is_no_entry():
    history, state = History(), ReadingState("salience", Length(5))
    history.record(state, run="length")
    assert history.undo(state) is None


def test_the_way_forward_ends_where_another_is_taken():
    jumps = Jumps()
    first, second, third = (Spot(False, place) for place in (1, 2, 3))
    jumps.leave(first)
    assert jumps.back(second) == first
    jumps.leave(third)
    assert jumps.forward() is None
    assert jumps.back(second) == third


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles."""
    for name in ("ferry", "pier"):
        text = f"The {name} of the town was closed in May. The council opened the {name} in June.\n"
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


async def test_q_goes_up_to_the_library_and_then_out(folder: Path):
    async with app_on(folder) as (app, pilot):
        library = app.screen
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("q")
        await settle(pilot)
        assert app.screen is library
        assert isinstance(library, LibraryScreen)
        assert library.choices.chosen == str(folder / "pier.txt")
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0


async def test_capital_q_leaves_from_anywhere(folder: Path):
    async with app_on(folder) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("Q")
        await pilot.pause()
        assert app.return_code == 0


async def test_q_leaves_an_article_that_no_library_was_before():
    async with reader_on() as (screen, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert screen.app.return_code == 0


async def test_at_first_both_panes_speak_of_the_same_sentence(tmp_path: Path):
    page = tmp_path / "ferry.txt"
    told = [f"The ferry of Varnholm carried {n} people over the ice in year {n}." for n in range(9)]
    page.write_text("\n\n".join(["Well now.", *told]))
    async with reader_on(page) as (screen, _):
        assert screen.source.cursor == screen.summary.cursor != 0
        assert "kept as 1" in widget_lines(screen.widgets.source_head)[0]


async def test_what_was_dropped_comes_back_by_the_same_key_without_a_move():
    async with reader_on() as (screen, pilot):
        kept = screen.reading.summary.kept
        await pilot.press("j", "x")
        await settle(pilot)
        assert len(screen.reading.state.choices.drops) == 1
        await pilot.press("x")
        await settle(pilot)
        assert screen.reading.state.choices.drops == frozenset()
        assert screen.reading.summary.kept == kept


@pytest.mark.parametrize("size", [(140, 40), (40, 10)])
async def test_a_search_begun_in_the_summary_looks_through_the_whole_text(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        begun = screen.summary.cursor
        await pilot.press("slash", *"nato")
        await settle(pilot)
        assert "nato" in screen.reading.article.sentences[screen.source.cursor].text.lower()
        assert screen.source.is_on_screen
        await pilot.press("escape")
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.is_on_screen
        assert screen.summary.cursor == begun
        await pilot.press("slash", *"nato", "enter", "backspace")
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.cursor == begun
