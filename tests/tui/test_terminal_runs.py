"""On a real terminal: starting, pipes, keys, printing instead, and leaving it as it was found."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import pytest

from tests.tui.real_terminal import COMMAND, RealTerminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals"),
]

FIRST = "The harbour at Varnholm froze in January"
HAS_READER_SEQUENCE = b"\x1b[?1049h"


def kept(screen: str) -> int | None:
    """How many sentences the screen says that the summary has."""
    match = re.search(r"(\d+) of \d+ sentences", screen)
    return int(match[1]) if match else None


def opened(screen: str) -> bool:
    """Whether a summary is on the screen."""
    return "Summary" in screen and kept(screen) is not None


def test_an_article_opens_with_its_summary_and_the_length_follows_the_keys(article):
    with RealTerminal(f"{COMMAND} -l 3 '{article}'") as terminal:
        screen = terminal.wait_for(opened)
        assert "The harbour at Varnholm" in screen
        assert kept(screen) == 3
        assert terminal.in_alternate_screen
        terminal.press("+")
        terminal.wait_for(lambda text: kept(text) == 4)
        terminal.press("--")
        terminal.wait_for(lambda text: kept(text) == 2)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_keys_behind_an_answer_in_the_same_write_act_on_the_summary(article):
    with RealTerminal(f"{COMMAND} -l 3 '{article}'") as terminal:
        terminal.wait_for(opened)
        terminal.press(":6\r--")
        terminal.wait_for(lambda text: kept(text) == 4)
        terminal.press(":1\r+")
        terminal.wait_for(lambda text: kept(text) == 2)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("keys", ["qe", "qeee", "Qj", "oQe", ":9\rqm+"])
def test_keys_behind_those_that_leave_in_the_same_write_are_nobodys(article, keys):
    with RealTerminal(f"{COMMAND} -l 3 '{article}'") as terminal:
        terminal.wait_for(opened)
        terminal.press(keys)
        assert terminal.wait_for_end() == 0


def test_leaving_restores_the_terminal(article):
    with RealTerminal(f"stty -a; {COMMAND} '{article}'; stty -a; echo back") as terminal:
        terminal.wait_for(opened)
        assert terminal.mouse_on
        terminal.press("q")
        terminal.wait_for_end()
        assert "back" in terminal.text
        assert not terminal.in_alternate_screen
        assert not terminal.mouse_on
        assert not terminal.cursor_hidden
        modes = re.findall(rb"\n(isig .*?)\r", terminal.raw)
        assert len(modes) == 2
        assert modes[0] == modes[1]


def test_without_an_argument_the_samples_are_there_to_choose_from():
    with RealTerminal(COMMAND) as terminal:
        terminal.wait_for("russia-and-belarus")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_piped_article_is_read_and_keys_come_from_the_terminal(article):
    with RealTerminal(f"cat '{article}' | {COMMAND} -l 2") as terminal:
        screen = terminal.wait_for(opened)
        assert "froze in January" in screen
        terminal.press("+")
        terminal.wait_for(lambda text: kept(text) == 3)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert not terminal.in_alternate_screen


def test_a_file_as_standard_input_is_read_too(article):
    with RealTerminal(f"{COMMAND} - < '{article}'") as terminal:
        terminal.wait_for(opened)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_the_null_device_as_standard_input_does_not_matter(article):
    with RealTerminal(f"{COMMAND} '{article}' < /dev/null") as terminal:
        terminal.wait_for(opened)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_an_empty_file_is_said_in_one_line_when_the_reader_has_closed(tmp_path):
    page = tmp_path / "empty.txt"
    page.write_text("")
    with RealTerminal(f"{COMMAND} '{page}'; echo code $?") as terminal:
        terminal.wait_for_end()
        assert f"summarise: {page}: is empty" in terminal.text
        assert "code 1" in terminal.text
        assert "Places" not in terminal.text and "1 article" not in terminal.text, "no library"


def test_an_empty_pipe_is_said_and_no_reader_opens():
    with RealTerminal(f"printf '' | {COMMAND}") as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.text.strip() == "summarise: standard input: is empty"
        assert HAS_READER_SEQUENCE not in terminal.raw


@pytest.mark.parametrize("redirection", ["> '{out}'", "| cat > '{out}'"])
def test_output_that_goes_elsewhere_is_printed_though_there_is_a_terminal(
    article, tmp_path, redirection
):
    out = tmp_path / "out.txt"
    command = f"{COMMAND} -m lead -l 1 '{article}' {redirection.format(out=out)}; echo done"
    with RealTerminal(command) as terminal:
        terminal.wait_for_end()
        assert terminal.raw == b"done\r\n"
    assert out.read_text().startswith(FIRST)
    assert "\x1b" not in out.read_text()


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_terminal_that_cannot_place_a_cursor_gets_print(article, env):
    with RealTerminal(f"{COMMAND} -m lead -l 1 '{article}'", env=env) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.raw.startswith(FIRST.encode())
        assert b"\x1b" not in terminal.raw


def test_errors_sent_elsewhere_mean_printing_for_the_reader_draws_there(article, tmp_path):
    command = f"{COMMAND} -m lead -l 1 '{article}' 2> '{tmp_path / 'errors'}'"
    with RealTerminal(command) as terminal:
        assert terminal.wait_for_end() == 0
        assert terminal.raw.startswith(FIRST.encode())
        assert b"\x1b" not in terminal.raw


def test_without_any_terminal_it_prints_and_ends(article):
    for stdin in (subprocess.DEVNULL, subprocess.PIPE):
        done = subprocess.run(
            [sys.executable, "-m", "tui", "-m", "lead", "-l", "1", str(article)],
            stdin=stdin,
            capture_output=True,
            check=False,
            start_new_session=True,
            timeout=30,
        )
        assert done.returncode == 0
        assert done.stdout.startswith(FIRST.encode())
        assert b"\x1b" not in done.stdout + done.stderr


def test_keys_of_the_settings_file_work(article, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text('length = "2"\n[keys]\nlibrary.quit = "z"\nreader.quit = "z"\n')
    with RealTerminal(
        f"{COMMAND} '{article}'; echo code $?", env={"SUMMARISE_CONFIG": str(config)}
    ) as terminal:
        assert kept(terminal.wait_for(opened)) == 2
        terminal.press("z")
        terminal.wait_for("code 0")


def test_without_a_mouse_the_terminal_keeps_it(article):
    with RealTerminal(f"{COMMAND} --no-mouse '{article}'") as terminal:
        terminal.wait_for(opened)
        assert b"\x1b[?1003h" not in terminal.raw
        terminal.press("q")
        terminal.wait_for_end()


def test_no_color_draws_without_colours(article):
    colours = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
    for env, coloured in (({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)):
        with RealTerminal(f"{COMMAND} '{article}'", env=env) as terminal:
            terminal.wait_for(opened)
            assert bool(colours.search(terminal.raw)) is coloured
            terminal.press("q")
            terminal.wait_for_end()


@pytest.mark.parametrize(
    ("env", "sent"),
    [
        ({"COLORTERM": "truecolor"}, {b"2"}),
        ({"COLORTERM": "", "TERM": "xterm-256color"}, {b"5"}),
        ({"COLORTERM": "", "TERM": "linux"}, set()),
    ],
)
def test_a_terminal_is_sent_the_colours_that_it_has(article, env, sent):
    with RealTerminal(f"{COMMAND} '{article}'", env=env) as terminal:
        terminal.wait_for(opened)
        assert set(re.findall(rb"\x1b\[(?:[\d;]*;)?[34]8;([25]);", terminal.raw)) == sent
        terminal.press("q")
        terminal.wait_for_end()


def test_what_is_missing_is_said_after_the_reader_has_closed(article):
    with RealTerminal(f"{COMMAND} /nowhere/missing.txt '{article}'; echo code $?") as terminal:
        terminal.wait_for(opened)
        terminal.press("q")
        terminal.wait_for_end()
        assert "summarise: /nowhere/missing.txt: " in terminal.text
        assert "code 1" in terminal.text


def test_an_interrupt_from_outside_leaves_the_terminal_as_it_was(article):
    program = [sys.executable, "-m", "tui", str(article)]
    with RealTerminal(program) as terminal:
        terminal.wait_for(opened)
        terminal.interrupt(signal.SIGINT)
        terminal.wait_for_end()
        assert not terminal.in_alternate_screen
        assert not terminal.cursor_hidden
        assert "Traceback" not in terminal.text


def test_ctrl_c_while_it_waits_for_a_pipe_ends_it():
    with RealTerminal(f"sleep 30 | {COMMAND}") as terminal:
        assert not terminal.has_ended(within=2)
        assert terminal.raw == b""  # whoever writes may have a question on the terminal
        terminal.press("\x03")
        assert terminal.has_ended(within=10)
        assert terminal.text.strip() == "^C"


def test_a_slow_pipe_is_waited_for_in_the_reader_and_q_leaves(article):
    writer = f"head -c 200 '{article}'; sleep 30"
    with RealTerminal(f"{{ {writer}; }} | {{ {COMMAND}; echo code $?; }}") as terminal:
        terminal.wait_for("reading …")
        terminal.press("q")
        terminal.wait_for("code 0")
        assert "the program that writes to the pipe has not ended: ctrl+c ends it" in terminal.text
        assert terminal.left_on == set()


def test_a_slow_pipe_is_read_to_its_end(article):
    writer = f"head -c 200 '{article}'; sleep 2; tail -c +201 '{article}'"
    with RealTerminal(f"{{ {writer}; }} | {COMMAND} -l 3") as terminal:
        terminal.wait_for("reading …")
        terminal.press("+")
        terminal.wait_for(lambda text: kept(text) == 4)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
