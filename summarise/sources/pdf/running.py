"""Lines that stand on page after page: heads, feet and page numbers, which cut sentences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarise.sources.pdf.lines import Line

#: The share of a page's height, at its top and at its foot, in which they stand.
_MARGIN = 0.17
#: They are on so many pages; on half of them where there are few.
_FEWEST_PAGES = 3
#: The heights at which the same line stands differ by at most this share of the page.
_STEP = 0.02
#: What stands as high as each other, and what stands apart from the text, in sizes of the letters.
_LEVEL, _APART = 0.5, 1.6
#: A head that stands close to the text has so many letters at most.
_SHORT = 60
#: What stands wherever it likes is on so many pages, and on this share of them.
_FEWEST_FIXED, _FIXED = 5, 0.33
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[\[(|–—•·-]*\s*(?:(?:page|p\.|seite|página|pagina|стр\.)\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:/|of|von|de|sur|di|из)\s*\d{1,4})?\s*[\])|–—•·-]*",
    re.IGNORECASE,
)
#: What a browser writes around the page it prints.
_OF_A_BROWSER = re.compile(r"(?:https?|file)://\S+|.*\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}.*")


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lines of a page and its height."""

    height: float
    lines: Sequence[Line] = field(default=())


def running_lines(leaves: Sequence[Leaf]) -> list[list[bool]]:
    """Find the lines that stand at the head or the foot of page after page.

    Two lines are the same if nothing but numbers tells them apart and they stand equally high. A
    short line that many pages have at the very same place is one wherever that is: the list of
    parts beside each slide, a stamp.

    Args:
        leaves: The pages in their order.

    Returns:
        For each line of each page, whether it is one of them.
    """
    pages: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number, leaf in enumerate(leaves):
        for line in leaf.lines:
            if _in_margin(line, leaf.height):
                pages[_key(line, leaf.height)].add(number)
    counts = Counter({key: len(found) for key, found in pages.items()})
    need = max(2, min(_FEWEST_PAGES, len(leaves) // 2))

    def repeats(line: Line, height: float) -> bool:
        if _PAGE_NUMBER.fullmatch(line.text) or _OF_A_BROWSER.fullmatch(line.text):
            return True
        text, step = _key(line, height)
        return sum(counts[text, step + near] for near in (-1, 0, 1)) >= need

    def runs(leaf: Leaf) -> list[bool]:
        found: set[int] = set()
        for top in (True, False):
            levels = _levels(leaf, top=top)
            out = 0
            for place, level in enumerate(levels):
                if not all(_in_margin(line, leaf.height) for line in level):
                    break
                marks = [repeats(line, leaf.height) for line in level]
                apart = _is_apart(level, levels[place + 1 : place + 2])
                if not (all(marks) if place else any(marks) and (apart or all(marks))):
                    break
                # The text itself may repeat a line, but then more of it follows at once.
                short = sum(len(line.text) for line in level) <= _SHORT
                if apart or (short and not place):
                    out = place + 1
            found.update(id(line) for level in levels[:out] for line in level)
        return [id(line) in found or _place(line) in fixed for line in leaf.lines]

    fixed = _fixed(leaves)
    return [runs(leaf) for leaf in leaves]


def _fixed(leaves: Sequence[Leaf]) -> set[tuple[str, int, int]]:
    """The lines, with their places, that many pages have there and in these very letters."""
    counts = Counter(
        place
        for leaf in leaves
        for place in {_place(line) for line in leaf.lines if len(line.text) <= _SHORT}
    )
    need = max(_FEWEST_FIXED, _FIXED * len(leaves))
    return {place for place, count in counts.items() if count >= need}


def _place(line: Line) -> tuple[str, int, int]:
    return line.text, round(line.left / 2), round(line.baseline / 2)


def once(lines: Iterable[Line]) -> list[str]:
    """The texts of running lines, each once however its numbers differ."""
    seen: dict[str, str] = {}
    for line in lines:
        seen.setdefault(_NUMBER.sub("#", line.text), line.text)
    return list(seen.values())


def _levels(leaf: Leaf, *, top: bool) -> list[list[Line]]:
    """The lines of half a page by the height they stand at, the outermost first."""
    lines = [line for line in leaf.lines if (line.height > leaf.height / 2) == top]
    out: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.baseline, reverse=top):
        if out and abs(out[-1][0].baseline - line.baseline) < _LEVEL * line.size:
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _is_apart(level: Sequence[Line], inner: Sequence[Sequence[Line]]) -> bool:
    """Whether lines stand further from those that come next than lines of a text."""
    line = level[0]
    return not inner or abs(inner[0][0].baseline - line.baseline) > _APART * line.size


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom > (1 - _MARGIN) * height or line.top < _MARGIN * height


def _key(line: Line, height: float) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text), round(line.baseline / height / _STEP)
