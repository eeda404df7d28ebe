"""Work for servers: many at the same time, but never more than two things of one."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextvars import copy_context
from threading import Condition, Thread
from typing import TypeVar

from summarise.sources.stopping import is_stopped

#: Connections to one server: what browsers had for years, and what servers of feeds expect.
PER_HOST = 2
#: Threads; what they do is nearly all waiting.
_THREADS = 12
#: Seconds between looks at whether the work is still wanted.
_LOOK = 0.1

Item = TypeVar("Item")


def each_by_host(
    items: Sequence[Item],
    host_of: Callable[[Item], str],
    work: Callable[[Item], object],
    progress: Callable[[int], object],
) -> None:
    """Do something with each of many, and wait until that is done or not wanted any more.

    Args:
        items: What it is done with.
        host_of: The server that this asks.
        work: Does it, in a thread; whatever goes wrong is its own affair.
        progress: Is told after each how many are done, in a thread, one at a time.
    """
    waiting, busy = deque(items), Counter[str]()
    changed = Condition()
    done = 0

    def take() -> Item | None:
        """The next one whose server has a connection to spare; waits for it."""
        with changed:
            while waiting and not is_stopped():
                for _ in range(len(waiting)):
                    item = waiting.popleft()
                    if busy[host_of(item)] < PER_HOST:
                        busy[host_of(item)] += 1
                        return item
                    waiting.append(item)
                changed.wait(_LOOK)
            return None

    def run() -> None:
        nonlocal done
        while (item := take()) is not None:
            try:
                work(item)
            finally:
                with changed:
                    busy[host_of(item)] -= 1
                    done += 1
                    progress(done)
                    changed.notify_all()

    threads = [
        Thread(target=copy_context().run, args=(run,), name="summarise-hosts", daemon=True)
        for _ in range(min(_THREADS, len(items)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive() and not is_stopped():
            thread.join(_LOOK)
