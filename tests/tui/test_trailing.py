"""The pane beside the one in use: it follows the cursor, and holds up nobody who moves on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.generated import make_article
from tests.tui.driving import reader_on, settle
from tui.screens.reader import ReaderScreen, trailing
from tui.widgets.document_view import DocumentView


@pytest.fixture
def long_text(tmp_path: Path) -> Path:
    """A text of some screens, a third of which is kept below."""
    article = make_article(3, 150, headings=False, hollow=False)
    page = tmp_path / "long.txt"
    texts = (" ".join(s.text for s in article.sentences_of(p.index)) for p in article.paragraphs)
    page.write_text("\n\n".join(texts), encoding="utf-8")
    return page


def in_sight(view: DocumentView, sentence: int) -> bool:
    """Whether the first row of a sentence is seen."""
    return 0 <= view.rows_of(sentence)[0] - view.scroll_offset.y < view.size.height


@asynccontextmanager
async def reading_in(pane: str, page: Path) -> AsyncIterator[tuple[ReaderScreen, Pilot[int]]]:
    """The reader in one of its panes, with a third of a text in the summary."""
    async with reader_on(page, size=(120, 24)) as (screen, pilot):
        screen.reading.keep(50)
        screen.panes.go_into(getattr(screen, pane))
        await settle(pilot)
        yield screen, pilot


async def test_while_a_key_is_held_down_the_other_pane_follows_at_a_pace(
    long_text, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(trailing, "monotonic", lambda: 0.0)  # all keys come at once
    async with reading_in("summary", long_text) as (screen, pilot):
        screen.trailing.hasten()  # as if nothing had moved for a while
        await pilot.press("G")
        last = screen.summary.cursor
        assert in_sight(screen.source, last), "the first move is followed at once"
        await pilot.press("g", "g", "G", "g", "g")
        first = screen.summary.cursor
        assert screen.source.cursor == first != last
        assert in_sight(screen.source, last), "nobody could have seen it go there and back"
        await settle(pilot)
        assert in_sight(screen.source, first)


async def test_who_goes_into_the_other_pane_finds_it_where_the_cursor_is(
    long_text, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(trailing, "PACE", 1e6)
    async with reading_in("summary", long_text) as (screen, pilot):
        await pilot.press("G", "tab")
        assert in_sight(screen.source, screen.source.cursor)


async def test_a_change_of_the_summary_does_not_wait_for_its_turn(
    long_text, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(trailing, "PACE", 1e6)
    async with reading_in("source", long_text) as (screen, pilot):
        await pilot.press("G", "g", "g")
        await pilot.press("minus")
        shown = screen.summary.linked if screen.summary.linked is not None else screen.source.cursor
        assert in_sight(screen.summary, shown)
