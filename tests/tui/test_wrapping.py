"""Rows fit, and together they are the text, whatever it is written in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.text.wrapping import cluster_ends, drawn, is_simple, wrap

LATIN = "ab cd-efg, hij. KLM nöp "
WIDE = "日本語、文章。한국어「」ＡＢ"
MARKS = "e\u0301a\u0308\u0e01\u0e33नि"
EMOJI = "😀👩\u200d💻❤\ufe0f🇬🇧"
RIGHT_TO_LEFT = "שלום עולם مرحبا"
ODD = "\t\n\u2028\x85\x00\x1b\u202e\u00ad\u200d\ufe0f\u3000"

texts = st.text(st.sampled_from(LATIN * 3 + WIDE + MARKS + EMOJI + RIGHT_TO_LEFT + ODD)) | st.text()
widths = st.integers(1, 30)


def rows_of(text: str, width: int, first: int | None = None, *, keep: bool = False) -> list[str]:
    starts = wrap(text, width, first, keep=keep)
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def is_one_cluster(text: str) -> bool:
    return len([span for span in split_graphemes(text)[0] if span[2]]) <= 1


@given(texts, widths, st.booleans())
def test_rows_joined_are_the_text(text: str, width: int, keep: bool) -> None:
    starts = wrap(text, width, keep=keep)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert starts[-1] <= len(text)
    assert "".join(rows_of(text, width, keep=keep)) == text


@given(texts, widths, widths, st.booleans())
def test_no_row_is_wider_than_it_may_be(text: str, width: int, first: int, keep: bool) -> None:
    first = min(first, width)
    for place, row in enumerate(rows_of(text, width, first, keep=keep)):
        shown = drawn(row.rstrip())
        room = first if place == 0 else width
        assert cell_len(shown) <= room or is_one_cluster(shown)


@given(texts, widths)
def test_a_cluster_is_never_parted(text: str, width: int) -> None:
    shown = drawn(text)
    inside = {
        offset for start, end, _ in split_graphemes(shown)[0] for offset in range(start + 1, end)
    }
    breaks = {place + 1 for place, character in enumerate(text) if character == "\n"}
    assert not (set(wrap(text, width)) - breaks) & inside


@given(st.text(st.sampled_from("abc  "), max_size=60), widths)
def test_words_that_fit_are_not_broken(text: str, width: int) -> None:
    for row, following in pairwise(rows_of(text, width)):
        if not row.endswith(" "):
            word = row.split(" ")[-1] + following.split(" ")[0]
            assert len(word) > width or " " not in row.strip()


@given(texts)
def test_what_is_drawn_is_as_long_and_cannot_steer_the_terminal(text: str) -> None:
    shown = drawn(text)
    assert len(shown) == len(text)
    assert not set(shown) & {chr(code) for code in (*range(32), *range(127, 160), 0x202E, 0x2028)}


@given(texts)
def test_simple_text_has_one_cell_a_character(text: str) -> None:
    if is_simple(text):
        assert cell_len(text) == len(text)
        assert drawn(text) == text


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("one two three", 7, ["one two ", "three"]),
        ("one two", 7, ["one two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\nbb\n\nc", 9, ["a\n", "bb\n", "\n", "c"]),
        ("日本語文章", 4, ["日本", "語文", "章"]),
        ("日本語、文", 6, ["日本", "語、文"]),  # a comma does not begin a row
        ("「日本」語", 4, ["「日", "本」", "語"]),
        ("say 日本語", 6, ["say 日", "本語"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩\u200d💻👩\u200d💻", 3, ["👩\u200d💻", "👩\u200d💻"]),
        ("", 5, [""]),
    ],
)
def test_where_rows_break(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


def test_code_keeps_its_spaces_and_lines() -> None:
    assert rows_of("if x:\n    y = 1", 8, keep=True) == ["if x:\n", "    y = ", "1"]


def test_the_first_row_can_be_shorter() -> None:
    assert rows_of("one two three four", 9, 4) == ["one ", "two three ", "four"]
    assert rows_of("一二三四五", 6, 4) == ["一二", "三四五"]


def test_ends_of_characters_that_are_written_as_several() -> None:
    assert cluster_ends("a👩\u200d💻b") == [4]
    assert cluster_ends("e\u0301e日") == [2]
    assert cluster_ends("plain") == []


@pytest.mark.parametrize("unit", ["a" * 50, "a ", "日", "e\u0301", "\u0301", "\u200d", "\n", " "])
def test_long_monotonous_text_takes_no_longer_for_being_odd(unit: str) -> None:
    starts = wrap(unit * (100_000 // len(unit)), 80)
    assert list(starts) == sorted(set(starts))
