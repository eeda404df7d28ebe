"""Work spread over processes of our own, which end with this one however it ends.

Each is asked over a pipe, one task at a time; when the pipe closes it ends itself. What goes over
the pipe is made by this program at both ends.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from threading import Event
from typing import BinaryIO, TypeVar

from summarise.errors import SummariseError
from summarise.sources.pdf.process import environment

T = TypeVar("T")

#: As for the program itself: hardly any new object is part of a circle.
_COLLECTED_AT = 50_000

#: ``-P`` keeps the folder that the user stands in off its path, as where a PDF is read.
_COMMAND = (sys.executable, "-P", "-m", __name__)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(tasks: Sequence[Callable[[], T]], processes: int) -> Iterator[T]:
    """What each task gives, in their order.

    Args:
        tasks: What can be pickled and called.
        processes: How many processes do it; 1 for this one. What a process does not answer, because
            it was not started or has ended, is done here.

    Raises:
        SummariseError: What a task has raised.
    """
    if processes < 2 or len(tasks) < 2:
        yield from (task() for task in tasks)
        return
    over = Event()
    waiting: SimpleQueue[_Worker] = SimpleQueue()
    workers = [_Worker() for _ in range(min(processes, len(tasks)))]
    for worker in workers:
        waiting.put(worker)

    def ask(task: Callable[[], T]) -> T:
        worker = waiting.get()
        try:
            return worker.ask(task)
        except (OSError, EOFError, ValueError, pickle.PickleError):
            if over.is_set():
                raise
            return task()
        finally:
            waiting.put(worker)

    pool = ThreadPoolExecutor(len(workers), "summarise-workers")
    try:
        yield from pool.map(ask, tasks)
    finally:
        over.set()
        for worker in workers:
            worker.end()
        pool.shutdown(cancel_futures=True)


class _Worker:
    """A process that does what it is asked to."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):  # there is no room for it
            self._process = subprocess.Popen(
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
            )

    def ask(self, task: Callable[[], T]) -> T:
        """What a task gives.

        Raises:
            SummariseError: What it has raised.
            EOFError: The process has ended.
            OSError: So it has.
        """
        if self._process is None:
            raise EOFError
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        pickle.dump(task, self._process.stdin)
        self._process.stdin.flush()
        given, error = pickle.load(self._process.stdout)
        if error is not None:
            raise error
        answer: T = given
        return answer

    def end(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()


def _serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    with suppress(EOFError, OSError):
        while True:
            task = pickle.load(tasks)
            given, error = None, None
            try:
                given = task()
            except SummariseError as raised:
                error = SummariseError(str(raised))
            pickle.dump((given, error), answers)
            answers.flush()


def main() -> None:
    """Do what comes in, until nobody is there any more."""
    gc.set_threshold(_COLLECTED_AT)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not be among the answers
    with suppress(KeyboardInterrupt):
        _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
