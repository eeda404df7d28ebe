"""What a package of Python says of itself (METADATA, PKG-INFO) → Draft: its description.

The fields above it are those of the core metadata specification: name, authors and addresses are
kept as what they are, the rest (classifiers, what it needs) is nothing to read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.parser import HeaderParser
from email.utils import getaddresses

from summarise.draft import Block, Draft
from summarise.sources.markdown import read_markdown
from summarise.sources.plain import read_plain
from summarise.sources.restructured import read_restructured

_READERS = {"text/markdown": read_markdown, "text/x-rst": read_restructured, "": read_restructured}
#: Before version 2.1 the description was a field, its lines set in or behind a bar.
_SET_IN = re.compile(r"^(?: {7}\||\t\||  {7})", re.MULTILINE)
_HOME = re.compile(
    r"\s*(?:home-?\s?page|home|repository|source(?: code)?)\s*,\s*(\S+)", re.IGNORECASE
)


def read_package(text: str) -> Draft:
    """Make blocks of the description of a package; its summary stands first if it has none.

    Args:
        text: The fields, a blank line, and the description in the markup that they name.
    """
    message = HeaderParser().parsestr(text)

    def field(name: str) -> str:
        value = " ".join(str(message.get(name, "")).split())
        return "" if value == "UNKNOWN" else value

    body = str(message.get_payload())
    if not body.strip():
        body = _SET_IN.sub("", str(message.get("description", "")))
    markup = field("description-content-type").partition(";")[0].strip().lower()
    draft = _READERS.get(markup, read_plain)(body)
    summary = field("summary")
    return replace(
        draft,
        blocks=draft.blocks or ((Block(summary),) if summary else ()),
        title=" ".join(filter(None, (field("name"), field("version")))),
        form="package",
        author=field("author")
        or field("maintainer")
        or _named(field("author-email"))
        or _named(field("maintainer-email")),
        address=_home([str(url) for url in message.get_all("project-url", [])])
        or field("home-page"),
    )


def _named(people: str) -> str:
    """The names of people who are written down as in mails."""
    try:
        return ", ".join(name for name, _ in getaddresses([people])[:5] if name)
    except (ValueError, IndexError):
        return ""


def _home(urls: list[str]) -> str:
    return next((match[1] for url in urls if (match := _HOME.fullmatch(url))), "")
