"""Names cut to the room that there is for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tui.driving import app_on
from tests.tui.screen_text import screen_text
from tui.text.fitting import end_of_path

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
