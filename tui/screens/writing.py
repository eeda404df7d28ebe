"""Writing to a file whose name was typed, and what the reader is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from summarise.errors import FormatError, SummariseError
from tui.state.taking_away import ThereAlreadyError


def write_as_asked(
    write: Callable[..., Path | None],
    *,
    over: bool,
    tell: Callable[[str], object],
    warn: Callable[[str], object],
    wrote: Callable[[Path], object],
) -> str | None:
    """Write something; returns what is wrong with the name that was typed, if anything is.

    Args:
        write: Writes it, with ``over``; None where there is nothing to tell of.
        over: Whether a file of that name is written over.
        tell: Shows a line for a few seconds.
        warn: Shows a line about something that went wrong.
        wrote: Is given the file, once it is written.
    """
    try:
        path = write(over=over)
    except (ThereAlreadyError, FormatError) as error:
        return str(error)
    except SummariseError as error:
        warn(str(error))
    else:
        if path is not None:
            wrote(path)
            tell(f"{'Written over' if over else 'Written to'} {path}.")
    return None
