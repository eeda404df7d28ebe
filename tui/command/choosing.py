"""Which command is meant: to read articles, a digest, or one about what is remembered."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.command.names import COMMANDS, DIGEST

if TYPE_CHECKING:
    import click


def command_of(arguments: Sequence[str] | None) -> click.Command:
    """The command that a command line means, by its first word.

    Args:
        arguments: The command line without the program's name; otherwise that of the process.
    """
    given = sys.argv[1:] if arguments is None else arguments
    found: click.Command
    if not given or given[0] not in COMMANDS:
        from tui.command.cli import command

        return command
    if given[0] == DIGEST:
        from tui.command.digesting import commands as found
    else:
        from tui.command.library.commands import library as found  # brings SQLite
    from tui.command.terminal import say

    if os.path.lexists(given[0]):
        say(f"there is a “{given[0]}” in this folder, too: summarise ./{given[0]} reads it")
    return found
