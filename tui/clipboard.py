"""Getting text onto a clipboard by every route there is, with an honest word on it; and from it.

No route is certain everywhere. OSC 52 asks the terminal, which never answers and may ignore it;
tmux passes it on only by a command of its own; the clipboard of the system is the wrong one over
SSH. So the terminal is always asked, then the first of the others that fits and confirms.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from summarise.errors import SourceError
from summarise.text.sanitise import sanitise

#: Seconds before a helper program is given up.
TIMEOUT = 3.0
#: Bytes that OSC 52 can carry in terminals that keep to the limit of the first ones to have it.
OSC_52_LIMIT = 74_994

#: What the clipboard is called as a source.
_CLIPBOARD = "clipboard"
#: Terminals without OSC 52, by ``TERM`` and by ``TERM_PROGRAM``.
_SILENT_TERMS = frozenset({"", "dumb", "linux"})
_SILENT_PROGRAMS = frozenset({"Apple_Terminal"})

# It runs in a process of its own, because what pyperclip starts may hang, and may write to the
# terminal. pyperclip does not notice when xclip fails: only pasting shows that it has copied.
_PYPERCLIP = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste().replace("\\r", "").rstrip() != text.rstrip())
"""


class Route(StrEnum):
    """How a text went; the value is how it is written on a screen."""

    SYSTEM = "clipboard"
    TMUX = "tmux"
    TERMINAL = "OSC 52"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a copy."""

    what: str
    """What was copied, as in "5 sentences"."""
    route: Route | None
    """The surest route that took it; None if none did."""
    size: int = 0
    """Its size in bytes."""

    @property
    def copied(self) -> bool:
        """Whether some route took it, if perhaps without an answer."""
        return self.route is not None

    def __str__(self) -> str:
        """What to tell the reader."""
        match self.route:
            case None:
                return f"No clipboard took {self.what}: save to a file instead"
            case Route.TERMINAL if self.size > OSC_52_LIMIT:
                return f"Sent {self.what} to the terminal (OSC 52), maybe more than it takes"
            case Route.TERMINAL:
                return f"Sent {self.what} to the terminal (OSC 52)"
            case Route.TMUX:
                return f"Copied {self.what} (tmux)"
            case Route.SYSTEM:
                return f"Copied {self.what}"


class Terminal(Protocol):
    """The part of a Textual app that is needed to copy."""

    def copy_to_clipboard(self, text: str) -> None:
        """Write OSC 52 to the terminal."""


async def copy(app: Terminal, text: str, what: str) -> Outcome:
    """Copy a text by every route that fits, without holding up the screen.

    Args:
        app: The app, whose terminal is asked first.
        text: The text; control sequences are taken out.
        what: What it is, for the outcome, as in "5 sentences".
    """
    text = sanitise(text)
    app.copy_to_clipboard(text)
    route = await asyncio.to_thread(system_copy, text)
    if route is None and _terminal_listens():
        route = Route.TERMINAL
    return Outcome(what, route, len(text.encode()))


def system_copy(text: str) -> Route | None:
    """Copy by tmux or the system's clipboard; blocks for some seconds at worst.

    Returns:
        The route that took it; None if none did, as over SSH.
    """
    data = text.encode("utf-8", errors="replace")
    if os.environ.get("TMUX") and _run(["tmux", "load-buffer", "-w", "-"], data):
        return Route.TMUX
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return None  # the clipboard here is not the one in front of the reader
    if _has_desktop() and _run([sys.executable, "-P", "-c", _PYPERCLIP], data):
        return Route.SYSTEM
    return None


def read_clipboard() -> str:
    """The text on the clipboard, which may be empty.

    Raises:
        SourceError: There is no program that reads it, or it fails.
    """
    from shutil import which  # only where the clipboard is read

    found = next((words for words in _readers() if which(words[0])), None)
    if found is None:
        raise SourceError(_CLIPBOARD, "nothing reads it here: install wl-clipboard, xclip or xsel")
    try:
        done = subprocess.run(
            found, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise SourceError(_CLIPBOARD, f"{found[0]} gave no answer") from None
    except OSError as error:
        raise SourceError(_CLIPBOARD, f"{found[0]}: {error.strerror}") from None
    if done.returncode and not done.stdout:
        raise SourceError(_CLIPBOARD, "holds no text: copy one, or an address")
    return done.stdout.decode("utf-8-sig", "replace")


def _readers() -> Iterator[Sequence[str]]:
    """The programs that write what is on the clipboard, the surest for this desktop first."""
    if os.environ.get("WAYLAND_DISPLAY"):
        yield ("wl-paste", "--no-newline", "--type", "text")
    if os.environ.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard", "-out")
        yield ("xsel", "--clipboard", "--output")
    yield ("pbpaste",)
    utf_8 = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"
    yield ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", utf_8)
    yield ("termux-clipboard-get",)


def _has_desktop() -> bool:
    if os.name == "nt" or sys.platform == "darwin" or "microsoft" in os.uname().release.lower():
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _terminal_listens() -> bool:
    if os.environ.get("TERM_PROGRAM") in _SILENT_PROGRAMS:
        return False
    return os.name == "nt" or os.environ.get("TERM", "") not in _SILENT_TERMS


def _run(command: Sequence[str], data: bytes) -> bool:
    """Feed a program; whether it succeeded in time. What it started goes with it if it did not."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.communicate(data, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        if os.name == "nt":
            process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    return process.returncode == 0
