"""The length bar: keys, drag, click and wheel, and a scale that is fine where lengths are short."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import on
from textual.app import ComposeResult
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from tests.tui.screen_text import widget_lines
from tui.process.coloured_app import ColouredApp
from tui.widgets.length_bar import LengthBar
from tui.widgets.length_scale import LengthScale

totals = st.integers(0, 100_000) | st.integers(0, 200)
widths = st.integers(1, 250)


class BarApp(ColouredApp[None]):
    """A bar, and the lengths it told."""

    def __init__(self, bar: LengthBar) -> None:
        super().__init__()
        self.bar = bar
        self.told: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.bar

    @on(LengthBar.Changed)
    def changed(self, event: LengthBar.Changed) -> None:
        self.told.append(event.value)


@asynccontextmanager
async def showing(
    bar: LengthBar, width: int = 40
) -> AsyncIterator[tuple[LengthBar, list[int], Pilot[None]]]:
    """A bar that has the keys."""
    app = BarApp(bar)
    async with app.run_test(size=(width, 3)) as pilot:
        bar.focus()
        await pilot.pause()
        yield bar, app.told, pilot


@given(totals, widths)
def test_cells_stand_for_growing_lengths_exact_at_the_ends(total: int, cells: int) -> None:
    scale = LengthScale(total, cells)
    lengths = [scale.value_at(cell) for cell in range(cells)]
    assert lengths == sorted(lengths)
    assert lengths[-1] == total
    assert (scale.value_at(-5), scale.value_at(cells + 5)) == (lengths[0], lengths[-1])
    if cells > 1:
        assert lengths[0] == min(1, total)
    if total > 1 and cells > 1:
        assert (scale.cell_of(1), scale.cell_of(total)) == (0, cells - 1)


@given(totals, widths, st.data())
def test_every_position_of_the_knob_is_where_its_length_is(
    total: int, cells: int, data: st.DataObject
) -> None:
    scale = LengthScale(total, cells)
    cell = data.draw(st.integers(0, cells - 1))
    length = scale.value_at(cell)
    assert scale.value_at(scale.cell_of(length)) == length
    if total >= cells > 1:
        assert scale.cell_of(length) == cell


@given(totals, widths, st.data())
def test_a_longer_length_is_never_left_of_a_shorter_one(
    total: int, cells: int, data: st.DataObject
) -> None:
    scale = LengthScale(total, cells)
    one, other = sorted(data.draw(st.lists(st.integers(0, total), min_size=2, max_size=2)))
    assert 0 <= scale.cell_of(one) <= scale.cell_of(other) < cells


def test_short_lengths_are_near_each_other_in_a_novel() -> None:
    scale = LengthScale(60_000, 60)
    lengths = [scale.value_at(cell) for cell in range(60)]
    assert sum(length <= 20 for length in lengths) >= 10
    assert all(following - length <= max(2, length / 3) for length, following in pairwise(lengths))


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("right", 6),
        ("l plus", 7),
        ("left", 4),
        ("h minus", 3),
        ("L", 7),
        ("shift+right shift+left", 5),
        ("home", 1),
        ("home left", 1),
        ("end", 38),
        ("end right", 38),
        ("s", 12),
    ],
)
async def test_keys(keys: str, value: int) -> None:
    async with showing(LengthBar(5, 38, suggested=12)) as (bar, told, pilot):
        await pilot.press(*keys.split())
        assert bar.value == value
        assert told[-1:] == ([value] if value != 5 else told[-1:])


async def test_the_program_sets_it_without_a_message() -> None:
    async with showing(LengthBar(5, 38)) as (bar, told, pilot):
        bar.value = 9
        bar.value = 99
        assert bar.value == 38
        bar.total = 10
        assert bar.value == 10
        await pilot.pause()
        assert told == []


async def test_a_drag_follows_the_mouse_even_off_the_bar() -> None:
    async with showing(LengthBar(5, 400)) as (bar, told, pilot):
        await pilot.mouse_down(bar, offset=(10, 0))
        assert bar.value == bar.scale.value_at(10)
        await pilot.hover(offset=(25, 2))
        assert bar.value == bar.scale.value_at(25)
        await pilot.hover(offset=(39, 1))
        assert bar.value == 400
        await pilot.mouse_up(offset=(39, 1))
        await pilot.hover(offset=(3, 0))
        assert bar.value == 400
        assert told == [bar.scale.value_at(10), bar.scale.value_at(25), 400]


async def test_a_click_on_the_mark_gives_exactly_the_suggested_length() -> None:
    async with showing(LengthBar(5, 6000, suggested=777), width=30) as (bar, _, pilot):
        await pilot.click(bar, offset=(bar.scale.cell_of(777), 0))
        assert bar.value == 777


async def test_the_wheel_steps() -> None:
    async with showing(LengthBar(5, 38)) as (bar, told, pilot):
        for event, step in ((MouseScrollUp, -1), (MouseScrollDown, 1)):
            bar.post_message(event(bar, 5, 0, 0, step, 0, False, False, False, 5, 0))
            await pilot.pause()
        assert told == [6, 5]


async def test_what_it_looks_like() -> None:
    async with showing(LengthBar(5, 21, suggested=11), width=21) as (bar, _, pilot):
        assert widget_lines(bar) == ["━━━━●─────◆──────────"]
        bar.value = 15
        assert widget_lines(bar) == ["━━━━━━━━━━◆━━━●──────"]
        bar.value = 11
        assert widget_lines(bar) == ["━━━━━━━━━━●──────────"]
        bar.suggested = None
        bar.value = 21
        assert widget_lines(bar) == ["━━━━━━━━━━━━━━━━━━━━●"]
        await pilot.resize_terminal(5, 3)
        assert widget_lines(bar) == ["━━━━●"]


@pytest.mark.parametrize(("total", "value"), [(0, 0), (1, 1)])
async def test_nothing_to_choose(total: int, value: int) -> None:
    async with showing(LengthBar(5, total), width=10) as (bar, told, pilot):
        await pilot.press("right", "left", "L", "home", "end", "s")
        await pilot.click(bar, offset=(4, 0))
        assert (bar.value, told) == (value, [])
        assert widget_lines(bar) == [["──────────"], ["━━━━━━━━━●"]][total]


def test_every_key_has_an_id_and_says_what_it_does() -> None:
    for binding in LengthBar.BINDINGS:
        assert binding.id.startswith("bar.")  # type: ignore[union-attr]
        assert binding.tooltip  # type: ignore[union-attr]
