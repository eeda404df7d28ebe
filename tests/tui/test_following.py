"""A file that changes is read anew, with place, pins and drops kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import quick_pilot, request_for, said, settle
from tui.app import SummariseApp
from tui.screens import reading_anew
from tui.screens.reader import ReaderScreen
from tui.state.watching import Watched, stamp_of

LINES = [f"The {who} of Varnholm {did} in the year of the flood." for who, did in (
    ("captain", "sailed"), ("mayor", "resigned"), ("teacher", "wrote"), ("miller", "ground"),
    ("baker", "baked"), ("guard", "slept"), ("gardener", "planted"), ("smith", "forged"),
)]  # fmt: skip

#: Sentences of which none is like another.
OTHERS = [
    "The captain of the ferry sailed through a night of fog.",
    "Nobody expected the mayor to resign before her budget.",
    "A teacher wrote down what the oldest pupils remembered.",
    "Grain prices fell for seven weeks in a row.",
    "Two bakeries share one oven since the fire.",
    "Guards slept while the archive was carried off.",
    "Gardeners planted four hundred limes along the avenue.",
    "Every smith in town forged nails for the new pier.",
]


def test_a_file_is_read_when_it_has_stayed_as_it_is_for_a_while(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("one")
    watched = Watched(stamp_of(page))
    assert not watched.has_settled(stamp_of(page))
    page.write_text("one, and more")
    half = stamp_of(page)
    assert not watched.has_settled(half)
    page.unlink()
    assert not watched.has_settled(stamp_of(page)), "it is just being replaced"
    page.write_text("one, and more of it")
    assert not watched.has_settled(stamp_of(page))
    assert watched.has_settled(stamp_of(page))
    assert not watched.has_settled(stamp_of(page)), "it has been read by now"


async def test_the_reader_follows_a_file_and_stays_where_it_was(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(reading_anew, "_FOLLOWING", 0.05)
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(LINES))
    app = SummariseApp(request_for(page)._replace(follow=True))
    with quick_pilot():
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            screen = app.screen
            last = screen.reading.ranking.order[-1]
            await pilot.press("l")
            screen.source.move_cursor(last)
            await pilot.press("asterisk")
            await settle(pilot)
            pinned = screen.reading.article.sentences[last].text
            page.write_text("\n\n".join(["The ferry is the first to be told of.", *LINES]))
            for _ in range(200):
                await pilot.pause(0.02)
                await settle(pilot)
                if app.screen is not screen and isinstance(app.screen, ReaderScreen):
                    break
            now = app.screen
            assert now is not screen
            assert len(now.reading.article.sentences) == len(LINES) + 1
            assert now.source.has_focus
            assert now.reading.article.sentences[now.source.cursor].text == pinned
            assert now.source.cursor in now.reading.summary.kept
            assert said(app) == ["It has changed, and is here anew."]


async def test_without_being_asked_nothing_is_followed(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(reading_anew, "_FOLLOWING", 0.01)
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(LINES))
    app = SummariseApp(request_for(page))
    with quick_pilot():
        async with app.run_test() as pilot:
            await settle(pilot)
            screen = app.screen
            page.write_text("All is new here.")
            await pilot.pause(0.2)
            await settle(pilot)
            assert app.screen is screen


@asynccontextmanager
async def followed(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[SummariseApp, Pilot[int]]]:
    """The reader on a file that is followed, in the source."""
    monkeypatch.setattr(reading_anew, "_FOLLOWING", 0.05)
    app = SummariseApp(request_for(page)._replace(follow=True))
    with quick_pilot():
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            await pilot.press("l")
            yield app, pilot


async def until(pilot: Pilot[int], happens: Callable[[], bool]) -> None:
    for _ in range(200):
        if happens():
            return
        await pilot.pause(0.02)
        await settle(pilot)
    raise AssertionError("it never happened")


async def write(page: Path, lines: list[str], app: SummariseApp, pilot: Pilot[int]) -> ReaderScreen:
    """Write the file, and wait for the reader to show it."""
    before = app.screen
    page.write_text("\n\n".join(lines))
    await until(pilot, lambda: app.screen is not before and isinstance(app.screen, ReaderScreen))
    await settle(pilot)
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


async def stand(app: SummariseApp, pilot: Pilot[int], sentence: int) -> ReaderScreen:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    screen.source.move_cursor(sentence)
    await settle(pilot)
    return screen


async def test_what_was_chosen_survives_a_file_that_is_half_written_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(OTHERS))
    async with followed(page, monkeypatch) as (app, pilot):
        await stand(app, pilot, 5)
        await pilot.press("x")
        await stand(app, pilot, 6)
        await pilot.press("asterisk")
        await settle(pilot)
        half = await write(page, OTHERS[:3], app, pilot)
        assert said(app) == [
            "It has changed, and is here anew; not found now, but kept: “Gardeners planted four "
            "hundred limes al…” and 1 more."
        ]
        assert not half.reading.state.choices.pins
        still = await write(page, OTHERS[:4], app, pilot)
        assert said(app) == ["It has changed, and is here anew."], "it is told once"
        assert still.reading.state.place is not None
        whole = await write(page, OTHERS, app, pilot)
        assert said(app)[0].startswith("It has changed, and is here anew; there again: “Gardeners")
        choices = whole.reading.state.choices
        assert (choices.pins, choices.drops) == ({6}, {5})
        assert not choices.absent
        assert whole.source.cursor == whole.reading.state.place == 6
        await pilot.press("u")
        await settle(pilot)
        assert whole.reading.state.choices.pins == frozenset()
        assert whole.reading.state.choices.drops == {5}
        await pilot.press("u")
        await settle(pilot)
        assert whole.reading.state.choices.drops == frozenset()


async def test_who_has_moved_in_the_half_stays_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(OTHERS))
    async with followed(page, monkeypatch) as (app, pilot):
        await stand(app, pilot, 6)
        await write(page, OTHERS[:4], app, pilot)
        await stand(app, pilot, 1)
        whole = await write(page, OTHERS, app, pilot)
        assert whole.reading.state.place == 1


async def test_what_was_chosen_survives_being_opened_while_the_file_is_half_written(tmp_path: Path):
    page = tmp_path / "page.txt"

    async def run(lines: list[str], *keys: str, at: int | None = None) -> ReaderScreen:
        page.write_text("\n\n".join(lines))
        app = SummariseApp(request_for(page))
        with quick_pilot():
            async with app.run_test(size=(120, 40)) as pilot:
                await settle(pilot)
                if at is not None:
                    await stand(app, pilot, at)
                await pilot.press(*keys)
                await settle(pilot)
                told.append(said(app))
                screen = app.screen
        app.left()
        assert isinstance(screen, ReaderScreen)
        return screen

    told: list[list[str]] = []
    await run(OTHERS, "l", at=6)
    await run(OTHERS, "l", "asterisk")
    await run(OTHERS[:3])
    assert "not found now, but kept: “Gardeners" in told[-1][0]
    await run(OTHERS[:3])
    assert "not found" not in "".join(told[-1]), "it is told once"
    whole = await run(OTHERS)
    assert whole.reading.state.choices.pins == {6}
    assert whole.reading.state.place == 6


async def test_starting_afresh_forgets_what_is_not_in_the_file_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(OTHERS))
    async with followed(page, monkeypatch) as (app, pilot):
        await stand(app, pilot, 6)
        await pilot.press("asterisk")
        await settle(pilot)
        await write(page, OTHERS[:3], app, pilot)
        await pilot.press("Z")
        whole = await write(page, OTHERS, app, pilot)
        assert whole.reading.state.choices.pins == frozenset()


async def test_a_file_that_is_removed_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(OTHERS))
    async with followed(page, monkeypatch) as (app, pilot):
        page.unlink()
        await until(pilot, lambda: bool(said(app)))
        assert said(app) == ["page.txt is not there any more: this is what it said."]
        app.clear_notifications()
        await pilot.pause(0.4)
        assert said(app) == []
