"""Names and facts cut to the room that there is for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Static

from tests.tui.driving import SEEDS, app_on, settle
from tests.tui.screen_text import screen_text, widget_lines
from tui.text.fitting import end_of_path, rows_of_facts

PATH = "archive/2023/reports/how-the-harbour-froze.txt"


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (60, PATH),
        (42, "…/2023/reports/how-the-harbour-froze.txt"),
        (34, "…/how-the-harbour-froze.txt"),
        (20, "…e-harbour-froze.txt"),
    ],
)
def test_a_long_path_loses_its_start(room: int, shown: str):
    assert end_of_path(PATH, room) == shown


@pytest.mark.parametrize("room", range(2, 30))
def test_there_is_always_room_for_it(room: int):
    assert cell_len(end_of_path("資料/日本の港/港が凍った年.txt", room)) <= room


async def test_the_library_shows_the_names_of_files_in_deep_folders(tmp_path: Path):
    folder = tmp_path / "a-folder-with-a-long-name" / "and-another-one-in-it"
    folder.mkdir(parents=True)
    names = [f"report-of-the-harbour-{n}.txt" for n in (1, 2)]
    for name in names:
        (folder / name).write_text("It froze. Then it thawed.", encoding="utf-8")
    async with app_on(*(folder / name for name in names), size=(100, 24)) as (app, _):
        assert all(name in screen_text(app) for name in names)


FACTS = "web page · English · The Long Shore · 2025-11-14 · 779 words · 3 min"


@pytest.mark.parametrize(
    ("width", "most", "rows"),
    [
        (80, 3, [FACTS]),
        (62, 3, ["web page · English · The Long Shore · 2025-11-14 · 779 words", "3 min"]),
        (62, 1, ["English · The Long Shore · 2025-11-14 · 779 words · 3 min"]),
        (20, 1, ["779 words · 3 min"]),
        (4, 1, ["3 min"]),
    ],
)
def test_facts_are_broken_between_two_of_them_and_the_first_give_way(
    width: int, most: int, rows: list[str]
):
    assert rows_of_facts(FACTS, " · ", width, most) == rows


@pytest.mark.parametrize("size", [(140, 40), (60, 24)])
async def test_no_fact_of_a_preview_is_broken(size: tuple[int, int]):
    async with app_on(SEEDS, size=size) as (app, pilot):
        while "min" not in str(app.screen.query_one("#preview-facts", Static).content):
            await pilot.pause(0.01)
        await pilot.press("slash", *"lighthouses lost")
        while "779 words" not in str(app.screen.query_one("#preview-facts", Static).content):
            await pilot.pause(0.01)
        await settle(pilot)
        shown = widget_lines(app.screen.query_one("#preview-facts", Static))
        assert any("779 words" in line for line in shown)
        assert any(line.endswith("3 min") for line in shown)
