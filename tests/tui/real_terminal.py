"""A real terminal for tests: the command on a pseudo-terminal, its screen kept by an emulator."""

from __future__ import annotations

import os
import sys
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

    def press(self, keys: str) -> None:
        """Type keys."""
        self._process.send(keys)

    def interrupt(self, number: int) -> None:
        """Send a signal to the process."""
        os.kill(self._process.pid, number)

    def wait_for(self, wanted: str | Callable[[str], bool], timeout: float = TIMEOUT) -> str:
        """Read until a text, or a screen of this kind, is there; returns the screen."""
        shown = (lambda text: wanted in text) if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + timeout
        while not shown(self.text):
            assert time.monotonic() < deadline, f"{wanted!r} did not come:\n{self.text}"
            if not self._read():
                assert shown(self.text), f"ended without {wanted!r}:\n{self.text}"
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
