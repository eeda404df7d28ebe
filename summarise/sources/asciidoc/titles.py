"""Headings: ``== Title``, and a line with another one under it."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKED = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)")
_RULE = re.compile(r"(=+|-+|~+|\^+|\++)")
_LEVELS = "=-~^+"
_WORD = re.compile(r"\w")
#: A rule under a heading is about as long as it is.
_NEAR = 1
#: And of so many signs it may differ by two.
_LONG = 10


class Title(NamedTuple):
    """A heading."""

    text: str
    level: int
    stop: int
    """Where the lines go on behind it."""


def title_at(lines: list[str], at: int) -> Title | None:
    """The heading that begins at a line, if one does."""
    line = lines[at] if at < len(lines) else ""
    if marked := _MARKED.fullmatch(line):
        sign, text = marked[1], marked[2]
        if text.endswith(f" {sign}"):
            text = text[: -len(sign)].rstrip()
        return Title(text, len(sign), at + 1)
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if len(below) < 3 or not line or line[0] in " .[" or not _RULE.fullmatch(below):
        return None
    if abs(len(line) - len(below)) > _NEAR + (len(below) >= _LONG) or not _WORD.search(line):
        return None
    return Title(line, _LEVELS.index(below[0]) + 1, at + 2)
