"""``summarise saved``: what is saved to be read."""

from __future__ import annotations

import click

from summarise.article import Article
from summarise.errors import SourceError
from summarise.loading import find_sources
from tui.command.library.opened import Group, Opened, listing, named, print_articles
from tui.command.terminal import say
from tui.state.settings import read_settings
from tui.state.store import Mark
from tui.text.wording import plural


@click.group(cls=Group, invoke_without_command=True)
@listing
@click.pass_context
def saved(ctx: click.Context, limit: int, as_json: bool) -> None:
    """What was saved to be read, the last first.

    A file or folder that is called "saved" is read by: summarise ./saved
    """
    if ctx.invoked_subcommand is None:
        with Opened() as store:
            print_articles(
                store.articles.saved(limit), for_programs=as_json, nothing="Nothing is saved."
            )


@saved.command("add", short_help="Save files, folders or addresses.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
def saved_add(sources: tuple[str, ...]) -> int:
    """Save files, folders or addresses, with their texts, so that they are found by their words."""
    from tui.state.remembering import facts_of, text_of  # they bring the library

    failures = 0
    fetching = read_settings().fetching
    with Opened(writes=True) as store:
        for source in find_sources(sources):
            try:
                found = source.open(fetching=fetching)
                if not isinstance(found, Article):
                    raise SourceError(source.name, f"holds {len(found):,} articles: open it")
            except SourceError as error:
                say(str(error))
                failures += 1
                continue
            facts = facts_of(source, found)
            store.articles.note(facts, text_of(found))
            store.articles.mark([facts], Mark.SAVED)
            say(f"saved: {facts.title}")
    return 1 if failures else 0


@saved.command("remove", short_help="Save articles no longer.")
@click.argument("what", nargs=-1, required=True)
def saved_remove(what: tuple[str, ...]) -> None:
    """Save articles no longer. WHAT is a number of the list of saved ones, a file, an address."""
    with Opened(writes=True) as store:
        keys = [article.key for article in named(store, what, store.articles.saved)]
        changed = store.articles.mark_again(keys, Mark.SAVED, on=False)
        say(f"{plural(len(changed), 'article')} saved no longer")
