"""Character references to what must not be shown, taken out before a parser resolves them."""

from __future__ import annotations

import re
from html import unescape

from summarise.text.sanitise import sanitise

_NUMBER = re.compile(r"&#(?:([0-9]{1,9})|[xX]([0-9a-fA-F]{1,8}));?")


def without_unsafe_references(text: str) -> str:
    """The same source without references to control characters, overrides and odd line ends.

    ``&#27;`` would come back as an escape character after the source itself was sanitised.
    References to anything else stay as they are.
    """
    return _NUMBER.sub(_safe, text)


def _safe(match: re.Match[str]) -> str:
    number = int(match[1]) if match[1] else int(match[2], 16)
    if 0x80 <= number <= 0x9F:
        # What these mean on the web is the character that Windows-1252 has there.
        return sanitise(unescape(f"&#{number};"))
    if number > 0x10FFFF or sanitise(chr(number)) != chr(number):
        return " "
    return match[0]
