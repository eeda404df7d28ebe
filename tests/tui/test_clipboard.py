"""Copying: which routes are taken where, and that what is said about it is true."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

import pytest

from summarise import SourceError
from tests.tui.driving import reader_on, settle
from tui import clipboard
from tui.clipboard import Outcome, Route, copy, system_copy


class Recorder:
    """A terminal that keeps what it is sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def copy_to_clipboard(self, text: str) -> None:
        self.sent.append(text)


@pytest.fixture
def terminal() -> Recorder:
    return Recorder()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose programs are found before all others."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def add_program(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def add_tmux(folder: Path, monkeypatch: pytest.MonkeyPatch, *, code: int = 0) -> Path:
    """A tmux that keeps what it is fed; returns where."""
    add_program(folder, "tmux", f'echo "$@" > {folder}/called; cat > {folder}/fed; exit {code}')
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    return folder / "fed"


def add_pyperclip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A desktop whose pyperclip does this."""
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "pyperclip.py").write_text(body)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":99")


KEEPING = """
import pathlib
kept = pathlib.Path(__file__).with_name("kept")
def copy(text): kept.write_text(text)
def paste(): return kept.read_text()
"""


async def test_the_terminal_is_always_asked(terminal):
    outcome = await copy(terminal, "text", "5 sentences")
    assert terminal.sent == ["text"]
    assert str(outcome) == "Sent 5 sentences to the terminal (OSC 52)"


async def test_tmux_is_handed_the_text_too(terminal, programs, monkeypatch):
    fed = add_tmux(programs, monkeypatch)
    outcome = await copy(terminal, "Grüße – 東京\n", "5 sentences")
    assert terminal.sent == ["Grüße – 東京\n"]
    assert fed.read_text(encoding="utf-8") == "Grüße – 東京\n"
    assert (programs / "called").read_text() == "load-buffer -w -\n"
    assert str(outcome) == "Copied 5 sentences (tmux)"


async def test_a_tmux_that_refuses_is_not_believed(terminal, programs, monkeypatch):
    add_tmux(programs, monkeypatch, code=1)
    outcome = await copy(terminal, "text", "5 sentences")
    assert outcome.route is Route.TERMINAL


def test_a_tmux_that_is_gone_is_no_error(monkeypatch, tmp_path):
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_copy("text") is None


async def test_the_clipboard_of_the_system_is_used_and_checked(terminal, tmp_path, monkeypatch):
    add_pyperclip(tmp_path, monkeypatch, KEEPING)
    outcome = await copy(terminal, "text äöü\n", "this sentence")
    assert (tmp_path / "modules" / "kept").read_text(encoding="utf-8") == "text äöü\n"
    assert terminal.sent == ["text äöü\n"]
    assert str(outcome) == "Copied this sentence"


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_the_clipboard_of_the_far_machine_is_left_alone(tmp_path, monkeypatch, variable):
    add_pyperclip(tmp_path, monkeypatch, KEEPING)
    monkeypatch.setenv(variable, "10.0.0.1 5000 10.0.0.2 22")
    assert system_copy("text") is None
    assert not (tmp_path / "modules" / "kept").exists()


@pytest.mark.parametrize(
    "body",
    [
        "def copy(text): raise RuntimeError('no mechanism')\n",
        "def copy(text): pass\ndef paste(): return 'something older'\n",
        "raise ImportError('broken')\n",
    ],
    ids=["fails", "only says so", "broken"],
)
def test_a_clipboard_that_did_not_take_it_is_not_claimed(tmp_path, monkeypatch, body, capfd):
    add_pyperclip(tmp_path, monkeypatch, body)
    assert system_copy("text") is None
    assert capfd.readouterr() == ("", ""), "nothing may be written over the screen"


def test_a_clipboard_program_that_hangs_is_ended(programs, monkeypatch):
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.5)
    monkeypatch.setenv("DISPLAY", ":99")
    add_program(programs, "xclip", f"echo $$ > {programs}/pid; exec sleep 60")
    started = time.monotonic()
    assert system_copy("text") is None
    assert time.monotonic() - started < 10
    if (programs / "pid").exists():
        process = int((programs / "pid").read_text())
        deadline = time.monotonic() + 5
        while Path(f"/proc/{process}/cmdline").exists() and time.monotonic() < deadline:
            if not Path(f"/proc/{process}/cmdline").read_bytes():
                break  # ended, and waits for its parent to notice
            time.sleep(0.05)
        else:
            assert time.monotonic() < deadline


async def test_the_screen_goes_on_while_a_program_hangs(terminal, programs, monkeypatch):
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.5)
    monkeypatch.setenv("TMUX", "x")
    add_program(programs, "tmux", "exec sleep 60")
    copying = asyncio.create_task(copy(terminal, "text", "it"))
    ticks = 0
    while not copying.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > 10
    assert copying.result().route is Route.TERMINAL


async def test_control_sequences_and_half_pairs_are_not_copied(terminal):
    await copy(terminal, "a\x1b]52;c;aGk=\x07b\x00\ud800c\r\nd", "it")
    assert terminal.sent == ["ab\ufffdc\nd"]


@pytest.mark.parametrize(
    ("variable", "value"), [("TERM_PROGRAM", "Apple_Terminal"), ("TERM", "linux")]
)
async def test_where_no_route_works_a_file_is_offered(terminal, monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    outcome = await copy(terminal, "text", "5 sentences")
    assert not outcome.copied
    assert str(outcome) == "No clipboard took 5 sentences: save to a file instead"


def test_a_text_too_long_for_some_terminals_is_said_to_be():
    small = Outcome("it", Route.TERMINAL, clipboard.OSC_52_LIMIT)
    large = Outcome("it", Route.TERMINAL, clipboard.OSC_52_LIMIT + 1)
    assert "more than it takes" not in str(small)
    assert "more than it takes" in str(large)


def test_pyperclip_is_not_loaded_into_this_process(tmp_path, monkeypatch):
    add_pyperclip(tmp_path, monkeypatch, KEEPING)
    assert system_copy("text") is Route.SYSTEM
    assert "pyperclip" not in sys.modules


async def test_there_may_be_nothing_to_copy(tmp_path, monkeypatch):
    path = tmp_path / "code.md"
    path.write_text("```\ncode only\n```\n")
    copied: list[str] = []
    monkeypatch.setattr("tui.clipboard.system_copy", copied.append)
    async with reader_on(path) as (screen, pilot):
        await pilot.press("c")
        await settle(pilot)
        said = [notice.message for notice in screen.app._notifications]
    assert said == ["There is no sentence to copy."]
    assert copied == []


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
@pytest.mark.parametrize(
    ("program", "desktop"),
    [("wl-paste", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY"), ("pbpaste", "")],
)
def test_what_was_copied_is_read_by_the_program_of_the_system(
    programs: Path, monkeypatch: pytest.MonkeyPatch, program: str, desktop: str
):
    if desktop:
        monkeypatch.setenv(desktop, ":7")
    monkeypatch.setattr("shutil.which", lambda name: name if name == program else None)
    add_program(programs, program, "printf 'The ferry is late.\\nNobody waits for it.'")
    assert clipboard.read_clipboard() == "The ferry is late.\nNobody waits for it."


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
def test_a_clipboard_that_cannot_be_read_says_why(programs: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(SourceError, match="install wl-clipboard, xclip or xsel"):
        clipboard.read_clipboard()
    monkeypatch.setattr("shutil.which", lambda name: name if name == "pbpaste" else None)
    add_program(programs, "pbpaste", "exit 1")
    with pytest.raises(SourceError, match="holds no text"):
        clipboard.read_clipboard()
    monkeypatch.setattr(clipboard, "TIMEOUT", 0.2)
    add_program(programs, "pbpaste", "exec sleep 20")
    with pytest.raises(SourceError, match="gave no answer"):
        clipboard.read_clipboard()
