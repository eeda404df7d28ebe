"""Screens that give an answer and close, once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class AnsweringScreen(Screen[Answer]):
    """A screen that closes only itself.

    Textual's ``dismiss`` closes whatever screen is on top, so a second key press or click that was
    on its way when the first closed the screen would close the one below.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Give the answer and close, unless that has been done."""
        if not self.is_active:
            return AwaitComplete()
        return super().dismiss(result)
