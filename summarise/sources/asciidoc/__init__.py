"""AsciiDoc → Draft: as much of the language as blogs, books and documentation use."""

from __future__ import annotations

import re

from summarise.draft import Draft
from summarise.sources.asciidoc.header import header_of
from summarise.sources.asciidoc.inline import Inline
from summarise.sources.asciidoc.lines import lines_shown
from summarise.sources.asciidoc.references import titles_of
from summarise.sources.asciidoc.walker import Walker
from summarise.sources.entities import without_unsafe_references
from summarise.sources.plain import read_plain
from summarise.text.sanitise import sanitise_line

#: The same ending is used for keys and signed texts.
_ARMOUR = "-----BEGIN PGP"
_TITLE = re.compile(r"= \S[^\n]*(?<![\s=])[ \t]*\n")
_SIGN = re.compile(r"^(?::!?\w[\w-]*!?:(?:[ \t]|$)|={2,6} \S[^\n]*(?<![\s=])[ \t]*$)", re.MULTILINE)
_HEAD = 20_000


def is_asciidoc(text: str) -> bool:
    """Whether a text without a name is marked up so: a title, and an attribute or a heading."""
    title = _TITLE.match(text)
    return title is not None and _SIGN.search(text[:_HEAD], title.end()) is not None


def read_asciidoc(text: str) -> Draft:
    """Make blocks of AsciiDoc.

    Args:
        text: The source, sanitised.

    Returns:
        A clean draft. Headings, lists, quotations, listings and tables are what they are on the
        page; notes and the words of pictures are aside; attributes stand for what they are
        defined as; directives, comments and files to be included are left out. Title, author and
        date are those of the header, or of fields above it.
    """
    if text.startswith(_ARMOUR):
        return read_plain(text)
    header, lines = header_of(lines_shown(without_unsafe_references(text)))
    inline = Inline(header.attributes, titles_of(lines))
    blocks = tuple(Walker(inline).read(lines, header.title))
    return Draft(
        blocks,
        sanitise_line(inline.words_of(header.title)),
        header.language,
        form="AsciiDoc",
        clean=True,
        author=sanitise_line(inline.words_of(header.author)),
        date=header.date,
    )
