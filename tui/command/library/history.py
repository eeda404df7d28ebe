"""``summarise history``: what was read, to list, search, edit, export and merge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

import click

from summarise.errors import SourceError
from summarise.loading import STANDARD_INPUT
from tui.command.library import lists
from tui.command.library.opened import Group, Opened, listing, named, print_articles, put
from tui.command.printing import print_pieces
from tui.command.terminal import say
from tui.state.store import Mark
from tui.state.store.exchange import NotAnExportError
from tui.state.store.holdings import Merged
from tui.state.store.store import Store
from tui.text.wording import plural
from tui.writing import reason_of

#: The descriptor of standard input.
_INPUT = 0
#: Characters of a line of an export: an article of the longest kept text has fewer.
_LONGEST_LINE = 80_000_000


@click.group(cls=Group, invoke_without_command=True)
@listing
@click.pass_context
def history(ctx: click.Context, limit: int, as_json: bool) -> None:
    """What was read, the last first: number, day, title; place and what is known of it.

    WHAT is a number of this list, a file, or an address. Everything is in one file, which the
    reader writes unless it is told --no-history, or "history = false" in the settings. A file or
    folder that is called "history" is read by: summarise ./history
    """
    if ctx.invoked_subcommand is None:
        with Opened() as store:
            print_articles(
                store.articles.history(limit), for_programs=as_json, nothing="Nothing was read yet."
            )


@history.command("search", short_help="Find articles by their words.")
@click.argument("words", nargs=-1, required=True)
@listing
def history_search(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find articles by all of these WORDS, with a sentence that has them.

    Case and accents do not count, and the last word may be only its beginning.
    """
    with Opened() as store:
        found = store.search.find(" ".join(words), limit)
        if not found:
            say("no article that is remembered has all of these words")
        print_pieces(lists.as_json(found) if as_json else lists.hits(found))


@history.command("forget", short_help="Forget articles.")
@click.argument("what", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Forget all articles, saved ones, too.")
def history_forget(what: tuple[str, ...], everything: bool) -> None:
    """Forget articles: where they were left, marks, texts, what a model chose of them.

    What is saved is forgotten, too: --all takes the whole list of "summarise saved" along. Feeds
    and folders stay. What is forgotten is overwritten in the file.
    """
    if bool(what) == everything:
        raise click.UsageError("say which articles to forget, or --all")
    with Opened(writes=True) as store:
        articles = (
            store.articles.walk() if everything else named(store, what, store.articles.history)
        )
        is_saved = {article.key: article.saved is not None for article in articles}
        count = store.articles.forget(is_saved)
        if everything:  # of articles that were only printed, too
            store.choices.forget_all()
            store.written.forget_all()
        saved = sum(is_saved.values())
        say(f"{plural(count, 'article')} forgotten{f', {saved:,} of them saved' if saved else ''}")


@history.command("mark", short_help="Mark articles as read, saved or hidden.")
@click.argument("what", nargs=-1, required=True)
@click.option(
    "--as",
    "mark",
    type=click.Choice(["read", "unread", "saved", "unsaved", "hidden", "shown"]),
    required=True,
    help="As what.",
)
def history_mark(what: tuple[str, ...], mark: str) -> None:
    """Mark articles as read, saved or hidden, or take that mark from them."""
    on = mark in set(Mark)
    column = Mark(mark if on else {"shown": "hidden"}.get(mark, mark.removeprefix("un")))
    with Opened(writes=True) as store:
        keys = [article.key for article in named(store, what, store.articles.history)]
        changed = store.articles.mark_again(keys, column, on)
        say(f"{plural(len(changed), 'article')} marked as {mark}")


@history.command("export", short_help="Write all that is remembered as JSON.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file.")
@click.option("--no-texts", is_flag=True, help="Leave the texts of articles out.")
def history_export(output: str | None, no_texts: bool) -> None:
    """Write all that is remembered as JSON: one object on each line, feeds and folders, too."""
    with Opened() as store:
        lines = (f"{line}\n" for line in store.exchange.lines(texts=not no_texts))
        put(lines, output)


@history.command("merge", short_help="Take in what an export has written.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
def history_merge(files: tuple[str, ...]) -> None:
    """Take in what an export has written, here or elsewhere; - is standard input.

    Of two places in one article the later one counts; marks add up; nothing is taken away. Merging
    a file twice changes nothing.
    """
    with Opened(writes=True) as store:
        for name in files:
            merged = _merge(store, name)
            for wrong in merged.wrong:
                say(f"{name}, {wrong}")
            counts = (
                plural(merged.articles, "article"),
                plural(merged.feeds, "feed"),
                plural(merged.folders, "folder"),
            )
            say(f"{name}: new or newer: {', '.join(counts)}")


def _merge(store: Store, name: str) -> Merged:
    """Merge a file.

    Raises:
        SourceError: It cannot be read, or is no export.
    """
    shown = "standard input" if name == STANDARD_INPUT else name
    try:
        opened: int | str = _INPUT if name == STANDARD_INPUT else name
        with open(opened, encoding="utf-8", errors="replace", closefd=opened != _INPUT) as file:
            return store.exchange.merge(_lines(file))
    except NotAnExportError as error:
        raise SourceError(shown, str(error)) from None
    except (OSError, ValueError) as error:
        raise SourceError(shown, reason_of(error)) from None


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        yield line
