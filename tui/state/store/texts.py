"""Texts as they lie in the file: packed, with the places of their sentences."""

from __future__ import annotations

import re
import zlib
from array import array
from contextlib import suppress

from summarise.sources.web.addresses import is_address, without_login
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
    """A key as it is kept.

    Of the name of a file, bytes that are not UTF-8 are spelt out; of an address, the name and the
    password that may stand before its host are left out.
    """
    if "@" in key and is_address(key):
        address, separator, part = key.partition(" # ")
        with suppress(ValueError):  # it is no address that could be asked
            key = f"{without_login(address)}{separator}{part}"
    return key.encode("utf-8", "backslashreplace").decode() if _HALF.search(key) else key


def cut(text: Text) -> Text:
    """The text, as much of it as is kept."""
    if len(text.text) <= LONGEST:
        return text
    inside = tuple(pair for pair in text.sentences if pair[1] <= LONGEST)
    return Text(text.text[:LONGEST], inside)
