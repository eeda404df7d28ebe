"""The walk over the lines of a document that makes blocks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from summarise.article import Kind, Span, SpanKind
from summarise.draft import Aside, Block
from summarise.sources.asciidoc.inline import attributes_in, line_of_picture
from summarise.sources.asciidoc.running import OpenList, Running, beside
from summarise.sources.asciidoc.signs import (
    ADMONITION,
    ADMONITIONS,
    ATTRIBUTION,
    BOX,
    CAPTION,
    FENCE,
    FORMULAS,
    ITEM,
    KEPT,
    LISTINGS,
    MACRO,
    QUOTED,
    QUOTES,
    RULE,
    TABLE,
    TASK,
    TERM,
    TICKS,
)
from summarise.sources.asciidoc.styles import Style, is_above
from summarise.sources.asciidoc.tables import Cell, table_in
from summarise.sources.asciidoc.titles import title_at
from summarise.sources.spans import language_of_listing
from summarise.sources.tables import table_of, trimmed_lines

_LOWEST_HEADING = 6
#: A cell of so many words is read and not looked up.
_WORDS_OF_PROSE = 60
_SENTENCE = re.compile(r"(?<!\S)(?:\S+\s+){4}\S*[.!?…。！？](?:\s|\Z)")
_BLANK = re.compile(r"\n\s*\n")


@dataclass
class _Box:
    """A block that is open around what is read."""

    delimiter: str
    lists: list[OpenList]
    around: int
    quotes: int
    attribution: str


@dataclass
class Walker(Running):
    """Where in the nesting of blocks and lists the walk is."""

    nested: bool = False
    section: int = 1
    boxes: list[_Box] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    """How many boxes each delimiter has opened."""
    style: Style = field(default_factory=Style)
    caption: str = ""
    attached: bool = False
    """Whether what comes next belongs to the item above."""
    gap: bool = True
    """Whether a blank line stands above."""
    defines: bool = False
    """Whether a term stands above whose definition is to come."""
    lines: list[str] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    """Where each delimiter of a comment stands for the last time."""

    def read(self, lines: list[str], title: str = "") -> Iterator[Block]:
        """Yield the blocks of the document in order."""
        self.lines = lines
        self.last = {line: at for at, line in enumerate(lines) if line.startswith(("////", "++++"))}
        if title:
            yield from self._heading(title, 1)
        at = 0
        while at < len(lines):
            if not lines[at].strip():
                self.gap, at = True, at + 1
                continue
            stop, blocks = self._step(at)
            for block in blocks:
                yield block
                self.after_item = block.kind is Kind.LIST_ITEM
            at = stop
        yield from self._left_over()

    def _left_over(self) -> Iterator[Block]:
        """What was meant for a caption, where nothing follows that it could belong to."""
        _, caption = self._said_above()
        if caption:
            yield from self.line(caption, Kind.CAPTION)

    def _step(self, at: int) -> tuple[int, Iterator[Block] | tuple[Block, ...]]:
        """What begins at a line: where the lines go on behind it, and its blocks."""
        line = self.lines[at]
        if line.startswith("//") and not line.startswith("///"):
            if self.gap:  # it stands between two lists
                self._end_lists()
            return at + 1, ()
        if (stop := self.inline.attributes.define(self.lines, at)) > at:
            return stop, ()
        if is_above(line):
            self._say_above(line)
            return at + 1, ()
        if line == "+":
            self.attached, self.gap = bool(self.lists), False
            return at + 1, ()
        fence = FENCE.fullmatch(line) or TICKS.fullmatch(line)
        if fence is not None:
            return self._fenced(at, fence)
        if BOX.fullmatch(line):
            return self._box(at, line)
        if table := TABLE.fullmatch(line):
            return self._table(at, table[1])
        if RULE.fullmatch(line):
            return at + 1, ()
        if (title := title_at(self.lines, at)) is not None:
            self._end_lists()
            return title.stop, self._heading(title.text, title.level)
        if macro := MACRO.fullmatch(line):
            return at + 1, self._block_macro(macro)
        if (caption := CAPTION.fullmatch(line)) and not ITEM.fullmatch(line):
            self.caption = caption[1]
            return at + 1, ()
        return self._text(at)

    def _say_above(self, line: str) -> None:
        if self.gap and not self.attached:
            self._end_lists()
        self.style.add(line)

    def _said_above(self) -> tuple[Style, str]:
        """What was said above the block that begins now, which is then said no more."""
        style, caption = self.style, self.caption
        self.style, self.caption = Style(), ""
        return style, caption or style.named.get("title", "")

    def _begin(self) -> bool:
        """Begin a block that is no item; whether it belongs to the item above."""
        attached = self.attached and bool(self.lists)
        if not attached and self.gap:
            self._end_lists()
        belongs = attached or bool(self.lists)
        self.attached = self.gap = False
        return belongs

    def _end_lists(self) -> None:
        self.lists.clear()
        self.attached = False
        self.mark = ""

    def _text(self, at: int) -> tuple[int, Iterator[Block] | tuple[Block, ...]]:
        line = self.lines[at]
        if item := ITEM.fullmatch(line):
            return self._item(at, item)
        if "::" in line or ";;" in line:
            term = TERM.fullmatch(line)
            if term is not None:
                return self._term(at, term)
        style_name = self.style.name
        indented = line[0] == " " and not self.defines and style_name != "normal"
        kept = style_name in KEPT
        if indented or kept:
            stop = at
            while stop < len(self.lines) and self.lines[stop].strip() and self.lines[stop] != "+":
                stop += 1
            return stop, self._kept(self.lines[at:stop], "literal" if indented else "")
        stop = self._end_of_paragraph(at + 1)
        return stop, self._paragraph(self.lines[at:stop])

    def _end_of_paragraph(self, at: int) -> int:
        """Where the lines end that belong to one paragraph or to the text of one item."""
        in_list = bool(self.lists) or self.defines
        while at < len(self.lines):
            line = self.lines[at]
            if (
                not line.strip()
                or is_above(line)
                or FENCE.fullmatch(line)
                or TICKS.fullmatch(line)
                or BOX.fullmatch(line)
                or TABLE.fullmatch(line)
                or (line[0] == "=" and title_at(self.lines, at) is not None)
                or ("::" in line and MACRO.fullmatch(line))
                or line == "+"
                or (in_list and (ITEM.fullmatch(line) or self._is_term(line)))
            ):
                break
            at += 1
        return at

    def _is_term(self, line: str) -> bool:
        return ("::" in line or ";;" in line) and TERM.fullmatch(line) is not None

    def _paragraph(self, lines: Sequence[str]) -> Iterator[Block]:
        self.defines = False
        style, caption = self._said_above()
        belongs = self._begin()
        lines = [line for line in lines if not line.startswith("//") or line.startswith("///")]
        if not lines:
            return
        if admonition := ADMONITION.match(lines[0]):
            lines[0] = lines[0][admonition.end() :]
        if caption:
            yield from self._heading(caption, self.section + 1, section=False)
        quoted, said, lines = _quoted(lines, style)
        self.quotes += quoted
        broken = "hardbreaks" in style.options
        yield from self.said((" +\n" if broken else "\n").join(map(str.strip, lines)), belongs)
        if quoted and said:
            yield from self.attribution(said)
        self.quotes -= quoted

    def _heading(self, source: str, level: int, *, section: bool = True) -> Iterator[Block]:
        if section:
            yield from self._left_over()
            self.section = level
            self.gap = True
        yield from self.line(source, Kind.HEADING, min(level, _LOWEST_HEADING))

    def _item(self, at: int, item: re.Match[str]) -> tuple[int, Iterator[Block]]:
        sign = item[1]
        style, caption = self._said_above()
        self.attached = self.gap = self.defines = False
        kind = _kind_of_list(sign)
        if self.lists and self.lists[-1].sign == "<1>" != kind:
            self.lists.pop()
        place = next((i for i, one in enumerate(self.lists) if one.sign == kind), None)
        if place is None:
            start = style.named.get("start", "")
            self.lists.append(
                OpenList(kind, int(start) - 1 if start.isdecimal() and len(start) < 7 else 0)
            )
        else:
            del self.lists[place + 1 :]
        self.mark = _mark_of(sign, self.lists[-1])
        stop = self._end_of_paragraph(at + 1)
        below = [line for line in self.lines[at + 1 : stop] if not line.startswith("//")]
        text = "\n".join([item[2], *map(str.strip, below)])
        if self.mark == "• " and (task := TASK.match(text)):
            self.mark += "☐ " if task[1] == " " else "☑ "
            text = text[task.end() :]
        return stop, self._item_blocks(text, caption)

    def _item_blocks(self, text: str, caption: str) -> Iterator[Block]:
        if caption:
            yield from self._heading(caption, self.section + 1, section=False)
        yield from self.said(text, True)

    def _term(self, at: int, term: re.Match[str]) -> tuple[int, Iterator[Block]]:
        _, caption = self._said_above()
        self._end_lists()
        self.gap = False
        self.defines = True
        level = self.section + len(term[2]) - 1 if term[2] != ";;" else self.section + 2
        text = term[3] or ""
        stop = at + 1
        if text:
            stop = self._end_of_paragraph(stop)
            text = "\n".join([text, *map(str.strip, self.lines[at + 1 : stop])])
        return stop, self._term_blocks(term[1], level, text, caption)

    def _term_blocks(self, term: str, level: int, text: str, caption: str) -> Iterator[Block]:
        if caption:
            yield from self._heading(caption, self.section + 1, section=False)
        yield from self._heading(term, level, section=False)
        if text:
            self.defines = False
            yield from self.said(text, False)

    def _fenced(
        self, at: int, fence: re.Match[str]
    ) -> tuple[int, Iterator[Block] | tuple[Block, ...]]:
        sign = fence[1]
        if sign[0] in "/+" and self.last[self.lines[at]] == at:
            return at + 1, ()  # nothing ends it, and an article must not be lost in it
        stop = self._closing(at, sign)
        content = self.lines[at + 1 : stop]
        if sign[0] == "/":
            return stop + 1, ()
        if sign[0] == "`" and fence.re is TICKS and fence[2]:
            self.style.name = "source"
            self.style.placed = ["source", fence[2]]
        if (
            self.style.name in ADMONITIONS | QUOTES | {"abstract", "example", "sidebar"}
            and sign[0] in "-."
        ):
            self.style.name = ""
        return stop + 1, self._kept(content, {"+": "pass"}.get(sign[0], "listing"))

    def _closing(self, at: int, sign: str) -> int:
        stop = at + 1
        while stop < len(self.lines) and self.lines[stop] != sign:
            stop += 1
        return stop

    def _kept(self, lines: Sequence[str], usual: str) -> Iterator[Block]:
        """Lines that are kept as they are: listings, verses, formulas, HTML."""
        style, caption = self._said_above()
        self._begin()
        name = style.name if style.name in KEPT else usual
        if name == "comment":
            return
        text = trimmed_lines("\n".join(lines))
        if "attributes" in style.named.get("subs", "") or "normal" in style.named.get("subs", ""):
            text = self.inline.attributes.put_in(text)
        if caption:
            yield from self.line(caption, Kind.CAPTION)
        if name == "pass":
            from summarise.sources.html.fragments import blocks_of_fragment  # it loads lxml

            yield from blocks_of_fragment("\n".join(lines)) if text.strip() else ()
        elif name == "verse":
            yield from self._verse(lines, style)
        elif name == "literal" and usual == "literal":
            from summarise.sources.html.shown import code_or_prose  # it loads lxml

            yield from code_or_prose(text)
        elif text:
            usually = self.inline.attributes.values.get("source-language", "")
            said = style.said(1, "language") or (usually if name == "source" else "")
            language = (
                "latex"
                if name in FORMULAS
                else language_of_listing(said)
                if name in LISTINGS
                else ""
            )
            listing = (Span(0, len(text), SpanKind.LISTING, language),) if language else ()
            yield Block(text, Kind.CODE, spans=listing)

    def _verse(self, lines: Sequence[str], style: Style) -> Iterator[Block]:
        self.quotes += 1
        first = True
        for before, line in pairwise(["", *lines]):
            for shown in self.inline.shown(line.strip()).lines:
                yield self.block(shown, False, tight=bool(before.strip()) and not first)
                first = False
        said = style.attribution
        if said:
            yield from self.attribution(said)
        self.quotes -= 1

    def _box(self, at: int, line: str) -> tuple[int, Iterator[Block] | tuple[Block, ...]]:
        """A delimiter around other blocks: it ends what it began, or begins something."""
        if self.open.get(line):
            return at + 1, self._close(line)
        kept = self.style.name in KEPT
        if kept:
            stop = self._closing(at, line)
            if self.style.name != "comment" or stop < len(self.lines):
                return stop + 1, self._kept(self.lines[at + 1 : stop], "listing")
        return at + 1, self._opened(line)

    def _opened(self, line: str) -> Iterator[Block]:
        style, caption = self._said_above()
        belongs = self._begin()
        said = ""
        quotes = self.quotes
        if caption:
            yield from self._heading(caption, self.section + 1, section=False)
        if line[0] == "_" or style.name == "quote":
            said = style.attribution
            self.quotes += 1
        self.boxes.append(_Box(line, self.lists, self.around, quotes, said))
        self.open[line] = self.open.get(line, 0) + 1
        if belongs:
            self.around += len(self.lists)
        self.lists = []
        self.gap = True

    def _close(self, line: str) -> Iterator[Block]:
        while True:
            box = self.boxes.pop()
            self.open[box.delimiter] -= 1
            if box.attribution:
                yield from self.attribution(box.attribution)
            self.lists, self.around, self.quotes = box.lists, box.around, box.quotes
            if box.delimiter == line:
                break
        yield from self._left_over()
        self.attached = self.gap = self.defines = False

    def _table(self, at: int, sign: str) -> tuple[int, Iterator[Block]]:
        stop = self._closing(at, self.lines[at])
        style, caption = self._said_above()
        self._begin()
        return stop + 1, self._table_blocks(self.lines[at + 1 : stop], style, caption, sign)

    def _table_blocks(
        self, lines: list[str], style: Style, caption: str, sign: str
    ) -> Iterator[Block]:
        if caption:
            yield from self.line(caption, Kind.CAPTION)
        table = table_in(lines, style, sign)
        if not self.nested and _is_for_looks(table.rows):
            for cell in (cell for row in table.rows for cell in row if cell.text):
                yield from self._prose_of(cell)
            return
        cells = [[self.inline.shown(cell.text) for cell in row] for row in table.rows]
        rows = [[(shown.joined.text, shown.joined.spans) for shown in row] for row in cells]
        text, spans = table_of(rows, headed=table.headed)
        if text:
            yield Block(text, Kind.TABLE, spans=spans)
        for shown in (shown for row in cells for shown in row):
            yield from beside(shown)

    def _prose_of(self, cell: Cell) -> Iterator[Block]:
        """The blocks of a cell that is read; only one that says so holds more than paragraphs."""
        if cell.style == "a":
            inner = Walker(self.inline, nested=True, section=self.section)
            yield from inner.read(cell.text.split("\n"))
        else:
            for paragraph in _BLANK.split(cell.text):
                yield from self.said(paragraph, False)

    def _block_macro(self, macro: re.Match[str]) -> Iterator[Block]:
        style, caption = self._said_above()
        self._begin()
        name, target, words = macro.groups()
        _, named = attributes_in(words)
        caption = caption or named.get("title", "") or style.named.get("title", "")
        if caption:
            yield from self.line(caption, Kind.CAPTION)
        elif name == "image" and (
            line := line_of_picture(target, self.inline.attributes.put_in(words))
        ):
            yield Block(line.text, Kind.CAPTION, aside=Aside.PICTURE, spans=line.spans)
        elif name in FORMULAS and words:
            yield Block(words, Kind.CODE, spans=(Span(0, len(words), SpanKind.LISTING, "latex"),))


def _kind_of_list(sign: str) -> str:
    """What tells the lists that stand in each other apart, by what an item begins with."""
    if sign[0] in "*-•.":
        return sign
    if sign[0] == "<":
        return "<1>"
    return "1." if sign[0].isdigit() else "a."


def _mark_of(sign: str, current: OpenList) -> str:
    """What an item is shown with: a bullet, its number or its letter."""
    if sign[0] in "*-•":
        return "• "
    if sign[0].isalpha():
        return f"{sign} "
    said = sign.strip("<>.")
    current.number = int(said) if said else current.number + 1
    return f"{current.number}. "


def _quoted(lines: list[str], style: Style) -> tuple[bool, str, list[str]]:
    """Whether a paragraph is a quotation, who is quoted, and its lines without the marks of one."""
    if len(lines) > 1 and lines[0].startswith('"') and lines[-2].endswith('"'):
        attribution = ATTRIBUTION.fullmatch(lines[-1])
        if attribution is not None:
            inner = "\n".join(lines[:-1]).removeprefix('"').removesuffix('"')
            return True, attribution[1], inner.split("\n")
    if QUOTED.match(lines[0]):  # as in Markdown
        found = (QUOTED.fullmatch(line) for line in lines)
        return True, "", [at[1] if at else line for at, line in zip(found, lines, strict=True)]
    return style.name == "quote", style.attribution, lines


def _is_for_looks(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table only lays out what is in its cells, which is read and not looked up."""
    cells = [cell for row in rows for cell in row]
    if all(sum(bool(cell.text) for cell in row) <= 1 for row in rows):
        return any(_SENTENCE.search(cell.text) for cell in cells)
    return any(
        len(cell.text.split()) >= _WORDS_OF_PROSE or (cell.style == "a" and "\n\n" in cell.text)
        for cell in cells
    )
