"""RTF → Draft: its paragraphs by style, outline level, list and table.

Control words are those of the Rich Text Format Specification, version 1.9.1. A group ``{…}`` keeps
what is said in it about letters and paragraphs to itself; a paragraph is what it is at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from summarise.article import Kind
from summarise.draft import Aside, Draft
from summarise.sources.contents import with_contents_aside
from summarise.sources.gathering import Gathering, tidy
from summarise.sources.office.rtf_words import CHARACTERS, CODE_PAGES, FIXED_WIDTH, READ, SKIPPED
from summarise.sources.office.word_styles import Style, style_named
from summarise.sources.properties import sound_title
from summarise.sources.refused import RefusedError

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    r"|([^\\{}\r\n]+)|\\",
    re.DOTALL,
)
#: The largest of 35 files that were looked at, a table of 1.9 MB, has 261,000; with so many, each a
#: second one a paragraph, 35 seconds and 470 MB are taken.
_MOST_TOKENS = 3_000_000
_DEEPEST = 500
#: So many styles may be based on one another; so long are names of fonts and marks of items.
_LONGEST_CHAIN, _LONGEST_NAME = 50, 60
#: What stands before a list item that is one only by its looks.
_MARK = re.compile(
    r"\s*([•·▪◦‣●○■–\uf020-\uf0ff-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[\t ]+(?=\S)"
)
_BULLETS = re.compile("[•·▪◦‣●○■–\uf020-\uf0ff-]")  # the latter are those of fonts of signs
#: Where more of the text than this is in letters of one width, that is no sign of code.
_MOST_CODE = 0.5
_ENTERED = ("fonttbl", "stylesheet", "info", "pntext", "listtext")
_OF_INFO = ("title", "author", "creatim")
_PARAGRAPH_ENDS = ("par", "sect", "page", "column")


@dataclass(slots=True)
class _Group:
    """What holds inside a pair of braces."""

    place: str = "text"
    """Which part of the file it is: "text", "skipped", or the name of a group that is read."""
    font: int = -1
    hidden: bool = False
    behind_unicode: int = 1
    """How many characters stand behind a Unicode one for programs that do not know it."""
    said_twice: bool = False
    """Whether the group that opens in it next is said again behind it, in Unicode."""


@dataclass(slots=True)
class _Paragraph:
    """The properties of a paragraph and its text so far."""

    style: int = 0
    outline: int = 9
    depth: int | None = None
    indent: int = 0
    in_table: bool = False
    mark: str = ""
    pieces: list[str] = field(default_factory=list)
    fixed: int = 0
    """How many of its letters are of one width."""
    letters: int = 0
    ends: str = "par"
    """What ended it: "par", "cell" or "row"."""


@dataclass(slots=True)
class _Font:
    name: str = ""
    code_page: str = ""


def read_rtf(data: bytes) -> Draft:
    """Make blocks of an RTF document: a clean draft with its notes set aside at the end.

    Raises:
        RefusedError: It is damaged, or has more in it than can be read.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise RefusedError("is not an RTF document, as its name says")
    walk = _Walk()
    walk.read(data.decode("latin-1"))
    to = Gathering()
    _place(walk.paragraphs, walk, to)
    notes = Gathering(aside=Aside.FOOTNOTE)
    _place(walk.notes, walk, notes)
    to.extend(notes.finished())
    title = next((p for p in walk.paragraphs if walk.style_of(p).is_title), None)
    facts = {name: tidy("".join(pieces)) for name, pieces in walk.facts.items()}
    return Draft(
        tuple(with_contents_aside(to.finished())),
        tidy("".join(title.pieces)) if title else sound_title(facts["title"]),
        "",
        "RTF document",
        clean=True,
        author=facts["author"],
        date="-".join(walk.created),
    )


def _place(paragraphs: Sequence[_Paragraph], walk: _Walk, to: Gathering) -> None:
    """Gather paragraphs as what they are."""
    depths = _depths(paragraphs)
    has_code = sum(p.fixed for p in paragraphs) < _MOST_CODE * sum(p.letters for p in paragraphs)
    rows: list[list[Gathering]] = []
    cells: list[Gathering] = []
    cell = Gathering()
    for paragraph in paragraphs:
        if paragraph.in_table or paragraph.ends != "par":
            _add(paragraph, walk, cell, depths, has_code)
            if paragraph.ends != "par":
                cells.append(cell)
                cell = Gathering()
            if paragraph.ends == "row":
                rows.append(cells[:-1] if not cells[-1].finished() else cells)
                cells = []
            continue
        if rows or cells:
            to.table([*rows, cells])
            rows, cells = [], []
        _add(paragraph, walk, to, depths, has_code)
    if rows or cells or cell.finished():
        to.table([*rows, [*cells, cell]])


