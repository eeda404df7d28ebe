"""Whose turn it is: no more requests to a server at a time than its reader allows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import BoundedSemaphore

from summarise.errors import ModelError
from summarise.model.server import Server
from summarise.sources.stopping import is_stopped

#: Seconds between looks at whether a request that waits is still wanted.
_LOOK = 0.05


@contextmanager
def turn_of(server: Server) -> Iterator[None]:
    """Wait until a request may be made, whichever article and thread of this process asks.

    Raises:
        ModelError: Nobody waits for the answer any more.
    """
    turns = _turns(server.address, max(1, server.at_once))
    while not turns.acquire(timeout=_LOOK):
        if is_stopped():
            raise ModelError("was stopped")
    try:
        yield
    finally:
        turns.release()


@lru_cache(maxsize=64)
def _turns(_address: str, at_once: int) -> BoundedSemaphore:
    return BoundedSemaphore(at_once)
