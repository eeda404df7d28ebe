"""The library: places, their articles in one list, and the summary of the one in use."""

from tui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
