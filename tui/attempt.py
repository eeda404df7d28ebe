"""Work done in a thread: its result, or one line on why there is none."""

from __future__ import annotations

from collections.abc import Callable
from traceback import format_exception
from typing import TypeVar

from textual import log

from summarise.errors import SummariseError

Result = TypeVar("Result")


class AttemptError(SummariseError):
    """Something went wrong that is the program's own fault, not the user's."""


def attempt(work: Callable[[], Result]) -> Result:
    """Do something, so that whatever goes wrong is an error that can be shown.

    A fault of the program must not end it while someone reads: it is logged whole for developers
    and told in a line.

    Raises:
        SummariseError: It did not work; the message is one plain line.
    """
    try:
        return work()
    except SummariseError:
        raise
    except Exception as error:
        log.error("".join(format_exception(error)))
        kind = type(error).__name__
        raise AttemptError(f"this is a fault of the program ({kind}): please report it") from error
