"""What can be taken away from a reading: texts for the clipboard, and the summary in a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from summarise.errors import SummariseError
from summarise.exports import export, format_of
from tui.state.reading import STILL_RANKING, Reading
from tui.writing import write_new


class NothingToTakeError(SummariseError):
    """There is nothing to take away; the message says so in one line."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text, and how many sentences it is made of."""

    text: str
    sentences: int


class TakingAway:
    """Takes texts out of a reading. A file that is there already is never written over.

    Args:
        reading: What is read.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def sentence(self, sentence: int) -> str:
        """The text of a sentence."""
        return self._reading.article.sentences[sentence].text

    def summary(self) -> Taken:
        """The text of the summary.

        Raises:
            NothingToTakeError: There is no summary yet, or it is empty.
        """
        summary = self._reading.summary
        if summary is None:
            raise NothingToTakeError(STILL_RANKING)
        if not summary.size:
            raise NothingToTakeError("There is no sentence to copy.")
        return Taken(summary.text, summary.size)

    def write(self, name: str) -> Path | None:
        """Write the summary to a new file, in the format that its ending asks for.

        Args:
            name: The file as the reader typed it, perhaps with ``~``.

        Returns:
            The file; None without a name or a summary.

        Raises:
            SummariseError: It is there already, or cannot be written.
        """
        summary = self._reading.summary
        if summary is None or not name.strip():
            return None
        path = Path(name.strip()).expanduser()
        write_new(path, export(summary, format_of(path)))
        return path
