"""An app that can be left in every way there is, and that nothing from its terminal upsets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual import events
from textual._time import get_time
from textual.dom import DOMNode
from textual.driver import Driver
from textual.widget import Widget

from summarise.text.sanitise import sanitise
from tui.process import ends
from tui.process.collecting import collect_at_leisure
from tui.process.faults import fault_of
from tui.process.pace import PATIENCE
from tui.process.telling_app import TellingApp

if TYPE_CHECKING:
    from rich.console import RenderableType


#: Seconds without a key or a move of the mouse after which nobody is waiting for anything.
_LEISURE = 1.0


class TerminalApp(TellingApp[int]):
    """Ends with an exit code whatever ends it, with the terminal as it was."""

    _let_go = 0
    _last_input = 0.0
    _is_awaiting_leisure = False
    _ending: ends.Ending | None = None
    _leaving = False
    _fault: BaseException | None = None

    def run_to_end(self, *, mouse: bool) -> int:
        """Run until it is left.

        Args:
            mouse: Whether to ask the terminal for the mouse.

        Returns:
            The exit code of the process: that of a signal if one ended it.

        Raises:
            ProgramFaultError: A fault of the program ended it.
        """
        with ends.Ending(self.leave) as self._ending:
            self.run(mouse=mouse)
            self.left()
        if self._fault is not None:
            raise fault_of(self._fault)
        return 1 if self.return_code is None else self.return_code

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Leave the terminal to another program, and take it back, also if that fails.

        Textual's own stays suspended if an error comes out of it.
        """
        fault = None
        with super().suspend():
            try:
                yield
            except Exception as error:
                fault = error
        if fault is not None:
            raise fault

    def left(self) -> None:
        """Do what is left to do behind the reader's back: its terminal is whole again."""

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, where it can be, as one that outlives what a terminal does."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.process.driver import ReaderDriver  # not on other systems

        return ReaderDriver

    @property
    def closing(self) -> bool:
        """Whether the app is on its way out: nothing that comes in counts any more."""
        return self._leaving or (self._ending is not None and self._ending.begun)

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, once: the first exit code counts."""
        if not self._leaving:
            self._leaving = True
            if self._ending is not None:
                self._ending.begin(return_code)
            super().exit(result, return_code, message)

    def leave(self, code: int) -> None:
        """Leave with an exit code; may be called in any thread."""
        self.call_later(self.exit, return_code=code)

    def terminal_gone(self) -> None:
        """There is no terminal any more, so that nobody reads; may be called in any thread."""
        if self._ending is not None:
            self._ending.ask(ends.TERMINAL_GONE)

    async def on_event(self, event: events.Event) -> None:
        """Let in what comes from the terminal, unless it is too late for it.

        Pasted text is made safe here, whichever prompt it is for and however it came.
        """
        if self.closing and isinstance(event, events.InputEvent | events.Paste):
            return
        if isinstance(event, events.Key) and self._comes_late(event):
            return
        if isinstance(event, events.Paste):
            event.text = sanitise(event.text)
        if isinstance(event, events.InputEvent):
            self._last_input = get_time()
            if not self._is_awaiting_leisure:
                self._await_leisure(_LEISURE)
        await super().on_event(event)

    def _await_leisure(self, seconds: float) -> None:
        self._is_awaiting_leisure = True
        self.set_timer(seconds, self._look_for_leisure)

    def _look_for_leisure(self) -> None:
        """Do now what would keep a key waiting, unless one has come meanwhile."""
        self._is_awaiting_leisure = False
        left = self._last_input + _LEISURE - get_time()
        if left > 0:
            self._await_leisure(left)
        else:
            collect_at_leisure()

    def key_let_go(self) -> None:
        """A key is not followed, since too many came at once; may be called in any thread."""
        self._let_go += 1

    def _comes_late(self, key: events.Key) -> bool:
        """Whether a key has waited too long; says so when the first comes that has not."""
        if get_time() - key.time > PATIENCE:
            self.key_let_go()
            return True
        if self._let_go:
            self.tell(f"Keys came too fast: {self._let_go:,} were not followed.")
            self._let_go = 0
        return False

    async def run_action(self, *arguments: Any, **options: Any) -> bool:
        """Do what a key, a click or the palette asks for, unless the app is being closed."""
        return not self.closing and await super().run_action(*arguments, **options)

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        """Do it, unless the screen that it is asked of is not there yet: nothing is in it."""
        if isinstance(namespace, Widget) and not namespace.is_mounted:
            return False
        return await super()._dispatch_action(namespace, action_name, params)

    def panic(self, *_: RenderableType) -> None:
        """End because of a fault, whose traceback is for the log and not for the terminal."""
        self._fault = self._fault or sys.exc_info()[1] or RuntimeError()
        super().panic()

    def _handle_exception(self, error: Exception) -> None:
        self._fault = self._fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        super().panic()
