"""From the title over one sentence, the outline and the panes to the whole text, on two keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import reader_on, said, settle
from tests.tui.screen_text import screen_text, widget_lines
from tui.state.reading_state import Layout

PLACES = ("harbour", "market", "school", "tower", "bridge", "mill", "garden")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """An article with chapters, and sections in one of them."""
    lines = ["# A handbook of Varnholm", ""]
    for place in PLACES:
        lines += [f"## The {place}", ""]
        for other, what in (("council", "closed"), ("family", "painted"), ("captain", "praised")):
            lines += [f"The {other} of Varnholm {what} the {place} in the year of the flood.", ""]
        if place == "school":
            for part in ("Teachers", "Pupils"):
                lines += [f"### {part}", "", f"The {part.lower()} came by ferry every day.", ""]
    page = tmp_path / "handbook.md"
    page.write_text("\n".join(lines))
    return page


async def test_two_keys_lead_from_the_title_to_the_whole_text():
    async with reader_on(size=(140, 40)) as (screen, pilot):
        await pilot.press("comma")
        await settle(pilot)
        best = screen.reading.article.sentences[screen.reading.ranking.order[0]]
        assert screen.reading.state.layout is Layout.SENTENCE
        assert "One sentence" in screen_text(screen.app)
        shown = " ".join(" ".join(widget_lines(screen.summary)).split())
        assert shown == " ".join(best.text.split())
        assert not screen.source.is_on_screen
        await pilot.press("comma")
        await settle(pilot)
        assert screen.reading.article.title in " ".join(widget_lines(screen.summary))
        await pilot.press("comma")
        await settle(pilot)
        assert said(screen.app) == ["This is as short as it gets."]
        seen = []
        for _ in range(4):
            await pilot.press("full_stop")
            await settle(pilot)
            seen.append((screen.summary.is_on_screen, screen.source.is_on_screen))
        assert seen == [(True, False), (True, True), (False, True), (False, True)]
        assert screen.reading.state.layout is Layout.SOURCE
        assert screen.source.has_focus
        await pilot.press("full_stop")
        await settle(pilot)
        assert said(screen.app) == ["This is the whole text."]


async def test_enter_leads_from_the_one_sentence_to_its_place_and_back():
    async with reader_on() as (screen, pilot):
        await pilot.press("comma", "enter")
        await settle(pilot)
        assert screen.source.has_focus
        assert screen.source.cursor == screen.reading.ranking.order[0]
        await pilot.press("enter")
        await settle(pilot)
        assert screen.reading.state.layout is Layout.SENTENCE


async def test_a_length_asks_to_see_the_summary_and_undo_goes_back():
    async with reader_on() as (screen, pilot):
        await pilot.press("comma", "plus")
        await settle(pilot)
        assert screen.reading.state.layout is Layout.BOTH
        assert "6 of 45 sentences" in screen_text(screen.app)
        await pilot.press("u", "u")
        await settle(pilot)
        assert screen.reading.state.layout is Layout.BOTH
        assert screen.reading.summary.size == 5


async def test_an_article_of_many_headings_has_an_outline_on_the_axis(handbook: Path):
    async with reader_on(handbook, size=(140, 50)) as (screen, pilot):
        await pilot.press("comma")
        await settle(pilot)
        shown = "\n".join(widget_lines(screen.summary))
        for place in PLACES:
            assert f"The {place}  " in shown
        assert "  Teachers  " in shown
        assert "of Varnholm" in shown
        assert screen.source.is_on_screen
        assert "Outline" in screen_text(screen.app)


async def test_the_outline_points_at_the_part_that_is_read_and_jumps_to_one(handbook: Path):
    async with reader_on(handbook, size=(140, 50)) as (screen, pilot):
        await pilot.press("O")
        await settle(pilot)
        article = screen.reading.article
        mill = next(s.index for s in article.sentences if s.text == "The mill")
        screen.summary.move_cursor(mill)
        await pilot.press("enter", "j")
        await settle(pilot)
        assert screen.source.cursor == mill + 1
        assert screen.summary.cursor in (mill, mill + 1)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.summary.has_focus
        assert screen.summary.cursor == mill


async def test_parts_are_folded_and_then_stand_for_all_that_is_in_them(handbook: Path):
    async with reader_on(handbook, size=(140, 50)) as (screen, pilot):
        await pilot.press("O")
        await settle(pilot)
        pupils = next(s.index for s in screen.reading.article.sentences if s.text == "Pupils")
        screen.summary.move_cursor(pupils)
        await pilot.press("F")
        await settle(pilot)
        shown = "\n".join(widget_lines(screen.summary))
        assert "Teachers" not in shown
        assert any("+ " in line and "The school" in line for line in shown.splitlines())
        await pilot.press("F")
        await settle(pilot)
        assert "Teachers" in "\n".join(widget_lines(screen.summary))


async def test_outside_of_the_outline_nothing_is_folded():
    async with reader_on() as (screen, pilot):
        await pilot.press("F")
        await settle(pilot)
        assert said(screen.app) == ["Parts are folded in the outline: O shows it."]
