"""Everything that a reader chose about an article: small, frozen, easy to store."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from summarise.length import Length, Unit


class Layout(StrEnum):
    """How summary and source share the screen; the value is how a notice calls it."""

    BOTH = "side by side"
    SUMMARY = "summary only"
    SOURCE = "source only"
    HIGHLIGHT = "source with the kept sentences highlighted"

    @property
    def next(self) -> Layout:
        """The one after this, round and round."""
        layouts = list(Layout)
        return layouts[(layouts.index(self) + 1) % len(layouts)]


#: For paragraphs that the reader restored or dropped, the reason now on them or None.
Blocks = tuple[tuple[int, str | None], ...]

#: The units a length is shown and stepped in, in the order the reader cycles through them.
UNITS = (Unit.SENTENCES, Unit.PERCENT, Unit.WORDS, Unit.MINUTES, Unit.CHARACTERS)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader decided about the article, the part that undo goes back over."""

    pins: frozenset[int] = frozenset()
    """Sentences always kept."""
    drops: frozenset[int] = frozenset()
    """Sentences never kept."""
    focus: tuple[str, ...] = ()
    """Terms that the reader wants more of."""
    blocks: Blocks = ()
    """For paragraphs that were restored or dropped, the reason now on them or None."""


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Everything worth keeping about an article that was left: small, frozen, easy to store."""

    method: str
    """Name of the method in use."""
    length: Length
    """The length as the reader last set it."""
    unit: Unit = Unit.SENTENCES
    """The unit that lengths are shown in."""
    choices: Choices = field(default_factory=Choices)
    """Pins, drops, focus and blocks."""
    place: int | None = None
    """The sentence under the cursor of the source."""
    layout: Layout = Layout.BOTH
    """How the panes share the screen."""
    heat: bool = False
    """Whether scores tint the source."""
