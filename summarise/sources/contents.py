"""A table of contents that nothing marks as one: short lines under its heading, by their pages.

Or by their numbers, as in a text that has no pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.text.patterns import compile_later

_HEAD = compile_later(
    r"(?:table of )?contents|inhalt(?:sverzeichnis|sübersicht)?|table des matières|sommaire"
    r"|índice(?: general)?|tabla de contenidos?|(?:indice|sommario)(?: generale)?"
    r"|inhoud(?:sopgave)?|sumário|innehåll|indhold(?:sfortegnelse)?|innhold"
    r"|spis treści|obsah|содержание|оглавление"
    r"|目次|目录|目錄|차례",
    re.IGNORECASE,
)
#: A line of it: what a part is called, and its page: "12", "xii", "3-1".
_ENTRY = compile_later(
    r"(?P<part>.{0,160}?\D)(?P<page>\d{1,4}|\d{1,3}[-–.]\d{1,4}|[ivxl]{1,7}|N/A)"
)
#: The same with a number and no page: "1.2 Where to get it".
_NUMBERED = compile_later(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,5})\.?\s+\S.{0,159}")
#: So many of them make a table; parts without a page, and the words above the pages, are so few
#: between two of them.
_FEWEST, _MOST_BETWEEN = 3, 2
#: Of lines with numbers alone there have to be more: a short list has them, too.
_FEWEST_NUMBERS = 5
_LONGEST, _LONGEST_HEAD = 160, 40
_LISTED = (Kind.TEXT, Kind.LIST_ITEM, Kind.HEADING, Kind.TABLE)


def heads_contents(text: str) -> bool:
    """Whether a line is the heading of a table of contents."""
    return len(text) <= _LONGEST_HEAD and _HEAD.fullmatch(text.strip(" .:")) is not None


def with_contents_aside(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a document, those of its table of contents aside; its heading stays.

    Of 29 real PDFs and Word files five had such tables, taken for headings and text.
    """
    head = next((i for i, block in enumerate(blocks) if heads_contents(block.text)), None)
    if head is None:
        return blocks
    stop = max(_end_of(blocks, head + 1), _end_of_numbers(blocks, head + 1))
    if stop == head + 1:
        return blocks
    return [
        replace(block, aside=block.aside or Aside.CONTENTS, kind=_without_head(block.kind), level=0)
        if head < place < stop
        else block
        for place, block in enumerate(blocks)
    ]


def _without_head(kind: Kind) -> Kind:
    """A line of contents is no heading, whatever it looks like."""
    return Kind.TEXT if kind in (Kind.HEADING, Kind.LIST_ITEM) else kind


def _end_of(blocks: Sequence[Block], start: int) -> int:
    """Where the table ends that begins at a block; the block itself if there is none."""
    entries, stop, last = 0, start, 0
    parts: list[str] = []
    for place in range(start, len(blocks)):
        block = blocks[place]
        if place - stop > _MOST_BETWEEN or block.kind not in _LISTED:
            break
        if any(part.startswith(block.text) for part in parts):  # here the part itself begins
            break
        parts.append(block.text)
        if block.aside == Aside.CONTENTS:
            entries, stop = entries + 1, place + 1
        elif len(block.text) <= _LONGEST and (entry := _ENTRY.fullmatch(block.text.strip())):
            page = int(entry["page"]) if entry["page"].isdigit() else last
            if page < last:  # pages do not run backwards: something else is numbered here
                break
            entries, stop, last = entries + 1, place + 1, page
        elif len(block.text) > _LONGEST or _is_sentence(block.text):
            break
    return stop if entries >= _FEWEST else start


def _end_of_numbers(blocks: Sequence[Block], start: int) -> int:
    """Where a table ends whose lines have numbers that go up; the block itself if there is none.

    A line may go on below it, and have a list of what is in it.
    """
    entries, stop, between = 0, start, 0
    last: tuple[int, ...] = (0,)
    for place in range(start, len(blocks)):
        block = blocks[place]
        text = block.text.strip()
        if block.kind not in _LISTED or len(text) > _LONGEST or between > _MOST_BETWEEN:
            break
        if found := _NUMBERED.fullmatch(text):
            number = tuple(map(int, found["number"].split(".")))
            if number <= last:  # here the parts themselves begin
                break
            entries, stop, last, between = entries + 1, place + 1, number, 0
        elif block.kind is not Kind.LIST_ITEM:
            between += 1
    return stop if entries >= _FEWEST_NUMBERS else start


def _is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, and is longer than "Page No."."""
    return text.rstrip().endswith((".", "!", "?", ":")) and len(text.split()) > _FEWEST
