"""Keys one after another, also those that come in one write: each acts on what the last one left.

Textual hands a key to the widget in focus and goes on to the next. What the first one does may take
several messages: until a prompt is closed or a screen is there, the next keys would still go to
what was in front before.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from functools import cache
from typing import Any, TypeAlias

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen

from tui.keys.row import KeyBinding
from tui.process.pace import PATIENCE

#: What is typed: a key, or a text that is pasted.
Typed: TypeAlias = Key | Paste


class KeysInTurn:
    """Holds back what is typed while a key before it is still on its way to what it does.

    Args:
        app: The app whose keys they are.
        act: Lets one of them act.
    """

    def __init__(self, app: App[Any], act: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._act = act
        self._held: deque[Typed] = deque()
        self._reasons: set[object] = set()
        self._following: asyncio.Task[None] | None = None

    @property
    def any(self) -> bool:
        """Whether something is held back."""
        return bool(self._held)

    def holds(self, typed: Typed) -> bool:
        """Hold something back, if something before it is held back or still on its way."""
        if not (self._reasons or self._held):
            return False
        self._held.append(typed)
        return True

    def hold(self) -> Callable[[], None]:
        """Hold back what is typed from now on, for what is done in a thread.

        Returns:
            Ends that; it may be called more than once. It ends by itself when what waits is not
            meant any more.
        """
        reason = object()
        self._reasons.add(reason)

        def end() -> None:
            timer.stop()
            self._end(reason)

        timer = self._app.set_timer(PATIENCE, end)
        return end

    def leads(self, key: Key) -> bool:
        """Whether a key may lead to another screen, to a line to type in, or out of one.

        The program's own say so in their table; of Textual's, those of its inputs above all, it is
        taken for granted.
        """
        screen, focused = self._app.screen, self._app.focused
        if focused is not None and focused.check_consume_key(key.key, key.character):
            return False  # a letter of what is being typed
        return any(
            binding.id not in _staying()
            for _, bindings in screen._binding_chain
            for binding in bindings.key_to_bindings.get(key.key, ())
        )

    def follow(self, screen: Screen[Any], target: DOMNode) -> None:
        """Hold back what is typed from now on, until what a key has set going is done.

        Args:
            screen: The screen on which it was pressed.
            target: What had the focus then.
        """
        self._reasons.add(reason := object())
        way = [node for node in target.ancestors_with_self if isinstance(node, MessagePump)]
        self._following = asyncio.create_task(self._follow(screen, way, reason))

    async def _follow(
        self, screen: Screen[Any], way: Iterable[MessagePump], reason: object
    ) -> None:
        """Go the way of a key, behind it, and behind what that has sent on."""
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    # A key goes up to the app, which does what is bound to it; what that says goes
                    # up from the focus once more. Whatever is told may be told on by who hears it.
                    for _ in range(2):
                        for pump in way:
                            await _turn(pump)
                            await _turn(pump)
                    while self._app.screen_stack and self._app.screen is not screen:
                        screen = self._app.screen
                        await _turn(screen)  # it is mounted, and has the focus
                        await _turn(self._app)
        finally:
            self._end(reason)

    def _end(self, reason: object) -> None:
        self._reasons.discard(reason)
        if self._held and not self._reasons:
            self._app.call_next(self._let_go)

    async def put_first(self, typed: Iterable[Typed]) -> None:
        """Let keys act that were typed before all that is held back."""
        self._held.extendleft(reversed(tuple(typed)))
        await self._let_go()

    async def _let_go(self) -> None:
        while self._held and not self._reasons:
            await self._act(self._held.popleft())


@cache
def _staying() -> frozenset[str]:
    """The ids of the program's keys that do not lead away.

    Textual makes bindings of its own of those in a table, and keeps no more of them than the ids.
    """
    from tui.keys.places import PLACES  # not before a key comes

    rows = (binding for bindings in PLACES.values() for binding in bindings)
    return frozenset(
        row.id for row in rows if row.id and isinstance(row, KeyBinding) and not row.leads
    )


async def _turn(pump: MessagePump) -> None:
    """Wait until something has handled all that it has been told up to now."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        await done.wait()
