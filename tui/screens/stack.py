"""What stands on the stack of screens, and how it is closed down to where something opens.

Above the first screen stands what was opened first; above a reader at most a library, above a
library at most a reader, or a digest and a reader.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from summarise.loading import Source
from tui.screens.loading import OpeningScreen

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


def reader_on(screen: Screen[Any]) -> ReaderScreen | None:
    """A screen as the reader that it is, if it is one."""
    if isinstance(screen, OpeningScreen):
        return None
    from tui.screens.reader import ReaderScreen  # not before there is something to read

    return screen if isinstance(screen, ReaderScreen) else None


def read_on(screen: Screen[Any]) -> Source | None:
    """What is read on a screen, if anything is."""
    reader = reader_on(screen)
    return None if reader is None else reader.item


def is_digest(screen: Screen[Any]) -> bool:
    """Whether a screen shows a digest."""
    digests = sys.modules.get("tui.screens.digest")  # without it there is no digest
    return digests is not None and isinstance(screen, digests.DigestScreen)


def is_library(screen: Screen[Any]) -> bool:
    """Whether a screen is the library."""
    from tui.screens.library import LibraryScreen  # not before it is opened

    return isinstance(screen, LibraryScreen)


def close_down_to_library(app: App[Any]) -> None:
    """Close screens until a library, or what was opened first, is on top."""
    while len(app.screen_stack) > 2 and not is_library(app.screen):
        app.pop_screen()


def close_down_to_list(app: App[Any]) -> None:
    """The same, but leave a digest that articles are opened from."""
    if not any(map(is_digest, app.screen_stack[-2:])):
        close_down_to_library(app)
    elif not is_digest(app.screen):
        app.pop_screen()
