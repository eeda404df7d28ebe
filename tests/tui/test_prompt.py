"""The line that asks for something."""

from __future__ import annotations

import pytest
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from summarise.exports import usual_suffixes
from tests.tui.driving import reader_on, settle
from tests.tui.screen_text import screen_text
from tui.process.coloured_app import ColouredApp
from tui.widgets.prompt import Prompt, Purpose


class PromptApp(ColouredApp[None]):
    """A prompt, and what it told."""

    def __init__(self, purpose: Purpose, value: str = "") -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self._asked = purpose, value

    def compose(self) -> ComposeResult:
        yield Prompt(*self._asked)

    @on(Prompt.Changed)
    @on(Prompt.Answered)
    @on(Prompt.Cancelled)
    def tell(self, event: Prompt.Changed) -> None:
        self.told.append((type(event).__name__, event.text))


async def test_it_asks_by_name_and_says_how_to_answer():
    for purpose, hint in (
        (Purpose.LENGTH, "20%"),
        (Purpose.SEARCH, "enter to keep"),
        (Purpose.FOCUS, "a phrase"),
        (Purpose.WRITE, ".md"),
    ):
        app = PromptApp(purpose)
        async with app.run_test(size=(60, 3)):
            assert app.focused is app.query_one(Input)
            assert purpose.value in screen_text(app)
            assert hint in screen_text(app)


async def test_it_names_every_kind_of_file_that_can_be_written():
    app = PromptApp(Purpose.WRITE)
    async with app.run_test(size=(80, 3)):
        for suffix in usual_suffixes():
            assert suffix in screen_text(app)


async def test_typing_is_told_letter_by_letter_and_then_the_answer():
    app = PromptApp(Purpose.SEARCH)
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "enter")
        await pilot.pause()
    assert app.told == [("Changed", "a"), ("Changed", "ab"), ("Answered", "ab")]


async def test_a_first_answer_is_replaced_by_typing_and_is_no_change():
    app = PromptApp(Purpose.LENGTH, "5")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.told == []
        await pilot.press("9", "enter")
        await pilot.pause()
    assert app.told == [("Changed", "9"), ("Answered", "9")]


async def test_escape_tells_that_there_is_no_answer():
    app = PromptApp(Purpose.WRITE, "summary.md")
    async with app.run_test() as pilot:
        await pilot.press("x", "escape")
        await pilot.pause()
    assert app.told[-1] == ("Cancelled", "")


async def test_a_hint_is_shown_as_it_is():
    app = PromptApp(Purpose.SEARCH)
    async with app.run_test(size=(60, 3)) as pilot:
        app.query_one(Prompt).hint("[/b] 3 of [sic]")
        await pilot.pause()
        assert "[/b] 3 of [sic]" in screen_text(app)


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("key", ["slash", "colon", "w"])
async def test_all_of_how_to_answer_is_seen_on_any_screen(key: str, width: int):
    async with reader_on(size=(width, 20)) as (screen, pilot):
        await pilot.press(key)
        await settle(pilot)
        hint = str(screen.query_one(".prompt--hint", Static).content)
        shown = " ".join(screen_text(screen.app).split())
        assert hint in shown
        assert "esc cancel" in shown
