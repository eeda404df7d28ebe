"""Which command is meant: to read articles, a digest, or one about what is remembered."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.command.library import NAMES

if TYPE_CHECKING:
    import click

#: The first word of a command line that means a digest.
DIGEST = "digest"


def hint_at_command(named: Sequence[str]) -> str | None:
    """What to say if one of the sources is no file, and a command stands where none is looked for.

    Args:
        named: The sources.
    """
    for name in named:
        if name.isalpha() and not os.path.lexists(name):
            if name in (*NAMES, DIGEST):
                return f"{name}: no such file: as a command it is the first word: summarise {name}"
            if len(named) == 1 and (meant := _near(name)):
                return f"{name}: no such file: did you mean summarise {meant}?"
    return None


def _near(name: str) -> str | None:
    from difflib import get_close_matches  # only for a mistake

    return next(iter(get_close_matches(name.lower(), (*NAMES, DIGEST), n=1, cutoff=0.75)), None)


def command_of(arguments: Sequence[str] | None) -> click.Command:
    """The command that a command line means, by its first word.

    Args:
        arguments: The command line without the program's name; otherwise that of the process.
    """
    given = sys.argv[1:] if arguments is None else arguments
    found: click.Command
    if not given or given[0] not in (*NAMES, DIGEST):
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
