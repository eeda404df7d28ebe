"""Every sign on the screen and what it says."""

from __future__ import annotations

from typing import NamedTuple

from tui.state.votes import AGREED, KEEPS, LEAVES
from tui.text.blocks import DROP, NEW, PIN, POINTS_BACK
from tui.text.layout import PICTURE
from tui.text.levels import FOLDED


class Sign(NamedTuple):
    """A sign of the reader or of the comparison."""

    sign: str
    """The sign, or several with a space between them."""
    says: str
    """What it says: a line without a full stop."""


LEGEND = (
    Sign("1", "The number of a kept sentence, the same in both panes"),
    Sign("¹ ²", "In the source: the number of the kept sentence that begins behind it"),
    Sign(f"1{NEW}", "It came in with the last change; in the source, several begin on the row"),
    Sign(f"1{PIN}", "You pinned it"),
    Sign(f"1{POINTS_BACK}", "It points back to a sentence that is left out: a adds that"),
    Sign(DROP, "You dropped this sentence"),
    Sign("×", "Not part of the article, for the reason at the right; r brings it back"),
    Sign("▸", "The sentence you are at, or the one that stands for it"),
    Sign("▏ ▎ ▌", "How high the best sentence of the row ranks, where the source is tinted"),
    Sign("█", "On the strip at the right edge: here is a kept sentence"),
    Sign("░ ▒ ▓", "On the strip: how high the sentences here rank"),
    Sign("▕", "On the strip: this part is in view"),
    Sign("●", "On the length bar: the length of the summary"),
    Sign("◆", "On the length bar: the length beyond which more adds little"),
    Sign("¶", "Paragraphs"),
    Sign(PICTURE.strip(), "The words of a picture"),
    Sign("[term]", "You asked for more of this term"),
    Sign(FOLDED, "In the outline: there are more parts in this one"),
    Sign(AGREED, "In the comparison: every method keeps the sentence"),
    Sign(f"{KEEPS}{LEAVES}{KEEPS}", "In the comparison: which of the methods keep the sentence"),
)
