"""Every screen as text and colours, compared with how it looked before.

After a change that is meant, run `pytest tests/tui/test_goldens.py --update-goldens` and read the
diff.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.pictures.__main__ import SCREENS
from tests.tui.driving import SAMPLE, app_on, settle
from tests.tui.screen_text import screen_colours, screen_text

GOLDENS = Path(__file__).parents[1] / "data" / "screens"
SIZES = ((140, 40), (80, 24), (40, 20))


async def look(pilot: Pilot[int]) -> str:
    """What the screen shows and in which colours, once nothing is under way, previews included."""
    await settle(pilot)
    for facts in pilot.app.screen.query("#preview-facts").results(Static):
        while "reading …" in str(facts.content):
            await pilot.pause(0.01)
            await settle(pilot)
    return f"{screen_text(pilot.app)}\n{screen_colours(pilot.app)}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(
    name: str, size: tuple[int, int], request: pytest.FixtureRequest, monkeypatch
):
    monkeypatch.setattr("tui.screens.library.previews._REST", 0.001)
    async with app_on(SAMPLE, size=size) as (_, pilot):
        for key in SCREENS[name]:
            await pilot.press(key)
            await settle(pilot)
        pilot.app.clear_notifications()
        shown = await look(pilot)
    golden = GOLDENS / f"{name}-{size[0]}x{size[1]}.txt"
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
        return
    expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if shown != expected:
        lines = difflib.unified_diff(
            expected.splitlines(), shown.splitlines(), golden.name, "now", n=0, lineterm=""
        )
        pytest.fail("\n".join(("the screen has changed:", *lines)), pytrace=False)


def test_no_golden_is_left_over():
    names = {f"{name}-{width}x{height}.txt" for name in SCREENS for width, height in SIZES}
    assert {path.name for path in GOLDENS.iterdir()} == names
