"""``summarise feeds``: the feeds that are followed."""

from __future__ import annotations

from pathlib import PurePath

import click

from summarise.errors import SourceError
from summarise.exports import check_suffix
from summarise.loading import source_of
from tui.command.library import lists
from tui.command.library.opened import Group, NothingThereError, Opened, put
from tui.command.library.opened import as_json as json_option
from tui.command.library.opml import feeds_in, opml
from tui.command.printing import print_pieces
from tui.command.terminal import say
from tui.state.library.feeds import keep_answer
from tui.state.settings import read_settings
from tui.state.store.holdings import LIST_SUFFIXES
from tui.text.wording import plural


@click.group(cls=Group, invoke_without_command=True)
@json_option
@click.pass_context
def feeds(ctx: click.Context, as_json: bool) -> None:
    """The feeds that are followed, with what is unread and what failed.

    A file or folder that is called "feeds" is read by: summarise ./feeds
    """
    if ctx.invoked_subcommand is None:
        with Opened() as store:
            found = store.feeds.all()
            if not found and not as_json:
                say("No feed is followed: summarise feeds add ADDRESS")
            print_pieces(lists.as_json(found) if as_json else lists.feeds(found))


@feeds.command("add", short_help="Follow feeds.")
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True)
@click.option("--folder", default="", help="The folder of the list that they go into.")
@click.option("--title", default="", help="What to call it, instead of what it calls itself.")
def feeds_add(addresses: tuple[str, ...], folder: str, title: str) -> None:
    """Follow feeds by their addresses, or by those of pages or lists that name them."""
    for address in addresses:
        source = source_of(address)
        if not source.is_remote or source.failure is not None:
            raise source.failure or SourceError(address, "is not the address of a feed")
    with Opened(writes=True) as store:
        from summarise.sources.feeds.following import find_feeds  # brings lxml

        fetching = read_settings().fetching
        found = [(address, find_feeds(address, fetching)) for address in addresses]
        for address, feeds in found:
            if feeds[0].answer is None:
                say(f"{address}: names {plural(len(feeds), 'feed')}")
            for feed in feeds:
                called = title if title and len(feeds) == 1 else feed.title
                new = store.feeds.add(feed.address, folder=folder or feed.folder, title=called)
                if new and feed.answer is not None:
                    keep_answer(feed.address, feed.answer, store)
                say(f"{feed.address}: {'is followed' if new else 'was followed already'}")


@feeds.command("remove", short_help="Follow feeds no longer.")
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True)
def feeds_remove(addresses: tuple[str, ...]) -> None:
    """Follow feeds no longer. What was saved of them stays."""
    with Opened(writes=True) as store:
        for address in addresses:
            if not store.feeds.remove(source_of(address).key):
                raise NothingThereError(f"{address}: is not followed")
            say(f"{address}: is not followed any more")


@feeds.command("import", short_help="Follow the feeds of a list (OPML).")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
def feeds_import(files: tuple[str, ...]) -> None:
    """Follow all feeds of a list (OPML) that another reader has written; - is standard input."""
    listed = {name: feeds_in(name) for name in files}
    with Opened(writes=True) as store:
        for name, found in listed.items():
            new = sum(
                store.feeds.add(feed.address, title=feed.title, folder=feed.folder)
                for feed in found
            )
            say(f"{name}: {plural(new, 'new feed')} of {len(found):,}")


@feeds.command("export", short_help="Write the list of feeds (OPML).")
@click.option("-o", "--output", metavar="FILE", help="Write to a file.")
def feeds_export(output: str | None) -> None:
    """Write the list of feeds with its folders, for other readers (OPML)."""
    check_suffix(PurePath(output or ""), LIST_SUFFIXES)
    with Opened() as store:
        found = store.feeds.all()
        if not found:  # an empty list written over a full one would be its loss
            raise NothingThereError("no feed is followed: there is nothing to write")
        put(opml(found), output)
