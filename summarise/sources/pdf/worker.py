"""The process that reads a PDF: ``python -m summarise.sources.pdf.worker``.

PDFium knows no limit: a file of 300 kB took 600 MB. So this process may have so much memory and no
more, and it ends when the pipe that the file came by is closed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from summarise.draft import Draft
from summarise.sources.pdf.exchange import BEGINS, HEADER, MEMORY_MB, draft_as_data
from summarise.sources.refused import RefusedError

_TOO_MUCH = f"is a PDF that needs more than {MEMORY_MB} MB of memory: it may be made to do harm"
_FAULT = "is a PDF that this program fails on ({}): please report it"
_MISSING = "is a PDF, and what reads it is missing: pip install --force-reinstall pypdfium2"


def main() -> None:
    """Read the file on standard input, and say what came of it on standard output."""
    _limit()
    size = HEADER.unpack(sys.stdin.buffer.read(HEADER.size))[0]
    data = sys.stdin.buffer.read(size)
    Thread(target=_end_with_the_pipe, daemon=True).start()
    _say(answer(data, _say, begins=BEGINS in sys.argv))


def answer(
    data: bytes, say: Callable[[dict[str, Any]], None], *, begins: bool = False
) -> dict[str, Any]:
    """The draft of a PDF as plain data, or why there is none.

    Args:
        data: The whole file.
        say: Says how far it has come, after each page, and hands over a beginning.
        begins: Whether somebody wants a beginning.
    """

    def tell(done: int, total: int) -> None:
        say({"read": done, "of": total})

    def begin(draft: Draft) -> None:
        say({"beginning": draft_as_data(draft)})

    try:
        from summarise.sources.pdf import reading
    except ImportError:
        return {"refused": _MISSING}
    try:
        return draft_as_data(reading.read(data, tell, begin if begins else None))
    except RefusedError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": _TOO_MUCH}
    except Exception as error:  # a fault of ours is no fault of the file
        return {"refused": _FAULT.format(type(error).__name__)}


def _say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _end_with_the_pipe() -> None:
    """Wait until nobody waits for the answer any more."""
    with suppress(OSError):
        os.read(sys.stdin.fileno(), 1)
    os._exit(0)


def _limit() -> None:
    """Let this process have so much memory, and leave no image of it behind."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    for limit, value in ((resource.RLIMIT_AS, MEMORY_MB << 20), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    main()
