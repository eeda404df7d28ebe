"""What someone who reads here for the first time is shown, until it was used."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from summarise.sources.private import make_private
from tui.writing import OutputError, write_file

#: Bytes of the file that are looked at: it holds the names of three steps.
_LIMIT = 1_000


class Step(NamedTuple):
    """A first step."""

    id: str
    """The id of its binding."""
    words: str
    """What it is good for, in a few words behind its key."""


#: The steps that nobody finds by looking: the links, the length, and where everything is told.
FIRST_STEPS = (
    Step("view.open", "goes to its place in the source, and back"),
    Step("length.more", "makes the summary longer"),
    Step("reader.help", "tells everything else"),
)


class FirstSteps:
    """Remembers from run to run which of the first steps were used.

    Args:
        path: Where that is kept; None to remember it for this run alone.
        writes: Whether anything may be written there; what an earlier run kept counts anyway.
    """

    def __init__(self, path: Path | None, *, writes: bool = True) -> None:
        self._path = path if writes else None
        self._used = _read(path)

    @property
    def left(self) -> Sequence[Step]:
        """The steps that were not used yet."""
        return [step for step in FIRST_STEPS if step.id not in self._used]

    def use(self, id: str) -> bool:
        """Take note that something was used; returns whether it was a first step."""
        if id in self._used or all(step.id != id for step in FIRST_STEPS):
            return False
        self._used |= {id}
        if self._path is not None:
            with suppress(OSError, OutputError):  # then it is shown again the next time
                make_private(self._path.parent)
                write_file(self._path, "".join(f"{name}\n" for name in sorted(self._used)))
        return True


def first_steps_path() -> Path:
    """The file in which the steps that were used are kept."""
    from platformdirs import user_state_path  # not before the first frame

    return user_state_path("summarise") / "first-steps"


def _read(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    try:
        with path.open("rb") as file:
            return frozenset(file.read(_LIMIT).decode("utf-8", "replace").split())
    except OSError:
        return frozenset()
