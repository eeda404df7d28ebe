"""The list of the library, and the line of words that it is filtered by.

Only the rows in sight are ever made: a list of a hundred thousand articles moves like one of ten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input

from tui.keys.filter import FILTER_BINDINGS
from tui.keys.library import ARTICLES_BINDINGS
from tui.keys.lists import LIST_BINDINGS
from tui.text.article_rows import SAVED, ArticleRow, Heading, cut_around
from tui.text.wording import SEPARATOR
from tui.widgets.scrollbar import THIN_SCROLLBAR

#: From so many cells on, the facts of an article stand in columns behind its title; its site too.
_COLUMNS, _ROOMY = 56, 88
_SITE, _DAY, _TIME, _LEFT = 16, 8, 10, 5
#: Cells before a title: its sign, and space around that.
_INDENT = 3

#: A heading, or the key of an article.
Row = Heading | str


class _Rows(ScrollView, inherit_bindings=False):
    """Rows that are moved along by the keys of every list."""

    BINDINGS = LIST_BINDINGS


class ArticleList(_Rows, can_focus=True):
    """Articles to choose from, under headings.

    A click on a row goes to it; a click on the row in use, and so a double click, opens it.

    Args:
        look: What the row of an article says, by its key; it is asked for rows in sight only.
        id: The id of the widget.
    """

    ALLOW_SELECT = False
    BINDINGS = ARTICLES_BINDINGS
    COMPONENT_CLASSES = {
        "articles--new",
        "articles--read",
        "articles--facts",
        "articles--left",
        "articles--unread",
        "articles--saved",
        "articles--heading",
        "articles--note",
        "articles--problem",
        "articles--cursor",
        "articles--match",
    }
    DEFAULT_CSS = (
        f"ArticleList {{ {THIN_SCROLLBAR} }}"
        + """
    ArticleList {
        color: $ink;
        overflow-x: hidden;
        overflow-y: auto;
        .articles--new { color: $ink; }
        .articles--read { color: $ink-source; }
        .articles--facts { color: $ink-quiet; }
        .articles--left { color: $mark; }
        .articles--unread { color: $mark; }
        .articles--saved { color: $warn; }
        .articles--heading { color: $ink-source; text-style: bold; }
        .articles--note { color: $ink-quiet; }
        .articles--problem { color: $warn; }
        .articles--cursor { color: $ink-current; background: $linked-tint; }
        .articles--match { color: $warn; text-style: bold; }
        &:focus .articles--cursor { background: $current-tint; }
        &:ansi {
            .articles--new { color: ansi_default; }
            .articles--read { color: ansi_default; text-style: dim; }
            .articles--facts { color: ansi_default; text-style: dim; }
            .articles--left { color: ansi_default; }
            .articles--unread { color: ansi_default; text-style: bold; }
            .articles--saved { color: ansi_default; text-style: bold; }
            .articles--heading { color: ansi_default; text-style: bold; }
            .articles--note { color: ansi_default; text-style: dim; }
            .articles--problem { color: ansi_default; text-style: bold; }
            .articles--cursor {
                color: ansi_default; background: transparent; text-style: underline;
            }
            .articles--match { color: ansi_default; text-style: bold underline; }
        }
        &:ansi:focus .articles--cursor { background: transparent; text-style: reverse; }
    }
    """
    )

    @dataclass
    class Highlighted(Message):
        """Another article is the one in use, or there is none."""

        key: str | None
        """Its key."""

    @dataclass
    class Chosen(Message):
        """An article is to be opened."""

        key: str
        """Its key."""

    def __init__(self, look: Callable[[str], ArticleRow], id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._tall = False
        self.rows: Sequence[Row] = ()
        self._ends: list[int] = []
        self._highlighted: int | None = None
        self._pressed: int | None = None
        self._styles: dict[str, Style] = {}

    # -- what is in it

    def show(self, rows: Sequence[Row], at: str | None, *, tall: bool = False) -> None:
        """Show other rows.

        Args:
            rows: Headings, and keys of articles.
            at: The key to start on, if it is there; otherwise it is the first.
            tall: Whether an article has two lines.
        """
        before = self.chosen
        top = self._line_of(self._highlighted) - self.scroll_offset.y if before else 0
        self.rows, self._tall = rows, tall
        heights = (
            (2 if place else 1) if isinstance(row, Heading) else 1 + tall
            for place, row in enumerate(rows)
        )
        self._ends = list(accumulate(heights))
        self._highlighted = self._place_of(at)
        self.virtual_size = Size(self.size.width, self._ends[-1] if self._ends else 0)
        if at is not None and at == before == self.chosen:  # the row stays where it is seen
            self.scroll_to(y=self._line_of(self._highlighted) - top, animate=False, force=True)
        self._reveal()
        self.refresh()
        if self.chosen != before or not rows:
            self.post_message(self.Highlighted(self.chosen))

    def show_group(self) -> None:
        """Show as much as there is room for of what stands under the heading of the row in use."""
        if self._highlighted is not None:
            above = self._highlighted - 1
            is_first = above >= 0 and isinstance(self.rows[above], Heading)
            line = self._line_of(self._highlighted) - is_first
            self.scroll_to(y=line, animate=False, force=True)

    def _place_of(self, key: str | None) -> int | None:
        if key is not None:
            for place, row in enumerate(self.rows):
                if row == key:
                    return place
        return next((i for i, row in enumerate(self.rows) if isinstance(row, str)), None)

    @property
    def keys(self) -> list[str]:
        """The keys of all articles in it, in their order."""
        return [row for row in self.rows if isinstance(row, str)]

    @property
    def seen(self) -> list[str]:
        """The keys of the articles in sight."""
        if not self._ends:
            return []
        first = bisect_right(self._ends, self.scroll_offset.y)
        last = bisect_right(self._ends, self.scroll_offset.y + self.size.height)
        return [row for row in self.rows[first : last + 1] if isinstance(row, str)]

    @property
    def chosen(self) -> str | None:
        """The key of the article in use."""
        if self._highlighted is None or self._highlighted >= len(self.rows):
            return None
        row = self.rows[self._highlighted]
        return row if isinstance(row, str) else None

    @property
    def highlighted(self) -> int | None:
        """The place of the row in use among all rows."""
        return self._highlighted

    @highlighted.setter
    def highlighted(self, place: int | None) -> None:
        if place is None or place == self._highlighted:
            return
        self._highlighted = place
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self.chosen))

    def after(self, key: str, step: int = 1) -> str | None:
        """The key of the article behind another one, or before it; None at the end."""
        keys = self.keys
        place = keys.index(key) + step if key in keys else -1
        return keys[place] if 0 <= place < len(keys) else None

    # -- moving

    def _move(self, step: int) -> None:
        """Go along by a number of rows, or as far as there are any, headings not counted."""
        place = self._highlighted
        if place is None:
            return
        towards = 1 if step > 0 else -1
        for _ in range(abs(step)):
            following = place + towards
            while 0 <= following < len(self.rows) and isinstance(self.rows[following], Heading):
                following += towards
            if not 0 <= following < len(self.rows):
                break
            place = following
        self.highlighted = place
        if place == self._first:
            self.scroll_to(y=0, animate=False, force=True)  # with the heading above it

    @property
    def _first(self) -> int | None:
        return next((i for i, row in enumerate(self.rows) if isinstance(row, str)), None)

    @property
    def _page(self) -> int:
        return max(1, self.size.height // (1 + self._tall) - 1)

    def action_cursor_down(self) -> None:
        """Go to the next article."""
        self._move(1)

    def action_cursor_up(self) -> None:
        """Go to the one before."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._move(self._page)

    def action_page_up(self) -> None:
        """Go up a page."""
        self._move(-self._page)

    def action_first(self) -> None:
        """Go to the first article."""
        self._move(-len(self.rows))

    def action_last(self) -> None:
        """Go to the last article."""
        self._move(len(self.rows))

    def action_group(self, step: int) -> None:
        """Go to the first article under the next heading, or under the one before."""
        place = self._highlighted
        if place is None:
            return
        heads = [i for i, row in enumerate(self.rows) if isinstance(row, Heading)]
        if step > 0:
            head = next((i for i in heads if i > place), None)
        else:
            own = next((i for i in reversed(heads) if i < place), None)
            others = (i for i in reversed(heads) if own is not None and i < own)
            is_inside = own is not None and place > own + 1
            head = own if is_inside else next(others, own)
        if head is not None:
            following = (i for i in range(head, len(self.rows)) if isinstance(self.rows[i], str))
            self.highlighted = next(following, place)

    def action_select(self) -> None:
        """Open the article in use."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self.chosen))

    def _line_of(self, place: int | None) -> int:
        if place is None or not self._ends:
            return 0
        return self._ends[place] - (1 + self._tall)

    def _reveal(self) -> None:
        if self._highlighted is None or not self.size.height:
            return
        first = self._line_of(self._highlighted)
        last, top, height = self._ends[self._highlighted], self.scroll_offset.y, self.size.height
        if self._highlighted == self._first:
            first = 0
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif last > top + height:
            self.scroll_to(y=last - height, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the row in use in sight."""
        self.virtual_size = Size(self.size.width, self._ends[-1] if self._ends else 0)
        self._reveal()

    def _place_at(self, line: int) -> int | None:
        place = bisect_right(self._ends, line + self.scroll_offset.y)
        return place if place < len(self.rows) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember which row a click begins on."""
        self._pressed = self._place_at(event.y)

    def on_click(self, event: events.Click) -> None:
        """Go to a row, or open the one in use."""
        place = self._place_at(event.y)
        if place is None or place != self._pressed or isinstance(self.rows[place], Heading):
            return
        if place == self._highlighted:
            self.action_select()
        else:
            self.highlighted = place

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """One line of a row."""
        width = self.size.width
        line = y + self.scroll_offset.y
        place = bisect_right(self._ends, line)
        if place >= len(self.rows):
            return Strip.blank(width, self._style())
        row = self.rows[place]
        within = line - (self._ends[place - 1] if place else 0)
        if isinstance(row, Heading):
            is_name = line == self._ends[place] - 1
            segments = self._heading(row, width) if is_name else []
        else:
            in_use = place == self._highlighted
            segments = self._article(self._look(row), width, within, in_use=in_use)
        strip = Strip(segments).adjust_cell_length(width, self._style())
        if place != self._highlighted:
            return strip
        return Strip(Segment.apply_style(strip, post_style=self._cursor), width)

    @property
    def _cursor(self) -> Style:
        """What the row in use has over its own looks."""
        look = self._style("cursor")
        return Style(
            color=look.color,  # hues that can be read on the ground cannot on every tint
            bgcolor=look.bgcolor,
            reverse=look.reverse or None,
            underline=look.underline or None,
        )

    def notify_style_update(self) -> None:
        """Work the styles out anew: the theme has changed, or the focus."""
        self._styles.clear()
        super().notify_style_update()

    def _style(self, name: str = "") -> Style:
        """The style of a component, or that of the list itself; worked out once."""
        style = self._styles.get(name)
        if style is None:
            style = self.get_component_rich_style(f"articles--{name}") if name else self.rich_style
            self._styles[name] = style
        return style

    def _heading(self, row: Heading, width: int) -> list[Segment]:
        name = _cut(row.name, width - 1)
        room = width - 1 - cell_len(name) - 2
        note = _cut(row.note, room) if room > 8 else ""
        look = "problem" if row.is_problem else "note"
        return [
            Segment(" ", self._style()),
            Segment(name, self._style("heading")),
            Segment("  ", self._style()),
            Segment(note, self._style(look)),
        ]

    def _article(self, row: ArticleRow, width: int, line: int, *, in_use: bool) -> list[Segment]:
        # On the tint of the row in use what is quiet elsewhere would be hard to read.
        facts = self._style("new" if in_use else "facts")
        if line:
            return self._second(row, width, facts)
        marked = "saved" if row.mark == SAVED else "unread"
        title = self._style("new" if row.is_new or in_use else "read")
        columns = [] if self._tall else self._columns(row, width, facts)
        while len(columns) > 1 and columns[0][0].isspace():  # the title has what says nothing
            del columns[0]
        room = width - _INDENT - 2 - sum(len(text) for text, _ in columns)
        span = (0, 0) if row.found else row.span
        # In two rows the name has the second, and the title all of the first.
        name = f"{SEPARATOR}{_cut(row.name, room // 2)}" if row.name and not self._tall else ""
        said = f"{_cut(row.title, room - cell_len(name))}{name}"
        return [
            Segment(f" {row.mark} ", self._style(marked)),
            *_marked(said, span, room, title, title + self._style("match")),
            Segment(" ", title),
            *(Segment(text, style) for text, style in columns),
            Segment(" ", title),
        ]

    def _second(self, row: ArticleRow, width: int, facts: Style) -> list[Segment]:
        room = width - _INDENT - 1
        indent = Segment(" " * _INDENT, facts)
        if row.found:
            text, span = cut_around(row.found, row.span, room)
            return [indent, *_marked(text, span, room, facts, self._style("match"))]
        if row.note:
            return [indent, Segment(_cut(row.note, room), facts)]
        rest = SEPARATOR.join(filter(None, (row.day, row.time)))
        where = row.name or row.site
        left = f"{SEPARATOR if where or rest else ''}{row.left}" if row.left else ""
        # A folder with a long name is cut, not what stands behind it.
        behind = f"{SEPARATOR}{rest}" if where and rest else rest
        said = _cut(f"{_cut(where, room - cell_len(behind) - len(left))}{behind}", room - len(left))
        return [indent, Segment(said, facts), Segment(left, self._style("left"))]

    def _columns(self, row: ArticleRow, width: int, facts: Style) -> list[tuple[str, Style]]:
        if row.note:
            return [(f"  {_cut(row.note, width // 2)}", facts)]
        left = (f"{row.left:>{_LEFT}}", self._style("left")) if row.left else (" " * _LEFT, facts)
        time = (f"{row.time:>{_TIME}}", facts)
        if width < _COLUMNS:
            return [left if row.left else (f"{row.time:>8}", facts)]
        site = (f"  {set_cell_size(_cut(row.site, _SITE - 2), _SITE - 2)}", facts)
        return [*([site] if width >= _ROOMY else []), left, (f"{row.day:>9}", facts), time]


def _cut(text: str, room: int) -> str:
    """A text in so many cells; where it is longer, it ends with an ellipsis."""
    if room <= 0:
        return ""
    if cell_len(text) <= room:
        return text
    return f"{set_cell_size(text, room - 1).rstrip()}…"


def _marked(
    text: str, span: tuple[int, int], room: int, style: Style, match: Style
) -> list[Segment]:
    """A text in exactly so many cells, with what was found in it marked."""
    shown = _cut(text, room)
    start, end = (min(place, len(shown)) for place in span)
    padding = " " * max(0, room - cell_len(shown))
    return [
        Segment(shown[:start], style),
        Segment(shown[start:end], match),
        Segment(f"{shown[end:]}{padding}", style),
    ]


class FilterWords(Input):
    """Words to filter by; the list is moved along from here too."""

    BINDINGS = FILTER_BINDINGS
