"""The sample articles, wherever the package ``seeds`` was installed."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import PurePath

from summarise.loading import Source, find_sources

#: What the samples stand under.
SAMPLES = "Samples"


def samples() -> list[Source]:
    """The samples, by name."""
    found = find_sources([str(files("seeds"))])
    return [replace(source, group=SAMPLES) for source in found if not _is_readme(source)]


def _is_readme(source: Source) -> bool:
    return PurePath(source.origin).stem == "README"
