"""The reader's editor: which command opens it, at which line, and what it leaves behind."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.tui.driving import app_on, reader_on, said, settle
from tests.tui.real_terminal import COMMAND, RealTerminal
from tui.editor import EditorError, editor_command, line_of

PAGE = """\
# The ferry

The ferry of Varnholm lay in the harbour
until *March*, since the ice was thick.

- The **captain** was [glad](https://example.org/x) of the rest.
- The mail went over the ice.
"""


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("The ferry of Varnholm lay in the harbour until March, since the ice was thick.", 3),
        ("The mail went over the ice.", 7),
        ("The captain was glad of the rest.", 6),
        ("Something else entirely.", 1),
        ("", 1),
        ("?!", 1),
    ],
)
def test_a_sentence_is_found_in_what_was_written(sentence: str, line: int):
    assert line_of(PAGE, sentence) == line


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("nvim", ["nvim", "+7", "FILE"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "FILE"]),
        ("hx", ["hx", "FILE:7"]),
        ("/usr/bin/code", ["/usr/bin/code", "--wait", "--goto", "FILE:7"]),
        ("code -w", ["code", "-w", "--goto", "FILE:7"]),
        ("", ["vi", "+7", "FILE"]),
    ],
)
def test_every_editor_is_told_the_line_in_its_way(
    editor: str, command: list[str], tmp_path: Path, monkeypatch
):
    monkeypatch.setenv("EDITOR", editor)
    file = (tmp_path / "-a b.md").resolve()
    assert editor_command(file, 7) == [word.replace("FILE", str(file)) for word in command]
    monkeypatch.setenv("VISUAL", "kak")
    assert editor_command(file, 7)[0] == "kak"


@pytest.mark.parametrize("editor", ['vim "', " "])
def test_what_is_no_command_is_a_line(editor: str, monkeypatch):
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(EditorError, match="EDITOR"):
        editor_command(Path("a"), 1)


def test_the_editor_has_the_terminal_and_the_reader_comes_back_to_what_was_written(tmp_path: Path):
    page, editor = tmp_path / "ferry.md", tmp_path / "editor"
    page.write_text(PAGE)
    editor.write_text(
        "#!/bin/sh\n"
        'echo "the editor has it: $1"; read line\n'
        'printf "\\nThe new ferry is called Hope and sails in May.\\n" >> "$2"\n'
    )
    editor.chmod(0o755)
    with RealTerminal(f"{COMMAND} '{page}'", env={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for("since the ice")
        terminal.wait_for("Summary   3 of 3")
        terminal.press("lGE")
        terminal.wait_for("the editor has it: +7")
        terminal.press("\r")
        terminal.wait_for("called Hope")
        terminal.wait_for("of 4 sentences")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


async def test_what_is_no_file_is_not_edited():
    async with app_on(piped=b"The ferry sailed in May. The captain was glad of it.") as (
        app,
        pilot,
    ):
        await pilot.press("E")
        await settle(pilot)
        assert said(app) == ["Only a file can be edited: this was read from somewhere else."]


async def test_an_editor_that_is_not_there_is_a_line(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("EDITOR", "no-such-editor-here")
    page = tmp_path / "ferry.md"
    page.write_text(PAGE)
    async with reader_on(page) as (screen, pilot):
        monkeypatch.setattr(screen.app, "suspend", nullcontext)
        await pilot.press("E")
        await settle(pilot)
        assert said(screen.app) == [
            "no-such-editor-here: cannot be opened: no such file or directory."
        ]
