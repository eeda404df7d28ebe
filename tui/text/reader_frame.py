"""How the reader divides the screen, and its outline for the time before there is a text."""

from __future__ import annotations

from textual.content import Content

from tui.text.looks import QUIET
from tui.text.wording import READING

#: From this many columns on the panes stand side by side.
WIDE = 100
#: Below this many rows the panes take turns instead of standing one above the other.
SHORT = 20
#: From this many rows on there are blank rows between the parts.
TALL = 30

_RULE = "$rule"
#: Cells that the strip beside the text takes with its margins, on wide screens and on others.
_STRIP, _STRIP_ALONE = 5, 2
#: What can be done while an article is read.
_FOOT = (("esc", "library"), ("q", "leave"))


def pane_name(name: str, facts: str = "") -> Content:
    """The head of a pane: its name, and how things stand in it."""
    return Content.assemble((name, "bold"), (f"   {facts}" if facts else "", QUIET))


def source_place(width: int, height: int) -> tuple[int, int, int, int]:
    """Where the text of the source stands in the reader; on the smallest, where it would.

    Args:
        width: Cells of the screen.
        height: Rows of the screen.

    Returns:
        Its first column and row, its width and height, in cells.
    """
    tall, wide = height >= TALL, width >= WIDE
    first, panes = _panes(width, height)
    end = first + panes
    if wide:
        left, top = width * 2 // 5 + 2, first + 1 + tall
    elif height >= SHORT:
        left, top = 0, first + (panes * 2 // 5 + 2 if tall else panes * 3 // 5 + 1)
    else:
        left, top = 0, first + 1
    return left, top, max(1, width - left - (_STRIP if wide else _STRIP_ALONE)), max(1, end - top)


def _panes(width: int, height: int) -> tuple[int, int]:
    """The row of the heads, and the rows from there to the end of the panes."""
    tall, wide = height >= TALL, width >= WIDE
    first = 2 if tall else 1
    below = (6 if tall else 4 if wide else 3) if height >= SHORT else 3
    return first, height - first - below + 1


def outline(name: str, width: int, height: int, state: str = READING, awaited: str = "") -> Content:
    """The reader without a text: the name of what is read, the heads of the panes, the rule.

    It is one text, because the first frame has no time for a dozen widgets. Everything stands where
    the reader will show it.

    Args:
        name: The name of the article.
        width: Cells of the screen.
        height: Rows of the screen.
        state: How far the reading has come, at the head of the source.
        awaited: What the summary waits for, at its head.
    """
    margin = 2 if width >= WIDE else 1
    rows = {0: Content.styled(name, "bold").pad_left(margin)}
    summary, source = pane_name("Summary", awaited), pane_name("Source", state)
    tall, wide = height >= TALL, width >= WIDE
    first, panes = _panes(width, height)
    if wide:
        rows |= _side_by_side(summary, source, width, range(first, first + panes))
    elif tall:
        rows[first] = summary.pad_left(margin)
        rows[first + panes * 2 // 5] = Content.styled("▔" * width, _RULE)
        rows[first + panes * 2 // 5 + 1] = source.pad_left(margin)
    elif height >= SHORT:
        rows[first] = summary.pad_left(margin)
        rows[first + panes * 3 // 5] = source.pad_left(margin)
    else:
        rows[first] = pane_name("Summary", state).pad_left(margin)
    length_margin = margin if height >= SHORT else 1
    rows[first + panes + tall] = Content.assemble(
        " " * length_margin,
        ("Length  ", QUIET),
        ("─" * max(0, width - 8 - 2 * length_margin), _RULE),
    )
    foot = [part for key, what in _FOOT for part in ((key, "bold $mark"), (f" {what}  ", QUIET))]
    rows[height - 1] = Content.assemble(*foot).pad_left(margin)
    lines = [rows.get(row, Content("")).truncate(width) for row in range(height)]
    return Content("\n").join(lines)


def _side_by_side(
    summary: Content, source: Content, width: int, panes: range
) -> dict[int, Content]:
    room = width * 2 // 5
    head = Content.assemble("  ", summary).truncate(room, ellipsis=True, pad=True)
    rule = Content.styled("▏", _RULE)
    rows = dict.fromkeys(panes, rule.pad_left(room))
    rows[panes[0]] = Content.assemble(head, rule, "  ", source)
    return rows
