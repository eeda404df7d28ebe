"""The sample articles, wherever the package ``seeds`` was installed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from summarise.sources.formats import readable_suffixes


def samples() -> list[tuple[str, Path]]:
    """The samples as (file name, path), by name."""
    paths = [item for item in files("seeds").iterdir() if isinstance(item, Path)]
    return sorted((path.name, path) for path in paths if _is_sample(path))


def _is_sample(path: Path) -> bool:
    return path.suffix.lower() in readable_suffixes() and path.stem != "README"