def _add(
    paragraph: _Paragraph, walk: _Walk, to: Gathering, depths: dict[int, int], has_code: bool
) -> None:
    text = "".join(paragraph.pieces)
    style = walk.style_of(paragraph)
    if not text.strip():
        return
    before, to.aside = to.aside, style.aside or to.aside
    mark = paragraph.mark
    if not mark and (match := _MARK.match(text)) and "\t" in text[: match.end() + 1]:
        mark, text = match[1], text[match.end() :]
    if style.kind is Kind.HEADING:
        to.add(text, Kind.HEADING, style.level)
    elif style.kind is Kind.CODE or (has_code and 0 < paragraph.letters == paragraph.fixed):
        for line in text.split("\n"):
            to.add(line, Kind.CODE)
    elif mark and style.kind in (Kind.TEXT, Kind.QUOTATION):
        depth = depths[paragraph.indent] if paragraph.depth is None else paragraph.depth
        to.item(text, depth + 1, "•" if _BULLETS.match(mark) else mark)
    else:
        to.add(text, style.kind)
    to.aside = before


def _depths(paragraphs: Sequence[_Paragraph]) -> dict[int, int]:
    """How deep items are by how far they are set in, for lists that only look like lists."""
    shown = (p for p in paragraphs if p.depth is None)
    known = {p.indent for p in shown if p.mark or _MARK.match("".join(p.pieces[:3]))}
    every = {paragraph.indent for paragraph in paragraphs}
    return {indent: max(sum(k <= indent for k in known) - 1, 0) for indent in every}


