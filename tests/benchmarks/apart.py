"""A home of its own for a measurement: no settings, and nothing that was read before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@contextmanager
def home_apart() -> Iterator[Path]:
    """Measure in an empty home, which is gone afterwards; gives a folder in it for files."""
    with TemporaryDirectory() as name:
        home = Path(name)
        os.environ |= {"HOME": name, **{variable: str(home / variable) for variable in _FOLDERS}}
        (home / "files").mkdir()
        yield home / "files"
