"""Work in threads that nobody waits for: not a key press, and not the end of the program."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Generic, TypeVar

from textual.dom import DOMNode
from textual.message_pump import MessagePump

from summarise.errors import SummariseError
from summarise.sources.stopping import stopping_when
from tui.process.faults import fault_of

#: How these threads are called, so that tests can wait for them.
THREAD_NAME = "summarise-background"
#: Seconds between two looks at what a thread tells.
_REST = 0.1

Result = TypeVar("Result")
Told = TypeVar("Told")
Part = TypeVar("Part")


def is_staying(owner: MessagePump) -> bool:
    """Whether a screen, a widget or the app is there and is not being removed.

    While a screen is being removed it still gets its turn, but what it would draw in may be gone.
    """
    return owner.is_attached and (not isinstance(owner, DOMNode) or owner.display)


class Tasks:
    """Does one thing of each kind at a time, and brings its result or one line on why not.

    Both are handed to the handlers of a screen or widget, in its own turn, so that no thread ever
    touches the screen. What is no longer wanted, or whose owner has gone, is not handed on at all,
    and readers that take long find out (:mod:`summarise.sources.stopping`).

    Textual's own thread workers keep the program from ending until they are done, which for a
    slow method on a long text may be minutes after the reader has left.

    Args:
        owner: The screen or widget that the results are for.
    """

    def __init__(self, owner: MessagePump) -> None:
        self._owner = owner
        self._latest: dict[str, object] = {}

    def start(
        self,
        kind: str,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[SummariseError], object],
    ) -> None:
        """Do something; what was started before of this kind is no longer wanted.

        Args:
            kind: What tells it from other work that may go on at the same time.
            work: Does it, in a thread of its own.
            done: Gets the result.
            failed: Gets the reason if there is none; its text is one plain line.
        """
        self.start_in_parts(kind, lambda _: work(), _nothing, done, failed)

    def start_in_parts(
        self,
        kind: str,
        work: Callable[[Callable[[Part], None]], Result],
        part: Callable[[Part], object],
        done: Callable[[Result], object],
        failed: Callable[[SummariseError], object],
    ) -> None:
        """Do something that hands on parts of its result as they come; otherwise as :meth:`start`.

        Args:
            kind: What tells it from other work that may go on at the same time.
            work: Does it, in a thread of its own; it is given what hands a part on.
            part: Gets each part.
            done: Gets the result, behind all parts.
            failed: Gets the reason if there is none; its text is one plain line.
        """
        ticket = self._latest[kind] = object()

        def unwanted() -> bool:
            return self._latest.get(kind) is not ticket or not is_staying(self._owner)

        def bring(handler: Callable[[], object]) -> None:
            if not unwanted():
                handler()

        def hand_on(found: Part) -> None:
            if not unwanted():
                self._owner.call_later(bring, partial(part, found))

        def run() -> None:
            try:
                with stopping_when(unwanted):
                    handler = partial(done, explained(partial(work, hand_on)))
            except SummariseError as error:
                handler = partial(failed, error)
            if not unwanted():
                self._owner.call_later(bring, handler)

        Thread(target=run, name=THREAD_NAME, daemon=True).start()

    def forget(self) -> None:
        """Nothing that was started is wanted any more."""
        self._latest.clear()


class Latest(Generic[Told]):
    """Brings what a thread tells again and again to a screen: the latest of it, ten times a second.

    Args:
        owner: The screen or widget it is for.
        hear: Gets it, in the owner's own turn.
    """

    def __init__(self, owner: MessagePump, hear: Callable[[Told], object]) -> None:
        self._owner = owner
        self._hear = hear
        self._waiting: deque[Told] = deque(maxlen=1)
        self._resting = False

    def tell(self, what: Told) -> None:
        """Say something, in any thread."""
        self._waiting.append(what)
        if not self._resting:
            self._resting = True
            self._owner.call_later(self._bring)

    def _bring(self) -> None:
        self._resting = False
        if self._waiting and is_staying(self._owner):
            self._resting = True
            self._hear(self._waiting.popleft())
            self._owner.set_timer(_REST, self._bring)


def _nothing(_: object) -> None:
    """What hands on no parts."""


def explained(work: Callable[[], Result]) -> Result:
    """Do something, so that whatever goes wrong is an error that can be shown.

    A fault of the program must not end it while someone reads: it is logged and told in a line.

    Raises:
        SummariseError: It did not work; the message is one plain line.
    """
    try:
        return work()
    except SummariseError:
        raise
    except Exception as error:
        raise fault_of(error) from error
