"""Faults of the program itself: one line for the user, the details in a log, no word of an article.

Messages of exceptions and values of variables may hold text that was read, so neither is written
down: only where in the program it happened, and on what.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from traceback import StackSummary, extract_tb

from summarise import SummariseError, __version__

#: Bytes after which a log is put aside; some 60 faults of 3 kB.
_LIMIT = 200_000
#: Logs that are kept beside the one that is written.
_KEPT = 2
#: The frames of a traceback that are kept at either end: endless recursion has a thousand.
_FRAMES = 30


class ProgramFaultError(SummariseError):
    """Something went wrong that is the program's own fault, not the user's."""


def fault_of(error: BaseException) -> ProgramFaultError:
    """What to show of an unexpected error, after its details were written to the log."""
    kind = type(error).__name__
    log = _write_down(error)
    where = "" if log is None else f" with {log}"
    return ProgramFaultError(f"this is a fault of the program ({kind}): please report it{where}")


def log_path() -> Path:
    """Where the log of faults is, or would be."""
    from platformdirs import user_log_path  # only after a fault, or where one is looked for

    return user_log_path("summarise") / "faults.log"


def _write_down(error: BaseException) -> Path | None:
    """Add an error to the log; None if that cannot be done."""
    with suppress(Exception):  # whatever is wrong with the log, the fault itself must be told
        from summarise.sources.private import make_private  # only after a fault

        path = log_path()
        make_private(path.parent)
        if path.exists() and path.stat().st_size > _LIMIT:
            _put_aside(path)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="replace") as log:
            log.write("\n".join(_entry(error)) + "\n\n")
        return path
    return None


def _put_aside(path: Path) -> None:
    for number in range(_KEPT, 0, -1):
        older = path.with_name(f"{path.name}.{number}")
        newer = path if number == 1 else path.with_name(f"{path.name}.{number - 1}")
        with suppress(FileNotFoundError):
            newer.replace(older)


def _entry(error: BaseException) -> Iterator[str]:
    """The lines of an entry, the first cause first."""
    from datetime import datetime  # only after a fault

    python = ".".join(map(str, sys.version_info[:3]))
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    yield f"{now} summarise {__version__}, Python {python}, {sys.platform}"
    for part in reversed(list(_causes(error))):
        yield f"{type(part).__module__}.{type(part).__qualname__}"
        yield from _places(extract_tb(part.__traceback__))


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    part: BaseException | None = error
    while part is not None and id(part) not in seen:
        seen.add(id(part))
        yield part
        part = part.__cause__ or (None if part.__suppress_context__ else part.__context__)


def _places(frames: StackSummary) -> Iterator[str]:
    left_out = len(frames) - 2 * _FRAMES
    for at, frame in enumerate(frames):
        if left_out > 0 and at == _FRAMES:
            yield f"  … {left_out} more"
        if left_out <= 0 or not _FRAMES <= at < _FRAMES + left_out:
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
