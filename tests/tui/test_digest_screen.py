"""A digest in the library: made in the background, story by story, and opened at its sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

import summarise
from summarise.article import Kind
from summarise.loading import Source
from tests.summarise.chains import chain
from tests.tui.driving import app_on, press, said, settle
from tests.tui.screen_text import screen_text
from tui.app import SummariseApp
from tui.screens.digest import DigestScreen
from tui.screens.library import LibraryScreen
from tui.screens.library.digest_keys import _PROGRESS
from tui.screens.reader import ReaderScreen
from tui.state.library.places import PlaceKind
from tui.state.session import Session
from tui.text.digest_blocks import digest_blocks
from tui.widgets.places_line import PlacesLine, Tab


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the reports of two chains."""
    where = tmp_path / "reports"
    where.mkdir()
    for name in ("bridge", "comet"):
        for number, report in enumerate(chain(name), 1):
            (where / f"{name}-{number}.txt").write_text(report.text, encoding="utf-8")
    return where


def screen_of(app: SummariseApp) -> DigestScreen:
    assert isinstance(app.screen, DigestScreen), app.screen
    return app.screen


async def test_it_is_grouped_by_story_and_says_where_each_line_is_from(folder: Path):
    async with app_on(folder, size=(140, 99)) as (app, pilot):
        await press(pilot, "d")
        text = screen_text(app)
        lines = screen_of(app).made.digest.lines
        assert len(lines) == 20
        bridge, comet = sorted(text.index(f"{word}") for word in ("4 articles", "Comet Pell"))
        assert bridge < comet
        assert text.count("4 articles") == 2
        for line in lines:  # a story of several articles: the line says of which
            assert f"{line.source.article.title[:40]}" in text
        shown = digest_blocks(screen_of(app).made.digest)
        captions = [block.text.rpartition("\n")[2] for block in shown if block.kind is Kind.TEXT]
        for line, caption in zip(lines, captions, strict=True):
            assert caption.startswith(f"{line.source.article.title} · ¶ ")
        for number, line in enumerate(lines, 1):
            assert f"{number:>3}  {' '.join(line.text.split()[:4])}" in text


def test_a_line_of_several_articles_names_each_with_the_key_that_opens_it():
    said = "The ferry Astrid ran aground off the island of Holm on Monday morning."
    reports = [
        f"Report {n}\n\n{said}\n\nThe {word} of the ferry Astrid spoke about Holm and the island."
        for n, word in enumerate(("captain", "owner"), 1)
    ]
    digest = summarise.digest([summarise.parse(report) for report in reports], "9")
    captions = [block.text.rpartition("\n")[2] for block in digest_blocks(digest)]
    shared = [caption for caption in captions if "also in" in caption]
    assert shared
    for caption in shared:
        assert re.fullmatch(r"Report \d · ¶ \d.* · also in \[2\] Report \d · ¶ \d.*", caption)


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 16)])
async def test_it_is_read_at_any_size_and_enter_leads_to_the_source_and_q_back(
    folder: Path, size: tuple[int, int]
):
    async with app_on(folder, size=size) as (app, pilot):
        await press(pilot, "d")
        screen = screen_of(app)
        await press(pilot, "j", "j")
        line = screen.line
        assert line is not None
        assert line.text.split()[0] in screen_text(app)
        await press(pilot, "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        at = reader.source.cursor
        assert at is not None
        assert reader.reading.article.sentences[at].text == line.source.sentence.text
        await press(pilot, "q")
        assert app.screen is screen
        assert screen.line is line
        await press(pilot, "enter")  # an article that is open already
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.source.cursor == at
        await press(pilot, "o")
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize(
    ("size", "margin"), [((140, 40), 2), ((140, 18), 2), ((60, 24), 1), ((40, 10), 1)]
)
async def test_its_length_stands_under_its_head_at_any_size(folder: Path, size, margin):
    async with app_on(folder, size=size) as (app, pilot):
        await press(pilot, "d")
        screen = screen_of(app)
        for id in ("#digest-head", "#digest-length-row"):
            region = screen.query_one(id).region
            assert (region.x, region.right) == (margin, size[0] - margin)


async def test_a_click_goes_to_a_line_and_on_its_number_to_the_source(folder: Path):
    async with app_on(folder, size=(80, 40)) as (app, pilot):
        await press(pilot, "d")
        screen = screen_of(app)
        view = screen.view
        third = screen.made.digest.lines[2]
        row, _ = view.rows_of(third.rank)
        await pilot.click(view, offset=(12, row + 1))  # where it is from, or its second row
        await settle(pilot)
        assert screen.line is third
        first = screen.made.digest.lines[0]
        row, _ = view.rows_of(first.rank)
        await pilot.click(view, offset=(2, row))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.item is screen.made.source_of(first.source)


async def test_its_length_is_nested_and_kept_and_the_bar_sets_it(folder: Path):
    async with app_on(folder, size=(80, 40)) as (app, pilot):
        await press(pilot, "d")
        screen = screen_of(app)
        before = {line.rank for line in screen.made.digest.kept}
        await press(pilot, "plus", "plus")
        assert "22 of " in screen_text(app)
        assert before < {line.rank for line in screen.made.digest.kept}
        assert screen.view._shown.new == {22}
        screen.bar.value = 5
        screen.bar.post_message(screen.bar.Changed(screen.bar, 5))
        await settle(pilot)
        assert "5 of " in screen_text(app)
        await press(pilot, "minus", "minus", "minus", "minus", "minus", "minus")
        assert "1 of " in screen_text(app)
        await press(pilot, "plus", "escape", "d")
        assert screen_of(app) is not screen
        assert screen_of(app).made.digest.size == 2


async def test_only_what_is_listed_or_ticked_is_in_it(folder: Path):
    async with app_on(folder, size=(140, 40)) as (app, pilot):
        await press(pilot, "slash", *"comet", "enter")
        await press(pilot, "q")
        await press(pilot, "d")
        assert {a.title for a in screen_of(app).made.digest.articles} == {
            report.title for report in chain("comet")
        }
        await press(pilot, "escape", "g", "t", "d")
        assert len(screen_of(app).made.digest.articles) == 1


def held_up() -> tuple[Event, list[Source], Callable[[Session, Source], object]]:
    """What lets articles be read from the third on, those begun, and what reads them so."""
    go, peek, begun = Event(), Session.peek, []

    def slow(self: Session, source: Source) -> object:
        begun.append(source)
        if len(begun) > 2:
            go.wait(20)
        return peek(self, source)

    return go, begun, slow


async def test_escape_stops_it_and_keys_act_while_it_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    go, begun, slow = held_up()
    async with app_on(folder, size=(140, 40)) as (app, pilot):
        monkeypatch.setattr(Session, "peek", slow)
        await pilot.press("d")
        while len(begun) < 3:
            await pilot.pause(0.01)
        await pilot.pause(0.05)
        assert "digest: 2 of 8 read, esc stops" in screen_text(app)
        assert isinstance(app.screen, LibraryScreen)
        before = app.screen.choices.chosen
        await pilot.press("j")
        assert app.screen.choices.chosen != before
        await pilot.press("escape")
        assert said(app) == ["The digest is not made."]
        assert "digest: " not in screen_text(app)
        go.set()
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert len(begun) == 3, "nothing more is read"
        await press(pilot, "d")
        assert len(screen_of(app).made.digest.articles) == 8


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((120, 40), " read, esc stops"),
        ((80, 24), "esc stops"),
        ((40, 20), "esc stops"),
    ],
)
@pytest.mark.parametrize("place", ["Here", "Samples"])
async def test_every_size_tells_how_far_it_is(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    shown: str,
    place: str,
):
    go, begun, slow = held_up()
    async with app_on(folder, size=size) as (app, pilot):
        assert isinstance(app.screen, LibraryScreen)
        if place == "Samples":
            await press(pilot, "shift+tab")
        monkeypatch.setattr(Session, "peek", slow)
        await pilot.press("d")
        while len(begun) < 3:
            await pilot.pause(0.01)
        await pilot.pause(0.05)
        head = screen_text(app).splitlines()[0]
        assert re.search(r"\b2( of |/)\d+", head), head
        assert shown in head
        assert place in head
        await pilot.press("escape")
        assert "esc stops" not in screen_text(app)
        go.set()
        await settle(pilot)


