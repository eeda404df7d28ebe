"""The reader: an article and its summary, linked both ways."""

from tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
