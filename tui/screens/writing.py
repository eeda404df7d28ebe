"""Writing to a file whose name was typed, and what the reader is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from summarise.errors import SummariseError, without_name
from tui.state.taking_away import ThereAlreadyError


class TypedFile:
    """Writes to a file by the name that was typed; over one that is there if it is entered again.

    Args:
        tell: Shows a line for a few seconds.
        wrote: Is given the file, once it is written.
    """

    def __init__(self, tell: Callable[[str], object], wrote: Callable[[Path], object]) -> None:
        self._tell = tell
        self._wrote = wrote
        #: The name of a file that is there, which entering it again writes over.
        self._there: str | None = None

    def begin(self) -> None:
        """A name is asked for: nothing was entered yet."""
        self._there = None

    def write(self, name: str, write: Callable[..., Path | None]) -> str | None:
        """Write something; returns what is wrong with the name, if anything is.

        Args:
            name: The name.
            write: Writes it, with ``over``; None where there is nothing to tell of.
        """
        over = name == self._there
        self._there = None
        try:
            path = write(over=over)
        except ThereAlreadyError as error:
            self._there = name
            return str(error)
        except SummariseError as error:
            return without_name(error)
        if path is not None:
            self._wrote(path)
            self._tell(f"{'Written over' if over else 'Written to'} {path}.")
        return None
