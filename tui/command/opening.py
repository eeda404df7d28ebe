"""Opening the reader on what can be opened, and telling what cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarise.errors import SourceError
from summarise.loading import STANDARD_INPUT, Source, left_out_of
from tui.command import terminal
from tui.command.piped import take_input, writer_goes_on
from tui.state.request import Request
from tui.state.settings import Settings, SettingsError, check_keys


def open_reader(
    sources: Sequence[Source],
    language: str | None,
    settings: Settings,
    *,
    whole: bool = False,
    asked: frozenset[str] = frozenset(),
    follow: bool = False,
    warning: str = "",
    by_model: bool = False,
) -> int:
    """Open the reader on all sources that are there.

    Args:
        sources: What the user named, or the samples.
        language: The language of all articles, if it is known.
        settings: The settings with the options applied.
        whole: Whether boilerplate counts as part of the articles from the start.
        asked: Which of length and method the command line names.
        follow: Whether a file that changes is read anew.
        warning: What the reader should be told once it is open.
        by_model: Whether a language model is asked about each article that is opened.

    Returns:
        The exit code: that of the reader, or 1 if some sources are not there. If none is, the
        reader is not opened.
    """
    if any(source.origin == STANDARD_INPUT for source in sources) and take_input():
        sources = [source.with_input_read() for source in sources]
    failures = [source.failure for source in sources if source.failure is not None]
    there = tuple(source for source in sources if source.failure is None)
    code = 0
    if there:
        request = Request(
            there,
            settings.length,
            settings.method,
            language,
            settings,
            colour=terminal.wants_colour(),
            whole=whole,
            asked=asked,
            warning=warning or _warning_of(failures),
            first_steps=True,
            follow=follow,
            by_model=by_model,
        )
        code = _run(request)
        if writer_goes_on():
            terminal.say("the program that writes to the pipe has not ended: ctrl+c ends it")
    # Once more behind the reader, whose screen hides what was said.
    for line in (*left_out_of(there), *map(str, failures)):
        terminal.say(line)
    return code or (1 if failures else 0)


def _warning_of(failures: Sequence[SourceError]) -> str:
    """What the reader is told of sources that are not there; all are said when it has left."""
    if not failures:
        return ""
    more = len(failures) - 1
    return f"{failures[0]}{f' (and {more:,} more)' if more else ''}"


def _run(request: Request) -> int:
    if request.settings.keys:
        request = _with_keys_checked(request)
    terminal.take_keys_from_terminal()
    from tui.app import run_reader  # brings Textual

    return run_reader(request, terminal.say)


def _with_keys_checked(request: Request) -> Request:
    """The same request; where its keys are wrong, with the program's own, and a line on why.

    Where a key is set for one thing and is that of another, the one that was set has it.
    """
    from tui.keys.table import binding_ids, can_be_pressed, without_clashes  # brings Textual

    try:
        check_keys(request.settings, binding_ids(), can_be_pressed=can_be_pressed)
    except SettingsError as error:
        terminal.say(f"{error}; all keys are as by default")
        return request._replace(
            settings=replace(request.settings, keys=Settings().keys), warning=str(error)
        )
    keys, lines = without_clashes(request.settings.keys)
    if not lines:
        return request
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    terminal.say(f"{lines[0]}{more}: see [keys] in the settings")
    return request._replace(
        settings=replace(request.settings, keys=keys),
        warning=request.warning or f"{lines[0]}{more}",
    )
