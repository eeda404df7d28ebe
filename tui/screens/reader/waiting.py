"""Keys that need a summary and come before the first one: they wait for it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping

from tui.keys.reader import READER_BINDINGS
from tui.keys.row import keys_of
from tui.state.typed_ahead import ASKING, TypedAhead, TypedKey

#: What has nothing to act on without a summary, and does not say so.
_IN_NEED = frozenset({"length", "suggested_length", "length_here", "next_mark", "write"})
#: What leaves the article, and so does not wait for it.
_LEAVING = frozenset({"up", "quit", "library"})


class WaitingKeys:
    """Keeps the first key that needs a summary, and the keys after it, in their order.

    Args:
        keymap: Keys by binding id that replace the program's own.
    """

    def __init__(self, keymap: Mapping[str, str]) -> None:
        self._in_need = keys_of(READER_BINDINGS, _IN_NEED, keymap)
        self._leaving = keys_of(READER_BINDINGS, _LEAVING, keymap)
        self._typed = TypedAhead(keys_of(READER_BINDINGS, ASKING, keymap))
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