@pytest.mark.parametrize("width", range(40, 140, 5))
def test_whatever_the_width_what_is_under_way_is_said_whole_beside_the_place(width: int):
    line, names = PlacesLine(), [kind.label for kind in PlaceKind]
    for here, name in enumerate(names):
        wordings = [wording.format(1000, 1000) for wording in _PROGRESS]
        line.set([Tab(name) for name in names], here, ["hidden", "8 articles"], wordings)
        (said,), room = line._worded(width)
        assert said in wordings
        first, last, gap = line._shown(room)
        assert first <= here < last
        signs = 2 * (first > 0) + 2 * (last < len(names))
        used = sum(map(len, names[first:last])) + gap * (last - first - 1) + signs
        assert used + 3 + len(said) <= width, (name, said)


async def test_a_digest_that_is_ready_while_something_is_read_waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    go, peek = Event(), Session.peek

    def slow(self: Session, source: Source):
        go.wait(20)
        return peek(self, source)

    async with app_on(folder, size=(140, 40)) as (app, pilot):
        monkeypatch.setattr(Session, "peek", slow)
        await pilot.press("d", "enter")
        while not isinstance(app.screen, ReaderScreen):
            await pilot.pause(0.01)
        go.set()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "The digest is made: d in the library shows it." in said(app)
        monkeypatch.setattr(Session, "peek", lambda *_: pytest.fail("it is there"))
        await press(pilot, "q", "d")
        assert len(screen_of(app).made.digest.articles) == 8


async def test_what_cannot_be_read_is_said(folder: Path):
    (folder / "empty.txt").write_text("")
    async with app_on(folder, size=(140, 40)) as (app, pilot):
        await press(pilot, "d")
        assert "1 could not be read" in screen_text(app)
        assert said(app)[0].startswith("Not in it: ")


async def test_what_is_too_much_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.screens.library.digest_keys.MOST", 3)
    monkeypatch.setattr("tui.state.library.digesting.MOST", 3)
    async with app_on(folder, size=(140, 40)) as (app, pilot):
        await pilot.press("d")
        assert said(app) == ["A digest is made of the first 3 of 8 articles."]
        await settle(pilot)
        assert "5 more are left out" in screen_text(app)
        assert len(screen_of(app).made.digest.articles) == 3


async def test_a_file_that_has_changed_is_read_again(folder: Path):
    async with app_on(folder, size=(140, 40)) as (app, pilot):
        await press(pilot, "d", "escape")
        (folder / "comet-1.txt").write_text("A comet\n\nIt is a hoax. Nobody ever saw a thing.")
        await press(pilot, "d")
        assert "A comet" in {article.title for article in screen_of(app).made.digest.articles}


async def test_where_nothing_can_be_read_a_line_says_why(tmp_path: Path):
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text("")
    async with app_on(tmp_path / "a.txt", tmp_path / "b.txt") as (app, pilot):
        await press(pilot, "d")
        assert isinstance(app.screen, LibraryScreen)
        assert "a.txt" in said(app)[0]
