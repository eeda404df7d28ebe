"""Characters → lines: pieces of text on one baseline, with no wide gap in them.

A piece ends where the baseline changes or a gap is wider than any that a justified line has, so
that no piece reaches over a gutter between columns; pieces of one line that stand in one column are
put together again by :func:`rows`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarise.sources.pdf.glyphs import BOLD, MONOSPACED, Glyph
from summarise.text.characters import UNSPACED

#: All lengths are in sizes of the letters. A gap of a word: at .26, half of the words of a made
#: Arabic page ran together; at .18, letters of justified lines came apart.
WORD_GAP = 0.22
#: The widest gap inside a line: at 1.2, narrow justified columns broke (sentences .97 → .90).
WIDEST_GAP = 1.6
#: A letter this far back begins another line, unless it is an accent on the one before.
_FURTHEST_BACK = 3.0
_SAME_LINE = 0.35
#: A smaller letter may stand this much higher or lower: "19th", "H2O".
_SAME_LINE_SMALL = 0.6
_SMALL, _RAISED = 0.85, 0.15
#: A gap so wide parts small letters from larger ones: what is raised stands close, a note on the
#: margin does not.
_PARTS_SIZES = 0.8
_SAME_WIDTH = 0.03
#: What is raised and no part of a word: the number of a note, "[4]", "†".
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z*†‡§¶#]{1,3})\]?(?:[,–-]\s?\[?(?:\d{1,3}|[a-z])\]?)*,?")
_LETTERS_ALONE = re.compile(r"[a-z]{2,3}")
#: A power follows the number ten or a unit: "10⁶", "m²".
_POWER_AFTER = re.compile(r"(?:\b10|\b(?:[kcm]?m|ft|in|mi))$")
_AS_POWER = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_UNSPACED = re.compile(f"[{UNSPACED}\u3000-\u303f\uff00-\uffef]")
#: A word of which nothing but single letters is left is one that was set apart: "A B S T R A C T".
_SET_APART = re.compile(r"(?:[^\W\d_] ){4,}[^\W\d_](?=\s|$)")


@dataclass(slots=True)
class Line:
    """A piece of a line, or a whole one; lengths are in points, from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    """The size of most of its letters."""
    page: int = 0
    bold: bool = False
    """Whether most of its letters are bold."""
    monospaced: bool = False
    """Whether all of its letters are as wide as each other."""
    lead: float = 0.0
    """How wide its first word is; one character in a script without spaces."""
    second: float = 0.0
    """Where its second word begins; its left end if there is none."""
    cells: tuple[str, ...] = ()
    """The pieces that stand apart in it, if it was put together of several."""
    starts: tuple[float, ...] = ()
    """Where they begin."""

    @property
    def height(self) -> float:
        """How high the middle of it stands."""
        return (self.bottom + self.top) / 2


def lines_of(glyphs: Iterable[Glyph], page: int = 0) -> list[Line]:
    """Put characters together to pieces of lines.

    Args:
        glyphs: The characters of a page in the order of the file.
        page: The place of the page, which the lines are given.
    """
    out: list[Line] = []
    open_line: _Open | None = None
    for glyph in glyphs:
        if open_line is not None and not open_line.takes(glyph):
            out += open_line.closed(page)
            open_line = None
        if open_line is None:
            open_line = _Open(glyph)
        else:
            open_line.add(glyph)
    if open_line is not None:
        out += open_line.closed(page)
    return out


def rows(pieces: Sequence[Line]) -> list[Line]:
    """Put the pieces of each line of a column together again.

    Args:
        pieces: The pieces of a column in reading order.
    """
    out: list[Line] = []
    for piece in pieces:
        row = out[-1] if out else None
        # The number of a note stands higher than the line that it opens, and is smaller.
        level = _SAME_LINE if row is None or row.size > 0.8 * piece.size else _SAME_LINE_SMALL
        if (
            row is None
            or abs(piece.baseline - row.baseline) > level * max(piece.size, row.size)
            or piece.left < row.right - max(1.0, 0.2 * row.size)
        ):
            out.append(piece)
        else:
            out[-1] = _beside(row, piece)
    return out


def half_points(size: float) -> float:
    """A size as sizes are compared: in steps of half a point, and never nothing."""
    return max(round(size * 2), 1) / 2


def unspaced(text: str) -> bool:
    """Whether a character is of a script that is written without spaces, or of its punctuation."""
    return _UNSPACED.match(text) is not None


def _beside(row: Line, piece: Line) -> Line:
    """A row with one more piece at its right."""
    close = piece.left - row.right < WORD_GAP * max(row.size, piece.size)
    glued = close or (unspaced(row.text[-1]) and unspaced(piece.text[0]))
    larger = piece if len(piece.text) > len(row.text) else row
    several = row.second > row.left
    return Line(
        row.text + ("" if glued else " ") + piece.text,
        row.left,
        min(row.bottom, piece.bottom),
        max(row.right, piece.right),
        max(row.top, piece.top),
        larger.baseline,
        larger.size,
        row.page,
        larger.bold,
        row.monospaced and piece.monospaced,
        row.lead if several or not close else row.lead + piece.lead,
        row.second if several else piece.left,
        (*(row.cells or (row.text,)), piece.text),
        (*(row.starts or (row.left,)), piece.left),
    )


