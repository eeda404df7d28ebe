"""What is on the screen of a running app, as lines of text: for goldens and for looking at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.color import Color as RichColor
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.app import App
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.colours import contrast


def screen_lines(app: App[Any]) -> list[str]:
    """The lines of the present screen, without trailing space."""
    strips = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


def screen_text(app: App[Any]) -> str:
    """The present screen as one text, each line ended by a newline."""
    return "".join(line + "\n" for line in screen_lines(app))


def widget_strips(widget: Widget) -> list[Strip]:
    """The rows that a widget shows, with their styles."""
    return [widget.render_line(row) for row in range(widget.size.height)]


def widget_lines(widget: Widget) -> list[str]:
    """The rows that a widget shows, without trailing space."""
    return [strip.text.rstrip() for strip in widget_strips(widget)]


def style_of(widget: Widget, words: str) -> Style:
    """The style of the first cell of some words that a widget shows on one row.

    Raises:
        AssertionError: If the words are not in sight.
    """
    for strip in widget_strips(widget):
        at = strip.text.find(words)
        if at < 0:
            continue
        for segment in strip:
            if at < len(segment.text):
                return segment.style or Style.null()
            at -= len(segment.text)
    raise AssertionError(f"{words!r} is not in sight")


@dataclass(frozen=True)
class Piece:
    """A piece of text as the terminal gets it."""

    text: str
    at: tuple[int, int]
    """Column and row on the screen."""
    colour: Color
    ground: Color
    style: Style
    meta: dict[str, Any]
    """What it tells the mouse."""

    @property
    def contrast(self) -> float:
        """The contrast of the text with what is behind it."""
        return contrast(self.colour, self.ground)


def sent_pieces(
    app: App[Any], within: Region | None = None, own: TerminalTheme | None = None
) -> list[Piece]:
    """What the terminal gets of the present screen, blanks left out.

    Colours are those that are left of them on a terminal of the app's console.

    Args:
        app: The app.
        within: The part of the screen to look at; by default all of it.
        own: The terminal's own colours; by default those that Textual takes them for.
    """
    pieces = []
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        column = 0
        for segment in strip:
            at, style = (column, row), segment.style or Style.null()
            column += segment.cell_length
            if segment.text.strip() and (within is None or within.contains(*at)):
                colour = _as_sent(app, style.color, own, foreground=True)
                ground = _as_sent(app, style.bgcolor, own, foreground=False)
                if style.reverse:
                    colour, ground = ground, colour
                meta = app.screen.get_style_at(*at).meta
                pieces.append(Piece(segment.text, at, colour, ground, style, meta))
    return pieces


def _as_sent(
    app: App[Any], colour: RichColor | None, own: TerminalTheme | None, *, foreground: bool
) -> Color:
    colour = colour or RichColor.default()
    if (system := app.console._color_system) is not None:
        colour = colour.downgrade(system)
    return Color(*colour.get_truecolor(own or app.ansi_theme, foreground=foreground))


def screen_colours(app: App[Any]) -> str:
    """The colours of the present screen, as text: a legend, and a letter for each cell.

    A point is a blank cell with the colour of the screen behind it.
    """
    names: dict[str, str] = {}
    rows = []
    ground = app.screen.styles.background.hex6.lower()
    for strip in app.screen._compositor.render_strips():
        row = ""
        for segment in strip:
            look = _look_of(segment.style or Style.null(), blank=not segment.text.strip())
            if look == f"on {ground}":
                row += "." * segment.cell_length
            else:
                name = names.setdefault(look, _LETTERS[len(names) % len(_LETTERS)])
                row += name * segment.cell_length
        rows.append(row.rstrip("."))
    legend = [f"{name} {look}" for look, name in names.items()]
    return "".join(line + "\n" for line in (*legend, *rows))


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _look_of(style: Style, *, blank: bool) -> str:
    colours = [style.color, style.bgcolor]
    text, ground = (c.triplet.hex if c and c.triplet else "default" for c in colours)
    marks = [
        name
        for name in ("bold", "italic", "underline", "reverse")
        if getattr(style, name) and not (blank and name in ("bold", "italic"))
    ]
    return " ".join((f"on {ground}" if blank else f"{text} on {ground}", *marks))
