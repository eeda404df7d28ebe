"""The fields that stand above the text of a Markdown file, in YAML or TOML."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ ]*\n(.*?)\n(?:\1|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"\s*([\w-]{1,40})\s*[:=]\s*(.*\S)\s*")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, their names in lower case, and the text behind it.

    A text between two rules is not front matter: it has no line of the form ``name: value``.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in match[2].split("\n"):
        found = _FIELD.fullmatch(line[:500])
        if found:
            fields.setdefault(found[1].lower(), found[2].strip("\"'"))
    return (fields, text[match.end() :]) if fields else ({}, text)
