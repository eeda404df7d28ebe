"""What the command asks of the reader: the one thing that passes from one to the other."""

from __future__ import annotations

from typing import NamedTuple

from summarise import DEFAULT_METHOD
from summarise.loading import Source
from tui.state.settings import Settings


class Request(NamedTuple):
    """What to open and how."""

    sources: tuple[Source, ...] = ()
    """What there is to read; a single source is opened at once."""
    length: str = ""
    """The length to open with; known to be good. Empty for what suits the article."""
    method: str = DEFAULT_METHOD
    """The method to open with; known to be good."""
    language: str | None = None
    """The language of all articles, if the user named one; known to be good."""
    settings: Settings = Settings()
    """The settings with the options of the command line already applied."""
    colour: bool = True
    """Whether colours are wanted (``NO_COLOR`` says no)."""
    whole: bool = False
    """Whether boilerplate counts as part of the articles from the start."""
    asked: frozenset[str] = frozenset()
    """Which of length and method the command line names: they go before what was remembered."""
    warning: str = ""
    """What was wrong with the settings, to be told once the reader is open."""
    first_steps: bool = False
    """Whether someone who reads here for the first time is shown how to begin."""
    follow: bool = False
    """Whether a file that changes is read anew."""
    by_model: bool = False
    """Whether a language model is asked about each article, which opens by ``method``."""
