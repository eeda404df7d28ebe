"""Keys that were typed while an article was being opened, kept for the reader."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol, runtime_checkable

#: The name of a key, and the character that it types if it types one.
TypedKey = tuple[str, str | None]

#: The actions of the reader that open a line to type in.
ASKING = frozenset({"search", "type_length", "write"})


@runtime_checkable
class KeepsKeys(Protocol):
    """A screen that may keep keys for later."""

    def keeps(self, key: str, character: str | None) -> bool:
        """Keep a key, or say that it acts now."""


class TypedAhead:
    """Keeps keys in their order, and knows which of them are letters of an answer.

    Args:
        asking: The keys that open a line to type in. Until enter or escape, whatever follows one of
            them is typed into that line, so that a "q" in it does not quit.
    """

    def __init__(self, asking: Collection[str] = ()) -> None:
        self._asking = frozenset(asking)
        self._keys: list[TypedKey] = []
        self._line_from: int | None = None

    @property
    def in_line(self) -> bool:
        """Whether the next key belongs to a line that an earlier one opens."""
        return self._line_from is not None

    @property
    def any(self) -> bool:
        """Whether a key is kept."""
        return bool(self._keys)

    def add(self, key: str, character: str | None) -> None:
        """Keep a key."""
        if self._line_from is None:
            if key in self._asking:
                self._line_from = len(self._keys)
        elif key == "enter":
            self._line_from = None
        self._keys.append((key, character))

    def drop_line(self) -> None:
        """Forget the line that was being typed, with the key that opened it."""
        if self._line_from is not None:
            del self._keys[self._line_from :]
            self._line_from = None

    def take(self) -> tuple[TypedKey, ...]:
        """All keys, which are then no longer kept."""
        keys, self._keys, self._line_from = tuple(self._keys), [], None
        return keys
