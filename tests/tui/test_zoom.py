"""From the title over one sentence, the outline and the panes to the whole text, on two keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarise.ranking.shown import shown_text
from tests.tui.driving import reader_on, said, settle
from tests.tui.screen_text import screen_text, style_of, widget_lines
from tui.state.reading_state import Layout
from tui.state.settings import Settings
from tui.text.layout import Columns
from tui.text.wording import reading_time
from tui.text.wrapping import wrap

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


async def test_an_article_without_headings_is_told_in_its_paragraphs():
    async with reader_on(size=(100, 30)) as (screen, pilot):
        await pilot.press("O")
        await settle(pilot)
        assert "Outline   no headings · 6 parts" in screen_text(screen.app)
        assert style_of(screen.summary, "Paragraphs 1–3").bold
        assert not style_of(screen.summary, "36 s").bold, "the number is quiet"


async def test_of_a_text_too_short_for_an_outline_that_is_said(tmp_path: Path):
    (tmp_path / "ice.txt").write_text("The ice held.\n\nNobody crossed it.\n\nIt is gone.\n")
    async with reader_on(tmp_path / "ice.txt") as (screen, pilot):
        await pilot.press("O")
        await settle(pilot)
        assert said(screen.app) == ["No headings, and too short to be told in parts."]
        assert screen.reading.state.layout is Layout.BOTH


async def test_a_part_without_words_of_its_own_has_no_time(tmp_path: Path):
    told = "The mill was built beside the river. It stood there for a hundred years."
    (tmp_path / "mill.md").write_text(f"# Mill\n\n## Plates\n\n## Wheel\n\n{told}\n")
    async with reader_on(tmp_path / "mill.md", size=(100, 30)) as (screen, pilot):
        await pilot.press("O")
        await settle(pilot)
        lines = [line.strip() for line in widget_lines(screen.summary)]
        assert any(line.endswith("Plates") for line in lines)
        assert any(line.endswith("Wheel  4 s") for line in lines)


async def test_beside_the_outline_the_source_stands_where_it_stands_beside_the_summary(
    handbook: Path,
):
    async with reader_on(handbook, size=(200, 40)) as (screen, pilot):
        beside = screen.source._layout_now.columns.left
        await pilot.press("O")
        await settle(pilot)
        assert screen.source._layout_now.columns.left == beside == 0
        screen.panes.show_in(Layout.SOURCE)
        await settle(pilot)
        assert screen.source._layout_now.columns.left > 20, "alone it stands in the middle"


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


async def test_what_stands_above_the_first_heading_is_a_part_of_the_outline(handbook: Path):
    handbook.write_text(
        f"Norwick has a long winter.\n\n{handbook.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    async with reader_on(handbook, size=(100, 24)) as (screen, pilot):
        screen.reading.keep(12)
        await settle(pilot)
        screen.source.move_cursor(screen.reading.article.candidates[0])
        await settle(pilot)
        await pilot.press("O")
        await settle(pilot)
        first = screen.summary.document.ids[0]
        assert screen.reading.article.sentences[first].text == "Norwick has a long winter."
        assert "Opening" in widget_lines(screen.summary)[0]
        assert (screen.summary.cursor, screen.summary.scroll_offset.y) == (first, 0)


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


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 20), (40, 10)])
async def test_the_first_length_follows_the_article_within_the_pane(size: tuple[int, int]):
    async with reader_on(size=size, settings=Settings()) as (screen, _):
        summary = screen.reading.summary
        suggested = summary.ranking.suggested_length
        assert summary.size <= max(3, suggested)
        assert screen.summary.row_count <= screen.summary.size.height or summary.size == 1
        longer = Columns.of(
            screen.summary.scrollable_content_region.width, 80, 45, 0, screen.summary.label_cells
        )
        following = shown_text(
            summary.ranking.article,
            summary.ranking.article.sentences[summary.ranking.order[summary.size]],
        )
        rows = screen.summary.row_count + 1 + len(wrap(following, longer.text))
        assert summary.size == max(3, suggested) or rows > screen.summary.size.height


async def test_a_length_that_was_asked_for_is_used_whatever_fits():
    async with reader_on(size=(80, 24), settings=Settings(length="30")) as (screen, _):
        assert screen.reading.summary.size == 30


async def test_a_long_text_says_how_long_the_rest_takes(tmp_path: Path):
    page = tmp_path / "novel.txt"
    line = "The captain wrote a line about the weather of the day, and then another one."
    page.write_text("\n\n".join(f"{line} It was day {n}." for n in range(400)))
    async with reader_on(page, size=(140, 40)) as (screen, pilot):
        assert "min left" in screen_text(screen.app)
        await pilot.press("l", "G")
        await settle(pilot)
        assert "1 s left" in screen_text(screen.app)
    page = tmp_path / "manual.md"
    code = "```\n" + "set sail and wait for the tide to turn again\n" * 400 + "```"
    told = "\n\n".join(f"{line} It was day {n}." for n in range(400))
    page.write_text(f"# The log\n\n{line}\n\n{code}\n\n{told}")
    async with reader_on(page, size=(140, 40)) as (screen, pilot):
        whole = screen.widgets.head.text.rpartition(" · ")[2]
        await pilot.press("l", "g")
        await settle(pilot)
        assert f"{whole} left" in screen.widgets.source_head.text, "listings count in neither"
    async with reader_on(size=(140, 40)) as (screen, _):
        assert " left" not in screen.widgets.source_head.text


async def test_what_is_left_at_the_beginning_is_as_long_as_the_article(tmp_path: Path):
    page = tmp_path / "long.md"
    heading = "# A heading of ten words that stands above every short paragraph\n\n"
    line = "The captain wrote a line about the weather of the day, and then another one."
    page.write_text("# The log\n\n" + "\n\n".join([f"{heading}{line} {line}"] * 300))
    async with reader_on(page, size=(140, 40)) as (screen, pilot):
        screen.source.focus()
        await pilot.press("g")
        await settle(pilot)
        whole = reading_time(screen.reading.article.words)
        assert f" · {whole}" in screen_text(screen.app)
        assert f"{whole} left" in screen_text(screen.app)
