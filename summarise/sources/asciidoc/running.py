"""Blocks of running text, by where it stands: in lists, in quotations, anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summarise.article import Kind, moved
from summarise.draft import Aside, Block
from summarise.sources.asciidoc.inline import Inline, Line, Shown

_DEEPEST_ITEM, _DEEPEST_QUOTE = 9, 9


@dataclass
class OpenList:
    """A list that is open: what its items begin with, and the number of the last one."""

    sign: str
    number: int = 0


@dataclass
class Running:
    """Where running text stands."""

    inline: Inline
    lists: list[OpenList] = field(default_factory=list)
    """The lists that are open in the innermost box."""
    around: int = 0
    """The depth of the list that the box stands in."""
    quotes: int = 0
    mark: str = ""
    """What the text of the next item begins with."""
    after_item: bool = False

    def attribution(self, said: str) -> Iterator[Block]:
        yield from self.line(f"— {said}", Kind.QUOTATION, self._depth_of_quote(), tight=True)

    def line(
        self, source: str, kind: Kind, level: int = 0, *, tight: bool = False
    ) -> Iterator[Block]:
        """A block of a single line, and what hangs on it; a picture alone speaks for it."""
        shown = self.inline.shown(source)
        line = shown.joined
        if not line.text and len(shown.pictures) == 1:
            line = shown.pictures.pop()
        if line.text:
            yield Block(line.text, kind, level, tight, spans=line.spans)
        yield from beside(shown)

    def _depth_of_quote(self) -> int:
        return min(self.quotes, _DEEPEST_QUOTE)

    def said(self, source: str, belongs: bool) -> Iterator[Block]:
        """The blocks of running text: its lines, the words of its pictures, its notes."""
        shown = self.inline.shown(source)
        for number, line in enumerate(shown.lines):
            yield self.block(line, belongs, tight=number > 0)
        yield from beside(shown)

    def block(self, line: Line, belongs: bool, *, tight: bool) -> Block:
        level = self.around + len(self.lists)
        if (belongs or self.around) and level and not self.quotes:
            mark, self.mark = self.mark, ""
            text, spans = mark + line.text, line.spans
            if mark:
                spans = moved(spans, len(mark), len(text), len(mark))
            level = min(level, _DEEPEST_ITEM)
            return Block(text, Kind.LIST_ITEM, level, tight or self.after_item, None, spans)
        if self.quotes:
            return Block(line.text, Kind.QUOTATION, self._depth_of_quote(), tight, None, line.spans)
        return Block(line.text, tight=tight, spans=line.spans)


def beside(shown: Shown) -> Iterator[Block]:
    """What a run of text shows that is no part of it: the words of pictures, and notes."""
    for picture in shown.pictures:
        yield Block(picture.text, Kind.CAPTION, aside=Aside.PICTURE, spans=picture.spans)
    for note in shown.notes:
        yield Block(note.text, aside=Aside.FOOTNOTE, spans=note.spans)
