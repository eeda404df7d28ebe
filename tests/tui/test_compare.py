"""Methods side by side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from summarise.article import Article
from summarise.errors import MethodError
from summarise.methods import all_methods, find_method
from tests.tui.driving import reader_on, said, settle
from tests.tui.screen_text import screen_lines, screen_text, widget_lines
from tui.screens.compare import CompareScreen
from tui.screens.methods import MethodScreen
from tui.screens.reader import ReaderScreen
from tui.state.votes import ballot, votes


async def compare(screen: ReaderScreen, pilot: Pilot[int]) -> CompareScreen:
    """The comparison, opened from the reader, with all columns ranked."""
    await pilot.press("v")
    await settle(pilot)
    shown = screen.app.screen
    assert isinstance(shown, CompareScreen)
    return shown


@pytest.mark.parametrize(("width", "columns"), [(200, 4), (120, 3), (100, 2), (80, 2), (40, 2)])
async def test_as_many_columns_as_are_pleasant_to_read(width: int, columns: int):
    async with reader_on(size=(width, 30)) as (screen, pilot):
        shown = await compare(screen, pilot)
        assert len(shown.methods) == columns
        seen = [column.is_on_screen for column in shown.columns]
        assert seen == ([True] * columns if width >= 70 else [True, False])
        await pilot.press("tab")
        await settle(pilot)
        assert shown.columns[1].is_on_screen


async def test_marks_say_which_methods_keep_a_sentence():
    async with reader_on() as (screen, pilot):
        shown = await compare(screen, pilot)
        summaries = [
            screen.reading.ranking_by(method).select(shown.sentences) for method in shown.methods
        ]
        counted = votes(summaries)
        for column, summary in zip(shown.columns, summaries, strict=True):
            first, rows = summary.indices[0], widget_lines(column.view)
            mark = "=" if all(counted[first]) else ballot(counted[first])
            assert rows[0].split()[0] == mark
            assert column.view.document.ids == summary.indices
        shared = next(i for i, vote in counted.items() if sum(vote) == 2)
        shown.sentence = shared
        shown.show_sentence()
        await settle(pilot)
        keepers = [m for m, keeps in zip(shown.methods, counted[shared], strict=True) if keeps]
        labels = ", ".join(find_method(method).label for method in keepers)
        place = screen.reading.article.place_of(shared)
        assert f"{place} · kept by {labels}" in screen_text(shown.app)


async def test_the_cursor_is_on_the_same_sentence_everywhere():
    async with reader_on() as (screen, pilot):
        await pilot.press(">")  # ten sentences: some are kept by both
        await settle(pilot)
        shown = await compare(screen, pilot)
        first, second, _ = (column.view for column in shown.columns)
        common = next(iter(set(first.document.ids) & set(second.document.ids)))
        first.move_cursor(common)
        await settle(pilot)
        assert second.linked == common
        assert shown.source.cursor == common
        await pilot.press("tab")
        await settle(pilot)
        assert second.cursor == common
        assert first.cursor is None
        assert first.linked == common


async def test_a_click_takes_a_column():
    async with reader_on() as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.click(shown.columns[2].view, offset=(8, 1))
        await settle(pilot)
        assert shown.current == 2
        await pilot.press("c")
        await settle(pilot)
        assert screen.reading.state.method == "lsa"


async def test_pins_drops_and_focus_hold_for_every_method():
    async with reader_on() as (screen, pilot):
        reading = screen.reading
        pinned, dropped = reading.ranking.order[-1], reading.ranking.order[0]
        screen.telling.decisions.toggle_pin(pinned)
        screen.telling.decisions.toggle_drop(dropped)
        screen.telling.decisions.toggle_focus("Crimea")
        shown = await compare(screen, pilot)
        for method, column in zip(shown.methods, shown.columns, strict=True):
            assert set(reading.ranking_by(method).focus) == {"Crimea"}
            assert pinned in column.view.document
            assert dropped not in column.view.document


async def test_every_method_can_be_reached_and_chosen():
    async with reader_on() as (screen, pilot):
        await pilot.press("m")
        await settle(pilot)
        menu = screen.app.screen
        assert isinstance(menu, MethodScreen)
        choices = menu.query_one("#methods-list")
        own = {m.name for m in all_methods() if not m.name.startswith("sumy:")}
        assert {option.id for option in choices.options if option.id} == own | {"+sumy"}
        await pilot.press("G", "enter")  # sumy's own are folded until they are asked for
        offered = {option.id for option in choices.options if option.id}
        assert offered == {method.name for method in all_methods()}
        await pilot.press("G")
        await settle(pilot)
        assert "Sumy's own Random, for comparison" in screen_text(screen.app)
        assert screen_text(screen.app).count("Random (sumy)") >= 2
        await pilot.press("enter")
        await settle(pilot)
        assert screen.reading.state.method == all_methods()[-1].name


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_the_summary_follows_the_highlight_and_escape_takes_it_back(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        begun = screen.reading.summary.indices
        await pilot.press("m", "G", "k")
        await pilot.pause(0.2)
        await settle(pilot)
        menu = screen.app.screen
        looked_at = menu.query_one("#methods-list").chosen
        assert screen.reading.state.method == looked_at != "salience"
        first = screen.reading.summary.sentences[0].text
        assert screen.reading.summary.indices != begun
        assert first[:20] in screen_text(screen.app), "the summary is seen beside the menu"
        await pilot.press("escape")
        await settle(pilot)
        assert screen.reading.state.method == "salience"
        assert screen.reading.summary.indices == begun
        assert not screen.reading.undo(), "looking is no decision"
        await pilot.press("m", "j")
        await pilot.pause(0.2)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.reading.state.method != "salience"
        await pilot.press("u")
        await settle(pilot)
        assert screen.reading.state.method == "salience"


async def test_where_all_methods_agree_there_is_one_sign_and_no_colour():
    async with reader_on() as (screen, pilot):
        shown = await compare(screen, pilot)
        shown.action_length(1000)  # everything is kept by all
        await settle(pilot)
        for column in shown.columns:
            text = "\n".join(widget_lines(column.view))
            assert "=" in text
            assert not re.search("[●·▏▎▌]", text)
        shown.action_length(-40)
        await settle(pilot)
        text = "\n".join(widget_lines(shown.columns[0].view))
        assert re.search("[●·]{3}", text)
        assert "▎" in text


async def test_a_method_that_has_a_column_changes_places():
    async with reader_on() as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.press("m", "j", "j", "enter")
        await settle(pilot)
        assert shown.methods == ["lexrank", "salience", "lsa"]


async def test_over_the_votes_only_their_own_keys_work():
    async with reader_on() as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.press("s", "c", "a", "x", "m", "tab", "enter")
        await settle(pilot)
        assert screen.app.screen is shown
        assert shown.methods == ["salience", "lexrank", "lsa"]
        assert said(shown.app) == ["These are the votes: s shows the columns again."]
        lines = "\n".join(widget_lines(shown.source))
        assert re.search("[●·]{3} ", lines), "who keeps a sentence stands beside it"
        await pilot.press("plus")
        await settle(pilot)
        assert "6 sentences each" in screen_text(shown.app)


async def test_the_length_stays_within_the_article():
    async with reader_on() as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.press(*["minus"] * 7)
        await settle(pilot)
        assert "1 sentence each" in screen_text(shown.app)
        shown.action_length(1000)
        await settle(pilot)
        assert "45 sentences each" in screen_text(shown.app)
        assert all(len(column.view.document) == 45 for column in shown.columns)


@pytest.mark.parametrize("text", ["One sentence only.", "Two. Sentences are."])
async def test_small_articles_can_be_compared(tmp_path: Path, text: str):
    page = tmp_path / "small.md"
    page.write_text(text)
    async with reader_on(page) as (screen, pilot):
        shown = await compare(screen, pilot)
        keys = (
            "plus",
            "minus",
            "tab",
            "a",
            "j",
            "s",
            "j",
            "s",
            "x",
            "x",
            "x",
            "m",
            "G",
            "enter",
            "enter",
        )
        for key in keys:
            await pilot.press(key)
        await settle(pilot)
        assert screen.app.screen is shown
        await pilot.press("c")
        await settle(pilot)
        assert screen.app.screen is screen


async def test_a_method_that_fails_says_so_and_leaves_the_others(monkeypatch):
    from summarise import rank

    def fails_for_lsa(article: Article, method: str):
        if method == "lsa":
            raise MethodError("no such [/b] luck")
        return rank(article, method)

    async with reader_on() as (screen, pilot):
        monkeypatch.setattr("summarise.rank", fails_for_lsa)
        shown = await compare(screen, pilot)
        text = screen_text(shown.app)
        assert "LSA   cannot rank this" in text
        assert [told.message for told in shown.app._notifications] == ["no such [/b] luck"]
        assert re.search(r"LexRank   \d+ % shared", text)


async def test_resizing_keeps_methods_and_column():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.press("tab", "plus")
        methods = list(shown.methods)
        for width, height in ((40, 10), (80, 24), (200, 60)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert shown.methods == methods
            assert shown.columns[1].view.has_focus
            assert shown.columns[1].is_on_screen


async def test_the_head_of_a_narrow_column_is_cut_between_its_facts():
    async with reader_on(size=(200, 30)) as (screen, pilot):
        shown = await compare(screen, pilot)
        assert len(shown.methods) == 4
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        (heads,) = (line for line in screen_lines(shown.app) if "LexRank" in line)
        assert re.search(r"LexRank   \d+ % ", heads)
        assert "…" not in heads


@pytest.mark.parametrize("width", [60, 80, 200])
async def test_the_legend_of_the_votes_names_every_method(width):
    async with reader_on(size=(200, 30)) as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.press("s")
        await pilot.resize_terminal(width, 30)
        await settle(pilot)
        (legend,) = (line for line in screen_lines(shown.app) if "LexRank" in line)
        assert all(find_method(method).label in legend for method in shown.methods)
        assert ("Source" in legend) == (width > 60)


async def test_columns_that_have_no_room_any_more_come_with_the_focus():
    async with reader_on(size=(200, 30)) as (screen, pilot):
        shown = await compare(screen, pilot)
        await pilot.resize_terminal(80, 30)
        await settle(pilot)
        assert [column.is_on_screen for column in shown.columns] == [True, True, True, False]
        for there in ([True, True, True, False],) * 2 + ([False, True, True, True],):
            await pilot.press("tab")
            await settle(pilot)
            assert [column.is_on_screen for column in shown.columns] == there
            assert shown.columns[shown.current].view.has_focus
            assert shown.columns[shown.current].size.width >= 20
        await pilot.press("tab")
        await settle(pilot)
        assert shown.current == 0
        assert shown.columns[0].is_on_screen
