"""A line of text with something at its right end; what does not fit is cut with an ellipsis."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size

from tui.text.looks import QUIET
from tui.widgets.plain_rows import PlainRows

#: Cells kept free between both ends.
_GAP = 2
#: The share of a line that whole facts must fill; otherwise it is cut within a fact.
_MOST = 0.7
#: The share of a line that its left end has at least, if it wants it, before the right one gives
#: way; and the share that it has when that has begun.
_LEAST = 1 / 3
_ENOUGH = 0.85


class FittedLine(PlainRows):
    """One row. Text of articles is safe here: nothing is read as markup.

    Args:
        left: What stands at the left; it is cut if both ends do not fit.
        right: What stands at the right; its first facts are left out where that leaves the left
            end whole, or else a good part of it; all of it where nothing says what parts them.
        cut_at: What parts the facts at both ends: the left is cut there, where that leaves most of
            it.
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
        self.set_reactive(FittedLine.auto_links, False)  # there are none to be looked for
        self._cut_at = cut_at
        self._left = _content(left)
        self._right = _content(right)
        self._quiet = False

    @property
    def quiet(self) -> bool:
        """Whether all of it is said in passing, whatever its parts look like."""
        return self._quiet

    @quiet.setter
    def quiet(self, quiet: bool) -> None:
        if quiet != self._quiet:
            self._quiet = quiet
            self.refresh()

    @property
    def text(self) -> str:
        """What both ends say."""
        return f"{self._left.plain}  {self._right.plain}".rstrip()

    def set(self, left: str | Content, right: str | Content = "") -> None:
        """Show something else."""
        left, right = _content(left), _content(right)
        if left.is_same(self._left) and right.is_same(self._right):
            return
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
        right = self._beside_all_of_left() or self._right
        if self._room_beside(right) < min(self._left.cell_length, int(width * _LEAST)):
            least = min(self._left.cell_length, int(width * _ENOUGH))
            while right and self._room_beside(right) < least:
                right = self._without_first_fact(right)
        room = self._room_beside(right)
        left = self._cut(max(0, room))
        line = left.pad_right(max(0, width - left.cell_length - right.cell_length)).append(right)
        return Content.styled(line.plain, QUIET) if self._quiet else line

    def _beside_all_of_left(self) -> Content:
        """The last facts of the right end that leave the left one whole; none if it is too long."""
        right = self._right
        while right and self._room_beside(right) < self._left.cell_length:
            right = self._without_first_fact(right)
        return right

    def _room_beside(self, right: Content) -> int:
        """How many cells are left for the left end; below 0 if the line is narrower than this."""
        return self.content_size.width - right.cell_length - (_GAP if right else 0)

    def _without_first_fact(self, right: Content) -> Content:
        at = right.plain.find(self._cut_at) if self._cut_at else -1
        return right[at + len(self._cut_at) :] if at >= 0 else Content("")

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
