"""Regular expressions that are compiled when they are first used.

To compile one takes 0.1 to 2 ms. A summary of one short text met 233 of them, which was 37 ms of
200, and never looked for half of them. So modules that every run imports compile theirs later.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def compile_later(source: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """The same as :func:`re.compile`, but that it is done at the first use.

    What is wrong with the expression is found out then, too; a test uses all there are.
    """
    return cast("re.Pattern[AnyStr]", _Later(source, flags))


class _Later:
    """A pattern to be; what was asked of it once is kept, so that the next time costs nothing."""

    def __init__(self, source: str | bytes, flags: int | re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found
