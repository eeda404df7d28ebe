"""Keys that need what is not there yet: they wait for it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from textual.binding import BindingType

from tui.keys.row import keys_of
from tui.messages import KeysWaited
from tui.screens.guarded import GuardedScreen
from tui.state.typed_ahead import TypedAhead, TypedKey


class Needs(NamedTuple):
    """Which actions of a screen wait, and which do not."""

    bindings: Collection[BindingType]
    """The keys of the screen."""
    in_need: frozenset[str]
    """What has nothing to act on yet, and does not say so."""
    leaving: frozenset[str]
    """What leaves the screen, and so does not wait."""
    asking: frozenset[str]
    """What opens a line to type in."""


class WaitingKeys:
    """Keeps the first key that needs what is not there, and the keys after it, in their order.

    Args:
        needs: Which actions wait.
        keymap: Keys by binding id that replace the program's own.
    """

    def __init__(self, needs: Needs, keymap: Mapping[str, str]) -> None:
        self._in_need = keys_of(needs.bindings, needs.in_need, keymap)
        self._leaving = keys_of(needs.bindings, needs.leaving, keymap)
        self._typed = TypedAhead(keys_of(needs.bindings, needs.asking, keymap))
        self.any = False
        """Whether a key waits."""

    def keep(self, key: str, character: str | None, *, at_once: bool) -> bool:
        """Keep a key, unless it acts at once; escape lets those go that wait.

        Args:
            key: Its name.
            character: What it types, if it types something.
            at_once: Whether it works everywhere.
        """
        if not self.any and key not in self._in_need:
            return False
        if self._typed.in_line:
            if key == "escape":
                self._typed.drop_line()
            else:
                self._typed.add(key, character)
            return True
        if key == "escape" or key in self._leaving:
            self.take()
            return key == "escape"
        if at_once:
            return False
        self.any = True
        self._typed.add(key, character)
        return True

    def take(self) -> tuple[TypedKey, ...]:
        """All keys, which then wait no longer."""
        self.any = False
        return self._typed.take()


class WaitingScreen(GuardedScreen[None]):
    """A screen on which keys wait for what is not there yet, as long as it has keys that do."""

    waiting: WaitingKeys | None = None
    """Keeps them; None where nothing is waited for."""

    def keeps_waiting(self, key: str, character: str | None) -> bool:
        """Keep a key that needs what is not there, and the keys after it; says whether it did."""
        if self.waiting is None:
            return False
        bound = self.active_bindings.get(key)
        return self.waiting.keep(key, character, at_once=bound is not None and bound[0] is self.app)

    def let_keys_go(self) -> None:
        """It is there, or will not be: no key waits any more."""
        if self.waiting is not None and self.waiting.any:
            self.post_message(KeysWaited(self._take_waiting))
        else:
            self.waiting = None

    def _take_waiting(self) -> tuple[TypedKey, ...]:
        waiting, self.waiting = self.waiting, None
        return () if waiting is None else waiting.take()
