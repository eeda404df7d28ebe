"""The sample articles, wherever the package ``seeds`` was installed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TypeGuard

from tui.folder import SUFFIXES


def samples() -> list[tuple[str, Path]]:
    """The samples as (name, path), in the order of their file names."""
    found = [item for item in files("seeds").iterdir() if _is_path(item)]
    return sorted(
        (path.name, path)
        for path in found
        if path.suffix.lower() in SUFFIXES and path.stem != "README"
    )


def _is_path(item: object) -> TypeGuard[Path]:
    return isinstance(item, Path)
