"""Letters as they are read: accents drawn as signs of their own, an f that is named as Greek.

TeX's old fonts have no accented letters: "é" is drawn as an acute accent over an "e", and an accent
on a capital even comes at some other place of the file. So it is looked for by where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from summarise.sources.pdf.glyphs import Glyph

#: The signs, and the marks that join a letter.
_MARKS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304",
    "˘": "\u0306", "˙": "\u0307", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327",
    "˛": "\u0328", "^": "\u0302", "~": "\u0303",
}  # fmt: skip
#: What Cambria and others call the f of a ligature: "beneϐit", "speciϐic".
_NAMED_AS_GREEK = frozenset("ϐϔ")
_LATIN = re.compile(r"[A-Za-z]")
_UNDOTTED = {"ı": "i", "ȷ": "j"}
#: How far the baseline of an accent may be from that of its letter, in sizes: on a capital.
_HIGHER = 0.5
#: A page with more of them is no text.
_MOST = 3_000
#: Letters are looked up by where they stand, in strips of so many points.
_STRIP = 8


def with_accents(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The characters with each accent that stands over a letter joined to it.

    Args:
        glyphs: The characters of a page.
    """
    signs = [place for place, glyph in enumerate(glyphs) if glyph.text in _MARKS]
    if not 0 < len(signs) <= _MOST:
        return glyphs
    strips: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, glyph in enumerate(glyphs):
        if glyph.text.isalpha() and glyph.text not in _MARKS:
            strips[_strip((glyph.left + glyph.right) / 2, glyph.baseline)].append(place)
    out: list[Glyph | None] = list(glyphs)
    for place in signs:
        sign = glyphs[place]
        found = _letter_under(sign, glyphs, strips)
        letter = None if found is None else out[found]
        if found is None or letter is None:
            continue
        text = _UNDOTTED.get(letter.text, letter.text) + _MARKS[sign.text]
        # A space stands before the one of them that comes first.
        spaced = sign.spaced if place < found else letter.spaced
        out[found] = letter._replace(text=unicodedata.normalize("NFC", text), spaced=spaced)
        out[place] = None
    return [glyph for glyph in out if glyph is not None]


def with_own_f(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The characters with an f for each sign of Greek that stands beside a Latin letter.

    Args:
        glyphs: The characters of a page.
    """
    places = [place for place, glyph in enumerate(glyphs) if glyph.text in _NAMED_AS_GREEK]
    if not places:
        return glyphs
    out = list(glyphs)
    for place in places:
        beside = (*glyphs[max(place - 1, 0) : place], *glyphs[place + 1 : place + 2])
        if any(_LATIN.match(glyph.text) for glyph in beside):
            out[place] = out[place]._replace(text="f")
    return out


def _strip(x: float, y: float) -> tuple[int, int]:
    return int(x // _STRIP), int(y // _STRIP)


def _letter_under(
    sign: Glyph, glyphs: Sequence[Glyph], strips: dict[tuple[int, int], list[int]]
) -> int | None:
    """The place of the letter that an accent stands over, or None."""
    middle = (sign.left + sign.right) / 2
    across, up = _strip(middle, sign.baseline)
    near = (
        place
        for x in (across - 1, across, across + 1)
        for y in (up - 1, up, up + 1)
        for place in strips.get((x, y), ())
        if glyphs[place].left < middle < glyphs[place].right
        and abs(glyphs[place].baseline - sign.baseline) < _HIGHER * sign.size
    )
    return next(near, None)
