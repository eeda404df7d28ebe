"""Everything that a reader chose about an article: small, frozen, easy to store."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from summarise.length import Length, Unit
from tui.state.store.records import Absent, Anchor


class Layout(StrEnum):
    """How summary and source share the screen; the value is how a notice calls it."""

    TITLE = "the title alone"
    SENTENCE = "one sentence"
    OUTLINE = "outline"
    BOTH = "side by side"
    SUMMARY = "summary only"
    HIGHLIGHT = "source with the kept sentences highlighted"
    SOURCE = "source only"

    @property
    def next(self) -> Layout:
        """The one after this, round and round, of those that show the summary or its sentences."""
        at = _ROUND.index(self) if self in _ROUND else -1
        return _ROUND[(at + 1) % len(_ROUND)]

    @property
    def hides_source(self) -> bool:
        """Whether the source is not to be seen."""
        return self in (Layout.TITLE, Layout.SENTENCE, Layout.SUMMARY)

    @property
    def hides_summary(self) -> bool:
        """Whether the summary is not to be seen beside its source."""
        return self in (Layout.HIGHLIGHT, Layout.SOURCE)

    def zoomed(self, step: int, *, outline: bool) -> Layout:
        """The layout that shows a step more of the article, or less; this one at the ends.

        Args:
            step: 1 for more, -1 for less.
            outline: Whether the article has an outline.
        """
        axis = [layout for layout in _AXIS if outline or layout is not Layout.OUTLINE]
        here = Layout.BOTH if self is Layout.SUMMARY or self not in axis else self
        at = axis.index(here) + step
        return axis[at] if 0 <= at < len(axis) else self


_ROUND = (Layout.BOTH, Layout.SUMMARY, Layout.SOURCE, Layout.HIGHLIGHT)
#: From the least to the most of an article.
_AXIS = (
    Layout.TITLE,
    Layout.SENTENCE,
    Layout.OUTLINE,
    Layout.BOTH,
    Layout.HIGHLIGHT,
    Layout.SOURCE,
)

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
    absent: Absent = field(default_factory=Absent)
    """The same of what is not in the text now."""


class AbsentPlace(NamedTuple):
    """Where the reader was in a text that has lost that sentence."""

    anchor: Anchor
    """The sentence, by its words."""
    stands: int | None
    """Where the reader was put instead; the place is forgotten once they have moved from there."""
    reached: float
    """How far into that text it was, from 0 to 1."""


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
    dims_known: bool = False
    """Whether what was read before is dimmed."""
    new_first: bool = False
    """Whether the summary begins with what was not read before."""
    absent_place: AbsentPlace | None = None
    """Where the reader was before the text lost that sentence."""
    suits: bool = False
    """Whether the length is the one that suits the article and the screen: nobody chose it."""
