"""Fetching by a command of the user's, which knows the way where the program does not."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Thread

from summarise.sources.progress import Unit, tell
from summarise.sources.web.addresses import without_login
from summarise.sources.web.options import FetchError, Limits
from summarise.sources.web.pages import Fetched
from summarise.sources.web.waiting import within
from summarise.text.sanitise import sanitise_line

_PIECE = 64 * 1024


def fetch_by(command: str, address: str, limits: Limits) -> Fetched:
    """Run a command with an address behind it, and take what it writes for the page.

    Args:
        command: The command, in words as a shell would part them; no shell is asked.
        address: The address, which begins with http and so is never taken for an option.
        limits: How long it may take and how much it may write.

    Raises:
        FetchError: It cannot be run, fails, takes too long or writes too much or nothing.
    """
    found = run(command, (address,), limits, setting="fetch")
    if found.code:
        why = f": {found.complaint}" if found.complaint else ""
        raise FetchError(f"{found.name} could not fetch it (exit code {found.code}){why}")
    if not found.data:
        raise FetchError(f"{found.name} fetched nothing")
    return Fetched(found.data, without_login(address), datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a command."""

    name: str
    """Its first word, fit to be shown."""
    code: int
    """Its exit code."""
    data: bytes = field(repr=False)
    """What it wrote."""
    complaint: str = field(repr=False)
    """The last line of what it wrote to standard error, fit to be shown."""


def run(command: str, arguments: Sequence[str], limits: Limits, *, setting: str) -> Ran:
    """Run a command of the user's settings, without a shell, a terminal or an input.

    Args:
        command: The command, in words as a shell would part them.
        arguments: What stands behind it.
        limits: How long it may take and how much it may write.
        setting: What the user knows it by.

    Raises:
        FetchError: It cannot be run, takes too long or writes too much.
    """
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        raise FetchError(f"the command of the setting {setting} cannot be read: check its quotes")
    name = sanitise_line(words[0], 40)
    try:
        process = subprocess.Popen(
            [*words, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{name}, the command of the setting {setting}: {reason.lower()}"
        raise FetchError(message) from None
    try:
        data, said = within(limits.total, lambda: _written(process, limits), lambda: _end(process))
    finally:
        _end(process)
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return Ran(name, process.returncode, data, sanitise_line(last, 120))


def _written(process: subprocess.Popen[bytes], limits: Limits) -> tuple[bytes, bytes]:
    assert process.stdout is not None
    assert process.stderr is not None
    complaints = bytearray()

    def listen(stream: object) -> None:
        while piece := os.read(stream.fileno(), _PIECE):  # type: ignore[attr-defined]
            complaints.extend(piece)
            del complaints[:-_PIECE]

    listener = Thread(target=listen, args=(process.stderr,), daemon=True)
    listener.start()
    data = bytearray()
    while piece := os.read(process.stdout.fileno(), _PIECE):
        data += piece
        if len(data) > limits.largest:
            raise FetchError(f"is larger than {limits.largest / 1024**2:g} MB")
        tell(len(data), Unit.BYTES_FETCHED)
    process.wait()
    listener.join(1)
    return bytes(data), bytes(complaints)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command, and what it has started."""
    if process.poll() is None:
        if os.name == "nt":
            process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for stream in (process.stdout, process.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.close()
