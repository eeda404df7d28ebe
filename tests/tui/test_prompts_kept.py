"""A line that asks keeps what was typed until it was right, and says beside it what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.tui.driving import SAMPLE, app_on, reader_on, said, settle
from tui.app import SummariseApp
from tui.screens.digest import DigestScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.prompt import Prompt

pytestmark = pytest.mark.usefixtures("no_rest")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is worked in, with two articles and a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    for name in ("ferry", "harbour"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} is closed. It is the ice, they say.")
    return tmp_path


async def answer(pilot: Pilot[int], typed: str) -> None:
    """Type an answer in place of the one proposed."""
    await settle(pilot)
    pilot.app.screen.query_one("Prompt Input", Input).value = typed
    await pilot.press("enter")
    await settle(pilot)


def shown(app: SummariseApp) -> tuple[str, str]:
    """What is typed in the line that asks, and what stands beside it."""
    prompt = app.screen.query_one(Prompt)
    typed = prompt.query_one(Input).value
    return typed, str(prompt.query_one(".prompt--hint", Static).content)


_WRONG_NAMES = [
    ("nodir/x.md", "cannot be written: no such file or directory"),
    ("out", "already exists: choose another name"),
    ("x.pdf", "choose one of"),
]


@pytest.mark.parametrize(("name", "reason"), _WRONG_NAMES)
async def test_a_summary_is_asked_for_until_its_file_can_be_written(
    folder: Path, name: str, reason: str
):
    async with reader_on(SAMPLE) as (screen, pilot):
        app = screen.app
        assert isinstance(app, SummariseApp)
        await pilot.press("w")
        await answer(pilot, name)
        typed, beside = shown(app)
        assert (typed, reason in beside) == (name, True)
        assert said(app) == []
        await answer(pilot, "right.md")
        assert not app.screen.query(Prompt)
        assert (folder / "right.md").exists()


@pytest.mark.parametrize(("name", "reason"), _WRONG_NAMES)
async def test_so_is_a_digest(folder: Path, name: str, reason: str):
    async with app_on(folder) as (app, pilot):
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, DigestScreen)
        await pilot.press("w")
        await answer(pilot, name)
        typed, beside = shown(app)
        assert (typed, reason in beside) == (name, True)
        await answer(pilot, "right.md")
        assert not app.screen.query(Prompt)
        assert (folder / "right.md").exists()


async def test_what_failed_once_for_another_reason_writes_over_nothing(folder: Path):
    async with reader_on(SAMPLE) as (screen, pilot):
        await pilot.press("w")
        await answer(pilot, "new/x.md")
        (folder / "new").mkdir()
        (folder / "new" / "x.md").write_text("precious")
        await answer(pilot, "new/x.md")
        assert (folder / "new" / "x.md").read_text() == "precious"
        assert "enter again" in shown(screen.app)[1]  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["o", "a"])
async def test_something_to_open_or_follow_is_asked_for_until_it_is_there(folder: Path, key: str):
    async with app_on(folder) as (app, pilot):
        await pilot.press(key)
        await answer(pilot, "/nonexist")
        assert shown(app) == ("/nonexist", "no such file: check the name")
        assert said(app) == []
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.choices.has_focus
        await pilot.press("o")
        await answer(pilot, "/nonexist")
        await answer(pilot, "ferry.txt")
        assert isinstance(app.screen, ReaderScreen)


async def test_feeds_are_written_as_soon_as_the_name_is_right(folder: Path):
    async with app_on(folder) as (app, pilot):
        memory = app.session.memory
        memory.use(lambda store: store.feeds.add("http://127.0.0.1/e", title="Empty"), False)
        await pilot.press("w")
        await answer(pilot, "nodir/feeds.opml")
        typed, beside = shown(app)
        assert typed == "nodir/feeds.opml"
        assert beside == "cannot be written: no such file or directory"
        await answer(pilot, "feeds.opml")
        assert not app.screen.query(Prompt)
        assert said(app) == ["1 feed written to feeds.opml."]
        assert (folder / "feeds.opml").exists()
