"""The line of places at the head of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

_GAP = 3


@dataclass(frozen=True, slots=True)
class Tab:
    """A place."""

    name: str
    """What it is called."""
    is_empty: bool = False
    """Whether there is nothing in it."""


class PlacesLine(Widget):
    """Places beside each other, the one that is shown marked, and how things stand at the right.

    What does not fit gives way in this order: the facts, the gaps, the places far from the one in
    use. What is under way does not: it gets shorter, and then the places give way to it.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"places--here", "places--other", "places--empty", "places--facts"}
    DEFAULT_CSS = """
    PlacesLine {
        height: 1;
        .places--here { color: $mark; text-style: bold underline; }
        .places--other { color: $ink-source; }
        .places--empty { color: $ink-quiet; }
        .places--facts { color: $ink-quiet; }
        &:ansi {
            .places--here { color: ansi_default; text-style: bold reverse; }
            .places--other { color: ansi_default; }
            .places--empty { color: ansi_default; text-style: dim; }
            .places--facts { color: ansi_default; text-style: dim; }
        }
    }
    """

    @dataclass
    class Chosen(Message):
        """A place was clicked."""

        number: int
        """Which, from 0."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs: Sequence[Tab] = ()
        self._here = 0
        self._facts: Sequence[str] = ()
        self._under_way: Sequence[str] = ()

    @property
    def facts(self) -> str:
        """What stands at the right, as far as there is room."""
        return " · ".join([*self._under_way[:1], *self._facts])

    def set(
        self, tabs: Sequence[Tab], here: int, facts: Sequence[str], under_way: Sequence[str] = ()
    ) -> None:
        """Show places.

        Args:
            tabs: The places.
            here: The number of the one that is shown, from 0.
            facts: How things stand in it; the first give way where there is little room.
            under_way: How far it is what the reader waits for, in several wordings, the longest
                first; one of them is shown.
        """
        self._under_way = under_way
        self._tabs, self._here, self._facts = tabs, here, [fact for fact in facts if fact]
        self.refresh()

    def render_line(self, _y: int) -> Strip:
        """The line."""
        width = self.size.width
        under_way, room = self._worded(width)
        first, last, gap = self._shown(room)
        more = self.get_component_rich_style("places--empty")
        segments: list[Segment] = [Segment("‹ ", more)] if first else []
        used = 2 if first else 0
        for number in range(first, last):
            if number > first:
                segments.append(Segment(" " * gap, self.rich_style))
                used += gap
            tab = self._tabs[number]
            look = "here" if number == self._here else "empty" if tab.is_empty else "other"
            style = self.get_component_rich_style(f"places--{look}")
            segments.append(Segment(tab.name, style + Style.from_meta({"place": number})))
            used += cell_len(tab.name)
        if last < len(self._tabs):
            segments.append(Segment(" ›", more))
            used += 2
        facts = [*under_way, *self._facts]
        while facts[len(under_way) :] and used + _GAP + cell_len(" · ".join(facts)) > width:
            facts.pop(len(under_way))
        said = " · ".join(facts)
        padding = " " * max(0, width - used - cell_len(said))
        facts_style = self.get_component_rich_style("places--facts")
        segments += [Segment(padding, self.rich_style), Segment(said, facts_style)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _worded(self, width: int) -> tuple[Sequence[str], int]:
        """How it is said what is under way, and the cells that are left for the places."""
        sizes = [cell_len(tab.name) for tab in self._tabs]
        all_places = sum(sizes) + _GAP * (len(sizes) - 1)
        one_place = sizes[self._here] + 4 if sizes else 0  # with the signs that there are more
        for least in (min(all_places, width), one_place):
            for wording in self._under_way:
                room = width - _GAP - cell_len(wording)
                if room >= least:
                    return (wording,), room
        return self._under_way[-1:], one_place if self._under_way else width

    def _shown(self, width: int) -> tuple[int, int, int]:
        """The first place that is shown, the one behind the last, and the cells between them."""
        sizes = [cell_len(tab.name) for tab in self._tabs]
        for gap in range(_GAP, 0, -1):
            if sum(sizes) + gap * (len(sizes) - 1) <= width:
                return 0, len(sizes), gap
        first, last = self._here, self._here + 1
        room = width - 4  # there is more on either side
        while True:
            if last < len(sizes) and sum(sizes[first : last + 1]) + last - first <= room:
                last += 1
            elif first and sum(sizes[first - 1 : last]) + last - first <= room:
                first -= 1
            else:
                return first, last, 1

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked."""
        number = event.style.meta.get("place")
        if isinstance(number, int):
            self.post_message(self.Chosen(number))
