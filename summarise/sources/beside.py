"""Files that a document takes in: only from below its own folder, and not without end.

A document is a stranger's, so what it names may be meant to show the reader a file of theirs in a
place where it is copied on. A link that leads out of the folder leads nowhere.
"""

from __future__ import annotations

import os
from pathlib import Path

from summarise.sources.encoding import NotTextError, decode
from summarise.sources.files import real_path
from summarise.text.sanitise import sanitise

#: A thesis has fifty files of some kilobytes each.
_MOST_FILES = 500
_MOST_BYTES = 16 * 1024 * 1024


class Beside:
    """The folder that a document lies in.

    Args:
        path: The document.
    """

    def __init__(self, path: str) -> None:
        self._folder = Path(real_path(path)).parent
        self._files, self._bytes = _MOST_FILES, _MOST_BYTES

    def text_of(self, name: str, suffix: str) -> str | None:
        """The text of a file, made safe.

        Args:
            name: Its name as the document has it, from the folder of the document.
            suffix: The suffix that may be left out of it, with the dot.

        Returns:
            None if there is none below the folder, if it is no text, or if that would be too much.
        """
        for called in (name + suffix, name):
            if (data := self._read(called)) is not None:
                try:
                    return sanitise(decode(data))
                except NotTextError:
                    return None
        return None

    def _read(self, name: str) -> bytes | None:
        try:
            path = Path(os.path.realpath(self._folder / name))
            if not path.is_relative_to(self._folder) or not path.is_file():
                return None
            if not self._files or path.stat().st_size > self._bytes:
                return None
            with path.open("rb") as file:
                data = file.read(self._bytes)
        except (OSError, ValueError):
            return None
        self._files -= 1
        self._bytes -= len(data)
        return data
