"""Nothing is done to a sentence that nobody sees: it is brought into sight first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generated import make_article
from tests.tui.driving import reader_on, said
from tui.screens.reader import ReaderScreen

TOLD = "This sentence was out of sight: press the key again if it is the one."


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(make_article(3, 120, hollow=False).text, encoding="utf-8")
    return path


def is_seen(screen: ReaderScreen) -> bool:
    """Whether the sentence under the cursor of the pane in use is in sight."""
    pane = screen.panes.in_use
    return pane.cursor in pane.in_sight()


async def test_a_sentence_that_a_longer_summary_pushed_away_is_not_dropped_unseen(long: Path):
    async with reader_on(long, size=(80, 24)) as (screen, pilot):
        await pilot.press("colon", "1", "2", "enter", "g")
        for _ in range(40):
            await pilot.press("plus")
            if not is_seen(screen):
                break
        assert not is_seen(screen)
        cursor = screen.summary.cursor
        await pilot.press("x")
        assert screen.reading.state.choices.drops == frozenset()
        assert is_seen(screen)
        assert said(screen.app) == [TOLD]
        await pilot.press("x")
        assert screen.reading.state.choices.drops == {cursor}


@pytest.mark.parametrize("key", ["asterisk", "x", "r", "A", "e", "enter"])
@pytest.mark.parametrize("pane", ["summary", "source"])
async def test_what_was_scrolled_away_comes_back_first(long: Path, key: str, pane: str):
    async with reader_on(long, size=(80, 24)) as (screen, pilot):
        await pilot.press("colon", "4", "0", "percent_sign", "enter", "g")
        screen.action_go_into(pane)
        view = screen.panes.in_use
        await pilot.press("j")
        cursor, state = view.cursor, screen.reading.state
        view.scroll_to(y=view.max_scroll_y, animate=False, force=True)
        await pilot.pause()
        assert not is_seen(screen)
        await pilot.press(key)
        assert screen.panes.in_use is view
        assert view.cursor == cursor
        assert is_seen(screen)
        assert screen.reading.state.choices == state.choices
        assert screen.panes.explain_panel is None
        assert said(screen.app) == [TOLD]
