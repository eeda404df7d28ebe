"""Where a key comes from: an environment variable, or what a command of the user's writes.

A key is fetched for each question, handed to the client, and held nowhere else.
"""

from __future__ import annotations

import os

from summarise.errors import ModelError
from summarise.model.server import Server, fault_of_key_from
from summarise.sources.web.command import run
from summarise.sources.web.options import FetchError, Limits

#: What a command that writes a key may cost: a password store may have to be unlocked.
_LIMITS = Limits(total=30.0, largest=64 * 1024)
_LONGEST = 4096


def key_of(server: Server) -> str:
    """The key of a server, or "" if it needs none.

    Raises:
        ModelError: It is not there. Nothing that was found is part of the message.
    """
    if fault := fault_of_key_from(server.key_from):
        raise ModelError(f"key_from {fault}")
    way, _, place = server.key_from.partition(":")
    if not way:
        return ""
    if way == "env":
        key = os.environ.get(place, "").strip()
        if not key:
            raise ModelError("the environment variable that key_from names is not set")
    else:
        key = _written_by(place)
    if not (key.isascii() and key.isprintable()) or " " in key or len(key) > _LONGEST:
        raise ModelError("what key_from leads to is not a key: it must be one word")
    return key


def _written_by(command: str) -> str:
    try:
        found = run(command, (), _LIMITS, setting="key_from")
    except FetchError as error:
        raise ModelError(f"the key cannot be had: {error}") from None
    if found.code:
        raise ModelError(f"the command of key_from failed (exit code {found.code})")
    key = found.data.decode("utf-8", "replace").strip()
    if not key:
        raise ModelError("the command of key_from wrote nothing")
    return key
