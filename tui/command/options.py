"""The options of the command line, those that several commands have written once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from summarise import SummariseError
from summarise.exports import format_named, format_names

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: What adds an option to a command.
Adds = Callable[[Callable[..., Any]], Callable[..., Any]]


class Options(NamedTuple):
    """The command line as it was given; None where an option was not."""

    sources: tuple[str, ...]
    length: str | None = None
    method: str | None = None
    language: str | None = None
    printing: bool = False
    form: str | None = None
    output: str | None = None
    theme: str | None = None
    no_mouse: bool = False
    whole: bool = False
    follow: bool = False
    explain_page: bool = False
    no_cache: bool = False
    no_history: bool = False
    clipboard: bool = False


def _complete_file(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem  # only where a shell completes

    return [CompletionItem(typed, type="file")]


def _complete_method(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    from summarise.methods import MODEL, all_methods

    return [method.name for method in (*all_methods(), MODEL) if method.name.startswith(typed)]


def _complete_format(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    return [form for form in format_names() if form.startswith(typed)]


sources: Adds = click.argument(
    "sources", metavar="[SOURCE]...", nargs=-1, shell_complete=_complete_file
)
language: Adds = click.option(
    "--language", metavar="NAME", help="Their language, such as de or German; otherwise detected."
)
clipboard: Adds = click.option(
    "--clipboard", is_flag=True, help="Read what was copied: a text or an address."
)
whole: Adds = click.option("--whole", is_flag=True, help="Leave nothing out as boilerplate.")
no_cache: Adds = click.option(
    "--no-cache", is_flag=True, help="Ask servers anew, and keep nothing of it."
)


def _format_meant(_ctx: click.Context, _: click.Parameter, name: str | None) -> str | None:
    try:
        return None if name is None else format_named(name)
    except SummariseError as error:
        raise click.UsageError(str(error)) from None


form: Adds = click.option(
    "--format",
    "form",
    callback=_format_meant,
    metavar="|".join(format_names()),
    shell_complete=_complete_format,
    help="The format to print in; otherwise text, or what FILE ends with.",
)


def method(said: str) -> Adds:
    """The method, with what its help says."""
    return click.option(
        "-m", "--method", metavar="METHOD", shell_complete=_complete_method, help=said
    )


def output(said: str) -> Adds:
    """The file to write to, with what its help says."""
    return click.option("-o", "--output", metavar="FILE", shell_complete=_complete_file, help=said)
