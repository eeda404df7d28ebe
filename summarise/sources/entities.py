"""Character references made safe and sound before a parser resolves them."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from summarise.text.sanitise import sanitise

#: The names that every document in XML may use.
_OWN_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NUMBER = re.compile(r"&#(?:([0-9]{1,9})|[xX]([0-9a-fA-F]{1,8}));?")


def without_unsafe_references(text: str) -> str:
    """The same source without references to control characters, overrides and odd line ends.

    ``&#27;`` would come back as an escape character after the source itself was sanitised.
    References to anything else stay as they are.
    """
    return _NUMBER.sub(_safe, text)


def by_number(name: str) -> str:
    """A character by its number, where it is named as HTML names it; "" if HTML does not know it.

    XML's own five stay named.
    """
    if name in _OWN_ENTITIES:
        return f"&{name};"
    return "".join(f"&#{ord(c)};" for c in html5.get(f"{name};", ""))


def _safe(match: re.Match[str]) -> str:
    number = int(match[1]) if match[1] else int(match[2], 16)
    if 0x80 <= number <= 0x9F:
        # What these mean on the web is the character that Windows-1252 has there.
        return sanitise(unescape(f"&#{number};"))
    if number > 0x10FFFF or sanitise(chr(number)) != chr(number):
        return " "
    return match[0]
