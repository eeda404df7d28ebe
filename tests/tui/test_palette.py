"""The command palette, and names and titles that nobody vetted, wherever they are shown."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.tui.driving import SAMPLE, app_on, quick_pilot, reader_on, request_for, settle
from tests.tui.screen_text import screen_text, sent_pieces, widget_strips
from tui.app import SummariseApp
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.methods import MethodScreen
from tui.screens.palette import PaletteProvider
from tui.screens.reader import ReaderScreen
from tui.state.settings import Settings

#: What would end the program, crash it or vanish if it were read as markup.
TRAP = "[@click=app.quit]trap[/] [sic] [/b]"
PAGE = f"""\
# {TRAP}

The first sentence has a {TRAP} in it, and is long enough. The second one names the [trap] again. \
A third sentence of the trap stands at the end of it.
"""


async def ask(pilot: Pilot[int], words: str) -> str:
    """Open the palette and type something; what it then shows."""
    await pilot.press("ctrl+p")
    await settle(pilot)
    pilot.app.screen.query_one(Input).value = words
    for _ in range(20):
        await pilot.pause(0.01)
        await settle(pilot)
    return screen_text(pilot.app)


async def test_every_key_of_the_reader_is_offered_the_useful_ones_first():
    async with reader_on() as (screen, _):
        titles = [command.title for command in PaletteProvider(screen)._commands()]
        bound = [b for _, b, _, _ in screen.active_bindings.values() if b.id and not b.system]
        assert {binding.tooltip for binding in bound} <= set(titles)
        assert titles.index("Search in the source") < titles.index("Go to the first sentence")
        assert {"Theme", "Screenshot"} <= set(titles)
        assert len(set(titles)) == len(titles)


async def test_what_the_foot_shows_has_its_key_on_its_own_row_at_80_columns():
    async with reader_on(size=(80, 24)) as (screen, pilot):
        rows = (await ask(pilot, "")).splitlines()
        bound = [b for _, b, _, _ in screen.active_bindings.values() if b.show]
        assert len(bound) > 10
        for binding in bound:
            key = screen.app.get_key_display(binding)
            row = next(row for row in rows if binding.tooltip in row)
            behind = row.split(binding.tooltip)[1].split()
            assert behind and len(behind[0]) == len(key), row


async def test_an_action_is_found_by_its_words_and_runs():
    async with reader_on() as (screen, pilot):
        assert "Show why this sentence is in" in await ask(pilot, "why sentence")
        await pilot.press("enter")
        await settle(pilot)
        assert screen.panes.explain_panel is not None


async def test_a_method_is_found_by_its_name_and_used():
    async with reader_on() as (screen, pilot):
        assert "Method: TextRank" in await ask(pilot, "method textrank")
        await pilot.press("enter")
        await settle(pilot)
        assert screen.reading.state.method == "textrank"


async def test_keys_of_the_settings_are_named_whatever_they_are():
    settings = replace(Settings(), keys={"reader.explain": "left_square_bracket"})
    async with reader_on(settings=settings) as (_, pilot):
        text = await ask(pilot, "why sentence")
        row = next(row for row in text.splitlines() if "Show why this sentence is in" in row)
        assert re.search(r"is in or out {2,}\[ ", row)


async def test_a_key_before_the_list_is_there_does_no_harm():
    async with reader_on() as (screen, pilot):
        for key in ("ctrl+p", "pageup", "pagedown", "escape", "escape", "escape"):
            screen.app.post_message(events.Key(key, None))
        await settle(pilot)
        assert screen.app.screen is screen
        assert "Show why this sentence is in" in await ask(pilot, "why sentence")


async def test_an_article_is_found_by_its_title_and_opened():
    async with app_on() as (app, pilot):
        assert "Read: Le levain, une ménagerie dans un bocal" in await ask(pilot, "levain")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.name == "le-levain-une-menagerie.txt"


async def test_what_works_only_elsewhere_is_not_offered():
    async with app_on() as (app, _):
        titles = {command.title for command in PaletteProvider(app.screen)._commands()}
        assert "Read this article" in titles
        assert not any(title.startswith("Method: ") for title in titles)
        assert "Always keep this sentence, or unpin it" not in titles


@pytest.fixture
def traps(tmp_path: Path) -> Path:
    """Articles with a trap for a title, one of which has a trap for a name too."""
    (tmp_path / "[@click=app.quit]trap.md").write_text(PAGE)
    (tmp_path / "[draft] esc\x1b[31mape.md").write_text(PAGE)
    return tmp_path


class Alive:
    """Whether the app was asked to end."""

    def __init__(self, app: App[int]) -> None:
        self.asked = 0
        app.exit = self._exit  # type: ignore[method-assign]

    def _exit(self, *_: object, **__: object) -> None:
        self.asked += 1


async def click_everywhere(pilot: Pilot[int]) -> None:
    """Click a grid of places on whatever screen is on top."""
    screen = pilot.app.screen
    for y in range(screen.size.height - 2):
        for x in range(2, screen.size.width, 12):
            if pilot.app.screen is screen:
                await pilot.click(offset=(x, y))


async def test_names_in_the_palette_are_text_and_open_what_they_name(traps: Path):
    async with app_on(traps) as (app, pilot):
        alive = Alive(app)
        text = await ask(pilot, "trap")
        assert f"Read: {TRAP}" in text
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item.name == "[@click=app.quit]trap.md"
        assert not alive.asked


async def test_names_and_titles_in_the_library_are_text(traps: Path):
    async with app_on(traps, size=(100, 16)) as (app, pilot):
        alive = Alive(app)
        await pilot.pause(0.2)
        await settle(pilot)
        text = screen_text(app)
        assert isinstance(app.screen, LibraryScreen)
        assert text.count(TRAP) == 3, "in both rows and in the preview"
        await pilot.press("down")
        await click_everywhere(pilot)
        await settle(pilot)
        assert not alive.asked


async def test_text_in_reader_compare_methods_and_help_is_inert(traps: Path):
    article = traps / "[@click=app.quit]trap.md"
    async with reader_on(article, size=(100, 24)) as (screen, pilot):
        app, alive = screen.app, Alive(screen.app)
        assert TRAP in screen_text(app).splitlines()[0]
        assert "\x1b" not in screen_text(app)
        for key, kind in (("v", CompareScreen), ("m", MethodScreen), ("question_mark", HelpScreen)):
            await pilot.press("e", key)
            await settle(pilot)
            assert isinstance(app.screen, kind)
            if kind is CompareScreen:
                assert "[@click=app.quit]trap[/]" in " ".join(screen_text(app).split())
            await pilot.click(offset=(20, 5))
            await pilot.click(offset=(30, 8))
            while not isinstance(app.screen, ReaderScreen):
                app.pop_screen()
            await settle(pilot)
        assert not alive.asked


async def test_notifications_are_text():
    app = SummariseApp(request_for(SAMPLE))
    with quick_pilot():
        async with app.run_test(size=(100, 24), notifications=True) as pilot:
            await settle(pilot)
            alive = Alive(app)
            for problem in (False, True):
                app.tell(f"told: {TRAP}", problem=problem)
                await settle(pilot)
                await pilot.pause(0.1)
                assert f"told: {TRAP}" in screen_text(app)
            await pilot.click("Toast")
            await settle(pilot)
            assert not alive.asked


async def test_a_file_that_cannot_be_opened_is_named_as_text(tmp_path: Path):
    bad = tmp_path / "[@click=app.quit]x.txt"
    bad.write_bytes(b"")
    async with app_on(bad, SAMPLE, size=(140, 20)) as (app, pilot):
        alive = Alive(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert "[@click=app.quit]x.txt" in screen_text(app).splitlines()[2]
        await pilot.click("#problem", offset=(2, 0))
        await settle(pilot)
        assert not alive.asked


@pytest.mark.parametrize("size", [(140, 40), (60, 24), (40, 20)])
async def test_every_command_is_one_row_with_its_keys_at_the_end(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        await ask(pilot, "")
        commands = pilot.app.screen.query_one(CommandList)
        assert commands.region.y == pilot.app.screen.query_one(Input).region.bottom + 1
        helped = [c for c in PaletteProvider(screen)._commands() if c.listed and c.help]
        assert commands.virtual_size.height == commands.option_count + len(helped)
        rows = [strip.text for strip in widget_strips(commands)]
        listed = [command for command in PaletteProvider(screen)._commands() if command.listed]
        for command, row in zip(listed[:8], rows, strict=False):
            assert row.rstrip(" █▁▔").endswith(f"  {command.keys}")
        assert len({len(row.rstrip(" █▁▔")) for row in rows[:4]}) == 1
        found = await ask(pilot, "go back to the library")
        assert "Go back to the lib" in found
        row = next(row for row in found.splitlines() if "Go back to the lib" in row)
        assert re.search(r"  q\b", row)


@pytest.mark.parametrize("theme", ["tokyo-night", "ansi"])
@pytest.mark.parametrize("typed", ["", "copy"])
async def test_bold_are_the_row_in_use_and_what_was_typed(theme: str, typed: str):
    async with app_on(SAMPLE, size=(120, 40), settings=Settings(theme=theme)) as (app, pilot):
        await pilot.press("ctrl+p", *typed)
        commands = app.screen.query_one(OptionList)
        while commands.option_count < 2:
            await pilot.pause(0.01)
        await settle(pilot)
        pieces = [p for p in sent_pieces(app, commands.region) if p.text.strip(" ┃")]
        in_use = min(piece.at[1] for piece in pieces)
        bold = {p.text.lower() for p in pieces if p.style.bold and p.at[1] > in_use}
        assert set("".join(bold)) <= set(typed)
        row = [p for p in pieces if p.at[1] == in_use]
        assert any(p.style.bold for p in row)
        assert not any(p.style.dim for p in row), "on a reversed row it would be a patch of grey"
