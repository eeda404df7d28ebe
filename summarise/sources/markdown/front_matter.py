"""The fields above the text of a Markdown file: in YAML, in TOML, or lines by themselves."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ ]*\n(.*?)\n(?:\1|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
#: Names of fields where no rules stand around them, as MultiMarkdown and Pelican write them.
_NAMES = frozenset(
    [
        "title",
        "subtitle",
        "date",
        "modified",
        "author",
        "authors",
        "category",
        "categories",
        "tags",
        "keywords",
        "slug",
        "summary",
        "description",
        "status",
        "lang",
        "language",
        "layout",
        "template",
        "series",
        "url",
        "save_as",
    ]
)
_FIELD = re.compile(r"\s*([\w-]{1,40})\s*[:=]\s*(.*\S)\s*")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, their names in lower case, and the text behind it.

    A text between two rules is not front matter: it has no line of the form ``name: value``.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return _split_bare(text)
    fields = _fields_of(match[2].split("\n"))
    return (fields, text[match.end() :]) if fields else ({}, text)


def _split_bare(text: str) -> tuple[dict[str, str], str]:
    """The same without rules: a title and more, each by a known name, and a blank line."""
    head, gap, rest = text.partition("\n\n")
    lines = head.split("\n")
    names = [line.partition(":")[0].strip().lower() for line in lines if ":" in line]
    if not gap or len(names) < max(2, len(lines)) or not _NAMES.issuperset(names):
        return {}, text
    fields = _fields_of(lines)
    return (fields, rest) if "title" in fields else ({}, text)


def _fields_of(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        found = _FIELD.fullmatch(line[:500])
        if found:
            fields.setdefault(found[1].lower(), _unquoted(found[2]))
    return fields


def _unquoted(value: str) -> str:
    """A value without its quotation marks; YAML writes an apostrophe between two of them twice."""
    bare = value.strip("\"'")
    return bare.replace("''", "'") if value[:1] == value[-1:] == "'" else bare
