"""Texts as they lie in the file: packed, with the places of their sentences."""

from __future__ import annotations

import re
import zlib
from array import array

from tui.state.store.records import Text

#: Characters of one article that are kept: more than the longest novels have.
LONGEST = 5_000_000
_LEVEL = 6
_HALF = re.compile("[\ud800-\udfff]")


def packed(text: str) -> bytes:
    """A text in as few bytes as do not take long to make."""
    return zlib.compress(text.encode("utf-8", "replace"), _LEVEL)


def unpacked(data: bytes) -> str:
    """The text again; what is not one, or unpacks to more than is ever kept, is empty."""
    try:
        unpacking = zlib.decompressobj()
        return unpacking.decompress(data, 4 * LONGEST).decode("utf-8", "replace")
    except zlib.error:
        return ""


def packed_places(sentences: tuple[tuple[int, int], ...]) -> bytes:
    """Starts and ends of sentences in few bytes."""
    return zlib.compress(array("I", [place for pair in sentences for place in pair]).tobytes())


def unpacked_places(data: bytes, length: int) -> tuple[tuple[int, int], ...]:
    """Starts and ends again, as far as they make sense in a text of so many characters."""
    places = array("I")
    try:
        unpacking = zlib.decompressobj()
        places.frombytes(unpacking.decompress(data, 8 * LONGEST))
    except (zlib.error, ValueError):
        return ()
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple((start, end) for start, end in pairs if start < end <= length)


def storable(key: str) -> str:
    """A key as it is kept: of the name of a file, bytes that are not UTF-8 are spelt out."""
    return key.encode("utf-8", "backslashreplace").decode() if _HALF.search(key) else key


def cut(text: Text) -> Text:
    """The text, as much of it as is kept."""
    if len(text.text) <= LONGEST:
        return text
    inside = tuple(pair for pair in text.sentences if pair[1] <= LONGEST)
    return Text(text.text[:LONGEST], inside)
