"""Summaries written out: one file a format, and a registry of them by name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from summarise.errors import SummariseError

if TYPE_CHECKING:
    from pathlib import PurePath

    from summarise.ranking.summary import Summary

#: The names of all formats, the default first.
FORMATS = ("text", "markdown", "json", "html")
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "json",
    ".html": "html",
    ".htm": "html",
}


class FormatError(SummariseError, ValueError):
    """A format that is not known."""


class _Writer(Protocol):
    """What each format's module has."""

    def write(self, summary: Summary, *, titled: bool) -> str: ...


def format_of(path: PurePath) -> str:
    """The format that the ending of a file name asks for; plain text if it says nothing."""
    return _SUFFIXES.get(path.suffix.lower(), FORMATS[0])


def export(summary: Summary, form: str = "text", *, titled: bool = False) -> str:
    """Write a summary out, ending in a line break.

    Args:
        summary: What to write.
        form: One of :data:`FORMATS`.
        titled: Whether the title must be there even in plain text, as when several summaries
            follow one another.

    Raises:
        FormatError: There is no such format.
    """
    if form not in FORMATS:
        raise FormatError(f"format {form[:40]!r} is not known: choose one of {', '.join(FORMATS)}")
    writer: _Writer = import_module(f"summarise.export.{form}")
    return writer.write(summary, titled=titled)
