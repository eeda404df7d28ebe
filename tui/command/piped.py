"""Standard input that comes in slowly: read by a thread, so that the reader opens meanwhile."""

from __future__ import annotations

import io
import os
import sys
from threading import Event, Thread

from summarise.sources.files import LARGEST

#: Seconds that all of it may take after its first bytes: what is there by then is judged before the
#: reader opens, so that an empty or unreadable input is one line and no screen.
_PATIENCE = 0.5
_PIECE = 65_536


class PipedInput(io.BufferedIOBase):
    """The bytes of standard input, for whoever reads them from now on, as often as they like.

    Args:
        descriptor: What to read; it is closed at the end.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._data = bytearray()
        self._error: OSError | None = None
        self._begun, self._complete = Event(), Event()
        Thread(target=self._take, args=(descriptor,), name="summarise-input", daemon=True).start()

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """All of it, from its beginning, once it has come in.

        Raises:
            OSError: It could not be read to its end.
        """
        self._complete.wait()
        if self._error is not None:
            raise self._error
        return bytes(self._data[: None if size is None or size < 0 else size])

    @property
    def is_complete(self) -> bool:
        """Whether its writer has ended."""
        return self._complete.is_set()

    def wait(self, patience: float) -> bool:
        """Wait for its first bytes, and then so many seconds for the rest; whether that is all.

        Before there are any, a program that writes to it may have a question on the terminal.
        """
        self._begun.wait()
        return self._complete.wait(patience)

    def _take(self, descriptor: int) -> None:
        try:
            with open(descriptor, "rb", buffering=0) as file:
                while len(self._data) <= LARGEST and (piece := file.read(_PIECE)):
                    self._data += piece
                    self._begun.set()
        except OSError as error:
            self._error = error
        self._begun.set()
        self._complete.set()


def writer_goes_on() -> bool:
    """Whether somebody still writes to standard input, so that a shell waits though we leave."""
    piped = getattr(sys.stdin, "buffer", None)
    return isinstance(piped, PipedInput) and not piped.is_complete


def take_input() -> bool:
    """Begin to read standard input, before keys are read in its place.

    Returns:
        Whether it is there, so that reading it takes no time.
    """
    try:
        descriptor = os.dup(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):  # closed, or not a file: it is read where it is
        return True
    piped = PipedInput(descriptor)
    sys.stdin = io.TextIOWrapper(piped, encoding="utf-8")
    return piped.wait(_PATIENCE)
