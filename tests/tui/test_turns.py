"""How many turns of the event loop a key takes, and who has one between the steps of a new size."""

from __future__ import annotations

from collections import Counter

import pytest
from textual import events
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.message_pump import MessagePump

from tests.tui.driving import reader_on, settle
from tui.screens.reader import ReaderScreen
from tui.widgets.document_view import DocumentView


async def test_a_key_and_what_it_moves_pass_by_all_that_only_holds_the_text(
    monkeypatch: pytest.MonkeyPatch,
):
    told: Counter[tuple[type[MessagePump], type[Message]]] = Counter()
    post = MessagePump.post_message

    def note(pump: MessagePump, message: Message) -> bool:
        told[type(pump), type(message)] += 1
        return post(pump, message)

    async with reader_on() as (screen, pilot):
        await pilot.press("tab")
        await settle(pilot)
        monkeypatch.setattr(MessagePump, "post_message", note)
        before = screen.source.cursor
        await pilot.press("j")
        monkeypatch.undo()
        assert screen.source.cursor != before
        for holder in (Horizontal, Vertical):
            assert not told[holder, events.Key]
            assert not told[holder, DocumentView.CursorMoved]
        assert told[ReaderScreen, DocumentView.CursorMoved] == 1
        assert not told[type(screen.app), DocumentView.CursorMoved]


async def test_escape_takes_a_selection_away_from_a_text():
    async with reader_on() as (screen, pilot):
        await pilot.press("tab")
        await pilot.mouse_down(screen.source, offset=(12, 4))
        await pilot.hover(screen.source, offset=(30, 6))
        await pilot.mouse_up(screen.source, offset=(30, 6))
        await settle(pilot)
        assert screen.source.text_selection is not None
        await pilot.press("escape")
        await settle(pilot)
        assert screen.source.text_selection is None


async def test_a_key_is_followed_before_a_new_size_is_laid_out(monkeypatch: pytest.MonkeyPatch):
    cursors: list[int | None] = []
    styled, laid_out = ReaderScreen._take_classes_of, ReaderScreen._screen_resized

    def style(screen: ReaderScreen, size: object) -> bool:
        changed = styled(screen, size)
        cursors.append(screen.source.cursor)
        screen.app.simulate_key("j")  # it comes while the styles of the new size are worked out
        return changed

    def lay_out(screen: ReaderScreen, size: object) -> None:
        cursors.append(screen.source.cursor)
        laid_out(screen, size)

    async with reader_on(size=(140, 40)) as (screen, pilot):
        screen.panes.go_into(screen.source)
        await settle(pilot)
        monkeypatch.setattr(ReaderScreen, "_take_classes_of", style)
        monkeypatch.setattr(ReaderScreen, "_screen_resized", lay_out)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        first, second = cursors[:2]
        assert first is not None
        assert second is not None
        assert second > first
        assert screen.has_class("-narrow")
