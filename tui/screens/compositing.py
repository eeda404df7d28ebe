"""Drawing of what has changed on a screen, and of nothing else."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

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
        chops: list[dict[int, Strip | None]] = [{} for _ in cuts]
        waiting: dict[int, list[int]] = {}  # of each row, the cells at which a piece is to begin
        for y, left, right in spans:
            row = cuts[y]
            if y not in waiting:
                chops[y], waiting[y] = dict.fromkeys(row[:-1]), []
            waiting[y] += [
                cut
                for cut, end in pairwise(row)
                if cut < right and end > left and cut not in waiting[y]
            ]
        for widget, (region, clip) in self.visible_widgets.items():
            if not waiting:
                break
            self._fill(widget, region, region.intersection(clip), chops, waiting)
        return ChopsUpdate(chops, spans, [row[1:] for row in cuts])

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
        first, last = seen.y, seen.bottom - 1
        rows = {
            y: mine
            for y, starts in waiting.items()
            if first <= y <= last and (mine := [cut for cut in starts if left <= cut < right])
        }
        if not rows:
            return
        first, last = min(rows), max(rows)
        wanted = Region(left, first, seen.width, last - first + 1).translate(-region.offset)
        strips = widget.render_lines(wanted)
        for y, mine in rows.items():
            row = self.cuts[y]
            # The same pieces whatever is waited for: a strip remembers how it was cut.
            inside = row[bisect_left(row, left) : bisect_left(row, right) + 1]
            pieces = strips[y - first].divide([cut - left for cut in inside[1:]])
            for cut, piece in zip(inside, pieces, strict=False):
                if cut in mine:
                    chops[y][cut] = piece
            if len(mine) == len(waiting[y]):
                del waiting[y]
            else:
                waiting[y] = [cut for cut in waiting[y] if cut not in mine]
