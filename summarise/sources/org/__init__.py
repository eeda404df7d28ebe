"""Org mode → Draft: the source as the page that Emacs would export, without what sets it up.

The lines become a piece of HTML, whose reader knows what headings, lists, tables, quotations and
links are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarise.article import Kind
from summarise.draft import Aside, Block, Draft
from summarise.sources.dates import iso_date
from summarise.sources.html.fragments import blocks_of_fragment
from summarise.sources.org.inline import inline_html
from summarise.sources.org.lines import Source
from summarise.text.patterns import compile_later
from summarise.text.sanitise import sanitise_line

_START = compile_later(
    r"(?:#(?!\+)[^\n]*\n|\s*\n)*#\+(?:title|author|email|date|options|startup|filetags|language"
    r"|setupfile|property|description|subtitle|hugo_\w+|export_\w+|html_head):"
    r"|\s*:properties:[ ]*\n(?:[ ]*:[\w+-]+:[^\n]*\n)*[ ]*:end:",
    re.IGNORECASE,
)


def is_org(text: str) -> bool:
    """Whether a text without a name begins as only files of Org mode do."""
    return _START.match(text) is not None


def read_org(text: str) -> Draft:
    """Make blocks of Org mode.

    Args:
        text: The source, sanitised.

    Returns:
        A clean draft. What sets up the page, drawers of the program, comments and states of tasks
        are left out; notes stand aside. Title, author, date and language are those of the keywords.
    """
    source = Source(text.split("\n"))
    pieces = list(source.read())
    blocks = blocks_of_fragment("\n".join(pieces))
    for note in source.notes:
        blocks += [
            replace(block, aside=Aside.FOOTNOTE) for block in blocks_of_fragment(f"<p>{note}</p>")
        ]
    said = {name: sanitise_line(" ".join(values)) for name, values in source.said.items()}
    language = said.get("language", "")[:2].lower()
    return Draft(
        tuple(blocks),
        _plain(said.get("title", "")) or _only_heading(blocks),
        language if language.isalpha() else "",
        "Org",
        clean=True,
        author=_plain(said.get("author", "")),
        date=_date(said.get("date", "")),
    )


def _plain(said: str) -> str:
    """What a keyword says, without marks."""
    return sanitise_line(" ".join(block.text for block in blocks_of_fragment(inline_html(said))))


def _date(said: str) -> str:
    bare = said.strip("<>[] ")
    return iso_date(bare) or iso_date(bare[:10]) or bare


def _only_heading(blocks: Sequence[Block]) -> str:
    """The heading above everything, if there is but one of its level."""
    tops = [block for block in blocks if block.kind is Kind.HEADING and block.level == 1]
    return tops[0].text if len(tops) == 1 and blocks[0] is tops[0] else ""
