"""Scenarios of the keys of a digest, and of those of the library that lead to one."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.summarise.chains import chain
from tests.tui.scenarios.library import library, notices
from tests.tui.scenarios.stage import Registry, Stage
from tui.keys.digest import SOURCES
from tui.screens.digest import DigestScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.prompt import Prompt

SCENARIOS = Registry()
of = SCENARIOS.of

#: What four articles say in the same words.
SAME = "The crack in the third pier of the Tanner's Bridge is two metres long, divers report."


async def stories(stage: Stage) -> LibraryScreen:
    """The library with the reports of two chains; four of them have a sentence in common."""
    folder = Path("zz-reports")
    folder.mkdir(exist_ok=True)
    for name in ("bridge", "comet"):
        for number, report in enumerate(chain(name), 1):
            text = f"{report.title}\n\n{SAME}\n\n{report.text}" if name == "bridge" else report.text
            (folder / f"{name}-{number}.txt").write_text(text, encoding="utf-8")
    screen = await library(stage)
    screen.library.ticked.clear()
    stage.app.open_named("zz-reports")
    await stage.press("slash", *"zz-reports", "tab", "g")
    return screen


async def digest(stage: Stage) -> DigestScreen:
    """The digest of all eight reports."""
    await stories(stage)
    await stage.press("d")
    assert isinstance(stage.screen, DigestScreen)
    return stage.screen


@of("library.tick")
async def _(stage: Stage, key: str) -> None:
    screen = await stories(stage)
    before = screen.choices.highlighted
    await stage.press(key)
    assert "1 article ticked: d makes a digest of them." in notices(stage)
    assert stage.text.count("✓") == 1
    assert screen.choices.highlighted == before + 1
    await stage.press("k", key)
    assert "✓" not in stage.text
    assert "None is ticked." in notices(stage)
    await stage.press("escape")


@of("library.digest")
async def _(stage: Stage, key: str) -> None:
    await stories(stage)
    await stage.press(key)
    assert "· 2 stories · 8 articles ·" in stage.text
    await stage.press("escape", "g", "t", "t", key)
    assert "· 1 story · 2 articles ·" in stage.text
    await stage.press("escape", "escape")


async def resized(stage: Stage, key: str, step: int) -> None:
    screen = await digest(stage)
    shorter = {line.rank for line in screen.made.digest.kept}
    await stage.press(key)
    assert f"{20 + step} of " in stage.text
    longer = {line.rank for line in screen.made.digest.kept}
    assert shorter < longer or longer < shorter
    await stage.press("escape", "escape")
    Path("zz-reports/bridge-1.txt").touch()


for name, step in (("less", -1), ("more", 1), ("less-5", -5), ("more-5", 5)):

    @of(f"digest.{name}")
    async def _(stage: Stage, key: str, step: int = step) -> None:
        await resized(stage, key, step)


@of("digest.type")
async def _(stage: Stage, key: str) -> None:
    screen = await digest(stage)
    await stage.press(key)
    await stage.press(*"zzz", "enter")
    assert screen.query(Prompt), "what is wrong is said beside it"
    screen.query_one(Input).value = "100w"
    await stage.press("enter")
    assert str(screen.made.digest.length) == "100w"
    assert screen.made.digest.words <= 100
    assert screen.view.has_focus


for number in range(1, SOURCES + 1):

    @of(f"digest.source-{number}")
    async def _(stage: Stage, key: str, number: int = number) -> None:
        screen = await digest(stage)
        line = next(line for line in screen.made.digest.lines if line.text == SAME)
        screen.view.move_cursor(line.rank)
        await stage.press(key)
        assert isinstance(stage.screen, ReaderScreen)
        place = (line.source, *line.others)[number - 1]
        assert stage.screen.item is screen.made.source_of(place)
        source = stage.screen.source
        assert stage.reading.article.sentences[source.cursor or 0].text == SAME
        assert source.has_focus
        await stage.press("q")
        assert stage.screen is screen


@of("digest.copy")
async def _(stage: Stage, key: str) -> None:
    screen = await digest(stage)
    await stage.press(key)
    for line in screen.made.digest.lines:
        assert line.text in stage.app.clipboard
    assert "bridge-2.txt" in stage.app.clipboard


@of("digest.copy-sentence")
async def _(stage: Stage, key: str) -> None:
    screen = await digest(stage)
    await stage.press("j", key)
    assert stage.app.clipboard == screen.made.digest.lines[1].text


@of("digest.write")
async def _(stage: Stage, key: str) -> None:
    screen = await digest(stage)
    await stage.press(key)
    screen.query_one(Input).value = "both.html"
    await stage.press("enter")
    assert "Written to both.html." in notices(stage)
    assert "Comet Pell" in Path("both.html").read_text(encoding="utf-8")
    Path("both.html").write_text("mine")
    await stage.press(key)
    screen.query_one(Input).value = "both.html"
    await stage.press("enter")
    assert "is there already: enter again to write over it" in stage.text
    assert Path("both.html").read_text() == "mine"
    await stage.press("enter")
    assert "Written over both.html." in notices(stage)
    assert "Comet Pell" in Path("both.html").read_text(encoding="utf-8")
    source = Path(screen.made.sources[0].origin)
    before = source.read_bytes()
    await stage.press(key)
    screen.query_one(Input).value = str(source)
    await stage.press("enter", "enter")
    assert "is what is read here: choose another name" in stage.text
    assert source.read_bytes() == before


@of("digest.read")
async def _(stage: Stage, key: str) -> None:
    screen = await digest(stage)
    await stage.press(key)
    assert "8 articles marked as read: u in the library takes it back." in notices(stage)
    await stage.press(key)
    assert "All are read." in notices(stage)
    await stage.press("escape")
    marks = stage.app.library.marks
    keys = [source.key for source in screen.made.sources]
    assert all(marks.of(one).read for one in keys)
    await stage.press("u")
    assert not any(marks.of(one).read for one in keys)


@of("digest.back")
async def _(stage: Stage, key: str) -> None:
    library_screen = await stories(stage)
    await stage.press("j", "j")
    at = library_screen.choices.chosen
    await stage.press("d")
    await stage.press(key)
    assert stage.screen is library_screen
    assert library_screen.choices.chosen == at


@of("digest.help")
async def _(stage: Stage, key: str) -> None:
    await digest(stage)
    await stage.press(key)
    assert isinstance(stage.screen, HelpScreen)
    assert stage.text.index("Digest") < stage.text.index("Copy the digest with its sources")


@of("digest.quit")
async def _(stage: Stage, key: str) -> None:
    await digest(stage)
    await stage.press(key)
    assert stage.exits
