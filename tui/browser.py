"""The reader's browser, opened at an address.

Python's own ``webbrowser`` starts programs that write over the screen, and text browsers beside the
reader instead of before it. Here a program with a window of its own gets no terminal at all, and
one without gets the whole of it.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from shutil import which

from summarise.errors import SummariseError

#: Programs that open whatever the desktop has for an address, and browsers with a window.
_OPENERS = (("xdg-open",), ("gio", "open"), ("x-www-browser",), ("firefox",), ("chromium",))
#: Browsers in a terminal.
_TEXT_BROWSERS = ("www-browser", "w3m", "lynx", "elinks", "links", "links2", "browsh", "cha")
#: Seconds in which a program fails that cannot open an address; what comes later is another matter.
_SOON = 2.0


class BrowserError(SummariseError):
    """The browser could not be opened; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A command that opens an address."""

    command: tuple[str, ...]
    """The program and its arguments, the address among them; no shell sees them."""
    in_terminal: bool
    """Whether it needs the terminal as long as it is open."""

    def open(self) -> None:
        """Open it, and wait until it is closed; in a terminal, that has to be free.

        Raises:
            BrowserError: It cannot be opened.
        """
        try:
            code = self._in_terminal() if self.in_terminal else self._beside()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise BrowserError(f"{self.command[0]}: cannot be opened: {reason}") from None
        if code:
            raise BrowserError(f"{self.command[0]}: ended with code {code}")

    def _in_terminal(self) -> int:
        # What is pressed in the browser is the browser's: an interrupt must not end the reader.
        before = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            return subprocess.call(self.command)
        finally:
            signal.signal(signal.SIGINT, before)

    def _beside(self) -> int:
        silent = subprocess.DEVNULL
        begun = time.monotonic()
        process = subprocess.Popen(
            self.command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
        code = process.wait()
        return code if time.monotonic() - begun < _SOON else 0


def browser_for(address: str) -> Browser | None:
    """What opens an address: ``$BROWSER``, what the desktop has, or a browser in the terminal.

    Args:
        address: An address of the web or of mail.

    Returns:
        None if there is nothing.
    """
    return next((one for one in _browsers(address) if which(one.command[0])), None)


def _browsers(address: str) -> Iterator[Browser]:
    for named in os.environ.get("BROWSER", "").split(os.pathsep):
        if named.strip():
            yield _named(named.strip(), address)
    if sys.platform == "darwin":
        yield Browser(("open", address), in_terminal=False)
    if os.name == "nt":
        yield Browser(("rundll32", "url.dll,FileProtocolHandler", address), in_terminal=False)
    yield Browser(("wslview", address), in_terminal=False)
    yield Browser(("termux-open-url", address), in_terminal=False)
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        for opener in _OPENERS:
            yield Browser((*opener, address), in_terminal=False)
    if not address.lower().startswith("mailto:"):
        for name in _TEXT_BROWSERS:
            yield Browser((name, address), in_terminal=True)


def _named(named: str, address: str) -> Browser:
    """A browser as ``$BROWSER`` has it: ``%s`` is the address, ``&`` at the end means a window."""
    try:
        words = shlex.split(named.removesuffix("&"))
    except ValueError:
        words = [named]
    if not any("%s" in word for word in words[1:]):
        words.append("%s")
    command = (words[0], *(word.replace("%s", address) for word in words[1:]))
    is_text = PurePath(words[0]).name in _TEXT_BROWSERS and not named.endswith("&")
    return Browser(command, in_terminal=is_text)