class _Open:
    """A line that still grows.

    Args:
        first: Its first character.
    """

    __slots__ = (
        "_bold", "_count", "_first", "_lead", "_monospaced", "_pieces", "_raised",
        "_raised_spaced", "_second", "_sizes", "baseline", "bottom", "left", "right", "size", "top",
    )  # fmt: skip

    def __init__(self, first: Glyph) -> None:
        _, self.left, self.bottom, self.right, self.top, self.baseline, self.size, _, _ = first
        self._first = first
        self._pieces: list[str] = []
        self._sizes: Counter[float] = Counter()
        self._raised, self._raised_spaced = "", False
        self._lead = self._second = 0.0
        self._bold = self._monospaced = self._count = 0
        self._append(first)

    def takes(self, g: Glyph) -> bool:
        """Whether a character goes on with this line."""
        if g.baseline == self.baseline and 0 <= g.left - self.right < WORD_GAP * g.size:
            return True  # most of them
        larger = max(g.size, self.size)
        gap = g.left - self.right
        level = _SAME_LINE if min(g.size, self.size) > _SMALL * larger else _SAME_LINE_SMALL
        if level == _SAME_LINE_SMALL and gap > _PARTS_SIZES * larger:
            return False
        if abs(g.baseline - self.baseline) >= level * larger:
            return False
        return -_FURTHEST_BACK * larger < gap <= WIDEST_GAP * larger

    def add(self, g: Glyph) -> None:
        """Put a character at the end."""
        gap = g.left - self.right
        spaced = g.spaced or gap > WORD_GAP * max(g.size, self.size)
        is_raised = (
            g.size <= _SMALL * self.size and g.baseline > self.baseline + _RAISED * self.size
        )
        if is_raised:
            self._raised_spaced |= spaced and not self._raised
            self._raised += g.text
            self.right = max(self.right, g.right)
            return
        if self._raised:
            spaced |= self._raised_spaced
            self._settle(before_word=not spaced)
        if spaced and not (unspaced(self._pieces[-1]) and unspaced(g.text)):
            if not self._lead:
                self._lead, self._second = self.right - self.left, g.left
            self._pieces.append(" ")
        self._append(g)

    def closed(self, page: int) -> list[Line]:
        """The line that it became, if any text is left."""
        self._settle(before_word=False)
        text = unicodedata.normalize("NFC", "".join(self._pieces))
        text = _SET_APART.sub(lambda match: match[0].replace(" ", ""), " ".join(text.split()))
        if not text:
            return []
        size = half_points(max(self._sizes, key=lambda size: self._sizes[size]))
        return [
            Line(
                text,
                self.left,
                self.bottom,
                self.right,
                self.top,
                self.baseline,
                size,
                page,
                self._bold * 2 > self._count,
                self._monospaced == self._count,
                size if unspaced(text) else self._lead or self.right - self.left,
                self._second or self.left,
            )
        ]

    def _append(self, g: Glyph) -> None:
        self._pieces.append(g.text)
        if g.right > self.right:
            self.right = g.right
        if g.size != self.size or g.baseline != self.baseline or g.left < self.left:
            self._stretch(g)
        self._sizes[g.size] += 1
        self._count += 1
        if g.style:
            self._bold += bool(g.style & BOLD)
            # Many a font says so and is not: the letters must be as wide as each other.
            self._monospaced += bool(g.style & MONOSPACED) and self._is_as_wide(g)

    def _is_as_wide(self, g: Glyph) -> bool:
        width, first = g.right - g.left, self._first.right - self._first.left
        return abs(width - first) < _SAME_WIDTH * g.size

    def _stretch(self, g: Glyph) -> None:
        self.left = min(self.left, g.left)
        self.bottom, self.top = min(self.bottom, g.bottom), max(self.top, g.top)
        if g.size > self.size:  # it opened with something small
            self.size, self.baseline = g.size, g.baseline

    def _settle(self, *, before_word: bool) -> None:
        """Decide what the letters that were raised say: a note, a power, or the end of a word."""
        raised, self._raised = self._raised, ""
        spaced, self._raised_spaced = self._raised_spaced, False
        if not raised:
            return
        before = "".join(self._pieces[-8:])
        if _POWER_AFTER.search(before) and (power := raised.translate(_AS_POWER)) != raised:
            self._pieces.append(power)
        elif _LETTERS_ALONE.fullmatch(raised) or not _NOTE_MARK.fullmatch(raised):
            self._pieces.append(" " * spaced + raised)
        elif before_word and before[-1:].isalnum():
            self._pieces.append(" ")
