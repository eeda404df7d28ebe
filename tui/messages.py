"""What screens ask of the app. They post these; none of them knows what the app is."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from summarise.article import Article
from summarise.loading import Source
from tui.state.typed_ahead import TypedKey


@dataclass
class OpenArticle(Message):
    """Read an article: go back to where it is being read, or open it.

    Attributes:
        source: The article.
    """

    source: Source


@dataclass
class ArticleLoaded(Message):
    """The article that was being opened is there.

    Attributes:
        source: Where it comes from.
        article: The article.
        typed: The keys that were typed while it was loading, in their order.
    """

    source: Source
    article: Article
    typed: tuple[TypedKey, ...] = ()


@dataclass
class CouldNotOpen(Message):
    """An article cannot be read: show why, and offer the others.

    Attributes:
        source: The article.
        reason: Why not, in one plain line.
    """

    source: Source
    reason: str


class ShowLibrary(Message):
    """Let the reader choose an article."""


@dataclass
class ShowHelp(Message):
    """Show all keys.

    Attributes:
        place: The title of the place whose keys come first.
    """

    place: str


@dataclass
class Tell(Message):
    """Show a message for a few seconds, in place of the one before.

    Attributes:
        text: The message; what it quotes from an article stays plain text.
        problem: Whether something went wrong.
    """

    text: str
    problem: bool = False
