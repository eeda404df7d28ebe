"""``summarise digest``: several articles as one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from summarise import DEFAULT_METHOD, DIGEST_LENGTH
from summarise.exports import format_names
from summarise.length import HINT
from summarise.loading import STANDARD_INPUT
from summarise.methods import MODEL
from tui.command import terminal
from tui.command.cli import (
    Options,
    complete_file,
    complete_format,
    complete_method,
    printing_of,
    settled,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """What is done with several articles."""


@commands.command("digest")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, shell_complete=complete_file)
@click.option(
    "-l",
    "--length",
    metavar="LENGTH",
    default=DIGEST_LENGTH,
    help=f"How much to keep of all of them: {HINT}; otherwise {DIGEST_LENGTH}.",
)
@click.option(
    "-m",
    "--method",
    metavar="METHOD",
    shell_complete=complete_method,
    help="How to rank the sentences of each (see summarise --help).",
)
@click.option(
    "--language", metavar="NAME", help="Their language, such as de or German; otherwise detected."
)
@click.option("--clipboard", is_flag=True, help="Read what was copied: a text or an address.")
@click.option("--whole", is_flag=True, help="Leave nothing out as boilerplate.")
@click.option(
    "--format",
    "form",
    metavar="|".join(format_names()),
    shell_complete=complete_format,
    help="The format to print in; otherwise text, or what FILE ends with.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=complete_file,
    help="Write the digest to a file.",
)
@click.option("--no-cache", is_flag=True, help="Ask web servers anew, and keep no page.")
@click.pass_context
def digest(ctx: click.Context, /, **given: Any) -> None:
    """Print one digest of several articles: their sentences ranked together, story by story.

    SOURCE is a file, a folder of articles, a feed, an address, or - for standard input. Under each
    sentence stands where it is from, and which other articles say the same. The length is that of
    the whole digest, and every shorter one is part of it.

    A file or folder that is called "digest" is read by: summarise ./digest
    """
    options = Options(**given)
    settings, _ = settled(options)
    named = options.sources
    if not named and not options.clipboard:
        if not terminal.input_is_piped():
            raise click.UsageError("say what to make a digest of: a folder, a feed or files")
        named = (STANDARD_INPUT,)
    if settings.method == MODEL.name:
        if options.method is not None:
            raise click.UsageError(
                "a digest is not made by a language model: leave -m out, or name another method"
            )
        settings = replace(settings, method=DEFAULT_METHOD)  # the model is for single articles
    from tui.command.gathering import print_digest  # not where the command line is wrong

    ctx.exit(print_digest(printing_of(options, named, settings)))
