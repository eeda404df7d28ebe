"""Emoji whose width terminals disagree on move nothing else on the line."""

from __future__ import annotations

import pyte
import pytest
from rich.cells import cell_len

from tui.process.columns import with_columns_kept

EMOJI = ["❤️", "1️⃣", "👍🏽", "⚠️", "🏳️‍⚧️", "👨‍👩‍👧", "🇳🇴", "☎︎"]


def shown(drawn: str) -> str:
    """The first line of a terminal that counts the cells of emoji in its own way."""
    screen = pyte.Screen(40, 2)
    pyte.Stream(screen).feed("\x1b[1;1H" + "?" * 40 + drawn)
    return "".join(screen.buffer[0][column].data or "" for column in range(40))


def columns(drawn: str, mark: str) -> int:
    """The column in which a terminal of its own mind shows a mark."""
    screen = pyte.Screen(40, 2)
    pyte.Stream(screen).feed(drawn)
    return next(x for x in range(40) if screen.buffer[0][x].data == mark)


@pytest.mark.parametrize("emoji", EMOJI)
def test_what_follows_an_emoji_stands_where_textual_has_it(emoji):
    drawn = f"\x1b[1;3H\x1b[1mA {emoji}\x1b[0m b {emoji}│"
    assert columns(with_columns_kept(drawn), "│") == 2 + cell_len(f"A {emoji} b {emoji}")


def test_a_terminal_of_its_own_mind_would_show_it_elsewhere():
    assert columns("\x1b[1;1H👍🏽│", "│") != cell_len("👍🏽")


@pytest.mark.parametrize("emoji", EMOJI)
def test_nothing_of_what_was_there_shines_through(emoji):
    assert "?" not in shown(with_columns_kept(f"\x1b[1;1H{emoji}│\x1b[K"))


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2;5Hplain │ – 漢字 é e\u0301\n\x1b[0m",
        "\x1b[1;1Hक्\u200dष नमस्\u200dते",  # joiners in a script
        "❤️ of which nobody knows where it stands",
        "\x1b[?2026h",
        "",
    ],
)
def test_everything_else_is_written_as_it_is(text):
    assert with_columns_kept(text) == text
