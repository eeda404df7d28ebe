"""The words that mean a command, and what is said where one of them is not meant as it stands."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tui.command.library import NAMES

#: The first word of a command line that means a digest.
DIGEST = "digest"
#: All of them.
COMMANDS = (*NAMES, DIGEST)


def hint_at_command(named: Sequence[str]) -> str | None:
    """What to say if one of the sources is no file, and a command stands where none is looked for.

    Args:
        named: The sources.
    """
    for name in named:
        if name.isalpha() and not os.path.lexists(name):
            if name in COMMANDS:
                return f"{name}: no such file: as a command it is the first word: summarise {name}"
            if len(named) == 1 and (meant := _near(name)):
                return f"{name}: no such file: did you mean summarise {meant}?"
    return None


def _near(name: str) -> str | None:
    from difflib import get_close_matches  # only for a mistake

    return next(iter(get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.75)), None)
