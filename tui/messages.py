"""What screens ask of the app. They post these; none of them knows what the app is.

None is ever compared with another, so the methods for that are not made: 0.05 ms each before the
first frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen

from summarise.article import Article
from summarise.loading import Source
from tui.state.typed_ahead import TypedKey

if TYPE_CHECKING:
    from tui.state.store.records import Anchor


@dataclass(eq=False)
class OpenArticle(Message):
    """Read an article: go back to where it is being read, or open it."""

    source: Source
    """The article."""
    place: Anchor | None = None
    """The sentence to go to in it; without one, where it was left."""


@dataclass(eq=False)
class OpenRead(Message):
    """Go to where something was read before, in an article that is remembered."""

    key: str
    """The key of that article."""
    place: Anchor
    """The sentence."""
    source: Source
    """The article that is read now, to come back to."""


@dataclass(eq=False)
class GoBack(Message):
    """Go back to the article from which this one was opened."""

    source: Source
    """The article that is read now."""


@dataclass(eq=False)
class OpenNamed(Message):
    """Open what the reader typed or pasted: a file, a folder, an address, or a text."""

    text: str
    """What it was."""
    found: tuple[Source, ...]
    """What that means, which is there."""


@dataclass(eq=False)
class ReadAnew(Message):
    """Read the article on the screen once more, from its file or its server."""

    source: Source
    """The article."""


@dataclass(eq=False)
class ArticleLoaded(Message):
    """The article that was being opened is there."""

    source: Source
    """Where it comes from."""
    article: Article
    """The article."""
    typed: tuple[TypedKey, ...] = ()
    """The keys that were typed while it was loading, in their order."""
    place: int | None = None
    """The sentence that was reached in its beginning, if that was read meanwhile."""


@dataclass(eq=False)
class KeysWaited(Message):
    """What some keys waited for is there: they act now, before those that were typed after them."""

    take: Callable[[], tuple[TypedKey, ...]]
    """Gives the keys, those too that have come meanwhile."""


@dataclass(eq=False)
class SeveralFound(Message):
    """What was being opened holds several articles: let the reader choose one."""

    source: Source
    """What was being opened."""
    articles: tuple[Source, ...]
    """Its articles."""


@dataclass(eq=False)
class OfferSources(Message):
    """Offer more to read: open it if it is one, or let the reader choose."""

    sources: tuple[Source, ...]
    """What there is, at least one."""


@dataclass(eq=False)
class CouldNotOpen(Message):
    """An article cannot be read: show why, and offer the others."""

    source: Source
    """The article."""
    reason: str
    """Why not, in one plain line."""


@dataclass(eq=False)
class EditArticle(Message):
    """Open the file of the article on the screen in the editor, and read it anew."""

    source: Source
    """The article."""
    sentence: str
    """The words that the editor is opened at."""


@dataclass(eq=False)
class OpenAddress(Message):
    """Open an address of the web or of mail in the reader's browser."""

    address: str
    """The address."""


@dataclass(eq=False)
class OpenLinked(Message):
    """Read the article that a link leads to, in place of the one that it is in."""

    linked: Source
    """The article that it leads to."""
    source: Source
    """The one that the link is in, to come back to."""


@dataclass(eq=False)
class ReadAlong(Message):
    """Read the next article of the list that this one is in, or the one before."""

    source: Source
    """The article that is read now."""
    step: int
    """Forwards if it is positive, otherwise backwards."""


class GoUp(Message):
    """Go back to the library that the article was opened from; without one, leave."""


class ShowLibrary(Message):
    """Let the reader choose an article."""


@dataclass(eq=False)
class ShowHelp(Message):
    """Show all keys."""

    place: str
    """The title of the place whose keys come first."""


@dataclass(eq=False)
class Wrote(Message):
    """A summary was written to a file, which is no article by that."""

    path: Path
    """The file."""


@dataclass(eq=False)
class Tell(Message):
    """Show a message for a few seconds, in place of the one before, on this screen only."""

    text: str
    """The message; what it quotes from an article stays plain text."""
    problem: bool = False
    """Whether something went wrong."""
    about: Screen[Any] | None = None
    """The screen that it is about, where it tells nobody anything on another one."""
