"""What the commands about what is remembered share: the store, names, what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from summarise.errors import SummariseError
from summarise.loading import source_of
from tui.command.library import lists
from tui.command.own_files import note_written
from tui.command.printing import print_pieces
from tui.command.terminal import say
from tui.state.memory import library_path
from tui.state.settings import SettingsError, read_settings
from tui.state.store.holdings import ArticleRecord
from tui.state.store.store import Store, empty_store, open_store
from tui.writing import write_file

Work = TypeVar("Work", bound=Callable[..., object])

#: Articles that are listed if nobody says how many.
_LISTED = 50
#: Articles that a number may name.
NUMBERED = 100_000


class NothingThereError(SummariseError):
    """What should be changed is not there; the message says what."""


class Group(click.Group):
    """Commands in the order in which they are read about, each with a line of its own."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.context_settings = {"help_option_names": ["-h", "--help"]}

    def list_commands(self, _: click.Context) -> list[str]:
        """Their names."""
        return list(self.commands)


def as_json(work: Work) -> Work:
    """The option of a command that lists something for programs."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object on each line.")(
        work
    )


def listing(work: Work) -> Work:
    """The options of a command that lists something."""
    return click.option(
        "-n",
        "--number",
        "limit",
        type=click.IntRange(1, clamp=True),
        default=_LISTED,
        metavar="N",
        help=f"How many at most, otherwise {_LISTED}.",
    )(as_json(work))


class Opened:
    """The store for one command; a context around its use.

    Args:
        writes: Whether the command writes: then the settings must not forbid that.
    """

    def __init__(self, *, writes: bool = False) -> None:
        self._writes = writes

    def __enter__(self) -> Store:
        """Open it.

        Raises:
            SummariseError: It cannot be opened, or must not be written.
        """
        path = library_path()
        if self._writes and not read_settings().history:
            raise SettingsError('the settings say "history = false": nothing is remembered')
        self._store = open_store(path) if self._writes or path.exists() else empty_store(path)
        if self._store.notice:
            say(self._store.notice)
        return self._store

    def __exit__(self, *_: object) -> None:
        """Let go of it."""
        self._store.close()


def named(
    store: Store,
    what: Iterable[str],
    listed: Callable[[int], list[ArticleRecord]],
) -> list[ArticleRecord]:
    """The articles that somebody names by number, file or address.

    Args:
        store: Where they are.
        what: The names.
        listed: Gives the first so many of the list that numbers are of.

    Raises:
        NothingThereError: There is none of that name.
    """
    found = []
    numbered: list[ArticleRecord] | None = None
    for name in what:
        article = store.articles.find(name) or store.articles.find(source_of(name).key)
        if article is None and name.isdecimal():
            numbered = listed(NUMBERED) if numbered is None else numbered
            at = int(name) if len(name) < 10 else 0
            article = numbered[at - 1] if 0 < at <= len(numbered) else None
        if article is None:
            raise NothingThereError(f"{name}: is not remembered")
        found.append(article)
    return found


def print_articles(found: list[ArticleRecord], *, for_programs: bool, nothing: str) -> None:
    """Print articles, or say that there are none."""
    if not found and not for_programs:
        say(nothing)
    print_pieces(lists.as_json(found) if for_programs else lists.articles(found))


def put(pieces: Iterator[str], output: str | None) -> None:
    """Write to a file whole, or to standard output as it comes."""
    if output in (None, "-", "/dev/stdout"):
        print_pieces(pieces)
    else:
        write_file(Path(str(output)), "".join(pieces))
        if read_settings().history:
            note_written(Path(str(output)))
