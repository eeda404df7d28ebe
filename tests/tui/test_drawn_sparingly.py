"""Only what has changed is drawn: the terminal shows the same as if all of it were, every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.document_app import showing
from tests.tui.driving import reader_on, settle
from tests.tui.odd_articles import ODD
from tui.app import SummariseApp
from tui.state.settings import Settings
from tui.widgets.document_palette import COMPONENTS
from tui.widgets.document_view import DocumentView
from tui.widgets.fitted_line import FittedLine
from tui.widgets.heat_strip import HeatStrip
from tui.widgets.scrollbar import SparingScrollBar

MARKED_UP = """# Ferries

> The *first* ferry left **at dawn** for [the island](https://example.org/island) with the mail.
>
> The second one stayed in the harbour, since its crew wanted to see the regatta of the town.

| ferry | leaves | carries |
| --- | --- | --- |
| Anna | at dawn | the mail |

- The harbour master counts `boats` every evening, from the top of the lighthouse of the town.
- 港 é 👩‍🚀 stand for what takes more than a cell, or more than one character, in such a row.

The island has no cars. Its people walk, or take the cart of the miller, who knows every horse.
"""
SPARING = (DocumentView, HeatStrip, SparingScrollBar, FittedLine)
Cell = tuple[str, Style | None]


def cells(strip: Strip) -> Iterator[Cell]:
    """Each cell of a row, as it looks; the second one of a wide character is empty."""
    for text, style, _ in strip:
        looks = None if style is None else style.clear_meta_and_links()
        for character in text:
            yield character, looks
            yield from [("", looks)] * (cell_len(character) - 1)


class Shown:
    """What a terminal shows that is sent what the app draws."""

    def __init__(self, app: SummariseApp, monkeypatch: pytest.MonkeyPatch) -> None:
        self.app, self.rows = app, {}
        self.partial = self.whole = 0
        display = app._display

        def note(screen: Any, update: Any) -> None:
            if isinstance(update, LayoutUpdate):
                self.whole += 1
                rows = enumerate(update.strips)
                self.rows = {y: dict(enumerate(self._row(row))) for y, row in rows}
            elif isinstance(update, ChopsUpdate):
                self.partial += 1
                self._take(update)
            display(screen, update)

        monkeypatch.setattr(app, "_display", note)
        app.screen.refresh()

    def _row(self, strips: Any) -> Iterator[Cell]:
        for strip in strips:
            yield from cells(strip)

    def _take(self, update: ChopsUpdate) -> None:
        """As `ChopsUpdate.render_segments` sends it."""
        for y, left, right in update.spans:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=True):
                if strip is not None and x <= right and end > left:
                    whole = x >= left and end <= right
                    shown = strip if whole else strip.crop(0, max(0, min(end, right) - x))
                    self.rows[y].update(enumerate(cells(shown), x))

    def check(self, after: str) -> None:
        """It looks as if Textual had drawn all of the screen at once."""
        compositor = self.app.screen._compositor
        whole = Compositor._render_chops(compositor, compositor.size.region, lambda _: True)
        for y, strip in enumerate(Strip.join(pieces.values()) for pieces in whole):
            there = [self.rows[y][x] for x in sorted(self.rows[y])]
            wanted = list(cells(strip))
            different = [x for x, (a, b) in enumerate(zip(there, wanted, strict=True)) if a != b]
            text = "".join(character for character, _ in there)
            assert not different, f"{after}: row {y} from cell {different[0]}: {text!r}"
        for view in self.app.screen.query(DocumentView):
            remembered = dict(view._strips)
            view._strips.clear()
            for row, strip in remembered.items():
                y = row - view.scroll_offset.y
                (anew,) = view.draw_rows(range(y, y + 1))
                assert list(strip) == list(anew), f"{after}: row {row} of {view.id} is old"


KEYS = """
j j k space n n p plus plus minus asterisk j x u tab j j k space pageup end home e j j d e
H j H slash f e enter n escape W j W full_stop j comma O j O O question_mark escape
v escape greater_than_sign ctrl+l tab plus plus R u L A
"""


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (44, 24)])
async def test_after_every_key_the_terminal_shows_all_of_the_screen_as_it_is(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
):
    async with reader_on(size=size) as (screen, pilot):
        shown = Shown(screen.app, monkeypatch)
        await settle(pilot)
        for key in KEYS.split():
            await pilot.press(key)
            await settle(pilot)
            shown.check(key)
        assert shown.partial > len(KEYS.split()) / 3, "most keys draw a part"


async def test_a_long_text_that_is_scrolled_is_drawn_right_from_end_to_end(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    page = tmp_path / "ferries.txt"
    page.write_text(ODD["wide.txt"] + "\n\n" + ODD["many-sentences.txt"], encoding="utf-8")
    async with reader_on(page, size=(120, 30), settings=Settings(length="30%")) as (screen, pilot):
        shown = Shown(screen.app, monkeypatch)
        await settle(pilot)
        for pane in (screen.summary, screen.source):
            screen.panes.go_into(pane)
            for key in ("space", "space", "end", "j", "k", "k", "pageup", "home", "down"):
                await pilot.press(key)
                await settle(pilot)
                shown.check(f"{key} in #{pane.id}")
        for row in range(0, 200, 7):
            screen.summary.scroll_to(y=row, animate=False)
            await settle(pilot)
            shown.check(f"row {row}")
        await pilot.hover(screen.summary, offset=(20, 5))
        await settle(pilot)
        shown.check("the mouse over a sentence")
        await pilot.mouse_down(screen.summary, offset=(20, 5))
        await pilot.hover(screen.summary, offset=(30, 9))
        await settle(pilot)
        shown.check("a selection")


@pytest.mark.parametrize("key", ["tab", "question_mark", "v", "e"])
async def test_a_new_size_is_drawn_right(key: str, monkeypatch: pytest.MonkeyPatch):
    async with reader_on(size=(120, 30)) as (screen, pilot):
        await pilot.press(key)
        await settle(pilot)
        shown = Shown(screen.app, monkeypatch)
        await settle(pilot)
        shown.whole = 0
        for size in ((80, 24), (200, 60), (44, 20), (44, 21), (120, 30)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            shown.check(f"{size} after {key}")
            assert len(shown.rows) == size[1]
        # 13 times if all of it is drawn before the texts are broken anew, too; 8 times without.
        assert key != "tab" or shown.whole <= 10


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_rows_look_as_textual_would_have_them(theme: str):
    async with reader_on(size=(120, 30), settings=Settings(length="50%")) as (screen, pilot):
        screen.app.theme = theme
        await settle(pilot)
        seen = set()
        for key in ("j", "H", "tab", "j", "space"):
            await pilot.press(key)
            await settle(pilot)
            for widget in screen.query(Widget):
                for drawn in (widget, widget._vertical_scrollbar):
                    if isinstance(drawn, SPARING) and drawn.size:
                        seen.add(type(drawn))
                        compare(drawn)
        assert len(seen) == 4


def compare(widget: DocumentView | HeatStrip | SparingScrollBar | FittedLine) -> None:
    """Rows as the program makes them look as those of Textual's own way."""
    whole = Region(0, 0, *widget.region.size)
    ours = widget.render_lines(whole)
    widget._styles_cache.clear()
    if isinstance(widget, SparingScrollBar):
        widget._render_content()
        theirs: list[Strip] = widget._render_cache.lines
        assert ScrollBar.render_line is Widget.render_line, "Textual draws a bar in another way now"
    else:
        theirs = Widget.render_lines(widget, whole)
    pairs = zip(ours, theirs, strict=True)
    width = widget.scrollable_content_region.width  # Textual's goes on below the scroll bar
    for number, (a, b) in enumerate(pairs):
        assert [*cells(a)][:width] == [*cells(b)][:width], f"row {number} of {widget}"


async def test_a_part_of_a_row_is_drawn_as_it_is_in_all_of_it():
    async with reader_on() as (screen, _):
        for widget in (screen.source, screen.summary):
            height, part = widget.size.height, Region(5, 2, 40, 9)
            whole = widget.render_lines(Region(0, 0, widget.size.width, height))
            for strip, row in zip(widget.render_lines(part), whole[2:11], strict=True):
                assert [*cells(strip)] == [*cells(row)][5:45]


async def test_rows_that_nothing_stands_in_front_of_are_not_cut_up(
    monkeypatch: pytest.MonkeyPatch,
):
    cut = 0
    divide = Strip.divide

    def count(strip: Strip, cuts: Any) -> Any:
        nonlocal cut
        cut += 1
        return divide(strip, cuts)

    async with reader_on(size=(120, 40)) as (screen, _):
        monkeypatch.setattr(Strip, "divide", count)
        compositor = screen._compositor
        compositor.render_full_update()
        ours, cut = cut, 0
        Compositor._render_chops(compositor, compositor.size.region, lambda _: True)
    assert 0 < 2 * ours < cut


async def test_a_text_asks_for_no_look_that_it_does_not_show():
    async with reader_on(size=(120, 40)) as (screen, pilot):
        await pilot.press("j", "tab", "j", "tab")
        await settle(pilot)
        for view in (screen.source, screen.summary):
            made = dict(view._component_styles.items())
            assert 0 < len(made) < len(COMPONENTS) / 2
            Stylesheet._process_component_classes(screen.app.stylesheet, view)
            assert all(view._component_styles[name] == made[name] for name in made)


async def test_what_is_drawn_looks_as_what_the_mouse_asks_for_but_tells_nothing(tmp_path):
    page = tmp_path / "odd.md"
    page.write_text(MARKED_UP, encoding="utf-8")
    async with reader_on(page, size=(90, 60), settings=Settings(length="30%")) as (screen, pilot):
        for key in ("j", "h", "tab"):
            await pilot.press(key)
            for view in (screen.source, screen.summary):
                drawn = view.draw_rows(range(view.size.height))
                for y, strip in enumerate(drawn):
                    asked = view.render_line(y)
                    assert [*cells(strip)] == [*cells(asked)], f"{key}: row {y} of {view.id}"
                    assert not any(style.meta for _, style, _ in strip if style)
                    assert asked.text.isspace() or any(s.meta for _, s, _ in asked if s)


def test_the_cells_of_a_row_are_told_apart():
    assert [c for c, _ in cells(Strip([Segment("a港")]))] == ["a", "港", ""]


async def test_a_text_that_goes_on_scrolling_when_it_is_taken_away_breaks_nothing():
    async with showing(size=(40, 5)) as (view, _, pilot):
        bar = view.vertical_scrollbar
        assert isinstance(bar, SparingScrollBar)
        await view.remove()
        assert bar.parent is None
        bar.position = 3
        await pilot.pause()
