"""The source of a man page (roff) → Draft: its macros become headings, paragraphs, lists and code.

:mod:`requests <summarise.sources.roff.requests>` gives the lines that a terminal would be shown,
:mod:`escapes <summarise.sources.roff.escapes>` what stands behind a backslash,
:mod:`mdoc <summarise.sources.roff.mdoc>` the words of a line of BSD's macros, and
:mod:`reader <summarise.sources.roff.reader>` makes blocks of all of them.
"""

from __future__ import annotations

import re

from summarise.draft import Draft

_OPENING = re.compile(r"^\.(?:TH|Dd|Dt)\s+\S", re.MULTILINE)
_SECTION = re.compile(r"^\.(?:SH|Sh)\s+\S", re.MULTILINE)


def is_roff(text: str) -> bool:
    """Whether a text is the source of a man page: its opening macro and a section."""
    head = text[:20_000]
    return _OPENING.search(head) is not None and _SECTION.search(head) is not None


def read_roff(text: str) -> Draft:
    """Make blocks of the source of a man page; a clean draft whose title is the page's name."""
    from summarise.sources.roff.reader import Reader

    reader = Reader()
    blocks = tuple(reader.read(text))
    return Draft(blocks, reader.title, form="man page", clean=True, date=reader.date)
