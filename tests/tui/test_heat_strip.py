"""The strip at the edge: scores, what is kept and what is in view, over the whole article."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.pilot import Pilot

from tests.tui.document_app import LONG, SHORT, in_sight
from tests.tui.screen_text import widget_lines
from tui.process.coloured_app import ColouredApp
from tui.text.document import Block
from tui.widgets.document_view import DocumentView
from tui.widgets.heat_strip import HeatStrip


class StripApp(ColouredApp[None]):
    """A view with its strip, which scrolls it."""

    jumps: list[HeatStrip.Jumped]

    def __init__(self) -> None:
        super().__init__()
        self.jumps = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield DocumentView()
            yield HeatStrip()

    def on_mount(self) -> None:
        self.query_one(HeatStrip).follow(self.query_one(DocumentView))

    @on(HeatStrip.Jumped)
    def jumped(self, event: HeatStrip.Jumped) -> None:
        self.jumps.append(event)
        if event.sentence is not None:
            self.query_one(DocumentView).reveal(event.sentence, align="centre")


@asynccontextmanager
async def showing(
    *blocks: Block, size: tuple[int, int] = (60, 20)
) -> AsyncIterator[tuple[HeatStrip, DocumentView, Pilot[None]]]:
    """A strip beside a view of some blocks."""
    app = StripApp()
    async with app.run_test(size=size) as pilot:
        strip, view = app.query_one(HeatStrip), app.query_one(DocumentView)
        view.show(blocks)
        await pilot.pause()
        yield strip, view, pilot


async def test_a_short_article_has_the_strip_rows_beside_its_own() -> None:
    async with showing(*SHORT) as (strip, view, _):
        strip.set_scores({0: 3, 2: 0, 3: 1, 4: 3, 5: 2})
        strip.set_kept([2])
        view.cursor = 3
        lines = widget_lines(strip)
        assert lines[0] == " ▓"
        assert lines[view.rows_of(2)[0]] == " █"
        assert lines[view.rows_of(3)[0]].startswith("▸")
        assert set(lines[view.row_count :]) == {""}


async def test_scores_are_shaded_over_the_whole_article() -> None:
    async with showing(*LONG) as (strip, _, _pilot):
        strip.set_scores({sentence: sentence // 100 for sentence in range(400)})
        shades = [line[1:2].strip() for line in widget_lines(strip)][1:]
        assert [shade for place, shade in enumerate(shades) if shade not in shades[:place]] == [
            "",
            "░",
            "▒",
            "▓",
        ]


async def test_kept_sentences_are_solid_and_follow_the_length() -> None:
    async with showing(*LONG) as (strip, view, _):
        view.cursor = 0
        strip.set_kept([200])
        kept = [place for place, line in enumerate(widget_lines(strip)) if line.endswith("█")]
        assert kept
        assert all(9 <= place <= 10 for place in kept)
        strip.set_kept({200: "1", 399: "2"})
        assert widget_lines(strip)[-1].endswith("█")


async def test_a_dense_summary_shows_where_most_is_kept() -> None:
    async with showing(*LONG) as (strip, _, _pilot):
        strip.set_kept([*range(0, 400, 10), *range(300, 340)])
        lines = widget_lines(strip)
        assert all(line.endswith("█") for line in lines[15:17])
        assert sum(line.endswith("█") for line in lines) < 10


async def test_the_part_in_view_and_the_cursor_move_along() -> None:
    async with showing(*LONG) as (strip, view, pilot):
        view.scroll_to(y=view.row_count // 2, animate=False)
        await pilot.pause()
        lines = [line[:1] for line in widget_lines(strip)]
        assert [place for place, cell in enumerate(lines) if cell == "▕"] == [9, 10]
        assert lines[0] == "▸"
        view.cursor = 399
        view.reveal(399)
        await pilot.pause()
        lines = [line[:1] for line in widget_lines(strip)]
        assert lines[-1] == "▸"
        assert not any(cell.strip() for cell in lines[:15])


async def test_a_click_and_a_drag_jump() -> None:
    async with showing(*LONG) as (strip, view, pilot):
        app = pilot.app
        assert isinstance(app, StripApp)
        await pilot.mouse_down(strip, offset=(1, 10))
        assert app.jumps[-1].sentence is not None
        assert in_sight(view, app.jumps[-1].sentence)
        assert 0.4 < app.jumps[-1].fraction < 0.6
        await pilot.hover(strip, offset=(1, 19))
        assert app.jumps[-1].fraction == 1
        await pilot.mouse_up(strip, offset=(1, 19))
        heard = len(app.jumps)
        await pilot.hover(strip, offset=(1, 3))
        assert len(app.jumps) == heard


@pytest.mark.parametrize("width", [1, 2, 4])
async def test_any_width_and_an_empty_article(width: int) -> None:
    async with showing() as (strip, view, pilot):
        strip.styles.width = width
        strip.set_scores({})
        strip.set_kept([])
        await pilot.click(strip, offset=(0, 3))
        await pilot.pause()
        assert set(widget_lines(strip)) == {""}
        view.show(SHORT)
        strip.set_kept([0])
        await pilot.pause()
        assert "█" in widget_lines(strip)[0]


async def test_a_resize_and_a_new_document_are_followed() -> None:
    async with showing(*LONG) as (strip, view, pilot):
        strip.set_scores({sentence: sentence // 100 for sentence in range(400)})
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert len(widget_lines(strip)) == 8
        assert widget_lines(strip)[-1].endswith("▓")
        view.show(SHORT)
        await pilot.pause()
        assert set(widget_lines(strip)[view.row_count :]) <= {""}


async def test_a_novel_is_surveyed_in_a_moment() -> None:
    novel = [Block("A few words.", ((n, 0, 12),)) for n in range(60_000)]
    async with showing(*novel) as (strip, _, _pilot):
        strip.set_scores({n: n % 4 for n in range(60_000)})
        widget_lines(strip)
        start = time.process_time()
        strip.set_kept(range(0, 60_000, 10))
        widget_lines(strip)
        assert time.process_time() - start < 0.25  # about 5 ms on an idle machine
