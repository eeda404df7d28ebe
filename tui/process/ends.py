"""How the program ends: every signal has its exit code, and the terminal is left as it was found.

Before and after the reader a signal may end the process at once. While the reader has the terminal,
a signal asks it to leave the way ``q`` does; if it does not, it is made to.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Any, TextIO

#: What shells add to the number of the signal that ended a program.
_BY_SIGNAL = 128
#: What a shell reports for a program that an interrupt has ended.
INTERRUPTED = _BY_SIGNAL + signal.SIGINT
#: The exit code of a program whose terminal has gone: that of a hang-up.
TERMINAL_GONE = _BY_SIGNAL + 1
#: The signals that ask a program to end; those of another system are passed over.
_ASKING = tuple(
    number
    for number in signal.Signals
    if number.name
    in (
        *("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGABRT", "SIGALRM", "SIGUSR1", "SIGUSR2"),
        *("SIGXCPU", "SIGVTALRM", "SIGPROF", "SIGPWR", "SIGSTKFLT"),
    )
)
#: Seconds in which the reader must have left. It takes 0.2 s; 1.8 s at most was measured, on two
#: busy cores while a method ranked 300,000 words.
_GRACE = 5.0
#: What undoes everything that Textual may have switched on: mouse reports (in pixels too), focus
#: reports, pasting in brackets, reports of sizes, no wrapping of lines, synchronised output, the
#: keyboard protocol, the hidden cursor, and last the alternate screen.
_RESTORING = (
    "\x1b[?2026l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2004l"
    "\x1b[?2048l\x1b[?7h\x1b[<u\x1b[0m\x1b[?1049l\x1b[?25h"
)


def end_on_signals() -> None:
    """Let a hang-up or a request to end unwind the program without a word, so that it cleans up."""
    for number in _ASKING:
        if number.name in ("SIGHUP", "SIGTERM") and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _unwind)


def end_at_once_on_signals() -> None:
    """Let signals end the process where it stands: there is nothing left to clean up.

    Python would tell of an interrupt that comes while it takes itself apart by a traceback.
    """
    for number in _ASKING:
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            signal.signal(number, signal.SIG_DFL)


def _unwind(number: int, _frame: object) -> None:
    raise SystemExit(_BY_SIGNAL + number)


class Ending:
    """Sees to it that the reader ends when it is asked to, and how; a context around its run.

    Signals that were ignored before (``nohup``) stay ignored. A second signal changes nothing.

    Args:
        leave: Makes the reader leave with an exit code; called in another thread, once at most.
        grace: Seconds until a reader that has not left is ended without being asked any more.
    """

    def __init__(self, leave: Callable[[int], object], grace: float = _GRACE) -> None:
        from queue import SimpleQueue  # not where a summary is printed

        self._leave = leave
        self._grace = grace
        # The only queue that a signal handler may put something into: it takes no lock.
        self._asked: SimpleQueue[tuple[int, bool] | None] = SimpleQueue()
        self._over = Event()
        self._attributes = _attributes()
        self._before: dict[signal.Signals, Any] = {}
        self.begun = False
        """Whether the reader is on its way out."""

    def __enter__(self) -> Ending:
        """Listen to signals from here on."""
        for number in _ASKING:
            before = signal.getsignal(number)
            if before not in (signal.SIG_IGN, None):  # None: not Python's, as with faulthandler
                signal.signal(number, lambda number, _: self.ask(_BY_SIGNAL + number))
                self._before[number] = before
        Thread(target=self._watch, name="summarise-ending", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """The terminal is whole again: from here on signals do what they did before."""
        self._over.set()
        self._asked.put(None)
        for number, before in self._before.items():
            signal.signal(number, before)

    def ask(self, code: int) -> None:
        """Ask the reader to leave with an exit code; from any thread, or a signal handler."""
        self.begun = True
        self._asked.put((code, True))

    def begin(self, code: int) -> None:
        """The reader leaves by itself: from now on it has so much time and no more."""
        self.begun = True
        self._asked.put((code, False))

    def _watch(self) -> None:
        asked = self._asked.get()
        if asked is None:
            return
        code, must_be_told = asked
        if must_be_told:
            with suppress(Exception):  # whatever is wrong with the reader, it ends
                self._leave(code)
        if not self._over.wait(self._grace):
            _restore(self._attributes)
            os._exit(code)


def _attributes() -> list[Any] | None:
    """How the terminal behind standard input is set, if there is one."""
    if os.name == "nt":
        return None
    import termios

    try:
        return termios.tcgetattr(0)
    except (termios.error, OSError):
        return None


def _restore(attributes: list[Any] | None) -> None:
    """Make the terminal what it was, without Textual and without waiting for it."""
    if os.name == "nt":
        return
    import termios

    with suppress(OSError, termios.error):
        # Opened anew: a terminal that takes no output must not hold this up.
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        if os.tcgetpgrp(terminal) != os.getpgrp():
            return  # it is somebody else's at the moment
        termios.tcflush(terminal, termios.TCIOFLUSH)
        if attributes is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, attributes)
        os.write(terminal, _RESTORING.encode("ascii"))


def let_go(stream: TextIO) -> None:
    """Write no more to what takes nothing any more, without a complaint when the program ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())
    os.close(null)


def can_be_stopped() -> bool:
    """Whether somebody is there to continue this process when it is stopped: a shell with jobs.

    A program that a terminal window or a container runs directly would never come back.
    """
    if sys.platform == "win32":
        return False
    session = os.getsid(0)
    try:
        return os.getsid(os.getppid()) == session and os.getpgrp() != session
    except OSError:  # some systems do not say which session another process is in
        return False


def stop() -> None:
    """Stop the process as the terminal would at its stop key: whatever runs with it, too."""
    if sys.platform != "win32":
        os.killpg(0, signal.SIGTSTP)
