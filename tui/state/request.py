"""What the command asks of the reader: the one thing that passes from one to the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarise import DEFAULT_LENGTH, DEFAULT_METHOD
from tui.state.settings import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """What to open and how.

    Attributes:
        sources: Files and folders as the user named them; none of them, and nothing piped, means
            the library of samples.
        piped: The bytes of an article from standard input, to be parsed by
            :class:`summarise.loading.Source`.
        length: The length to open with; known to be good.
        method: The method to open with; known to be good.
        language: The language of all articles, if the user named one; known to be good.
        settings: The settings with the options of the command line already applied.
        whole: Whether boilerplate counts as part of the articles from the start.
        colour: Whether colours are wanted (``NO_COLOR`` says no).
    """

    sources: tuple[str, ...] = ()
    piped: bytes | None = None
    length: str = DEFAULT_LENGTH
    method: str = DEFAULT_METHOD
    language: str | None = None
    settings: Settings = field(default_factory=Settings)
    colour: bool = True
    whole: bool = False
