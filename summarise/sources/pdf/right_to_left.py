"""Lines that are read from the right: their characters in the order of their boxes alone.

A file may hold such text in the order of the eye or of the tongue, and PDFium turns some of its
words round and some not: so that order is not asked at all. Lines come out on a page as in a
mirror, so that whatever follows works as if they were read from the left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from summarise.sources.pdf.glyphs import MONOSPACED, Glyph, Page, mirrored
from summarise.sources.pdf.lines import WIDEST_GAP, WORD_GAP, Line, half_points

#: Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
#: From this share of its letters on a page is read from the right.
_MOST_LETTERS = 0.4
_LEVEL = 0.3
#: Numbers and foreign words keep their own direction, with what stands between two of them.
_FROM_LEFT = r"[^\W\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff_]"
_FOREIGN = re.compile(rf"{_FROM_LEFT}(?:(?:{_FROM_LEFT}|[ .,:/%+@'’_-])*{_FROM_LEFT})?%?")
_NO_BRACKETS = re.compile("[^()]")
_PAIRS = str.maketrans("()[]{}«»", ")(][}{»«")


def reads_from_right(page: Page) -> bool:
    """Whether most of a page is written from right to left."""
    letters = [g.text for g in page.glyphs if g.text[:1].isalpha()]
    found = sum(_FROM_RIGHT.match(letter) is not None for letter in letters)
    return found > _MOST_LETTERS * len(letters)


def lines_from_right(page: Page) -> list[Line]:
    """The lines of such a page, on a page as in a mirror."""
    out: list[Line] = []
    for level in _levels(mirrored(page).glyphs):
        level.sort(key=lambda g: (g.left, -g.right))
        piece: list[Glyph] = []
        end = 0.0
        for glyph in level:
            if piece and glyph.left - end > WIDEST_GAP * glyph.size:
                out.append(_line(piece, page.number))
                piece = []
            end = max(end, glyph.right) if piece else glyph.right
            piece.append(glyph)
        out.append(_line(piece, page.number))
    # Some files name the bracket that is seen, and some the one that is meant.
    found = "".join(_NO_BRACKETS.sub("", line.text) for line in out)
    if found.count(")(") > found.count("()"):
        out = [replace(line, text=line.text.translate(_PAIRS)) for line in out]
    return [line for line in out if line.text]


def _levels(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The characters by the baseline they stand on, the highest first."""
    out: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: -g.baseline):
        if out and out[-1][0].baseline - glyph.baseline < _LEVEL * glyph.size:
            out[-1].append(glyph)
        else:
            out.append([glyph])
    return out


def _line(glyphs: Sequence[Glyph], page: int) -> Line:
    text, end, lead, second = "", glyphs[0].left, 0.0, 0.0
    for glyph in glyphs:
        if text and glyph.left - end > WORD_GAP * glyph.size:
            if not lead:
                lead, second = end - glyphs[0].left, glyph.left
            text += " "
        text += unicodedata.normalize("NFKC", glyph.text)
        end = max(end, glyph.right)
    sizes = sorted(glyph.size for glyph in glyphs)
    line = Line(
        _in_order(text),
        glyphs[0].left,
        min(glyph.bottom for glyph in glyphs),
        end,
        max(glyph.top for glyph in glyphs),
        glyphs[0].baseline,
        half_points(sizes[len(sizes) // 2]),
        page,
        monospaced=all(glyph.style & MONOSPACED for glyph in glyphs),
    )
    return replace(line, lead=lead or line.right - line.left, second=second or line.left)


def _in_order(text: str) -> str:
    """A line as it is read: what runs from the left in it is turned round."""
    return _FOREIGN.sub(lambda match: match[0][::-1], " ".join(text.split()))
