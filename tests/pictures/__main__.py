"""Make the pictures that the README shows, or look at every screen.

python -m tests.pictures              # writes tests/pictures/reader.svg, which moves
python -m tests.pictures --all DIR    # every screen, three sizes, three themes, into a folder
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.pictures.moving import Frame, moving
from tests.tui.driving import SAMPLE, request_for, settle
from tui.app import SummariseApp
from tui.state.settings import Settings

README_PICTURE = Path(__file__).with_name("reader.svg")

#: Name of a picture → the keys that lead to it from the reader on the sample.
SCREENS: dict[str, Sequence[str]] = {
    "reader": ("n", "n"),
    "explain": ("n", "n", "e"),
    "heat": ("n", "H"),
    "highlight": ("z", "z", "z"),
    "search": ("slash", *"Belarus", "enter"),
    "methods": ("m",),
    "compare": ("v", "j"),
    "votes": ("v", "s"),
    "help": ("question_mark",),
    "page": ("P",),
    "library": ("o",),
    "filter": ("o", "slash", *"light"),
    "digest": ("o", "d", "plus"),
    "hidden": ("o", "g", "x", "s", "v", "v"),
}
#: What the README's picture shows: the key, what it does, and for how many seconds.
STORY: Sequence[tuple[str, str, float]] = (
    ("", "An article and its summary, each sentence linked both ways", 4),
    ("G", "G: the last sentence of the summary, and its place in the source", 3),
    ("plus", "+: a longer summary; what came in is marked", 2.5),
    ("plus", "+: every length holds all shorter ones", 2.5),
    ("e", "e: why this sentence is in", 4.5),
    ("escape", "esc: back", 1.5),
    ("enter", "⏎: to its place in the source …", 2.5),
    ("enter", "… and back", 2),
    ("full_stop", ". : the source alone, with what the summary keeps", 4),
    ("v", "v: what other methods would keep", 4),
)
#: Nothing of the reader's own shows in a picture, and nothing of a picture is remembered.
_SETTINGS = Settings(history=False)
STORY_SIZE = (100, 30)
SIZES = ((140, 42), (100, 30), (80, 24), (40, 20), (40, 10))
THEMES = ("", "textual-light", "ansi")


async def picture(
    target: Path, keys: Sequence[str] = (), size: tuple[int, int] = (140, 42), theme: str = ""
) -> None:
    """Open the sample, press keys, and save what the screen then shows as SVG."""
    app = SummariseApp(request_for(SAMPLE, settings=replace(_SETTINGS, theme=theme)))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        app.clear_notifications()
        await pilot.pause()
        app.save_screenshot(target.name, path=str(target.parent))


async def moving_picture(target: Path) -> None:
    """Open the sample, go through the story, and save it as one SVG that moves."""
    app = SummariseApp(request_for(SAMPLE, settings=_SETTINGS))
    frames = []
    async with app.run_test(size=STORY_SIZE) as pilot:
        await settle(pilot)
        for key, caption, seconds in STORY:
            if key:
                await pilot.press(key)
                await settle(pilot)
            await pilot.pause(0.3)  # until what moves has come to rest
            frames.append(Frame(app.export_screenshot(), caption, seconds))
    target.write_text(moving(frames), encoding="utf-8")


async def every_picture(folder: Path) -> None:
    """Every screen in every size and theme."""
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        for width, height in SIZES:
            for name, keys in SCREENS.items():
                target = folder / f"{name}-{width}x{height}-{theme or 'default'}.svg"
                await picture(target, keys, (width, height), theme)
                print(target)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", metavar="DIR", type=Path)
    folder = parser.parse_args().all
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # whatever runs it
    if folder:
        asyncio.run(every_picture(folder))
    else:
        asyncio.run(moving_picture(README_PICTURE))
        print(README_PICTURE)


if __name__ == "__main__":
    main()
