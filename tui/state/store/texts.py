"""Texts as they lie in the file: packed, with the places of their sentences."""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from itertools import chain
from operator import itemgetter
from typing import Any

from summarise.sources.web.addresses import is_address, without_login
from summarise.text.patterns import compile_later
from tui.state.store.records import Pairs, Shape, Text

#: Characters of one article that are kept: more than the longest novels have.
LONGEST = 5_000_000
#: Of zlib. A novel of 5.6 MB takes 0.05 s and 2.21 MB; by level 4 0.10 s and 1.97 MB; by its usual
#: one, 6, 0.30 s and 1.87 MB. The places of its sentences take 0.2 MB by any level.
_LEVEL = 1
_HALF = compile_later("[\ud800-\udfff]")


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


def packed_places(text: Text) -> bytes:
    """Starts and ends of the sentences of a text in few bytes, and behind them its shapes, if any.

    Whoever knows of no shapes reads to the end of the first stream only.
    """
    sentences = text.sentences
    if not isinstance(sentences, Pairs):
        sentences = Pairs(array("I", chain.from_iterable(sentences)))
    packed_shapes = b""
    if text.shapes:
        packed_shapes = zlib.compress(json.dumps(list(map(astuple, text.shapes))).encode())
    return zlib.compress(sentences.numbers.tobytes(), _LEVEL) + packed_shapes


def text_of(text: str, data: bytes) -> Text:
    """A text with its sentences and shapes again, as far as they make sense in it."""
    places = array("I")
    unpacking = zlib.decompressobj()
    try:
        places.frombytes(unpacking.decompress(data, 8 * LONGEST))
    except (zlib.error, ValueError):
        return Text(text)
    pairs = zip(places[::2], places[1::2], strict=False)
    sentences = tuple((start, end) for start, end in pairs if start < end <= len(text))
    return Text(text, sentences, _shapes(unpacking.unused_data, len(text)))


def _shapes(data: bytes, length: int) -> tuple[Shape, ...]:
    if not data:
        return ()
    try:
        said = zlib.decompressobj().decompress(data, 8 * LONGEST)
        return shapes_of(json.loads(said), length)
    except (zlib.error, ValueError, TypeError, RecursionError):
        return ()


def shapes_of(said: Sequence[Sequence[Any]], length: int) -> tuple[Shape, ...]:
    """Shapes of what JSON made of them.

    Raises:
        ValueError: They make no sense in a text of so many characters. So does TypeError.
    """
    shapes = []
    last = 0
    for start, end, kind, level, tight in said:
        if not last <= int(start) < int(end) <= length:
            raise ValueError("shapes")
        last = int(end)
        shapes.append(Shape(int(start), last, str(kind), int(level), bool(tight)))
    return tuple(shapes)


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
    stop = bisect_right(text.sentences, LONGEST, key=itemgetter(1))
    shapes = tuple(shape for shape in text.shapes if shape.end <= LONGEST)
    return Text(text.text[:LONGEST], text.sentences[:stop], shapes)
