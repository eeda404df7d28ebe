"""An article that is read in two windows: nothing that was chosen in one is lost by the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.driving import request_for
from tests.tui.test_keeping import TEXT, run
from tui.state.store.records import Anchor, KeptReading
from tui.state.store.shared_reading import both_readings

SENTENCES = [Anchor(number, f"Sentence {number}.") for number in range(4)]


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


async def left(mill: Path) -> tuple[frozenset[int], frozenset[int], int | None, str]:
    """Pins, drops, place and length as the next run finds them."""
    async with run(request_for(mill)) as (_, screen, _pilot):
        state = screen.reading.state
        return state.choices.pins, state.choices.drops, state.place, str(state.length)


async def test_a_window_that_only_moves_keeps_the_pins_of_the_other(mill: Path):
    async with run(request_for(mill)) as (_, other, later):
        async with run(request_for(mill)) as (_, screen, pilot):
            screen.panes.go_into(screen.source)
            await pilot.press("j", "*", "colon", "3", "enter")
            pinned = screen.reading.state.choices.pins
        other.panes.go_into(other.source)
        await later.press("j", "j", "j")
        place = other.reading.state.place
    assert await left(mill) == (pinned, frozenset(), place, "3")
    assert len(pinned) == 1


async def test_what_both_windows_choose_is_kept_however_often_they_keep_it(mill: Path):
    async with run(request_for(mill)) as (one, screen, pilot):
        async with run(request_for(mill)) as (two, other, later):
            screen.panes.go_into(screen.source)
            other.panes.go_into(other.source)
            await pilot.press("*", "j", "*")
            one.session.keeper.keep()
            await later.press("j", "j", "j", "x")
            two.session.keeper.keep()
            await pilot.press("*")  # the second is not pinned any more
            one.session.keeper.keep()
            await later.press("k")
        await pilot.press("j")
        first = min(screen.reading.state.choices.pins)
        dropped = other.reading.state.choices.drops
    assert (await left(mill))[:2] == (frozenset({first}), dropped)
    assert len(dropped) == 1


async def test_a_file_that_changed_is_not_taken_for_another_window(mill: Path):
    async with run(request_for(mill)) as (_, screen, pilot):
        screen.panes.go_into(screen.source)
        await pilot.press("j", "*")
    mill.write_text("A new beginning. " + TEXT, encoding="utf-8")
    async with run(request_for(mill)) as (_, screen, pilot):
        assert len(screen.reading.state.choices.pins) == 1
        screen.panes.go_into(screen.source)
        await pilot.press("*")
        assert not screen.reading.state.choices.pins
    assert (await left(mill))[0] == frozenset()


choices = st.lists(st.sampled_from(SENTENCES), unique=True).map(tuple)
readings = st.builds(
    KeptReading,
    method=st.sampled_from(["salience", "lead"]),
    length=st.sampled_from(["", "5"]),
    pins=choices,
    drops=choices,
    seen=st.sampled_from([None, ((0, 2),), ((1, 3), (5, 6))]),
)


@given(readings, readings)
def test_who_is_alone_keeps_what_they_chose(before: KeptReading, now: KeptReading):
    found = both_readings(before, before, now)
    assert (found.method, found.length) == (now.method, now.length)
    assert set(found.pins) == set(now.pins) - (set(now.drops) - set(before.drops))


@given(readings, readings)
def test_who_has_chosen_nothing_changes_nothing(there: KeptReading, before: KeptReading):
    found = both_readings(there, before, before)
    assert (found.method, found.length) == (there.method, there.length)
    assert (found.pins, found.drops) == (there.pins, there.drops)


def test_the_last_word_on_a_sentence_counts_and_all_that_was_read_was_read():
    one, two = SENTENCES[:2]
    there = KeptReading("salience", "5", pins=(one, two), seen=((0, 2), (5, 6)))
    before = KeptReading("salience", "5", drops=(two,), seen=None)
    now = KeptReading("salience", "5", drops=(one, two), seen=((1, 3),))
    found = both_readings(there, before, now)
    assert found.pins == (two,)
    assert found.drops == (one,)
    assert found.seen == ((0, 3), (5, 6))
