"""A file that is packed alone, as manuals are on many systems: unpacked no further than is read."""

from __future__ import annotations

import zlib

from summarise.sources.files import LARGEST
from summarise.sources.refused import RefusedError


def gunzipped(data: bytes) -> bytes:
    """The bytes of a file that is packed with gzip, up to one more than are read.

    Raises:
        RefusedError: It is damaged, or cut off.
    """
    out = bytearray()
    try:
        while data and len(out) <= LARGEST:  # several may stand behind one another
            inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out += inflate.decompress(data, LARGEST + 1 - len(out))
            if not inflate.eof and len(out) <= LARGEST:
                raise RefusedError("is packed with gzip, and cut off before its end: get it again")
            data = inflate.unused_data.lstrip(b"\0")
    except zlib.error:
        raise RefusedError("is packed with gzip, and damaged: get it again") from None
    return bytes(out)
