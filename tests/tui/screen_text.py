"""What is on the screen of a running app, as lines of text: for goldens and for looking at."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget


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
