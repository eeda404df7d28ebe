"""The reader's editor, opened at a sentence."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from summarise.errors import SummariseError

#: Editors that take ``FILE:LINE``, and those that want an option before it. Of the others nearly
#: all (vi, nano, emacs, kakoune, micro, joe, ne, mg) take ``+LINE FILE``.
_COLON = frozenset({"hx", "helix", "subl", "zed"})
_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})
#: Editors with a window of their own, and what makes them wait until the file is closed.
_WAITING = dict.fromkeys((*_GOTO, "subl", "zed"), "--wait")
#: Characters of a file that are looked through for a sentence.
_LIMIT = 20_000_000
#: Words of a sentence that are looked for, and how few of them will do.
_WORDS, _FEWEST = 12, 2


class EditorError(SummariseError):
    """The editor could not be opened; the message says why in one line."""


def editor_command(path: Path, line: int) -> list[str]:
    """What opens a file at a line in ``$VISUAL``, ``$EDITOR`` or else vi.

    Args:
        path: The file.
        line: The line, from 1.

    Raises:
        EditorError: What is set is no command.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise EditorError(f"$VISUAL or $EDITOR is no command: {error}") from None
    if not words:
        raise EditorError("$VISUAL or $EDITOR is empty")
    name = Path(words[0]).name.removesuffix(".exe")
    if (waiting := _WAITING.get(name)) and waiting not in words and "-w" not in words:
        words.append(waiting)
    file = os.path.realpath(path)  # from the root: no name begins with a dash
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, f"{file}:{line}"] if name in _COLON else [*words, f"+{line}", file]


def line_of(text: str, sentence: str) -> int:
    """The line of a file that a sentence begins on, from 1; 1 if it is not found.

    What is read differs from what is written: lines are joined, marks of emphasis are gone. So the
    first words are looked for with anything but words between them, and then fewer of them.

    Args:
        text: The file.
        sentence: The sentence as it was read.
    """
    words = re.findall(r"\w+", sentence)[:_WORDS]
    while len(words) >= min(_FEWEST, max(1, len(words))) and words:
        pattern = r"\b" + r"\W{1,40}".join(map(re.escape, words)) + r"\b"
        if found := re.search(pattern, text[:_LIMIT]):
            return text.count("\n", 0, found.start()) + 1
        words = words[: len(words) // 2]
    return 1


def edit(path: Path, sentence: str) -> None:
    """Open a file in the editor at a sentence, and wait until it is closed.

    The terminal has to be free for it.

    Raises:
        EditorError: It could not be opened.
    """
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise EditorError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    _run(editor_command(path, line_of(text, sentence)))


def _run(command: Sequence[str]) -> None:
    # What is pressed in the editor is the editor's: an interrupt must not end the reader behind it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.call(command)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EditorError(f"{command[0]}: cannot be opened: {reason}") from None
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise EditorError(f"{command[0]}: ended with code {code}")
