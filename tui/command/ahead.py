"""Work that waits for a server, several pieces at a time, with its results in the order given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from summarise.sources.stopping import stopping_when

T = TypeVar("T")
Key = TypeVar("Key")

#: Pieces begun or waiting, for each at a time: one slow piece at the front must not let the server
#: rest, and what is behind it stays in memory.
_WAITING = 4


def ahead(
    tasks: Iterable[tuple[Key, Callable[[], T]]], at_once: int
) -> Generator[tuple[Key, Callable[[], T]], None, None]:
    """Do tasks in threads; give for each, in its turn, what waits for its result.

    Whoever stops going through them, by an interrupt too, stops all that are under way
    (:mod:`summarise.sources.stopping`); those that wait are not begun.

    Args:
        tasks: What to do, taken from here in the thread of the caller, and what stands for it.
        at_once: How many at a time.
    """
    over = Event()

    def done(task: Callable[[], T]) -> T:
        with stopping_when(over.is_set):
            return task()

    waiting: deque[tuple[Key, Future[T]]] = deque()
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="summarise-ahead")
    try:
        for key, task in tasks:
            waiting.append((key, pool.submit(done, task)))
            while waiting and (waiting[0][1].done() or len(waiting) >= _WAITING * at_once):
                key, future = waiting.popleft()
                yield key, future.result
        while waiting:
            key, future = waiting.popleft()
            yield key, future.result
    finally:
        over.set()
        pool.shutdown(cancel_futures=True)
