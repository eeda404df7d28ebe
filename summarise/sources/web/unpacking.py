"""Unpacking what a server sends, piece by piece and never more than is wanted.

A megabyte of zeros packs into a kilobyte, and httpx unpacks a piece whole: 10 MB were allowed and
158 MB taken. ``zlib`` unpacks as much as it is told to.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from summarise.sources.web.options import FetchError

#: What is asked for in the request, and all that is understood.
CODINGS = ("gzip", "deflate")
_SAME = ("", "identity")
_PIECE = 64 * 1024
_CANNOT = "sent bytes that cannot be unpacked"


def unpacked(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The bytes of a body as they arrive, at most 64 kB at a time.

    Args:
        pieces: The body as it is sent.
        coding: What the server says it is packed as.

    Raises:
        FetchError: It is packed in another way, damaged, or not whole.
    """
    coding = coding.strip().lower()
    if coding in _SAME:
        yield from pieces
        return
    if coding.removeprefix("x-") not in CODINGS:
        raise FetchError(f"is packed as {coding[:20]}, which is not read")
    stream = _Stream()
    for piece in pieces:
        yield from stream.feed(piece)
    stream.end()


class _Stream:
    """A packed body: gzip, possibly in several members, or deflate with or without its header."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._begun = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """What a piece unpacks to."""
        while piece:
            if self._inflate.eof:
                if not piece.startswith(b"\x1f\x8b"):
                    return  # padding behind the end
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
            yield self._some(piece)
            piece = self._inflate.unconsumed_tail or self._inflate.unused_data

    def _some(self, piece: bytes) -> bytes:
        try:
            found = self._inflate.decompress(piece, _PIECE)
        except zlib.error:
            if self._begun:
                raise FetchError(_CANNOT) from None
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave the header out
            try:
                found = self._inflate.decompress(piece, _PIECE)
            except zlib.error:
                raise FetchError(_CANNOT) from None
        self._begun = True
        return found

    def end(self) -> None:
        """Nothing comes any more.

        Raises:
            FetchError: Something was still to come.
        """
        if self._begun and not self._inflate.eof:
            raise FetchError("was cut off before its end: try again")
