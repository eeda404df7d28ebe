"""Bytes → text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I
)
_BINARY_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b\x08")) + b"\x7f"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
#: The encodings that a short text with a few accents may be in; others fit it by chance only.
_LATIN = ["cp1252", "cp1250", "iso8859_2", "mac_roman", "cp850"]
#: What is looked at to tell text from other data, and to guess an encoding.
_SAMPLE = 64 * 1024


class NotTextError(ValueError):
    """The bytes are not text; ``str(error)`` says so in a few words."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode bytes by byte order mark, declared charset, UTF-8, then by their statistics.

    Args:
        data: The bytes of a text or an HTML page.
        declared: The charset that came with them (as in an HTTP header), if any.

    Raises:
        NotTextError: They are not text in any encoding.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if (wide := _unmarked_utf16(data)) is not None:
        return wide
    if _is_binary(data[:_SAMPLE]):
        raise NotTextError("is not text")
    for charset in (declared, _charset_in_page(data)):
        if charset and (text := _decoded(data, charset)) is not None:
            return text
    text = _decoded(data, "utf-8")
    return text if text is not None else _guessed(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, as some Windows programs write: every other byte is nought."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > 0.7 * half and sample[1 - offset :: 2].count(0) == 0:
            return _decoded(data, encoding)
    return None


def _is_binary(sample: bytes) -> bool:
    if not sample:
        return False
    controls = len(sample) - len(sample.translate(None, _BINARY_CONTROLS))
    if _is_utf8(sample):  # other data hardly ever is, so here controls are only dirt
        return controls > 0.3 * len(sample)
    # A stray NUL does not make a text binary, a header full of them does.
    return sample.count(0) > 0.01 * len(sample) or controls > 0.05 * len(sample)


def _is_utf8(sample: bytes) -> bool:
    """Whether a sample is UTF-8, but for a character that its end may have cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _charset_in_page(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _decoded(data: bytes, charset: str) -> str | None:
    try:
        info = codecs.lookup(charset)
    except (LookupError, ValueError):
        return None
    # Python counts "rot13", "zip" and the like among its codecs.
    if not getattr(info, "_is_text_encoding", True) or info.name in (
        "idna",
        "punycode",
        "undefined",
    ):
        return None
    # What the web calls Latin-1 is Windows-1252.
    name = "cp1252" if info.name in ("iso8859-1", "ascii") else info.name
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE]
    # A few broken bytes in a UTF-8 text are damage, not another encoding.
    as_utf8 = sample.decode("utf-8", errors="replace")
    broken = as_utf8.count("\ufffd")
    beyond_ascii = sum(ord(char) > 127 for char in as_utf8) - broken
    if broken * 10 <= beyond_ascii:
        return data.decode("utf-8", errors="replace")
    from charset_normalizer import from_bytes

    candidates = _LATIN if _is_latin(sample) else None
    best = from_bytes(sample, cp_isolation=candidates).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(encoding, errors="replace")


def _is_latin(sample: bytes) -> bool:
    """Whether the bytes beyond ASCII are few and stand alone, as letters with accents do."""
    beyond = sum(byte > 127 for byte in sample)
    runs = len(_BEYOND_ASCII.findall(sample))
    return beyond < 0.25 * len(sample) and runs > 0.8 * beyond
