"""A fault of the program: exit code 1, one line, and a log that holds no word of what was read."""

from __future__ import annotations

import os
import stat
import sys

import pytest
from textual import events
from textual.widgets import Input

from summarise.sources import reading
from tests.tui.driving import reader_on, settle
from tests.tui.real_terminal import RealTerminal
from tui.process import faults
from tui.process.faults import fault_of, log_path

SECRET = "what was read"


def broken(text: str = SECRET) -> Exception:
    """An error that carries a text of an article, in its message and in a cause."""
    try:
        try:
            raise KeyError(text)
        except KeyError as cause:
            raise ValueError(text) from cause
    except ValueError as error:
        return error


def test_the_log_says_where_and_nothing_of_what_was_read():
    line = str(fault_of(broken()))
    assert (
        line == f"this is a fault of the program (ValueError): please report it with {log_path()}"
    )
    logged = log_path().read_text(encoding="utf-8")
    assert logged.index("builtins.KeyError") < logged.index("builtins.ValueError")
    assert f"{__file__}:" in logged
    assert "in broken" in logged
    assert SECRET not in logged


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_the_log_is_for_its_user_only():
    fault_of(broken())
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600
    assert stat.S_IMODE(log_path().parent.stat().st_mode) == 0o700


def test_the_logs_do_not_grow_for_ever(monkeypatch):
    monkeypatch.setattr(faults, "_LIMIT", 2_000)
    for _ in range(40):
        fault_of(broken())
    logs = sorted(log_path().parent.iterdir())
    assert [path.name for path in logs] == ["faults.log", "faults.log.1", "faults.log.2"]
    assert all(path.stat().st_size < 4_000 for path in logs)


def test_endless_recursion_is_logged_at_both_ends():
    def again(depth: int) -> int:
        return again(depth + 1)

    with pytest.raises(RecursionError) as caught:
        again(0)
    fault_of(caught.value)
    logged = log_path().read_text(encoding="utf-8")
    assert "more\n" in logged
    assert len(logged.splitlines()) < 80


def test_a_log_that_cannot_be_written_is_not_named(hermetic):
    (hermetic / ".local").write_text("a file where the folder would be")
    line = str(fault_of(broken()))
    assert line == "this is a fault of the program (ValueError): please report it"


def test_printing_goes_on_after_a_reader_that_raises_anything(run, article, tmp_path, monkeypatch):
    other = tmp_path / "other.md"
    other.write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    read_draft = reading.read_draft

    def breaks(data: bytes, name: str, **how: object) -> object:
        assert "other" not in name, SECRET
        return read_draft(data, name, **how)  # type: ignore[arg-type]

    monkeypatch.setattr("summarise.sources.reading.read_draft", breaks)
    result = run("-p", "-l", "1", "-m", "lead", other, article)
    assert result.code == 1
    assert "froze in January" in result.out
    (line,) = result.complaints
    assert line.startswith("summarise: other.md: this is a fault of the program (AssertionError)")
    assert SECRET not in result.err


async def test_keys_that_come_while_the_app_closes_are_let_go():
    async with reader_on() as (screen, pilot):
        app = screen.app
        app.exit(return_code=3)
        await pilot.press("e", "v", "slash")
        app.exit(return_code=0)
        await pilot.pause()
        assert app.return_code == 3
        assert app._fault is None


@pytest.mark.parametrize("key", ["slash", "colon", "w", "t,t", "ctrl+p", "o,slash"])
async def test_what_is_pasted_into_any_prompt_is_made_safe(key):
    async with reader_on() as (screen, pilot):
        await pilot.press(*key.split(","))
        await settle(pilot)
        prompt = screen.app.focused
        assert isinstance(prompt, Input)
        prompt.value = ""
        screen.app.post_message(events.Paste("A\x1b[2JB\x84\x9b31mC\u202eD\x07\tE"))
        await settle(pilot)
        assert prompt.value.split() == ["ABCD", "E"]
        assert prompt.value.isprintable()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_a_fault_while_reading_is_one_line_on_a_clean_terminal(article):
    program = (
        "import sys\n"
        "from tui.__main__ import main\n"
        "from tui.screens.reader import ReaderScreen\n"
        f"def broken(self): text = '{SECRET}'; raise ValueError(text)\n"
        "ReaderScreen.action_heat = broken\n"
        "sys.exit(main())\n"
    )
    with RealTerminal([sys.executable, "-c", program, str(article)]) as terminal:
        terminal.wait_for(" sentences")
        terminal.press("H")
        assert terminal.wait_for_end() == 1
        assert terminal.left_on == set()
        assert "summarise: this is a fault of the program (ValueError)" in terminal.text
        assert SECRET not in terminal.raw.decode("utf-8", "replace")
    assert "in broken" in log_path().read_text(encoding="utf-8")
