"""Make the pictures that the README shows, or look at every screen.

python -m tests.pictures              # writes tests/pictures/reader.svg
python -m tests.pictures --all DIR    # every screen, three sizes, three themes, into a folder
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

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
SIZES = ((140, 42), (100, 30), (80, 24), (40, 20), (40, 10))
THEMES = ("", "textual-light", "ansi")


async def picture(
    target: Path, keys: Sequence[str] = (), size: tuple[int, int] = (140, 42), theme: str = ""
) -> None:
    """Open the sample, press keys, and save what the screen then shows as SVG."""
    app = SummariseApp(request_for(SAMPLE, settings=replace(Settings(), theme=theme)))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        app.clear_notifications()
        await pilot.pause()
        app.save_screenshot(target.name, path=str(target.parent))


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
        asyncio.run(picture(README_PICTURE, SCREENS["reader"], (140, 40)))
        print(README_PICTURE)


if __name__ == "__main__":
    main()
