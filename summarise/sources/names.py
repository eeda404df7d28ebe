"""What was typed or pasted in one line: names of files as programs write them, or a text."""

from __future__ import annotations

import os
import re
import shlex
from urllib.parse import unquote_to_bytes, urlsplit

from summarise.text.patterns import compile_later

_FILE_ADDRESS = compile_later(r"file:(?:/[^/]|///|//localhost/)", re.IGNORECASE)
#: How a path begins that was not written from the folder in use; quotes may stand before it.
_LIKE_A_PATH = compile_later(r"['\"]?(?:/|~|\.{1,2}/|[a-z][a-z0-9+.-]*:/)", re.IGNORECASE)
#: The ending of a name of a file.
_ENDING = compile_later(r"\.[a-z][a-z0-9]{0,4}['\"]?$", re.IGNORECASE)
#: Characters of a line from which on nobody names a file with it; a path has 4,096 at most.
_LONGEST = 20_000
_SENTENCE_ENDS = compile_later(r"[.!?…][\"'”’»)\]]*$")
_ANOTHER_BEGINS = compile_later(r"\w[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[¿¡]*[^\W\d_]")
#: Scripts without spaces have marks of their own, which are in no name of a file.
_WIDE_SENTENCE = compile_later(r"[。．！？｡]")


def path_of_address(name: str) -> str | None:
    """The path that a file address of this computer means; None of anything else.

    It is for names that come from the reader. A page, a feed or a list of feeds must not be able
    to have a file of theirs opened, so addresses in those are never taken for paths.
    """
    if not _FILE_ADDRESS.match(name):
        return None
    return os.fsdecode(unquote_to_bytes(urlsplit(name).path))


def meant_path(name: str) -> str:
    """A name as a path: of a file address the path, of ``~`` the home folder."""
    return path_of_address(name) or os.path.expanduser(name)  # noqa: PTH111 (as it was named)


def files_named(line: str) -> list[str]:
    """The paths that a line names: as it is, or as a terminal writes what is dropped on it.

    That is in quotes, or with a backslash before each space; several stand one behind the other.

    Returns:
        Paths of what is there; none if the line names nothing that is.
    """
    named = line.strip()
    if len(named) > _LONGEST:
        return []
    if os.path.lexists(path := meant_path(named)):
        return [path]
    try:
        words = shlex.split(named)
    except ValueError:  # an apostrophe of a text
        return []
    if len(words) > 1 and not all(map(_LIKE_A_PATH.match, words)):
        return []  # words of a text may be names of files
    paths = [meant_path(word) for word in words]
    return paths if all(map(os.path.lexists, paths)) else []


def is_text(line: str) -> bool:
    """Whether a line that names no file is a text, and not a name with a mistake in it."""
    named = line.strip()
    if _LIKE_A_PATH.match(named):
        return False
    if _WIDE_SENTENCE.search(named):
        return True
    if len(named.split()) < 2 or _ENDING.search(named):
        return False
    ends, goes_on = _SENTENCE_ENDS.search(named), _ANOTHER_BEGINS.search(named)
    if "/" in named:
        return bool(ends and goes_on)  # a folder may be called "Mr. Smith", or end in a dot
    return bool(ends or goes_on)
