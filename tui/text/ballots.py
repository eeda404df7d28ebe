"""How the votes of several methods are read: the legend of their marks, and one vote in words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from tui.state.votes import ballot
from tui.text.wording import SEPARATOR


def legend(voters: Sequence[str], width: int) -> Content:
    """Which sign of a mark stands for which method.

    Args:
        voters: What the methods are called, in the order of the signs.
        width: Cells of the row; where they are few, what can be missed is left out.
    """
    head, gap, others = "Source", "   ", range(len(voters))
    signs = [ballot([place == number for place in others]) for number in others]
    named = list(zip(signs, voters, strict=True))
    if cell_len(gap.join((head, *(f"{sign} {name}" for sign, name in named)))) > width:
        head, gap = "", "  "
    text = Content.styled(head, "bold")
    for sign, name in named:
        text += Content.assemble(gap if text else "", (sign, "bold $mark"), f" {name}")
    return text


def who_keeps(place: str, voters: Sequence[str], vote: Sequence[bool]) -> str:
    """Which methods keep a sentence, in words.

    Args:
        place: Where it stands, as it is told elsewhere; "" if it is in no paragraph.
        voters: What the methods are called.
        vote: Whether each of them keeps it; empty if none does.
    """
    keepers = [name for name, keeps in zip(voters, vote, strict=False) if keeps]
    kept = f"kept by {', '.join(keepers)}" if keepers else "kept by no method"
    return SEPARATOR.join(filter(None, (place, kept)))
