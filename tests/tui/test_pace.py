"""Keys that come too fast: nobody who wants to leave waits for thousands of them."""

from __future__ import annotations

from textual import events

from tests.tui.driving import app_on, settle
from tui.process.pace import BURST, PATIENCE, RATE, Pace


def test_a_key_held_down_is_followed_however_long():
    pace = Pace()
    assert all(pace.allows(number / 30) for number in range(100_000))


def test_of_very_many_keys_at_once_the_first_are_followed_and_then_those_that_come_later():
    pace = Pace()
    assert sum(pace.allows(10.0) for _ in range(20_000)) == BURST
    assert sum(pace.allows(12.0) for _ in range(20_000)) == 2 * RATE


async def test_a_key_that_has_waited_too_long_is_not_done_and_it_is_said():
    async with app_on() as (app, pilot):
        late = events.Key("q", "q")
        late.time -= PATIENCE + 1
        app.post_message(late)
        await settle(pilot)
        assert app.is_running
        await pilot.press("j")
        await settle(pilot)
        said = [notification.message for notification in app._notifications]
        assert said == ["Keys came too fast: 1 were not followed."]
