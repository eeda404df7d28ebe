"""A document view keeps the place, whatever happens to its size and its text."""

from __future__ import annotations

import pytest

from summarise.article import Kind
from tests.tui.document_app import LONG, SHORT, ViewApp, block, in_sight, showing
from tests.tui.screen_text import widget_lines
from tui.widgets.document_view import DocumentView


async def test_reveal_scrolls_as_far_as_asked() -> None:
    async with showing(*LONG) as (view, _, _pilot):
        view.reveal(200, align="top")
        assert view.rows_of(200)[0] - view.scroll_offset.y <= 2
        view.reveal(240, align="centre")
        assert abs(view.rows_of(240)[0] - view.scroll_offset.y - view.size.height // 2) <= 1
        there = view.scroll_offset.y
        view.reveal(241)
        assert view.scroll_offset.y == there
        view.reveal(999)
        assert view.scroll_offset.y == there


async def test_resizing_back_and_forth_keeps_the_place() -> None:
    async with showing(*LONG, size=(70, 20)) as (view, _, pilot):
        view.scroll_to(y=150, animate=False)
        await pilot.pause()
        top = view.sentence_at_row(view.scroll_offset.y)
        assert top is not None
        for width in (31, 44, 120, 25, 70):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            here = view.sentence_at_row(view.scroll_offset.y)
            assert here is not None
            assert abs(here - top) <= 1
        assert view.scroll_offset.y == 150


async def test_a_cursor_in_sight_stays_in_sight_and_at_its_height() -> None:
    async with showing(*LONG, size=(70, 20)) as (view, _, pilot):
        view.cursor = 120
        view.reveal(120, align="centre")
        height = view.rows_of(120)[0] - view.scroll_offset.y
        for width, rows in ((31, 20), (70, 8), (120, 30), (70, 20)):
            await pilot.resize_terminal(width, rows)
            await pilot.pause()
            assert in_sight(view, 120)
        assert view.rows_of(120)[0] - view.scroll_offset.y == height


async def test_a_new_document_keeps_the_place_if_asked() -> None:
    async with showing(*LONG) as (view, _, pilot):
        view.cursor = 200
        view.reveal(200, align="centre")
        height = view.rows_of(200)[0] - view.scroll_offset.y
        view.set_marks({200: "9"})
        view.show(LONG[10:], keep_place=True)
        await pilot.pause()
        assert view.cursor == 200
        assert view.rows_of(200)[0] - view.scroll_offset.y == height
        assert any(line.startswith("  9 ") for line in widget_lines(view))
        view.show(SHORT, keep_place=True)
        await pilot.pause()
        assert view.cursor == 0
        view.show(LONG)
        await pilot.pause()
        assert (view.cursor, view.scroll_offset.y) == (0, 0)
        assert not any(line.startswith("  9 ") for line in widget_lines(view))


async def test_what_is_gone_leaves_the_cursor_at_its_neighbour() -> None:
    async with showing(*LONG) as (view, _, pilot):
        view.cursor = 201
        view.reveal(201, align="centre")
        height = view.rows_of(201)[0] - view.scroll_offset.y
        view.show([b for b in LONG if b is not LONG[50]], keep_place=True)
        await pilot.pause()
        assert view.cursor == 199
        assert abs(view.rows_of(199)[0] - view.scroll_offset.y - height) <= 1


async def test_changing_the_column_rewraps() -> None:
    async with showing(*LONG, size=(90, 20)) as (view, _, pilot):
        before = view.row_count
        view.max_column = 30
        await pilot.pause()
        assert view.row_count > before
        assert max(len(line.strip()) for line in widget_lines(view)) <= 34


async def test_a_document_shown_before_there_is_room_for_it() -> None:
    app = ViewApp()
    view = DocumentView()
    view.show(SHORT)
    view.reveal(3)
    async with app.run_test(size=(60, 20)) as pilot:
        await app.mount(view)
        await app.query(DocumentView).first().remove()
        await pilot.pause()
        assert any("One fish." in line for line in widget_lines(view))


async def test_a_sentence_revealed_before_there_is_room_is_in_sight_later() -> None:
    app = ViewApp()
    async with app.run_test(size=(60, 20)) as pilot:
        view = DocumentView()
        view.show(LONG)
        view.cursor = 200
        view.reveal(200)
        await app.query(DocumentView).first().remove()
        await app.mount(view)
        await pilot.pause()
        assert in_sight(view, 200)


async def test_a_view_that_was_hidden_is_where_it_was() -> None:
    async with showing(*LONG) as (view, _, pilot):
        view.cursor = 200
        view.reveal(200)
        top = view.scroll_offset.y
        view.display = False
        await pilot.pause()
        view.show(LONG, keep_place=True)
        view.set_marks({200: "3"})
        await pilot.pause()
        view.display = True
        await pilot.pause()
        assert view.scroll_offset.y == top
        assert any(line.startswith("  3 ") for line in widget_lines(view))


@pytest.mark.parametrize("height", range(3, 14))
async def test_no_view_begins_on_a_rule_whose_heading_is_out_of_sight(height: int) -> None:
    """The first sentence of a page below its title, and every sentence that is gone to."""
    parts = [
        (
            block(f"Part {n} of the story", first=9 * n, kind=Kind.HEADING, ruled=True),
            block(*(f"It was the year {9 * n + k}." for k in range(1, 9)), first=9 * n + 1),
        )
        for n in range(6)
    ]
    async with showing(*(b for part in parts for b in part), size=(40, height)) as (view, _, pilot):
        for align in ("nearest", "top", "centre"):
            for sentence in (*range(1, 54), *range(53, 0, -1)):
                view.cursor = sentence
                view.reveal(sentence, align=align)
                await pilot.pause(0)
                assert in_sight(view, sentence)
                at_the_end = view.scroll_offset.y == view.max_scroll_y  # further down is no text
                assert at_the_end or "─" not in widget_lines(view)[0]
        view.cursor = 1
        view.reveal(1)
        view.show([parts[0][0], parts[0][1]], keep_place=True)
        await pilot.pause()
        assert "─" not in widget_lines(view)[0]
