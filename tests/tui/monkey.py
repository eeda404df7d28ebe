"""Random keys and mouse on the app, and what must hold whatever was pressed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from textual import events
from textual.pilot import Pilot

from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen
from tui.state.reading_state import Layout
from tui.text.blocks import number_marks

#: Events between two looks at whether all is handled; more at once would not be repeatable.
BATCH = 5
KEYS = [
    *"jkgGnNpeuhlHizrRSUxaAtyLdDWBIOF12,.*-+<>{} bf/v=:om?",
    *("tab", "shift+tab", "escape", "enter", "down", "up", "left", "right", "home", "end"),
    *("backspace", "ctrl+o", "alt+right"),
    *("ctrl+d", "ctrl+u", "ctrl+r", "pageup", "pagedown", "space"),
    *"Bel5%w1",
]
OFTEN = ["j", "k", "+", "-", "n", "tab", "escape", "enter", "*"]
SIZES = [(140, 40), (100, 30), (80, 24), (60, 16), (40, 10), (200, 60)]

_NAMES = {
    "*": "asterisk",
    "-": "minus",
    "+": "plus",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "/": "slash",
    "=": "equals_sign",
    ":": "colon",
    "?": "question_mark",
    "%": "percent_sign",
    " ": "space",
    ",": "comma",
    ".": "full_stop",
}


async def one_event(pilot: Pilot[int], dice: Random, keys: Sequence[str] = KEYS) -> None:
    """A key, a mouse event or a new size of the terminal."""
    app = pilot.app
    kind = dice.random()
    if kind < 0.75:
        key = dice.choice(OFTEN if dice.random() < 0.5 else keys)
        app.simulate_key(_NAMES.get(key, key))
        return
    if kind > 0.997:
        await pilot.resize_terminal(*dice.choice(SIZES))
        return
    x, y = dice.randrange(app.size.width), dice.randrange(app.size.height)
    common = {"button": 1, "shift": False, "meta": False, "ctrl": False}
    for event in dice.choice(
        [
            (events.MouseMove,),
            (events.MouseDown, events.MouseUp),
            (events.MouseDown, events.MouseMove, events.MouseUp),
            (events.MouseScrollDown,),
            (events.MouseScrollUp,),
        ]
    ):
        app.post_message(
            event(
                widget=None,
                x=x,
                y=y,
                delta_x=0,
                delta_y=0,
                screen_x=x,
                screen_y=y,
                style=None,
                **common,
            )
        )
        x = min(app.size.width - 1, x + 3)


def check(app: SummariseApp) -> None:
    """What must hold whatever was pressed."""
    screen = app.screen
    if not isinstance(screen, ReaderScreen) or screen.reading is None:
        return
    reading = screen.reading
    article, summary = reading.article, reading.summary
    assert screen.source.cursor is None or screen.source.cursor in screen.source.document
    ids = screen.source.document.ids  # of a run that was left out one stands for all
    assert list(ids) == sorted(set(ids))
    assert set(article.candidates) <= set(ids) <= set(range(len(article.sentences)))
    if summary is None:
        return
    shows_summary = reading.state.layout in (Layout.BOTH, Layout.SUMMARY)
    if shows_summary:
        assert tuple(screen.summary.document.ids) == summary.indices
    assert 0 <= summary.size <= len(summary.ranking.order)
    assert screen.widgets.bar.value == summary.size or not summary.size
    assert not summary.kept & reading.state.choices.drops
    longer = summary.ranking.select(min(len(summary.ranking.order), summary.size + 1) or 1)
    assert summary.kept <= longer.kept
    place = screen.source.cursor
    if place in summary.kept and shows_summary:
        assert screen.summary.cursor == place
    assert set(number_marks(summary)) == summary.kept
