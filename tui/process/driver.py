"""Textual's driver for a terminal that may send anything, be stopped, or go away.

It rests on what any driver of Textual has, its methods; of what is private in it, only on the name
by which it finds its decoder. Where a newer Textual does without that name, what cannot be read
costs one read of keys and no more.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TextIO

from textual import events
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.process.columns import with_columns_kept
from tui.process.ends import let_go
from tui.process.pace import Pace
from tui.process.typed_bytes import InputDecoder

#: Faults of the parser that are passed over, so that one that is always there is not.
_PASSED_OVER = 1_000
#: Seconds until a terminal that sent nothing, but is there, is read again.
_PAUSE = 0.1

if hasattr(linux_driver, "getincrementaldecoder"):
    # Its loop asks for a decoder of UTF-8 and knows of no bytes that are not.
    setattr(linux_driver, "getincrementaldecoder", lambda _encoding: InputDecoder)  # noqa: B010


class Leaving(Protocol):
    """What the driver needs of the app: the ways out of it."""

    @property
    def closing(self) -> bool:
        """Whether the app is on its way out."""

    def terminal_gone(self) -> None:
        """There is no terminal any more; called in any thread, more than once."""

    def key_let_go(self) -> None:
        """A key is not followed, since too many came at once; called in any thread."""


class ReaderDriver(LinuxDriver):
    """Textual's driver, which lives through what a terminal sends and ends when it is gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._leaving: Leaving = app  # type: ignore[assignment]
        self._file: Any = _Output(self._file, self._leaving.terminal_gone)
        self._stopped = False
        self._pace = Pace()

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, unless it is one key too many."""
        if isinstance(message, events.Key) and not self._pace.allows(message.time):
            self._leaving.key_let_go()
        else:
            super().send_message(message)

    def run_input_thread(self) -> None:
        """Read what is typed until the app leaves, whatever it is."""
        for _ in range(_PASSED_OVER):
            try:
                super().run_input_thread()
            except (EOFError, OSError):
                if not os.isatty(self.fileno):
                    self._leaving.terminal_gone()
                    return
                time.sleep(_PAUSE)
            except Exception:  # a sequence that the parser cannot read
                pass  # the next one may be a key again
            if self.exit_event.is_set():
                return
        super().run_input_thread()

    def write(self, data: str) -> None:
        """Write to the terminal, so that its columns are where Textual has them."""
        super().write(with_columns_kept(data))

    def stop_application_mode(self) -> None:
        """Make the terminal what it was, unless it has been given back."""
        if self._stopped:
            return
        if getattr(self, "_mouse_pixels", False):
            self.write("\x1b[?1016l")  # Textual switches it on and never off
        super().stop_application_mode()

    def disable_input(self) -> None:
        """Read no more, unless the terminal has been given back."""
        if not self._stopped:
            super().disable_input()

    def suspend_application_mode(self) -> None:
        """Give the terminal back before the process is stopped."""
        super().suspend_application_mode()
        self._stopped = True

    def resume_application_mode(self) -> None:
        """Take the terminal again when the process is continued, unless it was to end meanwhile."""
        if not self._has_terminal():
            time.sleep(_PAUSE)  # a signal to end that came meanwhile is heard first
        if self._leaving.closing:
            return
        if not self._stopped:  # stopped by a signal that no program hears of: begin anew
            super().suspend_application_mode()
        super().resume_application_mode()
        self._stopped = False

    def _has_terminal(self) -> bool:
        """Whether the terminal is this program's now, not a shell's that continued it behind it."""
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:
            return False


class _Output:
    """A terminal to write to that is not missed when it has gone.

    Args:
        file: The terminal.
        gone: Told when nothing can be written to it any more.
    """

    def __init__(self, file: TextIO | None, gone: Callable[[], None]) -> None:
        self._file = file
        self._tell_gone = gone
        self._is_gone = file is None

    def write(self, text: str) -> int:
        """Write a text, or let it go."""
        self._try(lambda file: file.write(text))
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        self._try(lambda file: file.flush())

    def fileno(self) -> int:
        """The descriptor."""
        if self._file is None:
            raise OSError("there is no terminal")
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file is not None and self._file.isatty()

    def _try(self, do: Callable[[TextIO], object]) -> None:
        if self._is_gone or self._file is None:
            return
        try:
            do(self._file)
        except BlockingIOError:  # some program that shares the terminal has made it so
            os.set_blocking(self._file.fileno(), True)
        except (OSError, ValueError):
            self._is_gone = True
            with suppress(OSError, ValueError):
                let_go(self._file)
            self._tell_gone()
