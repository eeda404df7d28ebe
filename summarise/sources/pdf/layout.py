"""Pages of characters → a draft: all steps in their order.

characters ─lines─▶ pieces ─running, margins, columns─▶ rows ─notes─▶ ─paragraphs─▶ ─kinds─▶ blocks
"""

from __future__ import annotations

import re
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
from summarise.sources.pdf.margins import split_margins
from summarise.sources.pdf.notes import split_notes
from summarise.sources.pdf.paragraphs import BULLET, Part, continued, paragraphs, steps_of
from summarise.sources.pdf.right_to_left import lines_from_right, reads_from_right
from summarise.sources.pdf.running import Leaf, once, running_lines
from summarise.sources.tables import aligned
from summarise.text.patterns import compile_later

#: A title is larger than the text by this share, and not longer.
_TITLE_SIZE, _LONGEST_TITLE = 1.15, 250
#: So many lines of a title may be smaller between those of its size.
_SMALL_WORDS = 2
#: Words that lead on to a noun, in the languages that are commonest in print.
_LEADS_ON = compile_later(
    r"\b(?:a|an|and|at|by|der|des|die|das|de|del|den|du|el|en|et|for|from|für|in|into|la|le|les|los"
    r"|of|on|or|per|the|to|und|van|von|with|y|zu|zur)$",
    re.IGNORECASE,
)


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
    beside: list[list[Line]] = []
    for sheet, runs in zip(sheets, running, strict=True):
        kept = [line for line, is_out in zip(sheet.leaf.lines, runs, strict=True) if not is_out]
        kept, on_margin = split_margins(kept, body)
        beside += on_margin
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
    on_margins = dict.fromkeys([*(joined(note, words) for note in beside), *turned])
    blocks += (Block(text, aside=Aside.MARGIN) for text in on_margins)
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
    """The largest heading of the first page, with what stands between its own lines or opens it."""
    first = parts[0].lines[0].page if parts else 0
    found = [
        at
        for at, (part, kind) in enumerate(zip(parts, kinds, strict=True))
        if kind is Kind.HEADING
        and part.lines[0].page == first
        and not heads_section(part.lines[0].text)
    ]
    largest = max(found, key=lambda at: parts[at].size, default=None)
    if largest is None or parts[largest].size < _TITLE_SIZE * body:
        return ""
    start, stop = _all_of_title(parts, found, largest)
    text = joined([line for part in parts[start:stop] for line in part.lines], words)
    return text if len(text) <= _LONGEST_TITLE else joined(parts[largest].lines, words)


def _all_of_title(parts: Sequence[Part], headings: Sequence[int], largest: int) -> tuple[int, int]:
    """Where the title begins and ends of which the largest heading is a part.

    Title pages set its small words smaller, on lines of their own. So it goes on to the next
    heading of that size if there are but headings between them, and begins above where a line ends
    in a word that nothing ends with.
    """
    among = set(headings)
    size = parts[largest].size
    start, stop = largest, largest + 1
    at = stop
    while at in among and at - stop < _SMALL_WORDS:
        at += 1
        if parts[at - 1].size == size:
            stop = at
    while start - 1 in among and _LEADS_ON.search(parts[start - 1].lines[-1].text):
        start -= 1
    return start, stop
