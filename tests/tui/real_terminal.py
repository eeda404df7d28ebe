"""A real terminal for tests: the command on a pseudo-terminal, its screen kept by an emulator."""

from __future__ import annotations

import os
import re
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence

import pexpect
import pyte

#: The command, as a shell would be given it.
COMMAND = f"'{sys.executable}' -m tui"
TIMEOUT = 20.0


class RealTerminal:
    """A shell command on a terminal of its own.

    Args:
        command: What a shell runs on it, or a program and its arguments.
        columns: Its width.
        rows: Its height.
        env: Variables to set beside those of this process.
    """

    def __init__(
        self,
        command: str | Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
    ) -> None:
        arguments = ["/bin/sh", "-c", command] if isinstance(command, str) else list(command)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._process = pexpect.spawn(
            arguments[0],
            arguments[1:],
            dimensions=(rows, columns),
            env=os.environ | dict(env or {}),
            timeout=TIMEOUT,
        )

    def __enter__(self) -> RealTerminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.close(force=True)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cursor_hidden(self) -> bool:
        """Whether the cursor is hidden."""
        return bool(self._screen.cursor.hidden)

    @property
    def in_alternate_screen(self) -> bool:
        """Whether the last switch was to the alternate screen."""
        return self.raw.rfind(b"\x1b[?1049h") > self.raw.rfind(b"\x1b[?1049l")

    @property
    def mouse_on(self) -> bool:
        """Whether the last word about the mouse was that it should be reported."""
        return self.raw.rfind(b"\x1b[?1003h") > self.raw.rfind(b"\x1b[?1003l")

    @property
    def left_on(self) -> set[str]:
        """What of all that the reader switches is still as it wants it: private modes, no echo."""
        on: set[str] = set()
        for modes, switch in re.findall(r"\x1b\[\?([\d;]+)([hl])", self.raw.decode("latin-1")):
            (on.update if switch == "h" else on.difference_update)(modes.split(";"))
        on -= {"7", "25"}  # wrapping and the cursor are on in any terminal
        if not termios.tcgetattr(self._process.child_fd)[3] & termios.ECHO:
            on.add("no echo")
        return on | ({"no cursor"} if self.cursor_hidden else set())

    def press(self, keys: str | bytes) -> None:
        """Type keys."""
        self._process.send(keys)

    def interrupt(self, number: int) -> None:
        """Send a signal to the process."""
        os.kill(self._process.pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._process.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def hang_up(self) -> int:
        """Take the terminal away; returns the exit code of the process."""
        kept = self._process.child_fd
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, kept)  # closes the terminal, and leaves pexpect a descriptor to close
        os.close(null)
        deadline = time.monotonic() + TIMEOUT
        while self._process.isalive():
            assert time.monotonic() < deadline, "lives on without a terminal"
            time.sleep(0.05)
        return int(self._process.exitstatus or 0)

    def wait_for(self, wanted: str | Callable[[str], bool], timeout: float = TIMEOUT) -> str:
        """Read until a text, or a screen of this kind, is there; returns the screen."""
        shown = (lambda text: wanted in text) if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + timeout
        while not shown(self.text):
            assert time.monotonic() < deadline, f"{wanted!r} did not come:\n{self.text}"
            if not self._read():
                assert shown(self.text), f"ended without {wanted!r}:\n{self.text}"
        return self.text

    def settled(self, quiet: float = 0.5) -> str:
        """Read until nothing comes for so many seconds; returns the screen."""
        before = -1
        while before != len(self.raw):
            before = len(self.raw)
            deadline = time.monotonic() + quiet
            while time.monotonic() < deadline and self._read():
                pass
        return self.text

    def wait_for_end(self, timeout: float = TIMEOUT) -> int:
        """Read until the process ends; returns its exit code."""
        deadline = time.monotonic() + timeout
        while self._read():
            assert time.monotonic() < deadline, f"did not end:\n{self.text}"
        self._process.wait()
        status = self._process.exitstatus
        return -int(self._process.signalstatus or 0) if status is None else int(status)

    def has_ended(self, within: float) -> bool:
        """Whether the process ends within some seconds."""
        deadline = time.monotonic() + within
        while self._read():
            if time.monotonic() > deadline:
                return False
        return True

    def _read(self) -> bool:
        """Take in what was written; False when nothing more will be."""
        try:
            data = self._process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True
