"""Initials: a large letter that opens a text and stands beside its first lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarise.sources.pdf.lines import Line

#: An initial is so many times as large as the text, and the lines beside it are as near as this
#: share of its size.
_LARGER, _SMALLER, _NEAR = 1.8, 1.5, 0.6
#: More of them on a page are signs of something.
_MOST = 20


def with_initials(lines: Sequence[Line], body: float) -> list[Line]:
    """The lines of a page with each initial joined to the first of the lines beside it.

    Args:
        lines: All lines of the page.
        body: The size of the text of the document.
    """
    found = [
        line
        for line in lines
        if len(line.text) == 1 and line.text.isalpha() and line.size >= _LARGER * body
    ]
    out = list(lines)
    for initial in found if len(found) <= _MOST else ():
        beside = [at for at, line in enumerate(out) if _is_beside(initial, line)]
        if len(beside) < 2:  # a letter before one line is no initial, but the sign of something
            continue
        first = max(beside, key=lambda at: out[at].baseline)
        for at in beside:  # they begin where the column does
            out[at] = replace(out[at], left=initial.left, second=max(out[at].second, initial.left))
        line = out[first]
        # A word that is a letter alone is followed by another one, in the same letters or not.
        gap = " " if initial.text in "AIOÀÉY" and line.text[0].isupper() else ""
        width = line.lead + initial.right - initial.left
        out[first] = replace(line, text=initial.text + gap + line.text, lead=width)
        out.remove(initial)
    return out


def _is_beside(initial: Line, line: Line) -> bool:
    return (
        line is not initial
        and line.size < initial.size / _SMALLER
        and 0 <= line.left - initial.right + 0.2 * line.size < _NEAR * initial.size
        and initial.bottom - 0.3 * line.size < line.baseline < initial.top
    )
