"""Which files of a folder are articles."""

from __future__ import annotations

from pathlib import Path

from summarise import SourceError

#: Endings of the file names that are taken for articles, in small letters.
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})


def articles_in(folder: Path) -> list[Path]:
    """The articles of a folder, by name: its files of a known kind that are not hidden.

    Raises:
        SourceError: The folder cannot be listed, or has no articles.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise SourceError(str(folder), error.strerror or str(error)) from None
    found = [
        path
        for path in entries
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()
    ]
    if not found:
        raise SourceError(str(folder), "no articles in this folder (looked for .txt, .md, .html)")
    return found
