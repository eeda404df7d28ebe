"""What can be taken away from a reading: texts for the clipboard, and the summary in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarise.errors import SummariseError
from summarise.exports import export, format_of
from tui.state.reading import STILL_RANKING, Reading
from tui.state.reading_state import Layout
from tui.writing import is_same_file, write_file, write_new

if TYPE_CHECKING:
    from summarise.digests.digest import Digest
    from summarise.ranking.ranking import Summary

#: Characters of a title that make a name of a file: longer ones are cut in lists of files.
_NAME = 60


class NothingToTakeError(SummariseError):
    """There is nothing to take away; the message says so in one line."""


class ThereAlreadyError(SummariseError):
    """There is a file of that name, or it is what is read; the message says so in one line."""


class Taken(NamedTuple):
    """A text, and how many sentences it is made of: 0 for a title."""

    text: str
    sentences: int


class TakingAway:
    """Takes texts out of a reading. No file is written over unless that is asked for.

    Args:
        reading: What is read.
        origin: Where it was read from: a file of that name is never written over.
    """

    def __init__(self, reading: Reading, origin: str) -> None:
        self._reading = reading
        self._origin = origin

    def sentence(self, sentence: int) -> str:
        """The text of a sentence."""
        return self._reading.article.sentences[sentence].text

    def summary(self) -> Taken:
        """The text of the summary; of a title or one sentence that stands in its place, that text.

        Raises:
            NothingToTakeError: There is no summary yet, or it is empty.
        """
        summary = self._reading.summary
        if summary is None:
            raise NothingToTakeError(STILL_RANKING)
        if not summary.size:
            raise NothingToTakeError("There is no sentence to copy.")
        match self._reading.state.layout:
            case Layout.TITLE if title := self._reading.article.title:
                return Taken(title, 0)
            case Layout.SENTENCE:
                return Taken(self.sentence(summary.ranking.order[0]), 1)
        return Taken(summary.text, summary.size)

    @property
    def proposed_name(self) -> str:
        """A name for a file of the summary: the words of the article's title."""
        words = re.findall(r"\w+", self._reading.article.title.casefold())
        name = ""
        for word in words:
            if len(name) + 1 + len(word) > _NAME:
                break
            name = f"{name}-{word}" if name else word
        return f"{name or 'summary'}.md"

    def write(self, name: str, *, over: bool = False) -> Path | None:
        """Write the summary to a file, in the format that its ending asks for.

        Args:
            name: The file as the reader typed it, perhaps with ``~``.
            over: Whether a file of that name is written over.

        Returns:
            The file; None without a name or a summary.

        Raises:
            ThereAlreadyError: It is there already.
            SummariseError: It cannot be written.
        """
        summary = self._reading.summary
        if summary is None or not name.strip():
            return None
        return write_out(summary, name, [self._origin], over=over)


def write_out(
    what: Summary | Digest, name: str, origins: Iterable[str], *, over: bool = False
) -> Path:
    """Write a summary or a digest to a file, in the format that its ending asks for.

    Args:
        what: The summary or digest.
        name: The file as the reader typed it, perhaps with ``~``.
        origins: Where what is read came from: none of these files is ever written over.
        over: Whether a file of that name is written over.

    Raises:
        ThereAlreadyError: It is there already, or one of the origins.
        SummariseError: It cannot be written.
    """
    path = Path(name.strip()).expanduser()
    text = export(what, format_of(path))
    if any(is_same_file(origin, path) for origin in origins):
        raise ThereAlreadyError("is what is read here: choose another name")
    if over:
        write_file(path, text)
    elif path.is_file():
        raise ThereAlreadyError("is there already: enter again to write over it")
    else:
        write_new(path, text)
    return path
