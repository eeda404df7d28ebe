"""The help: made from the bindings."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.tui.driving import SEEDS, app_on, reader_on, settle
from tests.tui.screen_text import screen_text
from tui.keys.table import key_sections, markdown_key_table
from tui.keys.topics import Topic
from tui.screens.help import GuideText, HelpScreen
from tui.state.settings import Settings
from tui.text import wording
from tui.text.legend import LEGEND, PARTS, WORDS


def all_text(screen: HelpScreen) -> str:
    """The whole text of the help, also what is scrolled out of sight."""
    return screen.query_one(GuideText).render().plain


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 20), (40, 10)])
async def test_every_key_is_there_and_nothing_is_cut_off(size: tuple[int, int]):
    async with reader_on(size=size) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        shown = screen.app.screen
        assert isinstance(shown, HelpScreen)
        keys = shown.query_one(GuideText)
        lines = all_text(shown).split("\n")
        assert max(map(len, lines)) <= keys.size.width
        assert len(lines) == keys.size.height
        words = " ".join(" ".join(lines).split())
        for section in key_sections():
            assert section.title in words or all(row.topic for row in section.rows)
            for row in section.rows:
                assert all(key in words for key in row.keys.split()), row
                assert row.does.split()[-1] in words, row
        assert "esc back" in screen_text(screen.app)


async def test_what_a_key_does_is_wrapped_beside_the_key():
    async with reader_on(size=(40, 20)) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        lines = all_text(screen.app.screen).split("\n")
        row = next(n for n, line in enumerate(lines) if line.startswith("e  "))
        column = lines[row].index("Show")
        assert lines[row + 1].startswith(" " * column + "in or out")


async def test_names_for_the_settings_are_behind_a_key():
    async with reader_on(size=(80, 24)) as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        shown = screen.app.screen
        assert "reader.explain" not in all_text(shown)
        await pilot.press("i")
        await settle(pilot)
        assert "reader.explain" in all_text(shown)
        await pilot.press("i")
        await settle(pilot)
        assert "reader.explain" not in all_text(shown)


async def test_the_keys_of_the_reader_are_grouped_and_followed_by_every_sign():
    async with reader_on() as (screen, pilot):
        await pilot.press("question_mark")
        await settle(pilot)
        lines = all_text(screen.app.screen).split("\n")
        wanted = [*(t.value for t in Topic), "Signs", "Facts", "Parts of a score"]
        heads = [line for line in lines if line in wanted]
        assert heads == wanted
        assert lines.index("Parts of a score") < lines.index("Compare")
        for sign in LEGEND:
            assert any(line.startswith(f"{sign.sign}  ") for line in lines), sign


async def test_every_sign_on_the_screens_is_in_the_legend():
    known = set("".join(sign.sign for sign in LEGEND)) | set("─━·…×")
    known |= set("⁰³⁴⁵⁶⁷⁸⁹⁻")  # the other digits
    known |= set("▁▂▃▄▅▆▇")  # the end of a scroll bar
    for keys in (("H", "plus"), ("v",), ("O",), ("e",)):
        async with reader_on(size=(140, 40)) as (screen, pilot):
            await pilot.press("t", "enter", *keys)
            await settle(pilot)
            text = screen.reading.article.text + "«»“”’"
            signs = set(screen_text(screen.app)) - set(text) - set("⇥⏎")
            signs = {sign for sign in signs if not sign.isascii()}
            assert signs <= known, signs - known


async def test_every_fact_of_the_reader_is_explained():
    told = [re.sub(r"\d+", "#", part) for sign in WORDS for part in re.split(", |; ", sign.sign)]
    async with reader_on(SEEDS / "mending-a-cable-under-the-sea.md", size=(140, 40)) as found:
        screen, pilot = found
        await pilot.press("e", "d")
        await settle(pilot)
        reading, widgets = screen.reading, screen.widgets
        assert widgets.explain_panel is not None
        facts: set[str] = set()
        for size in (3, 12):
            reading.keep(size)
            for sentence in reading.article.candidates:
                screen.source.move_cursor(sentence)
                await pilot.pause(0)
                line = wording.sentence_facts(reading.article, reading.summary, sentence)
                facts |= set(line.split(wording.SEPARATOR))
            facts |= set(wording.summary_facts(reading.summary).split(wording.SEPARATOR))
            facts |= set(wording.coverage_facts(reading.summary).split(", "))
        facts = {re.sub(r"\d+", "#", fact).partition(":")[0] for fact in facts} - {""}
        assert {"enters at #", "kept as #", "# says most of it", "covers # of # key terms"} <= facts
        for fact in facts:
            assert any(fact.startswith(one) for one in told), fact
        for name in reading.summary.ranking.parts:
            assert any(sign.sign == name for sign in PARTS), name


@pytest.mark.parametrize(
    ("typed", "found", "not_found"),
    [
        ("undo", "Undo what was changed last", "Copy the summary"),
        ("clip", None, "Copy the summary"),
        ("copy sum", "Copy the summary", "Undo what was changed last"),
        ("length bar", "beyond which more adds little", "Copy the summary"),
        ("enters at", "The shortest length, in sentences, that keeps it", "Copy the summary"),
        ("covers", "So many of the key terms, and of the paragraphs,", "Copy the summary"),
        ("redundancy", "it repeats nothing that is in", "Copy the summary"),
    ],
)
async def test_a_key_or_a_sign_is_found_by_typing(typed, found, not_found):
    async with reader_on(size=(100, 40)) as (screen, pilot):
        keys = ["space" if c == " " else c for c in typed]
        await pilot.press("question_mark", "slash", *keys)
        await settle(pilot)
        shown = all_text(screen.app.screen)
        assert (found or "Nothing has these words") in shown
        assert not_found not in shown
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(screen.app.screen, HelpScreen)
        assert not_found in all_text(screen.app.screen)
        await pilot.press("escape")
        await settle(pilot)
        assert screen.app.screen is screen


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
