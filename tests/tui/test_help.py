"""The help: made from the bindings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.driving import app_on, reader_on, settle
from tests.tui.screen_text import screen_lines, screen_text
from tui.keys.table import key_sections, markdown_key_table
from tui.screens.help import HelpScreen, KeysText
from tui.state.settings import Settings


def all_text(screen: HelpScreen) -> str:
    """The whole text of the help, also what is scrolled out of sight."""
    return screen.query_one(KeysText).render().plain


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 20), (40, 10)])
async def test_every_key_is_there_and_nothing_is_cut_off(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        shown = screen.app.screen
        assert isinstance(shown, HelpScreen)
        keys = shown.query_one(KeysText)
        lines = all_text(shown).split("\n")
        assert max(map(len, lines)) <= keys.size.width
        assert len(lines) == keys.size.height
        words = " ".join(" ".join(lines).split())
        for section in key_sections():
            assert section.title in words
            for row in section.rows:
                assert all(key in words for key in row.keys.split()), row
                assert row.does.split()[-1] in words, row
        assert "esc back" in screen_text(screen.app)


async def test_what_a_key_does_is_wrapped_beside_the_key():
    async with reader_on(size=(40, 20)) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        lines = [line[1:] for line in screen_lines(screen.app)]
        row = next(n for n, line in enumerate(lines) if line.startswith("e  "))
        column = lines[row].index("Show")
        assert lines[row + 1].startswith(" " * column + "in or out")


async def test_names_for_the_settings_are_shown_where_there_is_room():
    async with reader_on(size=(120, 40)) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        assert "reader.explain" in screen_text(screen.app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "reader.explain" not in screen_text(screen.app)


async def test_keys_of_the_settings_are_shown_and_work():
    settings = replace(Settings(), keys={"reader.help": "f1", "reader.explain": "E,f5"})
    async with reader_on(settings=settings) as (screen, pilot):
        await pilot.press("f1")
        await settle(pilot)
        shown = screen.app.screen
        assert isinstance(shown, HelpScreen)
        line = next(li for li in all_text(shown).split("\n") if "why this sentence" in li)
        assert line.startswith("E f5")


async def test_the_place_it_was_opened_from_comes_first():
    async with app_on() as (app, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert all_text(app.screen).startswith("Library\n")


def test_the_table_for_the_readme_has_every_row_once():
    table = markdown_key_table()
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert len(rows) == sum(len(section.rows) for section in key_sections())
    assert "| `*` | Always keep this sentence, or unpin it |" in rows
