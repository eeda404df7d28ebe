"""Folders for what belongs to the user alone: pages that were fetched, the log of faults."""

from __future__ import annotations

from pathlib import Path


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are not there, for its owner only.

    ``Path.mkdir`` gives its mode to the last of them alone: where everybody may write by default,
    another user could have put a folder of his own in place of ours.

    Raises:
        OSError: It cannot be made.
    """
    for missing in reversed([folder, *folder.parents]):
        if not missing.exists():
            missing.mkdir(mode=0o700, exist_ok=True)
