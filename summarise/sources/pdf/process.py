"""A PDF is read in a process of its own, which can be limited and killed.

The bytes go over a pipe that stays open: when it closes, however the program ended, the process
ends itself. What comes back is lines of JSON, one for each page as a sign of life, one for the
first pages where they are wanted, and one for the draft; nothing in them is ever run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

from summarise.draft import Draft
from summarise.sources import progress
from summarise.sources.pdf.exchange import BEGINS, HEADER, MEMORY_MB, draft_from
from summarise.sources.refused import RefusedError
from summarise.sources.stopping import STOPPED, is_stopped

#: The process; ``-P`` keeps the folder that the reader stands in off its path, where a file called
#: ``json.py`` would be run.
_COMMAND = (sys.executable, "-P", "-m", "summarise.sources.pdf.worker")
#: Seconds of silence after which it hangs. Of 1,000 files, the slowest page took 3.
SILENCE = 20.0
#: How often it is asked whether somebody still waits, in seconds.
_TICK = 0.05
#: The most that it may say, in bytes: all text of 2,000 dense pages is a third of this.
_LONGEST_ANSWER = 64 * 1024 * 1024

_BROKEN = (
    f"is a PDF that cannot be read within {MEMORY_MB} MB and {SILENCE:.0f} s a page: "
    "it is damaged, or made to do harm"
)
_NOT_STARTED = "is a PDF, and the system has no room for the process that reads it: try again"


def read_pdf(data: bytes) -> Draft:
    """Make blocks of a PDF: columns in reading order, running lines and notes aside.

    Raises:
        RefusedError: It wants a password, is a scan, has fonts that name no letters, is damaged, or
            needs more memory or time than a document does.
    """
    try:
        process = subprocess.Popen(
            [*_COMMAND, *([BEGINS] if progress.is_heard() else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
    except OSError:
        raise RefusedError(_NOT_STARTED) from None
    assert process.stdin is not None
    assert process.stdout is not None
    answers: Queue[bytes] = Queue()
    writer = Thread(target=_write, args=(process.stdin, data), daemon=True)
    reader = Thread(target=_read, args=(process.stdout, answers), daemon=True)
    writer.start()
    reader.start()
    try:
        return draft_from(_answer(answers))
    except RefusedError:
        raise
    except (LookupError, TypeError, ValueError):  # it was made to say something else
        raise RefusedError(_BROKEN) from None
    finally:
        process.kill()
        process.wait()
        writer.join()
        reader.join()
        with suppress(OSError):
            process.stdin.close()
        process.stdout.close()


def _answer(answers: Queue[bytes]) -> dict[str, Any]:
    """What the process says in the end."""
    heard = time.monotonic()
    while True:
        if is_stopped():
            raise RefusedError(STOPPED)
        try:
            line = answers.get(timeout=_TICK)
        except Empty:
            if time.monotonic() - heard > SILENCE:
                raise RefusedError(_BROKEN) from None
            continue
        if not line:
            raise RefusedError(_BROKEN)
        heard = time.monotonic()
        with suppress(ValueError, RecursionError):
            said = json.loads(line)
            if isinstance(said, dict) and not _is_passed_on(said):
                return said


def _is_passed_on(said: dict[str, Any]) -> bool:
    """Tell whoever listens how far it has come, and the beginning; whether it was one of these."""
    if "read" in said:
        progress.tell(int(said["read"]), progress.Unit.PAGES, int(said["of"]))
        return True
    if "beginning" in said:
        progress.tell_beginning(draft_from(said["beginning"]))
        return True
    return False


def environment() -> dict[str, str]:
    """The environment of a process of our own: everything is importable that is importable here."""
    home = str(Path(__file__).resolve().parents[3])
    path = [home, *(entry for entry in sys.path if entry and Path(entry).is_absolute())]
    return os.environ | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(path))}


def _write(pipe: IO[bytes], data: bytes) -> None:
    """Hand the bytes over; the pipe stays open as a sign that somebody waits."""
    with suppress(OSError):  # it has ended already
        pipe.write(HEADER.pack(len(data)))
        pipe.write(data)
        pipe.flush()


def _read(pipe: IO[bytes], answers: Queue[bytes]) -> None:
    """Hand on each line, and nothing as the last one."""
    left = _LONGEST_ANSWER
    with suppress(OSError, ValueError):
        while left > 0 and (line := pipe.readline(left)):
            left -= len(line)
            answers.put(line)
    answers.put(b"")
