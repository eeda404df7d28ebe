"""A file that changes is read anew, with place, pins and drops kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.tui.driving import quick_pilot, request_for, said, settle
from tui import app as app_module
from tui.app import SummariseApp
from tui.screens.reader import ReaderScreen
from tui.state.watching import Watched, stamp_of

LINES = [f"The {who} of Varnholm {did} in the year of the flood." for who, did in (
    ("captain", "sailed"), ("mayor", "resigned"), ("teacher", "wrote"), ("miller", "ground"),
    ("baker", "baked"), ("guard", "slept"), ("gardener", "planted"), ("smith", "forged"),
)]  # fmt: skip


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
    monkeypatch.setattr(app_module, "_FOLLOWING", 0.05)
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(LINES))
    app = SummariseApp(replace(request_for(page), follow=True))
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
    monkeypatch.setattr(app_module, "_FOLLOWING", 0.01)
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
