"""A small app around one document view, and texts to show in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.screen_text import style_of, widget_lines
from tui.process.coloured_app import ColouredApp
from tui.screens.guarded import GuardedScreen
from tui.text.document import Block
from tui.widgets.document_view import DocumentView


def block(*sentences: str, first: int, **settings: Any) -> Block:
    """A block of sentences with ids that count up from ``first``, parted by spaces."""
    spans, text = [], ""
    for place, sentence in enumerate(sentences):
        text += " " * bool(text)
        spans.append((first + place, len(text), len(text) + len(sentence)))
        text += sentence
    return Block(text, tuple(spans), **settings)


SHORT = (
    block("One fish.", "Two fish.", first=0),
    block("Red fish swim in the warm bay.", first=2),
    block("Blue fish do not.", "They prefer the cold.", "Nobody asks.", first=3),
)
LONG = tuple(
    block(*(f"Sentence {4 * n + k} of this text is so long." for k in range(4)), first=4 * n)
    for n in range(100)
)


@dataclass
class Heard:
    """What a view told."""

    moved: list[int] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    hovered: list[int | None] = field(default_factory=list)


class ViewApp(ColouredApp[None]):
    """One view, and what it told."""

    def __init__(self, max_column: int = 80, marks_in_text: bool = False) -> None:
        super().__init__()
        self.marks_in_text = marks_in_text
        self.heard = Heard()
        self.max_column = max_column

    def get_default_screen(self) -> Screen[None]:
        """A screen that asks the view what is under the mouse, as all of the program's do."""
        return GuardedScreen(id="_default")

    def compose(self) -> ComposeResult:
        yield DocumentView(max_column=self.max_column, marks_in_text=self.marks_in_text)

    @on(DocumentView.CursorMoved)
    def moved(self, event: DocumentView.CursorMoved) -> None:
        self.heard.moved.append(event.sentence)

    @on(DocumentView.Opened)
    def opened(self, event: DocumentView.Opened) -> None:
        self.heard.opened.append(event.sentence)

    @on(DocumentView.Hovered)
    def hovered(self, event: DocumentView.Hovered) -> None:
        self.heard.hovered.append(event.sentence)


@asynccontextmanager
async def showing(
    *blocks: Block,
    size: tuple[int, int] = (60, 20),
    max_column: int = 80,
    marks_in_text: bool = False,
) -> AsyncIterator[tuple[DocumentView, Heard, Pilot[None]]]:
    """A view of some blocks, with the keys."""
    app = ViewApp(max_column, marks_in_text)
    async with app.run_test(size=size) as pilot:
        view = app.query_one(DocumentView)
        view.show(blocks)
        view.focus()
        await pilot.pause()
        yield view, app.heard, pilot


def in_sight(view: DocumentView, sentence: int) -> bool:
    first, _ = view.rows_of(sentence)
    return bool(view.scroll_offset.y <= first < view.scroll_offset.y + view.size.height)


def cell_at(view: DocumentView, words: str) -> tuple[int, int]:
    """Where some words begin in the view."""
    for y, line in enumerate(widget_lines(view)):
        if words in line:
            return cell_len(line[: line.index(words)]), y
    raise AssertionError(f"{words!r} is not in sight")


def colours(view: DocumentView, words: str) -> str:
    """The colours of some words in sight."""
    style = style_of(view, words)
    return f"{style.color} on {style.bgcolor}"
