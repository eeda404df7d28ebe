"""The theme that was chosen last, in a file of its own: it is read before the first frame.

Opening the store takes longer than that frame may wait for.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from summarise.sources.private import make_private
from tui.state.memory import library_path
from tui.writing import OutputError, write_file

#: Characters of the longest name that is looked at.
_LONGEST = 100


def last_theme() -> str:
    """The name of the theme that was chosen last; "" if none was."""
    try:
        with _path().open(encoding="utf-8") as file:
            name = file.read(_LONGEST + 1).strip()
    except (OSError, ValueError):  # it is not there, or is not text
        return ""
    return name if len(name) <= _LONGEST and name.isprintable() else ""


def keep_theme(name: str) -> None:
    """Keep the name of a theme; where that cannot be done, the next run has the usual one."""
    path = _path()
    with suppress(OSError, OutputError):
        make_private(path.parent)
        write_file(path, f"{name}\n")


def _path() -> Path:
    return library_path().with_name("theme")
