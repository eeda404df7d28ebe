"""What the two processes say to each other: a length before the file, and drafts as plain data.

The answer is lines of JSON: ``{"read": 3, "of": 350}`` after each page, ``{"beginning": …}`` once
if it is wanted, and in the end a draft, or ``{"refused": …}``.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from summarise.article import Chapter, Kind
from summarise.draft import Block, Draft
from summarise.sources.refused import RefusedError

#: The length of the file that follows, in bytes.
HEADER = struct.Struct(">Q")
#: The limit of memory of the process that reads, in MB; where the system keeps none it is not kept.
MEMORY_MB = 512
#: The argument of the process that asks for a beginning.
BEGINS = "with-a-beginning"
_FACTS = ("title", "author", "date", "note")


def draft_as_data(draft: Draft) -> dict[str, Any]:
    """A draft as what JSON can hold."""
    said: dict[str, Any] = {fact: getattr(draft, fact) for fact in _FACTS}
    said["blocks"] = [asdict(block) for block in draft.blocks]
    said["chapters"] = [asdict(chapter) for chapter in draft.chapters]
    return said


def draft_from(said: Mapping[str, Any]) -> Draft:
    """The draft of what was said.

    Raises:
        RefusedError: It was said why there is none.
        LookupError: Something else was said; a TypeError or ValueError means the same.
    """
    if "refused" in said:
        raise RefusedError(str(said["refused"]))
    blocks = tuple(
        Block(
            str(block["text"]),
            Kind(block["kind"]),
            int(block["level"]),
            bool(block["tight"]),
            None if block["aside"] is None else str(block["aside"]),
        )
        for block in said["blocks"]
    )
    title, author, date, note = (str(said[fact]) for fact in _FACTS)
    chapters = [Chapter(str(c["title"]), int(c["first"])) for c in said["chapters"]]
    if any(not 0 <= chapter.first < len(blocks) for chapter in chapters):
        raise LookupError("a chapter without a block")
    return Draft(
        blocks,
        title=title,
        form="PDF",
        author=author,
        date=date,
        chapters=chapters,
        note=note,
    )
