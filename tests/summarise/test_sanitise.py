"""Whatever text comes in, what comes out can do nothing but be read."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.text.sanitise import sanitise, sanitise_line

UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
CONTROLS = "\x00\x07\x08\x0b\x0c\r\n\t\x1b\x7f\x85\x90\x98\x9b\x9c\x9d\x9e\x9f"
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            CONTROLS + "[]P^_X\\;?0123456789mhHJ a\u202e\u2066\u2069\ufeff\ud83d\ude00"
        ),
        st.characters(),
    )
)
PLAIN = st.text(
    st.one_of(
        st.sampled_from("\n éßπש한字🙂[/b][@click]\u200e\u200f\u061c\u200d\u00a0"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
    )
)


@given(HOSTILE)
def test_no_control_is_ever_left(text):
    assert UNWANTED.search(sanitise(text)) is None


@given(HOSTILE)
def test_doing_it_twice_changes_nothing(text):
    once = sanitise(text)
    assert sanitise(once) == once


@given(PLAIN)
def test_plain_text_is_unchanged(text):
    assert sanitise(text) == text


@given(HOSTILE, HOSTILE)
def test_lines_are_independent(above, below):
    assert sanitise(f"{above}\n{below}").split("\n")[0] == sanitise(above).split("\n")[0]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b31mred\x9b0m", "red"),
        ("\x1b[?1049hup\x1b[2J", "up"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d52;c;c2VjcmV0\x9ctext", "text"),
        ("\x1bPq#0;2\x1b\\text", "text"),
        ("\x1b_hidden\x1b\\text", "text"),
        ("\x1b^hidden\x1b\\text", "text"),
        ("\x1b(Btext\x1bc", "text"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("a\u202etxt.exe\u202c", "atxt.exe"),
        ("\ufefftext", "text"),
    ],
)
def test_whole_sequences_are_taken_out(text, clean):
    assert sanitise(text) == clean


def test_a_sequence_without_an_end_stops_at_the_line_end():
    assert sanitise("\x1b]0;never ended\nthe next line") == "\nthe next line"


def test_bytes_of_the_wrong_encoding_do_not_swallow_a_line():
    assert sanitise("it\x92s \x93quoted\x94 \x9d and so on\nnext") == "its quoted  and so on\nnext"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(end):
    assert sanitise(f"one{end}two") == "one\ntwo"


def test_marks_that_set_a_direction_stay():
    assert sanitise("\u200e\u200f\u061c") == "\u200e\u200f\u061c"


def test_tabs_become_spaces():
    assert sanitise("a\tb\n\tc") == "a   b\n    c"


def test_halves_of_surrogate_pairs_are_replaced():
    assert sanitise("a\udc80b") == "a\ufffdb"


@given(HOSTILE, st.integers(5, 60))
def test_a_line_is_one_line_of_limited_length(text, limit):
    line = sanitise_line(text, limit)
    assert len(line) <= limit
    assert UNWANTED.search(line) is None
    assert "\n" not in line
    assert line == line.strip()


def test_a_long_line_ends_in_an_ellipsis():
    assert sanitise_line("word " * 100, 20) == "word word word word…"


@pytest.mark.parametrize(
    "piece", ["\x1b]", "\x1b[1", "\x9d", "\x1b[" + "1" * 50, "text \x1b[1mbold\x1b[0m\r\n", "\t"]
)
def test_the_work_grows_with_the_text_and_no_faster(piece):
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.thread_time()
        sanitise(text)
        return time.thread_time() - begun

    spent(1000)
    assert spent(400_000) < 4 * 10 * max(spent(40_000), 0.002)


@pytest.mark.parametrize(
    ("struck", "plain"),
    [
        ("N\bNA\bAM\bME\bE", "NAME"),
        ("_\bl_\bo_\bw", "low"),
        ("l\b_o\b_w\b_", "low"),
        ("_\bX\bXy", "Xy"),
        ("字\b\b字", "字"),
        ("\b\ba\b", ""),
    ],
)
def test_letters_struck_twice_are_one(struck, plain):
    assert sanitise(struck) == plain
