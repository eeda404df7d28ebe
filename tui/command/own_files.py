"""What this program wrote, for commands: noted when it is written, found again in a folder."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from summarise.loading import Source
from tui.command.terminal import say


def note_written(path: Path) -> None:
    """Remember that a file is no article."""
    from tui.state.library.written import WrittenFiles  # only where a file is written
    from tui.state.memory import Memory

    memory = Memory()
    written = WrittenFiles(memory)
    written.note(path)
    written.keep()
    memory.close()
    if notice := memory.take_notice():
        say(notice)


def written_here(sources: Sequence[Source], *, remembers: bool) -> Collection[str]:
    """Which files of a folder are as this program wrote them, by their keys.

    Args:
        sources: The files.
        remembers: Whether anything is remembered; otherwise nobody knows of any.
    """
    from tui.state.library.written import WrittenFiles  # only where a folder is read
    from tui.state.memory import Memory

    memory = Memory(on=remembers)
    try:
        return WrittenFiles(memory).among({source.key: source for source in sources})
    finally:
        memory.close()
        if notice := memory.take_notice():
            say(notice)