class _Walk:
    """The walk over the tokens of a document."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.notes: list[_Paragraph] = []
        self.facts: dict[str, list[str]] = {"title": [], "author": []}
        self.created: list[str] = []
        self._styles: dict[int, tuple[str, int, int]] = {}
        self._made: dict[int, Style] = {}
        self._fonts: dict[int, _Font] = {}
        self._code_page = "cp1252"
        self._group = _Group()
        self._around: list[tuple[_Group, _Paragraph | None]] = []
        self._paragraph = _Paragraph()
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        #: The style that is being described: its number, outline level and the one it is based on.
        self._style = (0, 9, 222)
        self._defaults = -1

    def style_of(self, paragraph: _Paragraph) -> Style:
        """What a paragraph is by its style, those that it is based on, and its outline level."""
        number = paragraph.style
        if paragraph.outline < 9:
            found = style_named(self._styles.get(number, ("",))[0])
            return Style(Kind.HEADING, paragraph.outline + 1, found is not None and found.is_title)
        if number not in self._made:
            self._made[number] = self._inherited(number)
        return self._made[number]

    def _inherited(self, number: int) -> Style:
        seen = set[int]()
        while number in self._styles and number not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(number)
            name, outline, base = self._styles[number]
            if (style := style_named(name)) is not None:
                return style
            if outline < 9:
                return Style(Kind.HEADING, outline + 1)
            number = base
        return Style()

    def read(self, source: str) -> None:
        """Go through the whole file."""
        at = tokens = 0
        while at < len(source):
            match = _TOKEN.match(source, at)
            if match is None:
                break
            at = match.end()
            tokens += 1
            if tokens > _MOST_TOKENS:
                raise RefusedError("has more in it than can be read: save it in parts, or as text")
            word, number, byte, symbol, brace, text = match.groups()
            if not byte:
                self._decode()
            if word == "bin" and number and not number.startswith("-"):
                at += int(number)
            elif word:
                self._obey(word, int(number) if number else None)
            elif byte:
                self._add_byte(int(byte, 16))
            elif symbol:
                self._obey_symbol(symbol)
            elif brace == "{":
                self._open()
            elif brace:
                self._close()
                if not self._around:
                    break
            elif text:
                self._add(text)
        self._decode()
        self._end_paragraph("par")

    def _open(self) -> None:
        if len(self._around) > _DEEPEST:
            raise RefusedError("has groups nested too deep to be read: it may be made to do harm")
        outer = self._group
        self._around.append((outer, None))
        self._group = replace(outer, said_twice=False)
        if outer.said_twice:
            outer.said_twice = False
            self._enter("skipped")
        self._to_skip = 0
        self._starred = False

    def _close(self) -> None:
        if not self._around:
            return
        ended = self._group
        self._group, interrupted = self._around.pop()
        if interrupted is not None:  # the paragraph that a note stood in goes on
            if self._paragraph.pieces:
                self.notes.append(self._paragraph)
            self._paragraph = interrupted
        elif ended.place in ("pntext", "listtext") and self._group.place != ended.place:
            self._paragraph.mark = self._paragraph.mark.strip()

    def _enter(self, place: str) -> None:
        self._group.place = place

    def _obey_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in CHARACTERS:
            self._add(CHARACTERS[symbol])
        elif symbol in "\r\n":
            self._end_paragraph("par")

    def _obey(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        group = self._group
        if group.place == "skipped":
            return
        of_info = word in _OF_INFO and group.place == "info"
        if (starred and word not in READ) or (word in SKIPPED and not of_info):
            self._enter("skipped")
        elif word == "upr":
            group.said_twice = True
        elif word == "footnote":
            outer, _ = self._around[-1] if self._around else (group, None)
            if self._around:
                self._around[-1] = (outer, self._paragraph)
                self._paragraph = _Paragraph()
        elif word in _ENTERED or of_info:
            self._enter("skipped" if self.facts.get(word) else word)  # a fact is told but once
        elif word == "title":
            self._enter("skipped")
        elif group.place == "creatim":
            if word in ("yr", "mo", "dy") and number and len(self.created) < 3:
                self.created.append(f"{number:02}")
        elif group.place == "fonttbl":
            self._describe_font(word, number)
        elif group.place == "stylesheet":
            self._describe_style(word, number)
        else:
            self._change(word, number)

    def _describe_font(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._group.font = number
            self._fonts[number] = _Font()
        elif word == "fcharset" and self._group.font in self._fonts:
            self._fonts[self._group.font].code_page = CODE_PAGES.get(number or 0, "")

    def _describe_style(self, word: str, number: int | None) -> None:
        own, outline, base = self._style
        if word in ("s", "cs", "ts", "ds"):
            self._style = (number or 0 if word == "s" else -1, 9, 222)
        elif word == "outlinelevel" and number is not None:
            self._style = (own, number, base)
        elif word == "sbasedon" and number is not None:
            self._style = (own, outline, number)

    def _change(self, word: str, number: int | None) -> None:
        paragraph = self._paragraph
        if word in _PARAGRAPH_ENDS:
            self._end_paragraph("par")
        elif word in ("cell", "row"):
            self._end_paragraph(word)
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word == "u" and number is not None:
            self._add_unicode(number)
        elif word == "uc":
            self._group.behind_unicode = min(max(number or 0, 0), 8)
        elif word == "f" and number is not None:
            self._group.font = number
        elif word == "plain":
            self._group.font = self._defaults
            self._group.hidden = False
        elif word in ("v", "deleted"):
            self._group.hidden = number != 0
        elif word == "deff" and number is not None:
            self._defaults = self._group.font = number
        elif word in ("ansicpg", "mac", "pc", "pca"):
            pages = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
            self._code_page = pages.get(word) or f"cp{number}"
        elif word == "pard":
            self._paragraph = _Paragraph(
                pieces=paragraph.pieces,
                mark=paragraph.mark,
                fixed=paragraph.fixed,
                letters=paragraph.letters,
            )
        elif word == "intbl":
            paragraph.in_table = True
        elif word == "s":
            paragraph.style = number or 0
        elif word == "outlinelevel" and number is not None:
            paragraph.outline = number
        elif word == "ilvl":
            paragraph.depth = min(max(number or 0, 0), 8)
        elif word == "li":
            paragraph.indent = number or 0

    def _end_paragraph(self, ends: str) -> None:
        if self._group.place == "skipped":
            return
        ended = self._paragraph
        ended.ends = ends
        to = self.notes if any(note is not None for _, note in self._around) else self.paragraphs
        to.append(ended)
        self._paragraph = replace(ended, pieces=[], mark="", fixed=0, letters=0, ends="par")

    def _add_unicode(self, number: int) -> None:
        point = number % 0x10000
        pieces = self._paragraph.pieces
        self._add(chr(point))
        if 0xDC00 <= point < 0xE000 and len(pieces) > 1 and "\ud800" <= pieces[-2] < "\udc00":
            pair = pieces.pop(-2) + pieces.pop()
            pieces.append(pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        self._to_skip = self._group.behind_unicode

    def _add_byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(byte)

    def _decode(self) -> None:
        """Add the bytes that were gathered, in the code page of their font."""
        if not self._bytes:
            return
        font = self._fonts.get(self._group.font, _Font())
        data = bytes(self._bytes)
        self._bytes.clear()
        for page in (font.code_page or self._code_page, "cp1252"):
            try:
                self._add(data.decode(page, "replace"))
                return
            except LookupError:
                continue

    def _add(self, text: str) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        place = self._group.place
        if not text or self._group.hidden or place == "skipped":
            return
        if place == "fonttbl":
            font = self._fonts.get(self._group.font)
            if font is not None and len(font.name) < _LONGEST_NAME:
                font.name += text[:_LONGEST_NAME].lower()
        elif place == "stylesheet":
            self._end_style(text)
        elif place in ("title", "author"):
            self.facts[place].append(text)
        elif place in ("pntext", "listtext"):
            if len(self._paragraph.mark) < _LONGEST_NAME:
                self._paragraph.mark += text[:_LONGEST_NAME]
        elif place == "text":
            self._paragraph.pieces.append(text)
            letters = sum(map(str.isalnum, text))
            self._paragraph.letters += letters
            if self._is_fixed():
                self._paragraph.fixed += letters

    def _end_style(self, text: str) -> None:
        name = text.partition(";")[0].strip()
        number, outline, base = self._style
        if name and number >= 0:
            self._styles[number] = (name, outline, base)

    def _is_fixed(self) -> bool:
        font = self._fonts.get(self._group.font)
        return font is not None and any(word in font.name for word in FIXED_WIDTH)
