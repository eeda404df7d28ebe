"""The command ``summarise``: its options, and the choice between printing and reading.

That choice is made before Textual is imported, so that printing starts as fast as it can.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarise import (
    DEFAULT_LENGTH,
    DEFAULT_METHOD,
    Length,
    SourceError,
    SummariseError,
    __version__,
)
from summarise.exports import format_of
from summarise.length import HINT
from summarise.loading import (
    STANDARD_INPUT,
    FindOwn,
    Source,
    find_sources,
    has_articles,
    source_of,
    sources_of_words,
)
from summarise.sources.files import shown
from tui.command import options as option
from tui.command import terminal
from tui.command.names import hint_at_command
from tui.command.options import Options
from tui.command.own_files import written_here
from tui.state.settings import Settings, SettingsError, default_settings, read_settings
from tui.writing import is_same_file

if TYPE_CHECKING:
    from tui.command.printing import Printing

_EXAMPLES = f"""\
Examples:
  summarise                           choose an article of this folder
  summarise article.md                read an article with its summary beside it
  summarise ~/articles                choose an article in a folder
  summarise https://example.org/news  read a page of the web
  summarise --clipboard               read what was copied: a text or an address
  man ls | summarise                  read what is piped in
  summarise -p -l 20% article.txt     print a fifth of it
  summarise -p -l 100w *.txt          print a hundred words of each
  summarise --format json *.txt | jq  one object per line: offsets and scores
  summarise -o summary.md article.md  write it to a file, as Markdown

Several articles as one:
  summarise digest ~/articles -l 20   their sentences ranked together, by story

What is remembered (each has its own --help):
  summarise history                   what was read: search, edit, export, merge
  summarise saved                     what is saved to be read
  summarise feeds                     the feeds that are followed

Lengths:
  {HINT}
"""


#: Names of standard output for --output.
_STANDARD_OUTPUT = ("-", "/dev/stdout")
#: The file behind standard input.
_INPUT_FILE = "/dev/stdin"
#: Where a summary is to be printed, nobody chooses from what might be meant.
_NOTHING = "nothing to read: name a file, a folder or an address, or pipe a text in"


class _Command(click.Command):
    """A command whose help ends with examples and the methods there are."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line, which is also where the help and the version are printed."""
        try:
            return super().make_context(*args, **extra)
        except OSError as error:
            from tui.command.printing import lost_output  # not before the reader

            raise lost_output(error) from None

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the end of the help."""
        from summarise.methods import MODEL, SUMY, methods, plugins  # only for the help

        formatter.write(f"\n{_EXAMPLES}\nMethods:\n")
        with formatter.indentation():
            rows = [(m.name, m.description) for m in (*methods(), MODEL, *plugins())]
            names = ", ".join(method.name for method in SUMY)
            formatter.write_dl([*rows, ("sumy:…", f"Sumy's own, for comparison: {names}.")])
        formatter.write("\nSettings are read from a file: see summarise --print-config.\n")


def _print_config(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(default_settings(), nl=False)
        ctx.exit()


@click.command(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@option.sources
@click.option("-l", "--length", metavar="LENGTH", help="How much to keep (see below).")
@option.method("How to rank the sentences (see below).")
@option.language
@option.clipboard
@option.whole
@click.option("--follow", is_flag=True, help="Read a file anew whenever it changes.")
@click.option("--explain-page", is_flag=True, help="Print why each paragraph is in or out.")
@click.option("-p", "--print", "printing", is_flag=True, help="Print the summary and exit.")
@option.form
@option.output("Write the summary to a file.")
@click.option("--theme", metavar="NAME", help="Colours of the reader, such as nord or ansi.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
@option.no_cache
@click.option("--no-history", is_flag=True, help="Remember nothing, and bring nothing back.")
@click.option(
    "--print-config",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_config,
    help="Print a settings file with everything in it, and exit.",
)
@click.version_option(__version__, "--version", message="summarise %(version)s")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Read an article with its summary beside it, or print the summary.

    SOURCE is a file, a folder of articles, an address, or - for standard input. Without a SOURCE,
    piped input is read; if there is none, the reader offers the articles of this folder, or what
    was read before, or samples.

    The summary is printed instead if you ask for it with --print, --format or --output, or if the
    output is not a terminal. Several summaries follow one another, each under its title; as json,
    there is one object per line.
    """
    options = Options(**given)
    settings, warning = settled(options)
    named = options.sources
    if not named and not options.clipboard and terminal.input_is_piped():
        named = (STANDARD_INPUT,)
    asked = (
        options.printing
        or options.explain_page
        or options.form is not None
        or options.output is not None
    )
    if asked or not terminal.output_is_terminal() or not terminal.can_read():
        if not named and not options.clipboard:
            raise click.UsageError(_NOTHING)
        from tui.command.printing import print_summaries  # not before the reader

        ctx.exit(print_summaries(printing_of(options, named, settings)))
    from tui.command.opening import open_reader  # not where a summary is printed

    by_model = False
    if settings.method != DEFAULT_METHOD:
        from summarise.methods import MODEL  # not before the first frame

        by_model = settings.method == MODEL.name
        if by_model:  # it is asked once there is a summary to read
            settings = replace(settings, method=DEFAULT_METHOD)
    sources = _to_read(named, clipboard=options.clipboard)
    said = {"length": options.length, "method": options.method}
    ctx.exit(
        open_reader(
            sources,
            options.language,
            settings,
            whole=options.whole,
            follow=options.follow,
            asked=frozenset(name for name, value in said.items() if value is not None),
            warning=warning,
            by_model=by_model,
        )
    )


