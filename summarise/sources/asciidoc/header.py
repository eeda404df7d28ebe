"""What stands above the text: fields, title, authors, revision, attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarise.sources.asciidoc.attributes import ENTRY, Attributes
from summarise.sources.asciidoc.styles import is_above
from summarise.sources.asciidoc.titles import title_at
from summarise.sources.dates import iso_date
from summarise.sources.front_matter import OPENS, author_of, date_of, split_front_matter, title_of

_AUTHOR = re.compile(r"([^\W\d][^<>]{0,100}?)(?:\s+<[^<>]{0,200}>)?")
_MOST_WORDS_OF_NAME = 5
_VERSION = re.compile(r"v?\d[\w.-]{0,30}(?:,.{0,200})?|v?\{.{0,200}")
_MOST_WORDS_OF_REVISION = 8
_RULE = re.compile(r"-{3,}|'{3,}")
#: Site generators put their name before that of a field.
_PREFIX = re.compile(r"(?:page|jbake|awestruct|rev|doc)-?(?=author|date|title|published)")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)?")


@dataclass
class Header:
    """What is known of a document before its text."""

    attributes: Attributes = field(default_factory=Attributes)
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""


def header_of(lines: list[str]) -> tuple[Header, list[str]]:
    """What the header of a document says, and the lines behind it."""
    header = Header()
    fields: dict[str, str] = {}
    if lines and lines[0].startswith(OPENS):
        fields, rest = split_front_matter("\n".join(lines))
        lines = rest.split("\n")
    at = _below_entries(lines, 0, header)
    below = at
    while below < len(lines) and is_above(lines[below]):  # its name, and how it looks
        below += 1
    title = title_at(lines, below)
    if title is not None and title.level == 1:
        header.title, at = title.text, title.stop
        at = _read_below_title(lines, at, header)
    said = {_PREFIX.sub("", name): text for name, text in header.attributes.values.items()}
    header.title = header.title or title_of(fields) or said.get("title", "")
    header.author = header.author or author_of(fields) or author_of(said)
    header.date = date_of(fields) or date_of(said) or header.date
    language = _LANGUAGE.fullmatch(fields.get("lang") or said.get("lang") or "")
    header.language = language[1].lower() if language else ""
    return header, lines[at:]


def _below_entries(lines: list[str], at: int, header: Header, *, blank: bool = True) -> int:
    """Take in the attributes from a line on; where something else begins."""
    while at < len(lines):
        line = lines[at]
        if line.startswith("////"):
            stop = next((i for i in range(at + 1, len(lines)) if lines[i] == line), None)
            if stop is None:
                return at
            at = stop + 1
        elif (line.startswith("//") and line[2:3] != "/") or (blank and not line):
            at += 1
        elif (stop := header.attributes.define(lines, at)) > at:
            at = stop
        else:
            return at
    return at


def _read_below_title(lines: list[str], at: int, header: Header) -> int:
    """Read authors and revision, each in a line of its own with attributes between them."""
    at = _below_entries(lines, at, header, blank=False)
    names = _names(header.attributes.put_in(lines[at])) if at < len(lines) else []
    if not names:
        return at
    below = _below_entries(lines, at + 1, header, blank=False)
    revision = header.attributes.put_in(lines[below]) if below < len(lines) else ""
    if _is_revision(revision):
        header.date = _date_in(revision)
        below = _below_entries(lines, below + 1, header, blank=False)
    elif revision and below == at + 1 and not _RULE.fullmatch(revision):
        return at  # no name stands alone there: the text begins at once
    header.author = ", ".join(names)
    return below


def _is_revision(line: str) -> bool:
    """Whether a line says which version of a document it is, and when that was made."""
    if _VERSION.fullmatch(line):
        return True
    dated = line.partition(": ")[0]
    return len(dated.split()) <= _MOST_WORDS_OF_REVISION and iso_date(dated) != ""


def _names(line: str) -> list[str]:
    """The names of authors in a line; none if it is anything else."""
    names = [_AUTHOR.fullmatch(part.strip()) for part in line.split(";") if part.strip()]
    if ENTRY.fullmatch(line) or any(
        name is None
        or len(name[1].split()) > _MOST_WORDS_OF_NAME
        or "::" in name[1]
        or name[1].endswith((".", "!", "?", ":", "]"))
        for name in names
    ):
        return []
    return [name[1].replace("_", " ") for name in names if name is not None]


def _date_in(revision: str) -> str:
    """The date of a line like "v1.2, 2014-05-01: a remark"; as it is written if it is unsure."""
    parts = [part.strip() for part in revision.split(",", 1)]
    for part in (revision, *reversed(parts)):
        if date := iso_date(part) or iso_date(part.partition(":")[0]):
            return date
    dated = parts[-1].partition(":")[0]
    return dated if len(parts) > 1 and any(map(str.isdigit, dated)) else ""
