"""Whether a file is another than it was, once whoever writes it is done."""

from __future__ import annotations

from pathlib import Path

#: What tells one state of a file from another: when it was written, its size, and which file it is.
Stamp = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """The state of a file; None while it is not there, as between two versions of it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class Watched:
    """A file that is looked at from time to time.

    Args:
        stamp: Its state when it was read.
    """

    def __init__(self, stamp: Stamp | None) -> None:
        self._read = stamp
        self._seen = stamp
        #: How many looks one after another have not found it.
        self.missed = 0

    def has_settled(self, stamp: Stamp | None) -> bool:
        """Take note of its state; returns whether it has changed and then stayed as it is."""
        before, self._seen = self._seen, stamp
        self.missed = self.missed + 1 if stamp is None else 0
        if stamp is None or stamp == self._read or stamp != before:
            return False
        self._read = stamp
        return True
