"""How the reader divides the screen, and its outline for the time before there is a text."""

from __future__ import annotations

from textual.content import Content

from tui.text.looks import QUIET

#: From this many columns on the panes stand side by side.
WIDE = 100
#: Below this many rows the panes take turns instead of standing one above the other.
SHORT = 20

#: What stands at the head of the source until there is one.
READING = "reading …"
_RULE = "$foreground 20%"
#: What can be done while an article is read.
_FOOT = "esc library  q leave"


def size_classes(width: int, height: int) -> str:
    """The style classes of a reader on a screen of this size."""
    return f"{'-wide' if width >= WIDE else '-narrow'} {'-tall' if height >= SHORT else '-short'}"


def pane_name(name: str, facts: str = "") -> Content:
    """The head of a pane: its name, and how things stand in it."""
    return Content.assemble((name, "bold"), (f"   {facts}" if facts else "", QUIET))


def outline(name: str, width: int, height: int) -> Content:
    """The reader without a text: the name of what is read, the heads of the panes, the rule.

    It is one text, because the first frame has no time for a dozen widgets. Everything stands where
    the reader will show it.

    Args:
        name: The name of the article.
        width: Cells of the screen.
        height: Rows of the screen.
    """
    margin = 2 if width >= WIDE else 1
    rows = {0: Content.styled(name, "bold").pad_left(margin)}
    source = pane_name("Source", READING)
    if width >= WIDE:
        rows |= _side_by_side(source, width, height)
    elif height >= SHORT:
        panes = height - 7
        rows[2] = pane_name("Summary").pad_left(margin)
        rows[2 + panes * 2 // 5] = Content.styled("▔" * width, _RULE)
        rows[3 + panes * 2 // 5] = source.pad_left(margin)
    else:
        rows[1] = source.pad_left(margin)
    length_margin = margin if height >= SHORT else 1
    rows[height - (4 if height >= SHORT else 2)] = Content.assemble(
        " " * length_margin, "Length  ", ("─" * max(0, width - 8 - 2 * length_margin), _RULE)
    )
    rows[height - 1] = Content.styled(_FOOT, QUIET).pad_left(margin)
    lines = [rows.get(row, Content("")).truncate(width) for row in range(height)]
    return Content("\n").join(lines)


def _side_by_side(source: Content, width: int, height: int) -> dict[int, Content]:
    first, last = (2, height - 6) if height >= SHORT else (1, height - 3)
    summary = width * 2 // 5
    head = Content.assemble("  ", pane_name("Summary"))
    rule = Content.styled("▏", _RULE)
    rows = dict.fromkeys(range(first, last + 1), rule.pad_left(summary))
    rows[first] = Content.assemble(head.pad_right(summary - head.cell_length), rule, "  ", source)
    return rows
