"""Opening the reader: what cannot be opened is said before the screen is taken over."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import summarise
from summarise import SourceError
from tui.command import terminal
from tui.command.printing import STANDARD_INPUT, articles_of, is_folder
from tui.state.request import Request
from tui.state.settings import Settings, check_keys


def open_reader(
    sources: Sequence[str], language: str | None, settings: Settings, *, whole: bool = False
) -> int:
    """Open the reader on all sources that are there.

    Args:
        sources: Files, folders and ``-``; none of them means the samples.
        language: The language of all articles, if it is known.
        settings: The settings with the options applied.
        whole: Whether boilerplate counts as part of the articles from the start.

    Returns:
        The exit code: that of the reader, or 1 if some sources are not there. If none is, the
        reader is not opened.

    Raises:
        SettingsError: The settings have keys for something that there is not.
    """
    failures: list[SourceError] = []
    piped: bytes | None = None
    there: list[str] = []
    for source in sources:
        try:
            if source == STANDARD_INPUT:
                piped = _read_piped()
            else:
                _check(source)
                there.append(source)
        except SourceError as error:
            failures.append(error)
    code = 0
    if there or piped is not None or not sources:
        code = _run(
            Request(
                tuple(there),
                piped,
                settings.length,
                settings.method,
                language,
                settings,
                terminal.wants_colour(),
                whole,
            )
        )
    for failure in failures:  # after the reader, whose screen would have hidden them
        terminal.say(str(failure))
    return code or (1 if failures else 0)


def _run(request: Request) -> int:
    if request.settings.keys:
        from tui.keys.table import binding_ids

        check_keys(request.settings, binding_ids())
    terminal.take_keys_from_terminal()
    from tui.app import run_reader

    return run_reader(request)


def _read_piped() -> bytes:
    from summarise.sources.files import LARGEST

    data = terminal.read_input(LARGEST)
    if not data.strip():
        raise SourceError("standard input", "is empty")
    return data


def _check(source: str) -> None:
    """Find out cheaply whether a file or folder can be opened.

    Raises:
        SourceError: It cannot.
    """
    if is_folder(source):
        articles_of(source)
    elif not _is_readable(source):
        summarise.load(source)  # for what it says about this source


def _is_readable(source: str) -> bool:
    try:
        return Path(source).is_file() and os.access(source, os.R_OK)
    except (OSError, ValueError):  # not a possible name of a file
        return False