def settled(options: Options) -> tuple[Settings, str]:
    """The settings with the options applied; and what is wrong with the file of settings, if it is.

    Raises:
        UsageError: An option says something that is not known.
    """
    warning = ""
    try:
        settings = read_settings()
    except SettingsError as error:
        # It may have said that nothing is to be remembered: nobody knows what is wanted.
        warning, settings = str(error), Settings(history=False, cache=False)
        terminal.say(f"{warning}; everything is as by default, and nothing is remembered")
    try:
        return _settle(options, settings), warning
    except SummariseError as error:
        raise click.UsageError(str(error)) from None


def _settle(options: Options, settings: Settings) -> Settings:
    """The settings with the options applied, all of them checked."""
    settings = replace(
        settings,
        length=settings.length if options.length is None else options.length,
        method=settings.method if options.method is None else options.method,
        theme=settings.theme if options.theme is None else options.theme,
        mouse=settings.mouse and not options.no_mouse,
        cache=settings.cache and not options.no_cache,
        history=settings.history and not options.no_history,
    )
    if settings.length or options.length is not None:
        Length.parse(settings.length)
    if settings.method != DEFAULT_METHOD:
        from summarise.methods import find_method  # only if one is named

        find_method(settings.method)
    if options.language is not None:
        from summarise.text.language import language_code  # only if one is named

        language_code(options.language)
    return settings


def printing_of(options: Options, named: tuple[str, ...], settings: Settings) -> Printing:
    """What is printed and how.

    Args:
        options: The command line.
        named: The sources that are named, standard input among them.
        settings: As :func:`settled` gives them.

    Raises:
        UsageError: The file to write cannot be meant.
    """
    from tui.command.printing import Printing

    if options.output == "":
        raise click.UsageError("'': is not the name of a file: --output takes one")
    output = None if options.output in (None, *_STANDARD_OUTPUT) else Path(str(options.output))
    if output is not None and output.is_dir():
        raise click.UsageError(f"{output}: is a folder: --output takes the name of a file")
    if output is not None and any(_is_same(name, output) for name in named):
        raise click.UsageError(f"{output}: is also a source: choose another file for --output")
    own = partial(written_here, remembers=settings.history)
    sources = _sources(named, clipboard=options.clipboard, own=own)
    if output is not None:  # it may lie in a folder whose articles are meant
        sources = [source for source in sources if not _is_same(source.key, output)]
    form = options.form or ("text" if output is None else _format_of(output))
    return Printing(
        sources,
        settings.length or DEFAULT_LENGTH,
        settings.method,
        options.language,
        form,
        output,
        options.whole,
        options.explain_page,
        settings.fetching,
        settings.server,
        settings.history,
    )


def _to_read(named: tuple[str, ...], *, clipboard: bool) -> list[Source]:
    """What to open the reader on: where nothing is named, the articles of this folder first."""
    if named or clipboard or not has_articles(os.curdir):
        return _sources(named, clipboard=clipboard)
    folder = shown(Path.cwd().name or os.sep)
    return [replace(source, group=folder) for source in find_sources([os.curdir])]


def _format_of(output: Path) -> str:
    try:
        return format_of(output)
    except SummariseError as error:
        raise click.UsageError(str(error)) from None


def _sources(
    named: tuple[str, ...], *, clipboard: bool, own: FindOwn | None = None
) -> list[Source]:
    """What the user named, and what is on the clipboard; the samples if that is nothing."""
    if hint := hint_at_command(named):
        raise click.UsageError(hint)
    if clipboard:
        return [*find_sources(named, own), *_on_clipboard()]
    if named:
        return find_sources(named, own)
    from tui.state.samples import samples  # only where nothing was named

    return samples()


def _on_clipboard() -> list[Source]:
    from tui.clipboard import read_clipboard  # only where it is asked for

    source = replace(source_of("clipboard"), group="Clipboard")
    try:
        text = read_clipboard()
    except SourceError as error:
        return [replace(source, failure=error)]
    if not text.strip():
        return [replace(source, failure=SourceError("clipboard", "is empty: copy a text first"))]
    return sources_of_words(text, "clipboard")


def _is_same(source: str, file: Path) -> bool:
    """Whether a source is this very file."""
    return is_same_file(_INPUT_FILE if source == STANDARD_INPUT else source, file)
