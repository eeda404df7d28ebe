"""Pages of characters → a draft: all steps in their order.

characters ─lines─▶ pieces ─running─▶ ─columns─▶ rows ─notes─▶ ─paragraphs─▶ ─kinds─▶ blocks
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarise.article import Kind
from summarise.draft import Aside, Block
from summarise.sources.pdf.accents import with_accents, with_own_f
from summarise.sources.pdf.columns import columns
from summarise.sources.pdf.glyphs import Page
from summarise.sources.pdf.initials import with_initials
from summarise.sources.pdf.joining import Words, as_it_stands, joined
from summarise.sources.pdf.kinds import (
    heads_references,
    heads_section,
    is_contents,
    kind_of,
    labels,
    levels,
)
from summarise.sources.pdf.lines import Line, lines_of, rows
from summarise.sources.pdf.notes import split_notes
from summarise.sources.pdf.paragraphs import BULLET, Part, continued, paragraphs, steps_of
from summarise.sources.pdf.right_to_left import lines_from_right, reads_from_right
from summarise.sources.pdf.running import Leaf, once, running_lines
from summarise.sources.tables import aligned

#: A title is larger than the text by this share, and not longer.
_TITLE_SIZE, _LONGEST_TITLE = 1.15, 250


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is kept of a page once its characters are lines."""

    leaf: Leaf
    turned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as blocks."""

    blocks: tuple[Block, ...]
    title: str
    """Its largest text on the first page, if that is larger than the rest; otherwise empty."""
    pages: tuple[int, ...] = ()
    """The page that each block begins on, from 0; -1 for notes and running lines."""


def sheet_of(page: Page) -> Sheet:
    """The lines of a page; its characters, which take fifty times the memory, can go."""
    if reads_from_right(page):
        found = lines_from_right(page)
    else:
        found = lines_of(with_accents(with_own_f(page.glyphs)), page.number)
    return Sheet(Leaf(page.height, found), page.turned)


def lay_out(sheets: Sequence[Sheet]) -> Layout:
    """Make blocks of the lines of all pages, or of the first of them; they stay as they are."""
    all_lines = [line for sheet in sheets for line in sheet.leaf.lines]
    if not all_lines:
        return Layout((), "")
    if _is_monospaced(all_lines):
        sheets = [_of_usual_width(sheet) for sheet in sheets]
        all_lines = [line for sheet in sheets for line in sheet.leaf.lines]
    words, body = Words(all_lines), _body_size(all_lines)
    running = running_lines([sheet.leaf for sheet in sheets])
    texts: list[list[Line]] = []
    notes: list[list[Line]] = []
    for sheet, runs in zip(sheets, running, strict=True):
        kept = [line for line, is_out in zip(sheet.leaf.lines, runs, strict=True) if not is_out]
        for column in columns(with_initials(kept, body)):
            text, found = split_notes(rows(column), body, sheet.leaf.height)
            texts.append(list(text))
            notes += found
    steps = steps_of(texts)
    parts = [part for i, text in enumerate(texts) for part in paragraphs(text, steps, body, i)]
    parts = continued(parts, body)
    kinds = [kind_of(part, body) for part in parts]
    blocks = [*_blocks(parts, kinds, words, body)]
    blocks += (Block(joined(note, words), aside=Aside.FOOTNOTE) for note in notes)
    out = (
        line
        for sheet, runs in zip(sheets, running, strict=True)
        for line, is_out in zip(sheet.leaf.lines, runs, strict=True)
        if is_out
    )
    blocks += (Block(text, aside=Aside.RUNNING) for text in once(out))
    turned = dict.fromkeys(text for sheet in sheets for text in sheet.turned)
    blocks += (Block(text, aside=Aside.MARGIN) for text in turned)
    pages = [part.lines[0].page for part in parts]
    pages += [-1] * (len(blocks) - len(parts))
    return Layout(tuple(blocks), _title(parts, kinds, body, words), tuple(pages))


def _body_size(lines: Iterable[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return max(weights, key=lambda size: weights[size])


def _is_monospaced(lines: Sequence[Line]) -> bool:
    """Whether most of the text is in letters of one width, which then are no sign of code."""
    wide = sum(len(line.text) for line in lines if line.monospaced)
    return 2 * wide > sum(len(line.text) for line in lines)


def _of_usual_width(sheet: Sheet) -> Sheet:
    """A page whose letters of one width are those of its text."""
    lines = [replace(line, monospaced=False) for line in sheet.leaf.lines]
    return replace(sheet, leaf=replace(sheet.leaf, lines=lines))


def _blocks(
    parts: Sequence[Part], kinds: Sequence[Kind], words: Words, body: float
) -> Iterator[Block]:
    pictures = labels(parts, kinds, body)
    deep = iter(levels([p for p, kind in zip(parts, kinds, strict=True) if kind is Kind.HEADING]))
    references = 0
    above: Kind | None = None
    for place, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        level = 0
        if kind is Kind.CODE:
            text = as_it_stands(part.lines)
        elif part.table:
            text = aligned([row.cells or (row.text,) for row in part.lines])
        else:
            text = joined(part.lines, words)
        aside = None
        if kind is Kind.HEADING:
            level = next(deep)
            if heads_references(text):
                references = level
            elif level <= references:
                references = 0
        elif references:
            aside = Aside.REFERENCES
        elif place in pictures:
            aside = Aside.PICTURE
        elif is_contents(part):
            aside = Aside.CONTENTS
        elif kind is Kind.LIST_ITEM:
            text = BULLET.sub("", text, count=1)
            level = 1
        tight = kind is Kind.LIST_ITEM and above is kind and 0 < part.gap < 1.2
        yield Block(text, kind, level, tight, aside)
        above = kind


def _title(parts: Sequence[Part], kinds: Sequence[Kind], body: float, words: Words) -> str:
    """The largest heading of the first page."""
    first = parts[0].lines[0].page if parts else 0
    found = [
        part
        for part, kind in zip(parts, kinds, strict=True)
        if kind is Kind.HEADING
        and part.lines[0].page == first
        and not heads_section(part.lines[0].text)
    ]
    largest = max(found, key=lambda part: part.size, default=None)
    if largest is None or largest.size < _TITLE_SIZE * body:
        return ""
    text = joined(largest.lines, words)
    return text if len(text) <= _LONGEST_TITLE else ""
