"""Opening the reader on what can be opened, and telling what cannot."""

from __future__ import annotations

from collections.abc import Sequence

from summarise.loading import Source
from tui.command import terminal
from tui.state.request import Request
from tui.state.settings import Settings, check_keys


def open_reader(
    sources: Sequence[Source], language: str | None, settings: Settings, *, whole: bool = False
) -> int:
    """Open the reader on all sources that are there.

    Args:
        sources: What the user named, or the samples.
        language: The language of all articles, if it is known.
        settings: The settings with the options applied.
        whole: Whether boilerplate counts as part of the articles from the start.

    Returns:
        The exit code: that of the reader, or 1 if some sources are not there. If none is, the
        reader is not opened.

    Raises:
        SettingsError: The settings have keys for something that does not exist.
    """
    sources = [source.with_input_read() for source in sources]  # before keys come from there
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
        )
        code = _run(request)
    for failure in failures:  # after the reader, whose screen would have hidden them
        terminal.say(str(failure))
    return code or (1 if failures else 0)


def _run(request: Request) -> int:
    if request.settings.keys:
        from tui.keys.table import binding_ids  # brings Textual

        check_keys(request.settings, binding_ids())
    terminal.take_keys_from_terminal()
    from tui.app import run_reader  # brings Textual

    return run_reader(request)
