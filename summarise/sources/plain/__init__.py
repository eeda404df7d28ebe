"""Plain text → Draft: a blank line parts blocks, and a line is a block of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.contents import with_contents_aside
from summarise.sources.plain.dumps import images_apart, without_marks
from summarise.sources.plain.unwrapping import FILLED, unwrap
from summarise.sources.speech.cues import LABEL_LEVEL
from summarise.sources.speech.transcripts import as_paragraphs, turns_apart
from summarise.text.characters import LINE_BULLETS, NUMBER_MARKER
from summarise.text.patterns import compile_later
from summarise.text.sentences.marks import ends_sentence

_MARKER = compile_later(rf"(?:[{LINE_BULLETS}]|o|{NUMBER_MARKER})\s+\S")
_QUOTE = compile_later(r"(?:>\s?)+")
#: "== History ==", as wikis give their text out, and "== History" of AsciiDoc.
_WIKI_HEADING = compile_later(r"(={2,6})[ \t]*([^\s=](?:[^=]{0,200}[^\s=])?)[ \t]*\1")
_ASCIIDOC_HEADING = compile_later(r"(={2,6})[ \t]+([^\s=][^=]{0,100}[^\s=.:;,])")
_UNDERLINE = compile_later(r"([=~^*+#\"'`_:.-])\1{2,}")
_CHAPTER = compile_later(
    r"(?:chapter|book|part|act|scene|section|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo"
    r"|hoofdstuk|rozdział|глава|часть)\s+(?:\d{1,4}|[ivxlcdm]{1,8}|[a-z]+)\b[^.!?]{0,60}\.?",
    re.IGNORECASE,
)
_FENCES = ("```", "~~~")
_FENCE = compile_later(r"(?:```|~~~)[\w+#.-]{0,20}\s*")
_CODE_LINE = compile_later(
    r".*[;{}]\s*(?://.*|#.*|/\*.*)?|\s*(?:def|class|import|from|return|if|for|while|else|elif|try"
    r"|except|with|function|const|let|var|public|private|fn|func|package|#include|using)\b.*[:;({)]"
    r"|\s*[\w.]+\([^()]*\)|\s*(?:\$|>>>|#!|//|/\*)\s?\S.*|\s*</?[a-z][^>]*>.*|\s*[\w.\[\]]+\s*[-+*/]?=\s*\S.*"
)
#: Two lines of code are taken for such if they are set in by so much.
_CODE_INDENT = 4
_GAP = compile_later(r"\s*\|\s*| {2,}")
#: The widths that text browsers and RFCs are set in, without and with a margin at the right.
_PAGE_WIDTHS = (66, 69, 72, 75, 78, 80)
#: Lines that are centred are set in by so much more than the others.
_FAR_IN = 8
#: Where the text is set in by so much, its headings are not.
_SET_IN = 3
_SHORT_HEADING = 60
#: A line as long as a paragraph with so many wide gaps between words was set to a full width.
_LONG_LINE, _FEWEST_GAPS = 300, 5
_NUMBERED_HEADING = compile_later(r"\d{1,2}(?:\.|(?:\.\d{1,2}){1,4}\.?)\s+[^\W\d_].*[^\s.!?:;,…]")

#: What every file of subtitles has between two times: one of these. The second begins with its
#: comma, since commas are found at once and digits are not.
_ARROW = "-->"
_CUES = compile_later(r",(?<=\d,)\d{1,3}:\d\d:\d\d\.\d")


def read_plain(text: str) -> Draft:
    """Make blocks of plain text.

    Args:
        text: A sanitised text.

    Returns:
        A draft whose blocks hold every word of the text, in its order; of the numbers that text
        browsers give to links none. Lines that follow one another without a blank line are tight
        blocks, so verse and lists keep their lines.
        Of subtitles, which come without their name when they are pasted, what is said in them.
    """
    if _ARROW in text or _CUES.search(text) is not None:
        from summarise.sources.speech.subtitles import (  # few texts are some
            is_subtitles,
            read_subtitles,
        )

        if is_subtitles(text):
            return read_subtitles(text)
    spoken, labels = turns_apart(as_paragraphs(text))
    unwrapped = images_apart(unwrap(spoken))
    blocks = _headings_found(without_marks(list(_blocks(unwrapped)), spoken))
    if labels:
        blocks = [
            replace(block, kind=Kind.HEADING, level=LABEL_LEVEL) if block.text in labels else block
            for block in blocks
        ]
    return Draft(blocks=tuple(with_contents_aside(blocks)))


def _blocks(text: str) -> Iterator[Block]:
    lines = text.split("\n")
    base = _usual_indent(lines)
    fenced = any(map(text.__contains__, _FENCES))
    for chunk in _chunks(lines, _closing_fences(lines) if fenced else {}):
        if len(chunk) == 1:
            line = chunk[0]
            level = 1 if _is_centred(line, base) else 2 if _is_set_out(line, base) else 0
            text = _evened(line.strip())
            yield Block(text, Kind.HEADING, level) if level else _block_of(text)
        elif _is_fenced(chunk):
            yield Block("\n".join(chunk).strip("\n"), Kind.CODE)
        elif _is_table(chunk):
            yield Block(_dedented(chunk), Kind.TABLE)
        elif _is_code(chunk):
            yield Block(_dedented(chunk), Kind.CODE)
        else:
            yield from _lines_as_blocks(chunk)


def _evened(text: str) -> str:
    """A paragraph in one line without the spaces that a typesetter filled it with."""
    if len(text) < _LONG_LINE or "  " not in text:
        return text
    even, gaps = FILLED.subn(" ", text)
    return even if gaps >= _FEWEST_GAPS else text


def _block_of(text: str, level: int = 1, tight: bool = False) -> Block:
    """A line as a quotation, a heading between marks, a list item of a level, or text."""
    quote = _QUOTE.match(text) if text.startswith(">") else None
    if quote and (inner := text[quote.end() :].strip()):
        return Block(inner, Kind.QUOTATION, quote[0].count(">"), tight)
    if text.startswith("==") and (
        heading := _WIKI_HEADING.fullmatch(text) or _ASCIIDOC_HEADING.fullmatch(text)
    ):
        return Block(heading[2], Kind.HEADING, len(heading[1]), tight)
    if _MARKER.match(text):
        return Block(text, Kind.LIST_ITEM, level, tight)
    return Block(text, tight=tight)


def _usual_indent(lines: Sequence[str]) -> int:
    """How far the lines of the text are set in: the most common indent of the longer ones."""
    if not any(line[:_SET_IN].isspace() for line in lines):
        return 0
    indents = Counter(len(line) - len(line.lstrip()) for line in lines if len(line.strip()) >= 40)
    return indents.most_common(1)[0][0] if indents else 0


def _is_centred(line: str, base: int) -> bool:
    """Whether a line that stands alone is set in the middle of a page of usual width."""
    if not line[:_FAR_IN].isspace():
        return False
    text = line.strip()
    indent = len(line) - len(line.lstrip())
    if indent < base + _FAR_IN or not 3 <= len(text) <= 68 or ends_sentence(text) or "  " in text:
        return False
    middle = indent + len(text) / 2
    return any(abs(middle - (base + width) / 2) <= 2 for width in _PAGE_WIDTHS)


def _is_set_out(line: str, base: int) -> bool:
    """Whether a line that stands alone begins where no line of the text does, as headings may."""
    if base < _SET_IN or line[:_SET_IN].isspace():
        return False
    text = line.strip()
    return (
        3 <= len(text) <= _SHORT_HEADING
        and not ends_sentence(text)
        and not text.startswith(">")
        and not _MARKER.match(text)
    )


def _is_fenced(chunk: Sequence[str]) -> bool:
    opening, closing = chunk[0].strip(), chunk[-1].strip()
    return len(chunk) > 1 and bool(_FENCE.fullmatch(opening)) and closing == opening[:3]


def _chunks(lines: Sequence[str], closed_from: Mapping[int, int]) -> Iterator[list[str]]:
    """Lines between blank ones, also between bare ``>``; a fenced passage is one chunk.

    Args:
        lines: The lines of a text.
        closed_from: The lines that open a fence, each with the one that closes it.
    """
    chunk: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        end = closed_from.get(at)
        if end is not None:
            if chunk:
                yield chunk
            yield list(lines[at : end + 1])
            chunk, at = [], end + 1
            continue
        if line.strip(" >"):
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
        at += 1
    if chunk:
        yield chunk


def _closing_fences(lines: Sequence[str]) -> dict[int, int]:
    """For each line that opens a fence, the line that closes it; unclosed ones are just text."""
    pairs: dict[int, int] = {}
    opened: int | None = None
    for at, line in enumerate(lines):
        if not any(map(line.__contains__, _FENCES)):
            continue
        mark = line.strip()
        if not _FENCE.fullmatch(mark):
            continue
        if opened is None:
            opened = at
        elif mark == lines[opened].strip()[:3]:
            pairs[opened] = at
            opened = None
    return pairs


def _lines_as_blocks(chunk: Sequence[str]) -> Iterator[Block]:
    marked = (line for line in chunk if _MARKER.match(line.strip()))
    indents = sorted({len(line) - len(line.lstrip()) for line in marked})
    levels = {indent: min(level, 9) for level, indent in enumerate(indents, 1)}
    headings, rules = _underlined(chunk)
    if len(chunk) > 1 and not headings and _heads_indented(chunk):
        headings[0] = 2
    tight = False
    for index, line in enumerate(chunk):
        text = line.strip()
        if index in rules:
            continue
        if index in headings and not text.startswith(">"):
            yield Block(text, Kind.HEADING, headings[index], tight)
        else:
            yield _block_of(text, levels.get(len(line) - len(line.lstrip()), 1), tight)
        tight = True


def _heads_indented(chunk: Sequence[str]) -> bool:
    """Whether a line in capitals stands above lines that are set in, as in a man page."""
    above, below = chunk[0], chunk[1]
    set_in = len(below) - len(below.lstrip()) >= 3
    return set_in and not above[:1].isspace() and _is_in_capitals(above.strip())


def _underlined(chunk: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """The headings of a chunk with their levels, and the rules under and over them."""
    headings: dict[int, int] = {}
    rules: set[int] = set()
    for at, line in enumerate(chunk):
        below = line.strip()
        if not _UNDERLINE.fullmatch(below):
            continue
        text = chunk[at - 1].strip() if at and at - 1 not in rules else ""
        if at == 1 and not _UNDERLINE.fullmatch(text):
            rules.add(at)
        if text and not _UNDERLINE.fullmatch(text) and _is_underlined(text, below, at == 1):
            headings[at - 1] = 1 if below[0] == "=" else 2
            rules.add(at)
            if at > 1 and chunk[at - 2].strip() == below:
                rules.add(at - 2)
    return headings, rules


def _is_underlined(text: str, below: str, opens: bool) -> bool:
    """Whether a rule is as long as the line above it; within a chunk it has to be exactly."""
    if opens:
        return len(text) <= 120 and 0.5 * len(text) <= len(below) <= 1.5 * len(text) + 3
    return len(text) <= 80 and abs(len(text) - len(below)) <= 2 and not ends_sentence(text)


def _headings_found(blocks: list[Block]) -> list[Block]:
    """Mark chapter lines and lines in capitals that stand alone, unless capitals are the rule."""
    if not blocks:
        return blocks
    standing = [
        not block.tight and not after.tight
        for block, after in zip(blocks, [*blocks[1:], Block("")], strict=True)
    ]
    capitals = [
        alone and block.kind is Kind.TEXT and _is_in_capitals(block.text)
        for block, alone in zip(blocks, standing, strict=True)
    ]
    rule = sum(capitals) > 0.3 * len(blocks)
    for at, block in enumerate(blocks):
        if len(block.text) > _SHORT_HEADING + 20 or not standing[at] or block.aside:
            continue
        if block.kind not in (Kind.TEXT, Kind.LIST_ITEM):
            continue
        if at == len(blocks) - 1:
            break
        chapter = block.kind is Kind.TEXT and _CHAPTER.fullmatch(block.text)
        if chapter or (capitals[at] and not rule) or _is_numbered_heading(blocks, at):
            blocks[at] = Block(block.text, Kind.HEADING, 2)
    return blocks


def _is_numbered_heading(blocks: Sequence[Block], at: int) -> bool:
    """A short line as "2.1. Methods" above a paragraph; in a list its neighbours are items, too."""
    text = blocks[at].text
    around = (blocks[at - 1] if at else Block(""), blocks[at + 1])
    return (
        len(text) <= _SHORT_HEADING
        and _NUMBERED_HEADING.fullmatch(text) is not None
        and not any(block.kind is Kind.LIST_ITEM for block in around)
        and len(around[1].text) > len(text)
    )


def _is_in_capitals(text: str) -> bool:
    return (
        len(text) <= _SHORT_HEADING
        and text == text.upper()
        and sum(c.isupper() for c in text) >= 4
        and sum(c.isdigit() for c in text) <= len(text) / 4
        and text[-1] not in "!?,;…"
    )


def _is_table(chunk: Sequence[str]) -> bool:
    """At least three rows with the same number, two or more, of cells set apart by space or |."""
    if len(chunk) < 3:
        return False
    cells = [len(_GAP.split(line.strip().strip("|").strip())) for line in chunk]
    usual = max(set(cells), key=cells.count)
    return usual >= 2 and cells.count(usual) >= 0.8 * len(cells)


def _is_code(chunk: Sequence[str]) -> bool:
    if len(chunk) < 3:
        indented = all(line.startswith(" " * _CODE_INDENT) for line in chunk)
        return indented and all(map(_CODE_LINE.fullmatch, chunk))
    drawn = "".join("".join(line.split()) for line in chunk)
    symbols = sum(not char.isalnum() for char in drawn)
    if len(drawn) >= 6 * len(chunk) and symbols > 0.5 * len(drawn):
        # A drawing of lines and boxes: its columns must stay where they are.
        return True
    likely = sum(map(is_line_of_code, chunk))
    prose = sum(len(line.split()) > 14 for line in chunk)
    return likely >= 0.6 * len(chunk) and prose <= 0.2 * len(chunk)


def is_line_of_code(line: str) -> bool:
    """Whether a line looks like one of a program: it ends, begins or is built as those are."""
    return _CODE_LINE.fullmatch(line[:200]) is not None


def _dedented(chunk: Sequence[str]) -> str:
    indent = min(len(line) - len(line.lstrip()) for line in chunk)
    return "\n".join(line[indent:].rstrip() for line in chunk)
