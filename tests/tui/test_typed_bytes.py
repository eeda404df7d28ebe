"""Whatever a terminal sends, Textual's parser gets keys and pasted text that it can read."""

from __future__ import annotations

import os
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from tests.tui.real_terminal import COMMAND, RealTerminal
from tui.process import typed_bytes
from tui.process.typed_bytes import InputDecoder


def decoded(*pieces: bytes) -> str:
    """What the decoder makes of the pieces of what was sent."""
    decoder = InputDecoder()
    return "".join(decoder.decode(piece) for piece in pieces) + decoder.decode(b"", final=True)


def keys(text: str) -> list[str]:
    """The keys that Textual reads in it."""
    return [event.key for event in XTermParser().feed(text) if isinstance(event, events.Key)]


def test_letters_in_any_pieces_are_letters():
    sent = "Zürich – 東京 👍".encode()
    assert decoded(sent) == "Zürich – 東京 👍"
    assert decoded(*(bytes([byte]) for byte in sent)) == "Zürich – 東京 👍"


def test_bytes_that_are_not_utf_8_are_replaced_and_the_next_key_is_a_key():
    assert decoded(b"\xff+\xe4\xf6") == "�+��"
    assert keys(decoded(b"\xff+"))[-1] == "plus"


@pytest.mark.parametrize(
    "report",
    [
        b"\x1b[99999999u",  # no such character
        b"\x1b[55296u",  # half of a pair
        b"\x1b[57344;1;1114112u",  # typed text that no character is
        b"\x1b[97;1:3u",  # a key let go
        b"\x1b[99999999~",
        b"\x1b[48;0;0;0;0t",  # a terminal without a cell
        b"\x1b[48;99999;99999;1;1t",
        b"\x1b[" + b"9" * 500 + b"m",
    ],
)
def test_reports_that_cannot_be_are_dropped(report):
    assert decoded(report + b"+") == "+"


@pytest.mark.parametrize(
    ("report", "key"),
    [
        (b"\x1b[97;5u", "ctrl+a"),
        (b"\x1b[97:65;5:1u", "ctrl+a"),  # with what Textual did not ask for and cannot read
        (b"\x1b[1;5A", "ctrl+up"),
        (b"\x1b[A", "up"),
        (b"\x1b[5~", "pageup"),
        (b"\x1b[13u", "enter"),
        (b"\x1b[1;2R", None),  # the place of the cursor
    ],
)
def test_reports_of_keys_are_left_as_they_are(report, key):
    assert keys(decoded(report)) == [key] * (key is not None)


def test_a_lone_escape_is_not_held_back():
    decoder = InputDecoder()
    assert decoder.decode(b"\x1b") == "\x1b"
    assert decoder.decode(b"[20") == "[20"
    assert decoder.decode(b"0~") == "0~"
    assert decoder.decode(b"pasted") == ""
    assert decoder.decode(b"\x1b[201~+") == "pasted\x1b[201~+"


PASTE = b"\x1b[200~a\x1b[2Jb\x1b]52;c;eA==\x07\xff\xc2\x9b31mc\xe2\x80\xae q\r\nd\x1b[201~"


@given(st.sets(st.integers(1, len(PASTE) - 1)))
def test_pasted_text_is_the_same_in_any_pieces_and_presses_no_key(cuts):
    ends = [0, *sorted(cuts), len(PASTE)]
    pieces = [PASTE[at:end] for at, end in pairwise(ends)]
    read = list(XTermParser().feed(decoded(*pieces)))
    assert [type(event) for event in read] == [events.Paste]
    assert read[0].text == "ab�c q\nd"


def test_an_endless_paste_takes_no_more_than_its_limit(monkeypatch):
    monkeypatch.setattr(typed_bytes, "_PASTE_LIMIT", 1_000_000)
    decoder = InputDecoder()
    assert decoder.decode(b"\x1b[200~") == "\x1b[200~"
    for _ in range(40):
        assert decoder.decode(b"a" * 100_000) == ""
    assert len(decoder.decode(b"\x1b[201~")) == 1_000_006


@given(
    st.lists(
        st.binary(max_size=40)
        | st.sampled_from([b"\x1b[", b"\x1b", b"u", b"~", b";", b":", b"99999999", b"\x1b[200~"])
    )
)
def test_textual_can_read_whatever_is_made_of_any_bytes(pieces):
    decoder, parser = InputDecoder(), XTermParser()
    for event in parser.feed(decoder.decode(b"".join(pieces) + b".")):
        assert not isinstance(event, events.Key) or event.key.encode()


def test_the_end_of_the_terminal_is_no_key():
    with pytest.raises(EOFError):
        InputDecoder().decode(b"")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_a_reader_outlives_what_is_no_key(article):
    with RealTerminal(f"{COMMAND} -l 3 '{article}'; echo code $?") as terminal:
        terminal.wait_for("3 of ")
        for sent in (
            b"\xff",
            b"\x1b[99999999u",
            b"\x1b[9999",
            b"9999u",
            b"\xc3",
            b"\x1b[97:1:2;1:3u",
        ):
            terminal.press(sent)
            terminal.settled()
        terminal.press("\x1b")
        terminal.settled()
        terminal.press("+")
        terminal.wait_for("4 of ")
        terminal.press("q")
        terminal.wait_for("code 0")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_a_paste_without_a_prompt_is_a_text_and_presses_no_key(article):
    with RealTerminal(f"{COMMAND} -l 3 '{article}'") as terminal:
        terminal.wait_for("3 of ")
        pasted = b"\x1bq The tide\x1b[2J rose. \x1b]0;q\x07 q It fell again."
        terminal.press(b"\x1b[200~" + pasted + b"\x1b[201~")
        terminal.wait_for("The tide rose.")
        assert not terminal.has_ended(within=1)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_a_textual_that_decodes_in_another_way_costs_no_more_than_what_it_cannot_read(article):
    program = (
        "import codecs, sys\n"
        "import tui.process.driver as driver\n"
        "driver.linux_driver.getincrementaldecoder = codecs.getincrementaldecoder\n"
        "from tui.__main__ import main\n"
        "sys.exit(main())\n"
    )
    with RealTerminal([sys.executable, "-c", program, "-l", "3", str(article)]) as terminal:
        terminal.wait_for("3 of ")
        for sent in (b"\xff", b"\x1b[99999999u"):
            terminal.press(sent)
            terminal.settled()
        terminal.press("+")
        terminal.wait_for("4 of ")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
