"""How the votes of several methods are read: the legend of their marks, and one vote in words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.state.votes import ballot
from tui.text.wording import SEPARATOR


def legend(voters: Sequence[str]) -> Content:
    """Which sign of a mark stands for which method.

    Args:
        voters: What the methods are called, in the order of the signs.
    """
    text = Content.styled("Source", "bold")
    for number, name in enumerate(voters):
        mark = ballot([place == number for place in range(len(voters))])
        text += Content.assemble("   ", (mark, "bold $mark"), f" {name}")
    return text


def who_keeps(sentence: int, voters: Sequence[str], vote: Sequence[bool]) -> str:
    """Which methods keep a sentence, in words.

    Args:
        sentence: The sentence.
        voters: What the methods are called.
        vote: Whether each of them keeps it; empty if none does.
    """
    keepers = [name for name, keeps in zip(voters, vote, strict=False) if keeps]
    kept = f"kept by {', '.join(keepers)}" if keepers else "kept by no method"
    return f"sentence {sentence + 1}{SEPARATOR}{kept}"
