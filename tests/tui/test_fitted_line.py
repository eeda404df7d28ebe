"""A line with something at its right end."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from tests.tui.screen_text import screen_lines
from tui.process.coloured_app import ColouredApp
from tui.widgets.fitted_line import FittedLine


class LineApp(ColouredApp[None]):
    """Two lines: one as wide as the screen, one as wide as what it says."""

    CSS = "#auto { width: auto; }"

    def compose(self) -> ComposeResult:
        yield FittedLine("left", "right", id="full")
        yield FittedLine("left", "right", id="auto")


async def shown(left: str | Content, right: str | Content = "", width: int = 20) -> str:
    """What a line of some width shows."""
    app = LineApp()
    async with app.run_test(size=(width, 2)) as pilot:
        app.query_one("#full", FittedLine).set(left, right)
        await pilot.pause()
        return screen_lines(app)[0]


async def test_ends_stand_at_the_edges():
    assert await shown("left", "right") == "left           right"
    assert await shown("left") == "left"


async def test_the_left_end_gives_way_first():
    assert await shown("a title that is long", "919 words") == "a title …  919 words"


async def test_a_right_end_that_leaves_no_room_is_left_out():
    assert await shown("a long title", "much more than fits") == "a long title"
    assert await shown("title", "wider than the whole line is") == "title"


async def test_cells_are_counted_and_not_characters():
    assert await shown("漢字漢字漢字漢字漢字", "right") == "漢字漢字漢字…  right"


async def test_markup_is_text():
    assert await shown("[b]x[/b] [/]") == "[b]x[/b] [/]"
    assert await shown(Content.styled("[@click=app.quit]", "bold")) == "[@click=app.quit]"


async def test_a_line_of_automatic_width_follows_what_it_says():
    app = LineApp()
    async with app.run_test(size=(40, 2)) as pilot:
        line = app.query_one("#auto", FittedLine)
        assert line.size.width == len("left") + 2 + len("right")
        line.set("longer than before")
        await pilot.pause()
        assert line.size.width == len("longer than before")
        assert line.text == "longer than before"


async def test_facts_are_cut_between_two_of_them_where_that_leaves_most():
    app = LineApp()
    async with app.run_test(size=(20, 3)) as pilot:
        line = FittedLine("one fact here · two · three", cut_at=" · ")
        await app.mount(line)
        for text, cut in (
            ("one fact here · two · three", "one fact here · two"),
            ("short · and so many words", "short · and so many…"),
            ("all of it · fits", "all of it · fits"),
        ):
            line.set(text)
            await pilot.pause()
            assert screen_lines(app)[2] == cut


async def test_facts_at_the_right_give_way_to_the_title_one_by_one():
    class Head(ColouredApp[None]):
        def compose(self):
            yield FittedLine("A title of some length", "form · site · author · 4 min", cut_at=" · ")

    shown = {}
    for width in (60, 46, 32, 24):
        app = Head()
        async with app.run_test(size=(width, 3)):
            shown[width] = " ".join(screen_lines(app)[0].split())
    assert shown == {
        60: "A title of some length form · site · author · 4 min",
        46: "A title of some length site · author · 4 min",
        32: "A title of some length 4 min",
        24: "A title of some length",
    }
