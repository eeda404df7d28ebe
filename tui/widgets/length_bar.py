"""One row on which the length of the summary is set: by key, click, drag or wheel."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.keys.length_bar import LENGTH_BAR_BINDINGS
from tui.widgets.dragging import DragWidget
from tui.widgets.length_scale import LengthScale

_KNOB = "●"
_SUGGESTED = "◆"
_FILLED = "━"
_EMPTY = "─"


class LengthBar(DragWidget, can_focus=True):
    """A slider over 1 to ``total`` sentences, finer where the lengths are short."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "length-bar--filled",
        "length-bar--knob",
        "length-bar--empty",
        "length-bar--suggested",
    }
    DEFAULT_CSS = """
    LengthBar {
        height: 1;
        width: 1fr;
        min-width: 4;
        pointer: pointer;
        .length-bar--filled { color: $mark; }
        .length-bar--knob { color: $mark; text-style: bold; }
        .length-bar--empty { color: $rail; }
        .length-bar--suggested { color: $ink-quiet; }
        &:hover .length-bar--knob { color: $ink-current; }
        &:focus .length-bar--knob { color: $ink-current; text-style: bold reverse; }
        &:ansi {
            .length-bar--empty { color: ansi_default; text-style: dim; }
            .length-bar--suggested { color: ansi_default; }
            &:hover .length-bar--knob { color: $mark; }
            &:focus .length-bar--knob { color: $mark; text-style: bold reverse; }
        }
    }
    """
    BINDINGS = LENGTH_BAR_BINDINGS

    #: Sentences in the summary: 1 to ``total``, or 0 when there are none.
    value: reactive[int] = reactive(0)
    #: Sentences that could be in it.
    total: reactive[int] = reactive(0)
    #: A length worth trying, marked on the bar.
    suggested: reactive[int | None] = reactive(None)

    class Changed(Message):
        """The reader set another length. Setting `value` from the program does not send it."""

        def __init__(self, bar: LengthBar, value: int) -> None:
            super().__init__()
            self.bar = bar
            self.value = value

        @property
        def control(self) -> LengthBar:
            """The bar, for ``@on`` with a selector."""
            return self.bar

    def __init__(
        self,
        value: int = 0,
        total: int = 0,
        *,
        suggested: int | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._scale_now = LengthScale(0, 1)
        self.set_reactive(LengthBar.total, max(0, total))
        self.set_reactive(LengthBar.value, self.validate_value(value))
        self.set_reactive(LengthBar.suggested, suggested)

    def validate_value(self, value: int) -> int:
        """Keep the length between one sentence and all of them."""
        return max(min(1, self.total), min(self.total, value))

    def validate_total(self, total: int) -> int:
        """Keep the total from being negative."""
        return max(0, total)

    def watch_total(self) -> None:
        """Keep the value within a new total."""
        self.value = self.validate_value(self.value)

    @property
    def scale(self) -> LengthScale:
        """The scale at the present width."""
        cells = max(1, self.size.width)
        if (self._scale_now.total, self._scale_now.cells) != (self.total, cells):
            self._scale_now = LengthScale(self.total, cells)
        return self._scale_now

    def render_line(self, y: int) -> Strip:
        """Draw the bar, the knob and the mark of the suggested length."""
        scale, base = self.scale, self.rich_style
        if y or not self.size.width:
            return Strip.blank(self.size.width, base)
        knob = scale.cell_of(self.value) if self.value else -1
        mark = scale.cell_of(self.suggested) if self.suggested and self.total else -1
        segments: list[Segment] = []
        for first, stop, character, part in (
            (0, knob, _FILLED, "filled"),
            (max(0, knob), knob + 1, _KNOB, "knob"),
            (knob + 1, scale.cells, _EMPTY, "empty"),
        ):
            style = self._part(part)
            if first <= mark < stop and mark != knob:
                segments.append(Segment(character * (mark - first), style))
                segments.append(Segment(_SUGGESTED, self._part("suggested")))
                first = mark + 1
            segments.append(Segment(character * (stop - first), style))
        return Strip([segment for segment in segments if segment.text], scale.cells)

    def _part(self, part: str) -> Style:
        return self.get_component_rich_style(f"length-bar--{part}")

    def set_by_reader(self, value: int) -> None:
        """Set the length as the reader does, and tell if it is another one."""
        before = self.value
        self.value = value
        if self.value != before:
            self.post_message(self.Changed(self, self.value))

    def action_step(self, sentences: int) -> None:
        """Change the length by sentences."""
        self.set_by_reader(self.value + sentences)

    def action_stride(self, direction: int) -> None:
        """Change the length by a tenth of itself, and by two sentences at least."""
        self.set_by_reader(self.value + direction * max(2, self.value // 10))

    def action_go_to(self, value: int) -> None:
        """Set the length."""
        self.set_by_reader(value)

    def action_go_to_end(self) -> None:
        """Set the length to all sentences."""
        self.set_by_reader(self.total)

    def action_go_to_suggested(self) -> None:
        """Set the length to the suggested one, if there is one."""
        if self.suggested is not None:
            self.set_by_reader(self.suggested)

    def drag_to(self, x: int, y: int) -> None:  # noqa: ARG002
        """Set the length at a cell; the mark stands for its own length, which a cell may miss."""
        scale = self.scale
        on_mark = self.suggested and self.total and x == scale.cell_of(self.suggested)
        self.set_by_reader(self.suggested if on_mark and self.suggested else scale.value_at(x))

    def turn_wheel(self, direction: int) -> None:
        """One sentence more for a turn up, one fewer for a turn down."""
        self.set_by_reader(self.value - direction)
