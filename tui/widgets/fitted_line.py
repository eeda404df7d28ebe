"""A line of text with something at its right end; what does not fit is cut with an ellipsis."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

#: Cells kept free between both ends.
_GAP = 2
#: The share of a line that whole facts must fill; otherwise it is cut within a fact.
_MOST = 0.7


class FittedLine(Widget):
    """One row. Text of articles is safe here: nothing is read as markup.

    Args:
        left: What stands at the left; it is cut if both ends do not fit.
        right: What stands at the right; it is left out if the line is narrower than it.
        cut_at: What parts the facts at the left: it is cut there, where that leaves most of it.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FittedLine { height: 1; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(
        self,
        left: str | Content = "",
        right: str | Content = "",
        *,
        cut_at: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._cut_at = cut_at
        self._left = _content(left)
        self._right = _content(right)

    @property
    def text(self) -> str:
        """What both ends say."""
        return f"{self._left.plain}  {self._right.plain}".rstrip()

    def set(self, left: str | Content, right: str | Content = "") -> None:
        """Show something else."""
        left, right = _content(left), _content(right)
        widths = self._left.cell_length, self._right.cell_length
        self._left, self._right = left, right
        self.refresh(layout=widths != (left.cell_length, right.cell_length) and self._is_auto)

    @property
    def _is_auto(self) -> bool:
        width = self.styles.width
        return width is not None and width.is_auto

    def get_content_width(self, _container: Size, _viewport: Size) -> int:
        """As wide as both ends, for a line of automatic width."""
        gap = _GAP if self._right and self._left else 0
        return self._left.cell_length + gap + self._right.cell_length

    def render(self) -> Content:
        """Both ends, with space between them."""
        width = self.content_size.width
        right = self._right
        if right.cell_length > width:
            right = Content("")
        room = width - right.cell_length - (_GAP if right else 0)
        if right and room < min(self._left.cell_length, width // 3):
            right, room = Content(""), width
        left = self._cut(max(0, room))
        return left.pad_right(max(0, width - left.cell_length - right.cell_length)).append(right)

    def _cut(self, room: int) -> Content:
        """The left end in this many cells: whole facts, if they fill most of the room."""
        cut = self._left.truncate(room, ellipsis=True)
        if self._cut_at and self._left.cell_length > room:
            last = self._left.plain.rfind(self._cut_at, 0, len(cut.plain) + len(self._cut_at))
            facts = self._left[: max(0, last)]
            if room * _MOST <= facts.cell_length <= room:
                return facts
        return cut


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(text)
