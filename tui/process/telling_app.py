"""An app that tells one thing at a time, on the screen that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.app import ReturnType
from textual.notifications import Notification, Notify
from textual.screen import Screen

from tui.process.coloured_app import ColouredApp


@dataclass
class Told(Notification):
    """A message, and the screen that it is about."""

    on: Screen[Any] | None = None
    """The screen on which it was told; None for whichever comes first."""


class TellingApp(ColouredApp[ReturnType]):
    """Shows a message in the place of the one before, and takes it away with its screen."""

    _last_told: Told | None = None

    def tell(self, text: str, *, problem: bool = False, seconds: float | None = None) -> None:
        """Show a message for a few seconds, in place of the one before, on this screen only.

        Args:
            text: The message; what it quotes from an article stays plain text. Without one, that
                before goes.
            problem: Whether something went wrong.
            seconds: For how long, otherwise as long as its kind usually is.
        """
        if not text:
            self.clear_notifications()
            return
        told = Told(
            text,
            severity="warning" if problem else "information",
            timeout=seconds or (6 if problem else 3),
            on=self.screen if self.screen_stack else None,
        )
        self.post_message(Notify(told))

    def is_passing(self, screen: Screen[Any]) -> bool:  # noqa: ARG002
        """Whether a screen only stands there until what is being opened is there."""
        return False

    def clear_notifications(self) -> None:
        """Take away what is told, and its row.

        Textual leaves the row: each message that took the place of another stood one lower than
        that, and so they went down over the text.
        """
        super().clear_notifications()
        if self.screen_stack:
            self.screen.query("ToastHolder").remove()

    def on_mount(self) -> None:
        """Follow which screen is shown."""
        self.screen_change_signal.subscribe(self, self._screen_shown, immediate=True)

    def on_notify(self, event: Notify) -> None:
        """Take away what was told before; show nothing that is about another screen by now."""
        told = event.notification
        if isinstance(told, Told) and not self._belongs(told, self.screen):
            event.prevent_default()
            return
        self.clear_notifications()
        self._last_told = told if isinstance(told, Told) else None

    def _screen_shown(self, screen: Screen[Any]) -> None:
        """Take away what was told on another screen: it is about that one, and so are its keys."""
        if self._last_told is not None and not self._belongs(self._last_told, screen):
            self._last_told = None
            self.clear_notifications()

    def _belongs(self, told: Told, screen: Screen[Any]) -> bool:
        """Whether a message is for who is on a screen.

        What went wrong while something was being opened is for whoever comes to that.
        """
        if told.on is None or (told.severity == "warning" and self.is_passing(told.on)):
            told.on = screen
        return told.on is screen
