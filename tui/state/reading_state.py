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
    """What the reader decided about the article, the part that undo goes back over.

    Attributes:
        pins: Sentences always kept.
        drops: Sentences never kept.
        focus: Terms that the reader wants more of.
        blocks: For paragraphs that were restored or dropped, the reason now on them or None.
    """

    pins: frozenset[int] = frozenset()
    drops: frozenset[int] = frozenset()
    focus: tuple[str, ...] = ()
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Everything worth keeping about an article that was left: small, frozen, easy to store.

    Attributes:
        method: Name of the method in use.
        length: The length as the reader last set it.
        unit: The unit that lengths are shown in.
        choices: Pins, drops, focus and blocks.
        place: The sentence under the cursor of the source.
        layout: How the panes share the screen.
        heat: Whether scores tint the source.
    """

    method: str
    length: Length
    unit: Unit = Unit.SENTENCES
    choices: Choices = field(default_factory=Choices)
    place: int | None = None
    layout: Layout = Layout.BOTH
    heat: bool = False
