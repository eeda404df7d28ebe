"""Summaries that were written into a folder of articles: they are no articles themselves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import ARTICLE, Result
from tests.tui.driving import app_on, press, reader_on, settle
from tests.tui.screen_text import screen_text
from tui.app import SummariseApp
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.state.settings import Settings

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    where = tmp_path / "articles"
    where.mkdir()
    (where / "harbour.md").write_text(ARTICLE)
    (where / "ferry.txt").write_text("The ferry left at noon. Nobody waited in the rain.")
    return where


def listed(app: SummariseApp) -> list[str]:
    """The names of the files that are listed."""
    assert isinstance(app.screen, LibraryScreen), app.screen
    return sorted(Path(key).name for key in app.screen.choices.keys)


async def write(folder: Path, settings: Settings | None = None) -> None:
    """Read an article, write its summary beside it, and leave."""
    async with reader_on(folder / "harbour.md", settings=settings) as (screen, pilot):
        await pilot.press("w", "ctrl+u", *str(folder / "summary.md"), "enter")
        await settle(pilot)
        assert (folder / "summary.md").is_file()
        await press(pilot, "o")
        assert listed(screen.app) == ["ferry.txt", "harbour.md"]
        screen.app.left()


async def test_what_was_written_is_not_listed_but_among_what_is_hidden(folder: Path):
    await write(folder)
    async with app_on(folder) as (app, pilot):
        assert listed(app) == ["ferry.txt", "harbour.md"]
        await press(pilot, "v", "v")
        assert listed(app) == ["summary.md"]
        assert "a summary that was written here" in screen_text(app)
        await press(pilot, "x", "v")
        assert listed(app) == ["ferry.txt", "harbour.md", "summary.md"], "the reader has the say"
        app.left()
    async with app_on(folder) as (app, _):
        assert listed(app) == ["ferry.txt", "harbour.md", "summary.md"]


async def test_next_passes_over_it(folder: Path):
    await write(folder)
    async with reader_on(folder / "harbour.md") as (screen, pilot):
        await press(pilot, "J")
        assert screen.app.screen is screen, "that was the last one"


async def test_in_a_folder_that_is_opened_it_is_not_listed_either(folder: Path):
    await write(folder)
    async with reader_on() as (screen, pilot):
        await press(pilot, "o", "o", *str(folder), "enter")
        assert "summary.md" not in listed(screen.app)
        assert "ferry.txt" in listed(screen.app)


async def test_without_history_it_is_known_until_the_end(folder: Path):
    await write(folder, Settings(history=False))
    async with app_on(folder, settings=Settings(history=False)) as (app, _):
        assert listed(app) == ["ferry.txt", "harbour.md", "summary.md"]


def _edited(path: Path) -> None:
    path.write_text(path.read_text() + "And a note of mine.\n")


def _copied(path: Path) -> None:
    shutil.copy2(path, path.with_name("copy.md"))


def _own(path: Path) -> None:
    path.unlink()
    path.write_text("A text of my own. It has two sentences.")


@pytest.mark.parametrize(
    ("change", "found"), [(_edited, "summary.md"), (_copied, "copy.md"), (_own, "summary.md")]
)
async def test_no_file_of_the_readers_own_is_taken_for_one(
    folder: Path, change: Callable[[Path], None], found: str
):
    await write(folder)
    change(folder / "summary.md")
    async with app_on(folder) as (app, _):
        assert listed(app) == sorted(["ferry.txt", "harbour.md", found])


async def test_what_the_command_wrote_is_none_but_opens_by_its_name(
    folder: Path, run: Callable[..., Result]
):
    summary = folder / "summary.md"
    assert run("-o", summary, folder / "harbour.md").code == 0
    assert run("--no-history", "-o", folder / "other.md", folder / "harbour.md").code == 0
    async with app_on(folder) as (app, _):
        assert listed(app) == ["ferry.txt", "harbour.md", "other.md"]
    async with reader_on(summary) as (screen, pilot):
        assert screen.item.path == Path(os.path.realpath(summary))
        await press(pilot, "o")
        assert "summary.md" in listed(screen.app), "it is being read"
        assert run("history", "forget", "--all").code == 0
    async with app_on(folder) as (app, _):
        assert "summary.md" in listed(app), "nothing is remembered of it"


async def test_a_digest_that_was_written_is_none(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "d")
        await pilot.press("w", "ctrl+u", *str(folder / "digest.md"), "enter")
        await settle(pilot)
        assert (folder / "digest.md").is_file()
        app.left()
    async with app_on(folder) as (app, pilot):
        assert listed(app) == ["ferry.txt", "harbour.md"]
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_what_was_written_is_known_in_the_session_that_wrote_it(folder: Path):
    async with app_on(folder) as (app, pilot):
        await press(pilot, "d")
        await pilot.press("w", "ctrl+u", *str(folder / "digest.md"), "enter")
        await settle(pilot)
        await press(pilot, "q")
        assert listed(app) == ["ferry.txt", "harbour.md"]
        assert "1 written here is hidden" in screen_text(app).splitlines()[0]
        await press(pilot, "v", "v")
        assert listed(app) == ["digest.md"]
        await press(pilot, "x", "v")
        assert listed(app) == ["digest.md", "ferry.txt", "harbour.md"]
        assert "hidden" not in screen_text(app).splitlines()[0]


@pytest.mark.parametrize("name", ["out.md", "out.html", "out.txt"])
def test_a_folder_that_is_printed_leaves_out_what_was_written_into_it(
    folder: Path, run: Callable[..., Result], name: str
):
    before, digest = run("-p", folder).out, run("digest", folder).out
    assert run("digest", "-o", folder / name, folder).code == 0
    printed = run("-p", folder)
    assert printed.out == before
    assert f"summarise: {folder}: 1 file left out: this program wrote it" in printed.complaints
    digested = run("digest", folder)
    assert digested.out == digest
    assert f"summarise: {folder}: 1 file left out: this program wrote it" in digested.complaints
    assert run("-p", folder / name).out, "unless it is named"
    (folder / name).write_text("The reader wrote over it. It is an article.")
    assert "The reader wrote over it." in run("-p", folder).out


def test_a_folder_of_nothing_else_has_no_articles(tmp_path: Path, run: Callable[..., Result]):
    (tmp_path / "harbour.md").write_text(ARTICLE)
    out = tmp_path / "out"
    out.mkdir()
    assert run("-p", "-o", out / "one.md", tmp_path / "harbour.md").code == 0
    done = run("-p", out)
    assert done.code == 1
    assert done.complaints == [
        f"summarise: {out}: no articles in this folder; 1 file left out: this program wrote it"
    ]


def test_what_is_remembered_and_written_out_is_no_article(folder: Path, run: Callable[..., Result]):
    run("saved", "add", folder / "harbour.md")
    before = run("-p", folder).out
    assert run("history", "export", "-o", folder / "kept.txt").code == 0
    assert run("-p", folder).out == before


async def test_a_list_of_feeds_is_no_article_of_its_folder(
    folder: Path, run: Callable[..., Result]
):
    opml = "<opml version='2.0'><body><outline xmlUrl='http://127.0.0.1:1/feed'/></body></opml>"
    (folder / "feeds.opml").write_text(opml)
    digested = run("digest", folder)
    assert (digested.code, digested.complaints) == (0, [])
    async with app_on(folder) as (app, _):
        assert listed(app) == ["ferry.txt", "harbour.md"]


async def test_what_is_hidden_is_counted_among_what_is_hidden(folder: Path):
    await write(folder)
    for name in ("second.md", "third.md"):
        async with reader_on(folder / "harbour.md") as (_, pilot):
            await pilot.press("w", "ctrl+u", *str(folder / name), "enter")
            await settle(pilot)
    async with app_on(folder) as (app, pilot):
        assert "2 articles" in screen_text(app)
        await press(pilot, "v", "v")
        assert len(listed(app)) == 3
        head = screen_text(app).splitlines()[0]
        assert "hidden · 3 articles" in head
        await press(pilot, "slash", *"zzz")
        assert "0 of 3 articles" in screen_text(app).splitlines()[0]
