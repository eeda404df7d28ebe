"""Lines in reading order: a page is cut at the gutters between its columns, and at wide gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from summarise.sources.pdf.lines import Line

#: Lengths are in sizes of the letters. A blank strip as wide as this may be a gutter.
_GUTTER = 0.8
#: It is one if so many lines stand on both sides, over more than so much height.
_FEWEST_LINES, _LEAST_HEIGHT = 3, 2.0
#: So many lines of a column of text are at least so wide: cells of a table are not.
_NARROWEST = 5.0
#: A horizontal gap that may part a title from the columns below it, and one that surely parts.
_LEAST_GAP, _WIDE_GAP = 0.15, 1.5
#: Only the widest gaps are tried, and cuts within cuts have an end.
_MOST_TRIED, _DEEPEST = 12, 12


def columns(pieces: Sequence[Line]) -> list[list[Line]]:
    """Put the pieces of lines of a page in reading order.

    Args:
        pieces: The pieces, in any order.

    Returns:
        The columns, each with its pieces from top to bottom, and those of one line from the left.
    """
    return [_sorted(region) for region in _cut(list(pieces), 0)]


def _cut(pieces: list[Line], depth: int) -> list[list[Line]]:
    if len(pieces) < 2 or depth > _DEEPEST:
        return [pieces] if pieces else []
    size = median(piece.size for piece in pieces)
    across = _gutter(pieces, size)
    if across is not None:
        left = [piece for piece in pieces if piece.left < across]
        right = [piece for piece in pieces if piece.left >= across]
        return _cut(left, depth + 1) + _cut(right, depth + 1)
    gaps = sorted(_gaps([(p.bottom, p.top) for p in pieces], _LEAST_GAP * size), reverse=True)
    for width, height in gaps[:_MOST_TRIED]:
        upper = [piece for piece in pieces if piece.bottom >= height]
        lower = [piece for piece in pieces if piece.bottom < height]
        wide = width > _WIDE_GAP * size and width == gaps[0][0]
        if _gutter(upper, size) is not None or _gutter(lower, size) is not None or wide:
            return _cut(upper, depth + 1) + _cut(lower, depth + 1)
    return [pieces]


def _gutter(pieces: Sequence[Line], size: float) -> float | None:
    """Where a gutter is that parts columns over the whole height; None if there is none."""
    gaps = sorted(_gaps([(p.left, p.right) for p in pieces], _GUTTER * size), reverse=True)
    for _, across in gaps[:_MOST_TRIED]:
        left = [piece for piece in pieces if piece.left < across]
        right = [piece for piece in pieces if piece.left >= across]
        if all(_is_column(side, size) for side in (left, right)):
            return across
    return None


def _is_column(pieces: Sequence[Line], size: float) -> bool:
    # The labels of a figure are narrow as well, so only the wide ones count; comments beside code
    # belong to its lines.
    wide = sum(p.right - p.left > _NARROWEST * size and not p.monospaced for p in pieces)
    if wide < _FEWEST_LINES:
        return False
    height = max(p.top for p in pieces) - min(p.bottom for p in pieces)
    return height > _LEAST_HEIGHT * size


def _gaps(intervals: list[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    """The blank strips between intervals: how wide each is, and its middle."""
    found: list[tuple[float, float]] = []
    intervals.sort()
    end = intervals[0][1] if intervals else 0.0
    for (_, stop), (start, _) in pairwise(intervals):
        end = max(end, stop)
        if start - end > least:
            found.append((start - end, (start + end) / 2))
    return found


def _sorted(pieces: Sequence[Line]) -> list[Line]:
    """The pieces of a column from top to bottom; those on one baseline from the left."""
    out: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: -p.baseline):
        level = out[-1] if out else None
        # The mark of a note stands above the line it opens by up to half of its size.
        if level and level[-1].baseline - piece.baseline < 0.4 * max(level[-1].size, piece.size):
            level.append(piece)
        else:
            out.append([piece])
    return [piece for level in out for piece in sorted(level, key=lambda p: p.left)]
