"""Blocks out of the paragraphs of a document that says of each one what it is.

The text files of word processors, RTF and LaTeX all do; what is alike in them is done once here:
marks of list items, lines of code that belong together, tables of data and those for looks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from summarise.article import Kind
from summarise.draft import Block
from summarise.sources.tables import aligned, trimmed_lines

_DEEPEST_HEADING, _DEEPEST_ITEM = 6, 9
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
#: A cell of so many words, or with more than one paragraph, is read and not looked up.
_WORDS_OF_PROSE = 60


@dataclass
class ParagraphText:
    """The text of a paragraph in pieces, and the boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


@dataclass
class Gathering:
    """The blocks of a document so far. Texts may hold line breaks, which a paragraph keeps."""

    blocks: list[Block] = field(default_factory=list)
    aside: str | None = None
    """Why what is added now is not part of the article, or None if it is."""
    _code: list[str] = field(default_factory=list)
    _in_list: bool = False

    def add(self, text: str, kind: Kind = Kind.TEXT, level: int = 0) -> None:
        """A paragraph, heading (level from 1), quotation or caption; or a line of code."""
        if kind is Kind.CODE:
            self._code.append(text)
            return
        self._end_code()
        if kind is Kind.HEADING:
            text = text.replace("\n", " ")
            level = min(max(level, 1), _DEEPEST_HEADING)
        self._in_list = False
        self._put(text, kind, level)

    def item(self, text: str, level: int, mark: str) -> None:
        """A list item.

        Args:
            text: What it says.
            level: Its depth, from 1.
            mark: "•" or "3." before it; empty for a further paragraph of the item above.
        """
        self._end_code()
        if not (text := tidy(text)):
            return
        tight, self._in_list = self._in_list, True
        shown = f"{mark} {text}" if mark else text
        self._put(shown, Kind.LIST_ITEM, min(max(level, 1), _DEEPEST_ITEM), tight)

    def table(self, rows: Sequence[Sequence[Gathering]]) -> None:
        """A table by the blocks of its cells; one that is there for looks becomes its blocks."""
        self._end_code()
        self._in_list = False
        cells = [[cell.finished() for cell in row] for row in rows]
        if _is_for_looks(cells):
            for blocks in (blocks for row in cells for blocks in row):
                self.extend(blocks)
            return
        texts = [
            [" ".join(b.text for b in cell).replace("\n", " ") for cell in row] for row in cells
        ]
        if text := aligned(texts):
            self.blocks.append(Block(text, Kind.TABLE, aside=self.aside))

    def extend(self, blocks: Sequence[Block]) -> None:
        """Blocks that are finished: those of a box, or of notes."""
        self._end_code()
        self._in_list = False
        self.blocks += [replace(b, aside=b.aside or self.aside) for b in blocks]

    def finished(self) -> list[Block]:
        """All blocks."""
        self._end_code()
        return self.blocks

    def _put(self, text: str, kind: Kind, level: int, tight: bool = False) -> None:
        for line in tidy(text).split("\n"):
            if line:
                self.blocks.append(Block(line, kind, level, tight, self.aside))
                tight = True

    def _end_code(self) -> None:
        if self._code and (text := trimmed_lines("\n".join(self._code))):
            self._in_list = False
            self.blocks.append(Block(text, Kind.CODE, aside=self.aside))
        self._code.clear()


def tidy(text: str) -> str:
    """The text with one space between words, and none around line breaks and at its ends."""
    return _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text)).strip()


def _is_for_looks(rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """Whether a table only lays out what is in its cells: as one row or column, or as prose."""
    if all(sum(bool(cell) for cell in row) <= 1 for row in rows):
        return True
    return any(
        any(b.kind in (Kind.HEADING, Kind.TABLE, Kind.CODE, Kind.QUOTATION) for b in cell)
        or sum(len(b.text.split()) for b in cell if b.kind is Kind.TEXT) >= _WORDS_OF_PROSE
        for row in rows
        for cell in row
    )
