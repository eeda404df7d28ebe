"""Attributes of a document: what ``{name}`` stands for."""

from __future__ import annotations

import re

#: Characters by name. They come back as references, so that none of them is a mark.
_CHARACTERS = {
    "amp": "&#38;", "apos": "&#39;", "asterisk": "&#42;", "backslash": "&#92;",
    "backtick": "&#96;", "blank": "", "brvbar": "&#166;", "caret": "&#94;", "cpp": "C&#43;&#43;",
    "deg": "&#176;", "empty": "", "endsb": "&#93;", "gt": "&#62;", "ldquo": "&#8220;",
    "lsquo": "&#8216;", "lt": "&#60;", "nbsp": "&#160;", "plus": "&#43;", "pp": "&#43;&#43;",
    "quot": "&#34;", "rdquo": "&#8221;", "rsquo": "&#8217;", "sp": " ", "startsb": "&#91;",
    "tilde": "&#126;", "two-colons": "&#58;&#58;", "two-semicolons": "&#59;&#59;",
    "underscore": "&#95;", "vbar": "&#124;", "wj": "", "zwsp": "",
}  # fmt: skip
#: Literal code, an escaped brace, a counter or a setting, a name.
_REFERENCE = re.compile(
    r"(?P<kept>`\+[^`\n]{1,500}\+`)|(?P<escaped>\\\{)|(?P<silent>\{(?:counter2?|set):[^{}\n]{0,200}\})"
    r"|(?<!\$)\{(?P<name>\w[\w-]{0,80})\}"
)
ENTRY = re.compile(r":(!?)(\w[\w-]{0,80})(!?):(?:[ \t]+(.*))?")
_MORE = re.compile(r" [\\+](?: \+)?$")
#: An attribute may be made of others, and those of others.
_LONGEST_VALUE = 2_000
#: Characters that attributes may add to a document.
_MOST_ADDED = 1_000_000


class Attributes:
    """The attributes that are known so far."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        """Those that the document defines, by their names in lower case."""
        self._left = _MOST_ADDED

    def define(self, lines: list[str], at: int) -> int:
        """Take in an entry, ``:name: value``.

        Args:
            lines: The lines of the document; a value may go on in the next ones.
            at: Where it begins.

        Returns:
            Where the lines go on behind it; ``at`` if there is none.
        """
        entry = ENTRY.fullmatch(lines[at]) if lines[at].startswith(":") else None
        if entry is None:
            return at
        value, at = entry[4] or "", at + 1
        while _MORE.search(value) and at < len(lines) and len(value) < _LONGEST_VALUE:
            value, at = f"{_MORE.sub('', value)} {lines[at].strip()}", at + 1
        name = entry[2].lower()
        if entry[1] or entry[3]:
            self.values.pop(name, None)
        else:
            self.values[name] = self.put_in(value.strip())[:_LONGEST_VALUE]
        return at

    def put_in(self, text: str) -> str:
        """The text with the values of attributes in the place of their names."""
        return _REFERENCE.sub(self._value, text) if "{" in text else text

    def _value(self, match: re.Match[str]) -> str:
        if match["kept"]:
            return match[0]
        if match["escaped"]:
            return "&#123;"
        if match["silent"]:
            return ""
        name = match["name"].lower()
        value = self.values.get(name, _CHARACTERS.get(name))
        if value is None or self._left < len(value):
            return match[0]
        self._left -= len(value)
        return value
