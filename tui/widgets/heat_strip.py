"""The whole article at the edge of its pane: where the scores are, what is kept, where you are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, repeat
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from tui.widgets.document_canvas import DocumentCanvas
from tui.widgets.dragging import DragWidget
from tui.widgets.plain_rows import PlainRows

_SHADES = (" ", "░", "▒", "▓")
_KEPT = "█"
_IN_VIEW = "▕"
_CURSOR = "▸"
#: Stands for a sentence without a score (a heading, text that is not part of the article).
_NO_SCORE = 255
#: In an article of up to this many sentences, kept ones are shown on every row that they touch.
_EXACT_UP_TO = 2000
#: Rows that the wheel scrolls the view by.
_WHEEL_ROWS = 3


class HeatStrip(DragWidget, PlainRows):
    """A map of a document view, one row a slice of the article.

    The left cell shows which part is in view and where the cursor is, the right cell how high the
    scores are (relative to the other rows) and whether a sentence is kept. If more than half of
    the rows hold kept sentences, only those with more than the average share of them are marked,
    so that the map still says something about a novel.

    It looks at the view by itself: scrolling, resizing and the cursor need no call.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "heat-strip--score",
        "heat-strip--kept",
        "heat-strip--cursor",
        "heat-strip--in-view",
    }
    DEFAULT_CSS = """
    HeatStrip {
        width: 2;
        height: 1fr;
        pointer: pointer;
        .heat-strip--score { color: $foreground 35%; }
        .heat-strip--kept { color: $kept; }
        .heat-strip--cursor { color: $mark; }
        .heat-strip--in-view { color: $foreground 45%; }
        &:ansi {
            .heat-strip--score { color: ansi_default; text-style: dim; }
            .heat-strip--in-view { color: ansi_default; }
        }
    }
    """

    class Jumped(Message):
        """The reader pointed at a place of the article.

        Attributes:
            strip: The strip.
            fraction: How far down the article, from 0 to 1.
            sentence: The sentence there; None if the article has none.
        """

        def __init__(self, strip: HeatStrip, fraction: float, sentence: int | None) -> None:
            super().__init__()
            self.strip = strip
            self.fraction = fraction
            self.sentence = sentence

        @property
        def control(self) -> HeatStrip:
            """The strip, for ``@on`` with a selector."""
            return self.strip

    def __init__(self, view: DocumentCanvas | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: DocumentCanvas | None = None
        self._scores: Mapping[int, int] = {}
        self._kept: Collection[int] = ()
        self._steps: bytes | None = None  # of each sentence by its ordinal
        self._firsts: list[int] | None = None  # of each row, the ordinal of its first sentence
        self._surveyed = (0, 0)  # rows of the document and of the strip that they were found for
        self._shades: list[int] = []
        self._marked: list[bool] | None = None
        self._styles: dict[str, Style] = {}
        self._seen: tuple[int, int, int] | None = None
        if view is not None:
            self.follow(view)

    def follow(self, view: DocumentCanvas) -> None:
        """Show the document of a view, from now on."""
        self._view = view
        for attribute, changed in (
            ("virtual_size", self._rows_changed),
            ("scroll_y", self._view_moved),
            ("cursor", self._view_moved),
        ):
            self.watch(view, attribute, changed, init=False)
        self._rows_changed()

    def set_scores(self, steps: Mapping[int, int]) -> None:
        """Set how high sentences score, in steps from 0 to 3; others have no score."""
        if steps is self._scores or (not steps and not self._scores):
            return
        self._scores = steps
        self._steps = None
        self._rows_changed()

    def set_kept(self, sentences: Collection[int]) -> None:
        """Set which sentences are kept: ids, or the marks given to the view."""
        self._kept = sentences
        self._marked = None
        self.refresh()

    def on_resize(self) -> None:
        """Share the article out over another height."""
        self._rows_changed()

    def _rows_changed(self) -> None:
        self._firsts = self._marked = None
        self.refresh()

    def _view_moved(self) -> None:
        before, self._seen = self._seen, self._where()
        if before != self._seen:
            self.refresh()

    def notify_style_update(self) -> None:
        """Take up the colours of a new theme."""
        super().notify_style_update()
        self._styles = {}

    # The map: from the article to the rows of the strip

    def _cell_of(self, row: int) -> int:
        """The row of the strip for a row of the document."""
        rows, height = self._row_count(), self.size.height
        return row if rows <= height else min(height - 1, row * height // max(1, rows))

    def _row_count(self) -> int:
        return self._view.row_count if self._view is not None else 0

    def _survey(self) -> list[int]:
        """Find the sentences of each row and shade it: once for a document and a height.

        The text is touched only at the edges of the rows; scores are summed over slices.
        """
        view, height = self._view, self.size.height
        rows = self._row_count()
        if view is None or not rows or not height or not len(view.document):
            return []
        document = view.document
        if self._steps is None or len(self._steps) != len(document):
            steps = map(self._scores.get, document.ids, repeat(_NO_SCORE))
            self._steps = bytes(min(3, max(0, s)) if s != _NO_SCORE else s for s in steps)
        cells = min(rows, height)
        at = (view.sentence_at_row(cell * rows // cells) for cell in range(cells))
        firsts = [document.ordinal(sentence) for sentence in at if sentence is not None]
        firsts.append(len(document))
        means: list[float | None] = []
        for first, following in pairwise(firsts):
            scored = self._steps[first : max(following, first + 1)].replace(b"\xff", b"")
            means.append(sum(scored) / len(scored) if scored else None)
        self._shades = _shades_of(means)
        return firsts

    def _mark(self, firsts: list[int]) -> list[bool]:
        """Which rows hold kept sentences, or many of them if most rows hold some."""
        if self._view is None or not firsts:
            return []
        document = self._view.document
        cells = len(firsts) - 1
        counts = self._kept_per_row(firsts)
        if sum(map(bool, counts)) * 2 <= cells:
            return [count > 0 for count in counts]
        share = sum(counts) / max(1, len(document))
        sizes = (following - first for first, following in pairwise(firsts))
        return [count > share * max(1, size) for count, size in zip(counts, sizes, strict=True)]

    def _kept_per_row(self, firsts: list[int]) -> list[int]:
        """How many kept sentences each row holds; in a long article only where they end."""
        assert self._view is not None
        document = self._view.document
        if len(document) > _EXACT_UP_TO:
            ordinals = document.ordinals(self._kept)
            ends = [0, *(bisect_left(ordinals, first) for first in firsts[1:])]
            return [end - start for start, end in pairwise(ends)]
        counts = [0] * (len(firsts) - 1)
        for ordinal in document.ordinals(self._kept):
            first, count = self._view.rows_of(document.ids[ordinal])
            for cell in range(self._cell_of(first), self._cell_of(first + count - 1) + 1):
                counts[cell] += 1
        return counts

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw the row: in view or not, where the cursor is, the scores, what is kept."""
        width, style = self.size.width, self._styles or self._resolve_styles()
        base = style["base"]
        if self._firsts is None or self._surveyed != (self._row_count(), self.size.height):
            # A frame may come before the message that says the size has changed.
            self._surveyed = self._row_count(), self.size.height
            self._firsts, self._marked = self._survey(), None
        if self._marked is None:
            self._marked = self._mark(self._firsts)
            self._seen = self._where()
        if self._seen is None or y >= len(self._marked):
            return Strip.blank(width, base)
        top, bottom, cursor = self._seen
        left = Segment(_IN_VIEW, style["in-view"]) if top <= y <= bottom else Segment(" ", base)
        if self._marked[y]:
            right = Segment(_KEPT, style["kept"])
        else:
            right = Segment(_SHADES[self._shades[y]], style["score"])
        if y == cursor:
            left = Segment(_CURSOR, style["cursor"])
            right = Segment(_KEPT if self._marked[y] else right.text, style["cursor"])
        segments = [left, right] if width > 1 else [right]
        return Strip(segments, len(segments)).adjust_cell_length(width, base)

    def _resolve_styles(self) -> dict[str, Style]:
        self._styles = {
            part: self.get_component_rich_style(f"heat-strip--{part}")
            for part in ("score", "kept", "cursor", "in-view")
        }
        self._styles["base"] = self.rich_style
        return self._styles

    def _where(self) -> tuple[int, int, int] | None:
        """The rows of the strip at which the view begins, the view ends, and the cursor is."""
        view = self._view
        if view is None or not view.row_count:
            return None
        top, bottom = -1, -1  # if all of it is in view, there is nothing to say
        if view.row_count > view.size.height:
            top = self._cell_of(view.scroll_offset.y)
            bottom = self._cell_of(view.scroll_offset.y + view.size.height - 1)
        cursor = -1 if view.cursor is None else self._cell_of(view.rows_of(view.cursor)[0])
        return top, bottom, cursor

    # Mouse

    def drag_to(self, x: int, y: int) -> None:  # noqa: ARG002
        """Tell which place of the article a row shows."""
        view, cells = self._view, min(self._row_count(), self.size.height)
        if view is None or not cells:
            return
        y = min(max(0, y), cells - 1)
        sentence = view.sentence_at_row(y * self._row_count() // cells)
        self.post_message(self.Jumped(self, y / max(1, cells - 1), sentence))

    def turn_wheel(self, direction: int) -> None:
        """Scroll the view."""
        if self._view is not None:
            self._view.scroll_relative(y=direction * _WHEEL_ROWS, animate=False)


def _shades_of(means: Sequence[float | None]) -> list[int]:
    """Shades 0 to 3 for the mean scores of rows, from the lowest to the highest of them."""
    known = [mean for mean in means if mean is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if high - low < 1e-9:
        return [0 if mean is None else round(mean) for mean in means]
    return [0 if m is None else min(3, int((m - low) / (high - low) * 4)) for m in means]
