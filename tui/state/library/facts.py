"""What is known of an article without opening it: what its row says, and is found by."""

from __future__ import annotations

import os
from datetime import datetime
from zlib import compress, decompress

from summarise.article import Article
from summarise.loading import Source
from summarise.text.folding import composed, folded_in_place

#: Of one article so many characters are searched: a book of 400 pages has a million.
_LONGEST = 400_000


def stamp_of(source: Source) -> str:
    """The version of a source's file as it is now; "" for what is no file.

    Every change of the file changes it: when that was, in nanoseconds, and how many bytes it has.
    """
    if source.is_remote or source.part is not None or source.data is not None:
        return ""
    try:
        status = os.stat(source.origin)  # noqa: PTH116 (thousands of times)
    except (OSError, ValueError):
        return ""
    return f"{status.st_mtime_ns} {status.st_size}"


def day_of_stamp(stamp: str) -> str:
    """The day on which a file was changed, in ISO 8601; "" if that is not known."""
    if not stamp:
        return ""
    seconds = int(stamp.partition(" ")[0]) / 1e9
    try:
        return datetime.fromtimestamp(seconds).astimezone().date().isoformat()
    except (OverflowError, OSError, ValueError):  # of another age
        return ""


class Searchable:
    """The text of an article, as it is searched, and packed as it is shown.

    Args:
        article: The article; what is marked as boilerplate is no part of what is searched.
    """

    __slots__ = ("_packed", "folded")

    def __init__(self, article: Article) -> None:
        parts: list[str] = []
        length = 0
        for block in article.paragraphs:
            if block.boilerplate is not None or length > _LONGEST:
                continue
            parts += (s.text for s in article.sentences_of(block.index))
            length += block.end - block.start
        # One sentence a line, so that the one around a match is found without its offsets.
        text = composed("\n".join(" ".join(part.split()) for part in parts))[:_LONGEST]
        self.folded = folded_in_place(text)
        self._packed = compress(text.encode("utf-8", "surrogatepass"), 1)

    def sentence_with(self, word: str) -> tuple[str, tuple[int, int]] | None:
        """The first sentence that has a word in it, and where in it; None if none has.

        Args:
            word: The word, folded.
        """
        at = self.folded.find(word)
        if at < 0:
            return None
        start = self.folded.rfind("\n", 0, at) + 1
        end = self.folded.find("\n", at)
        text = decompress(self._packed).decode("utf-8", "surrogatepass")
        return text[start : None if end < 0 else end], (at - start, at - start + len(word))
