"""A document view under the reader's hands: keys, mouse and selection."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.tui.document_app import LONG, SHORT, block, cell_at, colours, in_sight, showing
from tests.tui.screen_text import widget_lines
from tui.text.document import Block
from tui.widgets.document_view import DocumentView

# Keys


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        ("j", 1),
        ("down down j", 3),
        ("j j k", 1),
        ("k", 0),
        ("right_curly_bracket", 2),
        ("} }", 3),
        ("} } j j {", 3),
        ("} } { {", 0),
        ("G", 5),
        ("end", 5),
        ("G g", 0),
        ("G home", 0),
        ("G j", 5),
    ],
)
async def test_keys_move_the_cursor(keys: str, cursor: int) -> None:
    async with showing(*SHORT) as (view, heard, pilot):
        names = {"}": "right_curly_bracket", "{": "left_curly_bracket"}
        await pilot.press(*(names.get(key, key) for key in keys.split()))
        assert view.cursor == cursor
        if cursor:
            assert heard.moved[-1] == cursor


@pytest.mark.parametrize(
    ("down", "up"),
    [("ctrl+d", "ctrl+u"), ("space", "b"), ("f", "b"), ("pagedown", "pageup")],
)
async def test_pages_take_the_cursor_along_and_back(down: str, up: str) -> None:
    async with showing(*LONG) as (view, heard, pilot):
        await pilot.press(down, down)
        assert view.scroll_offset.y > 0
        assert view.cursor == heard.moved[-1]
        assert in_sight(view, view.cursor)
        await pilot.press(up, up, up)
        assert view.scroll_offset.y == 0
        assert view.cursor == 0


async def test_paging_reaches_every_row_and_the_end() -> None:
    async with showing(*LONG[:20], size=(60, 12)) as (view, _, pilot):
        seen = set(range(view.size.height))
        while view.cursor != 79:
            await pilot.press("space")
            top = view.scroll_offset.y
            seen |= set(range(top, top + view.size.height))
        assert seen >= set(range(view.row_count))


async def test_every_sentence_can_be_reached_and_is_in_sight() -> None:
    async with showing(*LONG[:4], block("Not part of it.", first=90, aside=True)) as (
        view,
        heard,
        pilot,
    ):
        for sentence in [*range(1, 16), 90]:
            await pilot.press("j")
            assert view.cursor == sentence
            assert in_sight(view, sentence)
        assert heard.moved == [*range(1, 16), 90]


async def test_enter_opens_the_sentence_under_the_cursor() -> None:
    async with showing(*SHORT) as (_, heard, pilot):
        await pilot.press("j", "enter")
        assert heard.opened == [1]


async def test_the_program_moves_the_cursor_without_a_message() -> None:
    async with showing(*SHORT) as (view, heard, pilot):
        view.cursor = 4
        await pilot.pause()
        assert heard.moved == []
        view.cursor = 77
        assert view.cursor is None


async def test_every_key_has_an_id_and_says_what_it_does() -> None:
    for binding in DocumentView.BINDINGS:
        assert binding.id.startswith("view.")
        assert binding.description
        assert binding.tooltip


# Mouse


async def test_a_click_moves_the_cursor_and_hovering_tells() -> None:
    async with showing(*SHORT) as (view, heard, pilot):
        x, y = cell_at(view, "cold.")
        await pilot.hover(view, offset=(x, y))
        assert view.hovered == 4
        assert heard.hovered[-1] == 4
        await pilot.click(view, offset=(x, y))
        assert view.cursor == 4
        assert heard.moved == [4]
        assert heard.opened == []


async def test_a_click_on_a_label_opens() -> None:
    async with showing(*SHORT) as (view, heard, pilot):
        view.set_marks({2: "7"})
        x, y = cell_at(view, "7")
        await pilot.click(view, offset=(x, y))
        assert heard.opened == [2]


async def test_the_wheel_scrolls_without_the_cursor_and_keys_go_on_from_what_is_seen() -> None:
    async with showing(*LONG) as (view, heard, pilot):
        for _ in range(12):
            view.post_message(_wheel(view))
            await pilot.pause()
        assert view.scroll_offset.y >= 12
        assert view.cursor == 0
        assert heard.moved == []
        await pilot.press("j")
        assert in_sight(view, heard.moved[-1])


def _wheel(view: DocumentView) -> Any:
    from textual.events import MouseScrollDown

    return MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False, 5, 5)


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    view = pilot.app.query_one(DocumentView)
    await pilot.mouse_down(view, offset=start)
    await pilot.hover(view, offset=end)
    await pilot.mouse_up(view, offset=end)


async def test_a_drag_selects_exactly_across_paragraphs() -> None:
    async with showing(*SHORT) as (view, heard, pilot):
        start, end = cell_at(view, "Two"), cell_at(view, "fish do")
        await drag(pilot, start, (end[0] + 3, end[1]))
        expected = "Two fish.\n\nRed fish swim in the warm bay.\n\nBlue fish"
        assert view.screen.get_selected_text() == expected
        assert heard.moved == []  # a drag is not a click


async def test_what_is_selected_is_drawn_so_and_can_reach_below_the_text() -> None:
    async with showing(*SHORT) as (view, _, pilot):
        plain = colours(view, "Nobody")
        x, y = cell_at(view, "Nobody")
        await drag(pilot, (x, y), (x + 2, view.size.height - 2))
        assert view.screen.get_selected_text() == "Nobody asks."
        assert colours(view, "Nobody") != plain
        await pilot.press("escape")
        assert colours(view, "Nobody") == plain


async def test_a_drag_from_the_margin_begins_at_the_start_of_its_row() -> None:
    async with showing(*SHORT, size=(26, 20)) as (view, _, pilot):
        x, y = cell_at(view, "bay.")
        assert widget_lines(view)[y].strip() == "warm bay."
        await drag(pilot, (0, y), (x + 3, y))
        assert view.screen.get_selected_text() == "warm bay."


async def test_a_selection_does_not_mind_how_the_text_is_wrapped() -> None:
    async with showing(*SHORT) as (view, _, pilot):
        await drag(pilot, cell_at(view, "Red"), (50, cell_at(view, "Red")[1]))
        before = view.screen.get_selected_text()
        await pilot.resize_terminal(24, 20)
        assert view.screen.get_selected_text() == before == SHORT[1].text


@pytest.mark.parametrize("separator", ["\u2028", "\x85", "\x0c", "\x0b", "\u2029", "\x1c"])
async def test_odd_separators_stay_in_the_selection(separator: str) -> None:
    text = f"One{separator}half."
    async with showing(Block(text, ((0, 0, len(text)),)), *SHORT[1:]) as (view, _, pilot):
        await drag(pilot, cell_at(view, "half"), cell_at(view, "fish swim"))
        assert view.screen.get_selected_text() == "half.\n\nRed f"
        x, y = cell_at(view, "One")
        await drag(pilot, (x, y), (x + 8, y))
        assert view.screen.get_selected_text() == text


async def test_wide_characters_and_joined_emoji_select_exactly() -> None:
    text = "日本 👩\u200d💻 e\u0301a end."
    async with showing(Block(text, ((0, 0, len(text)),))) as (view, _, pilot):
        x, y = cell_at(view, "日本")
        cells = {"日": 0, "本": 2, "👩": 5, "a": 9, "e": 11}
        await drag(pilot, (x + cells["a"], y), (x + cells["a"] + 4, y))
        assert view.screen.get_selected_text() == "a end"
        await drag(pilot, (x + cells["本"], y), (x + cells["本"] + 1, y))
        assert str(view.screen.get_selected_text()).startswith("本")


async def test_double_click_selects_the_sentence_triple_the_paragraph() -> None:
    async with showing(*SHORT) as (view, heard, pilot):
        spot = cell_at(view, "prefer")
        await pilot.double_click(view, offset=spot)
        assert view.screen.get_selected_text() == "They prefer the cold."
        await pilot.triple_click(view, offset=spot)
        assert view.screen.get_selected_text() == SHORT[2].text
        assert heard.opened == []


async def test_a_click_on_a_document_that_has_been_replaced_is_let_go() -> None:
    async with showing(*LONG[:6], size=(60, 60)) as (view, _, pilot):
        row = next(y for y in range(view.size.height) if "Sentence 20" in view.render_line(y).text)
        place = view.region.offset + Offset(6, row)
        style = pilot.app.screen.get_style_at(*place)
        assert style.meta["offset"][1] == 5
        view.show(SHORT)
        common = {"x": 6, "y": row, "delta_x": 0, "delta_y": 0, "button": 1}
        keys = {"shift": False, "meta": False, "ctrl": False}
        for chain in (1, 2, 3):
            click = events.Click(view, **common, **keys, style=style, chain=chain)
            await view._on_click(click)
        assert view.cursor in view.document
