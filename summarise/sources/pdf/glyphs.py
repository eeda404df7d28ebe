"""What stands on a page: characters with their boxes, turned so that most of them stand upright."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

#: Bits of :attr:`Glyph.style`.
BOLD, MONOSPACED = 1, 2
#: How far letters reach below and above their baseline, in sizes: boxes of fonts are all too high.
BELOW, ABOVE = 0.22, 0.72


class Glyph(NamedTuple):
    """One character; lengths are in points, from the lower left corner of the page."""

    text: str
    """The character, or several for a ligature."""
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    """Height of the line that the letters stand on."""
    size: float
    """Font size times the scale of the text: what is seen."""
    style: int = 0
    """:data:`BOLD` and :data:`MONOSPACED`."""
    spaced: bool = False
    """Whether the file has a space before it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is read."""

    number: int
    """Its place in the file, from 0."""
    width: float
    height: float
    glyphs: Sequence[Glyph]
    """Its characters, mostly in reading order."""
    turned: tuple[str, ...] = ()
    """Texts that run in another direction than the page: stamps on a margin, labels of an axis."""


class Run(NamedTuple):
    """Characters that a file writes in one go, in one font and one direction."""

    quarter: int | None
    """Quarter turns of its direction against that of the page, or None if it is aslant."""
    glyphs: list[Glyph]
    """At least one; their boxes are those of the font, but for upright ones."""


def upright(number: int, width: float, height: float, runs: Sequence[Run]) -> Page:
    """Put a page together from its runs, turned so that most of its characters are upright.

    Args:
        number: The place of the page.
        width: Its width as the file has it, before it is turned.
        height: Its height.
        runs: Its runs, in the order of the file.
    """
    weights: Counter[int | None] = Counter()
    for run in runs:
        weights[run.quarter] += len(run.glyphs)
    weights.pop(None, None)
    way = max(weights, key=lambda quarter: weights[quarter] or 0, default=0) or 0
    glyphs: list[Glyph] = []
    turned: list[str] = []
    previous: int | None = way
    for run, before in zip(runs, (None, *runs), strict=False):
        if before is not None and _is_twice(before, run):
            continue
        if run.quarter == way:
            glyphs += run.glyphs if way == 0 else _turned(run.glyphs, way, width, height)
        else:
            text = "".join(" " * glyph.spaced + glyph.text for glyph in run.glyphs)
            if turned and previous == run.quarter:
                turned[-1] += text
            else:
                turned.append(text)
        previous = run.quarter
    if way % 2:
        width, height = height, width
    texts = (" ".join(text.split()) for text in turned)
    return Page(number, width, height, glyphs, tuple(text for text in texts if text))


def quarter_of(a: float, b: float) -> int | None:
    """Quarter turns of a direction, given as the first column of a matrix; None if it is aslant."""
    turns = math.atan2(b, a) / (math.pi / 2)
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < _ASLANT else None


#: A text that is drawn once more within so many sizes is drawn to look bold.
_TWICE = 0.15
#: Share of a quarter turn from which on a text is aslant: a scanned page hangs by a degree or two.
_ASLANT = 0.06


def _is_twice(before: Run, run: Run) -> bool:
    """Whether a run is the one before once more, drawn on it to look bold."""
    if len(before.glyphs) != len(run.glyphs):
        return False
    a, b = before.glyphs[0], run.glyphs[0]
    near = _TWICE * b.size
    return (
        abs(a.left - b.left) < near
        and abs(a.bottom - b.bottom) < near
        and all(x.text == y.text for x, y in zip(before.glyphs, run.glyphs, strict=True))
    )


def mirrored(page: Page) -> Page:
    """The page as in a mirror: what is read from the right is laid out as if from the left."""
    width = page.width
    glyphs = [g._replace(left=width - g.right, right=width - g.left) for g in page.glyphs]
    return replace(page, glyphs=glyphs)


def _turned(glyphs: Sequence[Glyph], way: int, width: float, height: float) -> Iterator[Glyph]:
    """Characters of a page that is turned by quarters, in the coordinates of one that is not."""
    for g in glyphs:
        if way == 1:
            left, right, baseline = g.bottom, g.top, width - g.baseline
        elif way == 2:
            left, right, baseline = width - g.right, width - g.left, height - g.baseline
        else:
            left, right, baseline = height - g.top, height - g.bottom, g.baseline
        bottom, top = baseline - BELOW * g.size, baseline + ABOVE * g.size
        yield g._replace(left=left, bottom=bottom, right=right, top=top, baseline=baseline)
