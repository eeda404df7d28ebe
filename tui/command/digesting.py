"""``summarise digest``: several articles as one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from summarise import DEFAULT_METHOD, DIGEST_LENGTH
from summarise.length import HINT
from summarise.loading import STANDARD_INPUT
from summarise.methods import MODEL
from tui.command import options as option
from tui.command import terminal
from tui.command.cli import printing_of, settled
from tui.command.options import Options


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """What is done with several articles."""


@commands.command("digest")
@option.sources
@click.option(
    "-l",
    "--length",
    metavar="LENGTH",
    default=DIGEST_LENGTH,
    help=f"How much to keep of all of them: {HINT}; otherwise {DIGEST_LENGTH}.",
)
@option.method("How to rank the sentences of each (see summarise --help).")
@option.language
@option.clipboard
@option.whole
@option.form
@option.output("Write the digest to a file.")
@option.no_cache
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
