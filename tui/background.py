"""Work in threads that nobody waits for: not a key press, and not the end of the program."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from textual.message import Message
from textual.message_pump import MessagePump

#: How these threads are called, so that tests can wait for them.
THREAD_NAME = "summarise-background"


class Background:
    """Does one thing of each kind at a time, and posts what comes of it as a message.

    Textual's own thread workers keep the program from ending until they are done, which for a
    slow method on a long text may be minutes after the reader has left.

    Args:
        node: Whom to post to.
    """

    def __init__(self, node: MessagePump) -> None:
        self._node = node
        self._latest: dict[str, object] = {}

    def start(self, kind: str, work: Callable[[], Message]) -> None:
        """Do something; what was started before of this kind is no longer wanted.

        Args:
            kind: What tells it from other work that may go on at the same time.
            work: Does it, and returns the message to post.
        """
        ticket = self._latest[kind] = object()

        def run() -> None:
            message = work()
            if self._latest.get(kind) is ticket and self._node.is_attached:
                self._node.post_message(message)

        Thread(target=run, name=THREAD_NAME, daemon=True).start()

    def forget(self) -> None:
        """Nothing that was started is wanted any more."""
        self._latest.clear()
