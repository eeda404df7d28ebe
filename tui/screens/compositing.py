"""Drawing of what has changed on a screen, and of nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class SparingCompositor(Compositor):
    """Asks of each widget only the rows that are drawn anew and that nothing in front covers.

    Textual's asks every widget that touches the rectangle around all changes for all of its rows,
    and the containers behind the widgets for theirs, only to cut them up and throw them away. With
    a change in both panes that is the whole screen: half of what a move of the cursor cost.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed, or None if nothing has: the cells that Textual's would draw."""
        dirty = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not dirty:
            return None
        cuts, spans = self.cuts, list(self._regions_to_spans(dirty))
        spans = [span for span in spans if 0 <= span[0] < len(cuts)]
        if not spans:
            return None
        ends: list[list[int]] = [[] for _ in cuts]
        waiting: dict[int, list[int]] = {}
        for y, left, right in spans:
            row = cuts[y]
            if y not in waiting:
                ends[y], waiting[y] = row[1:], []
            starts = waiting[y]
            # The piece in which the first cell is, and those that begin before the last one.
            for cut in row[max(0, bisect_right(row, left) - 1) : bisect_left(row, right)]:
                if cut not in starts and cut < row[-1]:
                    starts.append(cut)
        return ChopsUpdate(self._filled(waiting), spans, ends)

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """All pieces of some rows: Textual's draw the whole screen with it."""
        rows = filter(is_rendered_line, range(max(0, crop.y), min(crop.bottom, len(self.cuts))))
        filled = self._filled({y: self.cuts[y][:-1] for y in rows})
        return cast("list[dict[int, Strip]]", filled)

    def _filled(self, waiting: dict[int, list[int]]) -> list[dict[int, Strip | None]]:
        """The pieces that are waited for, by rows and the cells at which they begin.

        Args:
            waiting: Of each row, the cells at which a piece is to begin; it is used up.
        """
        chops: list[dict[int, Strip | None]] = [{} for _ in self.cuts]
        for y in waiting:
            chops[y] = dict.fromkeys(self.cuts[y][:-1])
        for widget, (region, clip) in self.visible_widgets.items():
            if not waiting:
                break
            seen = region.intersection(clip)
            if seen.y <= max(waiting) and seen.bottom > min(waiting):
                self._fill(widget, region, seen, chops, waiting)
        return chops

    def _fill(
        self,
        widget: Widget,
        region: Region,
        seen: Region,
        chops: list[dict[int, Strip | None]],
        waiting: dict[int, list[int]],
    ) -> None:
        """Draw the pieces of a widget that are waited for; those behind it need not."""
        left, right = seen.column_span
        rows: dict[int, list[int]] = {}
        for y in range(max(seen.y, min(waiting)), min(seen.bottom, max(waiting) + 1)):
            mine = [cut for cut in waiting.get(y, ()) if left <= cut < right]
            if mine:
                rows[y] = mine
        if not rows:
            return
        first, last = min(rows), max(rows)
        wanted = Region(left, first, seen.width, last - first + 1).translate(-region.offset)
        strips = widget.render_lines(wanted)
        for y, mine in rows.items():
            row, strip = self.cuts[y], strips[y - first]
            # The same pieces whatever is waited for: a strip remembers how it was cut.
            inside = row[bisect_left(row, left) : bisect_left(row, right) + 1]
            if len(inside) == 2:
                chops[y][left] = strip
            else:
                pieces = strip.divide([cut - left for cut in inside[1:]])
                for cut, piece in zip(inside, pieces, strict=False):
                    if cut in mine:
                        chops[y][cut] = piece
            if len(mine) == len(waiting[y]):
                del waiting[y]
            else:
                waiting[y] = [cut for cut in waiting[y] if cut not in mine]
