"""However the reader ends, the terminal is as it was and the exit code says how."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.tui.real_terminal import COMMAND, RealTerminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals"),
]

READER = [sys.executable, "-m", "tui"]
#: What is pressed to get from the reader to a place, and what is seen there.
PLACES = {
    "reading": ("", "Summary"),
    "palette": ("\x10", "Search for commands"),
    "compare": ("v", "LexRank"),
    "prompt": ("/", "enter to keep it"),
    "library": ("o", "Samples"),
    "help": ("?", "Move to the next sentence"),
}
#: Another one to end with at each place, each of them at least once.
SIGNALS = (
    ("reading", signal.SIGTERM),
    ("reading", signal.SIGHUP),
    ("reading", signal.SIGQUIT),
    ("reading", signal.SIGINT),
    ("palette", signal.SIGTERM),
    ("compare", signal.SIGHUP),
    ("prompt", signal.SIGQUIT),
    ("library", signal.SIGINT),
    ("help", signal.SIGTERM),
)


def opened(screen: str) -> bool:
    """Whether a summary is on the screen."""
    return bool(re.search(r"\d+ of \d+ sentences", screen))


def long_article(folder: Path, sentences: int) -> Path:
    """An article that takes a while."""
    path = folder / "long.txt"
    lines = (f"Ferry {n} carried {n % 97} people to island {n % 89}." for n in range(sentences))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(("place", "number"), SIGNALS)
def test_a_signal_ends_the_reader_wherever_it_is(article, place, number):
    keys, seen = PLACES[place]
    with RealTerminal([*READER, str(article)]) as terminal:
        terminal.wait_for(opened)
        terminal.press(keys)
        terminal.wait_for(seen)
        assert terminal.left_on >= {"1049", "1003", "2004", "no echo", "no cursor"}
        terminal.interrupt(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.left_on == set()
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize(
    "name",
    [
        *("SIGABRT", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGXCPU"),
        *("SIGVTALRM", "SIGPROF", "SIGPWR", "SIGSTKFLT"),
    ],
)
def test_any_other_signal_that_ends_programs_ends_the_reader_cleanly(article, name):
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip("this system has no such signal")
    with RealTerminal([*READER, str(article)]) as terminal:
        terminal.wait_for(opened)
        terminal.interrupt(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.left_on == set()


def test_signals_that_end_no_program_change_nothing(article):
    with RealTerminal([*READER, "-l", "3", str(article)]) as terminal:
        terminal.wait_for(opened)
        for name in ("SIGWINCH", "SIGCHLD", "SIGURG", "SIGCONT", "SIGPIPE", "SIGXFSZ"):
            terminal.interrupt(getattr(signal, name))
        terminal.settled()
        terminal.press("+")
        terminal.wait_for("4 of ")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    ("options", "seen"), [([], "reading …"), (["-m", "sumy:lexrank"], "ranking")]
)
def test_a_signal_ends_the_reader_while_it_works(tmp_path, options, seen):
    with RealTerminal([*READER, *options, str(long_article(tmp_path, 30_000))]) as terminal:
        terminal.wait_for(seen)
        terminal.interrupt(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.left_on == set()


def test_a_second_interrupt_changes_nothing(article):
    with RealTerminal([*READER, str(article)]) as terminal:
        terminal.wait_for(opened)
        terminal.interrupt(signal.SIGINT)
        time.sleep(0.03)
        terminal.interrupt(signal.SIGINT)
        assert terminal.wait_for_end() == 130
        assert terminal.left_on == set()
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize("before", ["", "trap '' HUP; "])
def test_the_reader_ends_when_its_terminal_goes_away(article, before):
    with RealTerminal(f"{before}exec {COMMAND} '{article}'") as terminal:
        terminal.wait_for(opened)
        assert terminal.hang_up() == 129


def test_keys_that_come_after_the_one_that_leaves_are_let_go(article):
    for keys in ("qe", "qeee", "qv"):
        with RealTerminal([*READER, str(article)]) as terminal:
            terminal.wait_for(opened)
            terminal.press(keys)
            assert terminal.wait_for_end() == 0
            assert terminal.left_on == set()
            assert "Error" not in terminal.text


def test_a_reader_that_does_not_leave_is_made_to():
    stuck = (
        "import sys, time, tty\n"
        "from tui.process.ends import Ending\n"
        "with Ending(lambda code: None, grace=0.2):\n"
        "    tty.setraw(0)\n"
        "    print('\\x1b[?1049h\\x1b[?1003h\\x1b[?25lthere', end='', flush=True)\n"
        "    while True: time.sleep(60)\n"
    )
    with RealTerminal([sys.executable, "-c", stuck]) as terminal:
        terminal.wait_for("there")
        assert terminal.left_on == {"1049", "1003", "no echo", "no cursor"}
        terminal.interrupt(signal.SIGTERM)
        assert terminal.wait_for_end(timeout=10) == 143
        assert terminal.left_on == set()


def test_an_unfinished_file_is_taken_away_when_printing_is_ended(tmp_path):
    slow = (
        "import sys, time, tui.writing as writing, tui.command.printing as printing\n"
        "writing.os.fsync = lambda _: (print('there', flush=True), time.sleep(60))\n"
        "from tui.__main__ import main\n"
        "sys.exit(main())\n"
    )
    source = tmp_path / "a.txt"
    source.write_text("The ferry sailed on Monday with forty people. It came back on Tuesday.")
    out = tmp_path / "out.txt"
    with RealTerminal([sys.executable, "-c", slow, "-o", str(out), str(source)]) as terminal:
        terminal.wait_for("there")
        terminal.interrupt(signal.SIGTERM)
        assert terminal.wait_for_end() == 143
    assert list(tmp_path.iterdir()) == [source]


@pytest.fixture
def shell():
    """A shell with jobs."""
    with RealTerminal(["/bin/sh", "-i"], env={"PS1": "shell: ", "ENV": ""}) as terminal:
        terminal.wait_for("shell:")
        yield terminal


def test_the_stop_key_gives_the_shell_back_and_fg_the_whole_screen(shell, article):
    shell.press(f"{COMMAND} -l 3 '{article}'\r")
    shell.wait_for(opened)
    before = shell.settled()
    shell.press("\x1a")
    shell.wait_for(lambda text: not shell.in_alternate_screen and "Stopped" in text)
    shell.press("echo back-$((40 + 2))\r")
    shell.wait_for("back-42")
    assert not shell.mouse_on
    shell.press("fg\r")
    shell.wait_for(lambda _: shell.in_alternate_screen)
    assert shell.settled() == before
    shell.press("+")
    shell.wait_for("4 of ")
    shell.press("q")
    shell.wait_for(lambda _: not shell.in_alternate_screen)
    shell.press("echo code-$?\r")
    shell.wait_for("code-0")


def test_a_stopped_reader_that_is_ended_leaves_the_terminal_alone(shell, article):
    shell.press(f"{COMMAND} '{article}'\r")
    shell.wait_for(opened)
    shell.press("\x1a")
    shell.wait_for(lambda text: not shell.in_alternate_screen and "Stopped" in text)
    at = len(shell.raw)
    shell.press("kill %1; kill -CONT %1; while kill -0 %1; do sleep 0.1; done; echo code-$?\r")
    shell.wait_for("code-0")
    assert b"\x1b[?" not in shell.raw[at:].replace(b"\x1b[?2004", b"")


def test_a_reader_stopped_unasked_comes_back_whole_and_leaves_cleanly(article):
    with RealTerminal([*READER, "-l", "3", str(article)]) as terminal:
        terminal.wait_for(opened)
        terminal.interrupt(signal.SIGSTOP)
        time.sleep(0.2)
        terminal.interrupt(signal.SIGCONT)
        time.sleep(0.5)
        terminal.press("+")
        terminal.wait_for("4 of ")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()
