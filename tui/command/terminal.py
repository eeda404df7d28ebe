"""The gates between a terminal and a pipe: whether one can read here, and what is piped in."""

from __future__ import annotations

import os
import stat
import sys
from typing import BinaryIO, TextIO

from summarise import SourceError
from summarise.text.sanitise import sanitise_line
from tui.process.ends import let_go

_TERMINAL = "/dev/tty"
#: Terminals that cannot place a cursor.
_DUMB = frozenset({"", "dumb", "unknown"})


def can_read() -> bool:
    """Whether the reader can be shown: it draws on standard error and takes keys from /dev/tty."""
    if not _is_terminal(sys.stderr):
        return False
    if os.name == "nt":
        return _is_terminal(sys.stdin)
    if os.environ.get("TERM", "") in _DUMB:
        return False
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def output_is_terminal() -> bool:
    """Whether standard output is a terminal; if not, its reader wants plain text."""
    return _is_terminal(sys.stdout)


def input_is_piped() -> bool:
    """Whether an article may come from standard input: a pipe or a file, not the null device."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except OSError:  # a stream without a descriptor, as a caller within Python makes one
        return not _is_terminal(sys.stdin)
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def take_keys_from_terminal() -> None:
    """Make the terminal standard input, so that piped text is not taken for keys.

    Raises:
        OSError: There is no terminal.
    """
    if os.name == "nt" or _is_terminal(sys.stdin):
        return
    terminal = os.open(_TERMINAL, os.O_RDWR)
    if terminal != 0:
        os.dup2(terminal, 0)
        os.close(terminal)
    if sys.__stdin__ is None:  # started with standard input closed
        sys.__stdin__ = sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)  # type: ignore[misc]


def wants_colour() -> bool:
    """Whether colours are wanted: ``NO_COLOR`` says no if it is set to anything but nothing."""
    if os.environ.get("NO_COLOR"):
        return False
    os.environ.pop("NO_COLOR", None)  # Textual would obey an empty one
    return True


def say(line: str) -> None:
    """Write one line to standard error under the program's name, without its control characters."""
    if sys.stderr is not None:
        try:
            # In one piece: lines of several threads must not run into each other.
            text = f"summarise: {sanitise_line(line, limit=500)}\n"
            print(text, end="", file=sys.stderr, flush=True)
        except OSError:  # it is full, or its terminal has gone: the exit code still tells
            let_go(sys.stderr)


def binary_output() -> BinaryIO:
    """Standard output for bytes."""
    if sys.stdout is None:
        raise SourceError("standard output", "is closed")
    return sys.stdout.buffer


def abandon_output() -> None:
    """Stop writing to a pipe that nobody reads any more, without a complaint at exit."""
    let_go(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
