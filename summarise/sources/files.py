"""Files, folders and standard input as bytes: what is there, what can be read, and why not."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from summarise.errors import SourceError
from summarise.text.sanitise import sanitise_line

LARGEST = 64 * 1024 * 1024
TOO_LARGE = f"is larger than {LARGEST // 1024**2} MB: split it, or give a part of it"

#: What may be an address of the web without the sign of one.
_LIKE_AN_ADDRESS = re.compile(
    r"(?:(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?|(?:localhost|[a-z0-9.-]+):\d{1,5})(?:/\S*)?",
    re.IGNORECASE,
)
#: A pipe by such a name has a writer, as in ``summarise <(command)``; another may never have one.
_OPEN_ALREADY = re.compile(r"/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
_MOST_ARTICLES = 5_000
_MOST_ENTRIES = 50_000
_DEEPEST = 12


def shown(name: str) -> str:
    """What the user called a source, fit to be shown."""
    return sanitise_line(name, 120) or "''"


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder, whose articles are meant."""
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):  # not a possible name of a file
        return False


def check_file(name: str) -> None:
    """Find out whether a file can be read, without reading it.

    Raises:
        SourceError: It cannot; the message says why.
    """
    if not name:
        raise SourceError(shown(name), "is not the name of a file")
    try:
        mode = Path(name).stat().st_mode
        readable = os.access(name, os.R_OK)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        if isinstance(error, FileNotFoundError) and _LIKE_AN_ADDRESS.fullmatch(name):
            reason += ", or write http:// or https:// before an address"
        raise SourceError(shown(name), reason) from None
    if stat.S_ISDIR(mode):
        raise SourceError(shown(name), "is a directory: give one of the files in it")
    open_already = stat.S_ISFIFO(mode) and _OPEN_ALREADY.fullmatch(name)
    if not stat.S_ISREG(mode) and not open_already:
        reason = "is not a file but a device or a pipe: use - to read a pipe"
        raise SourceError(shown(name), reason)
    if not readable:
        raise SourceError(shown(name), reason_of(PermissionError()))


def read_file(name: str) -> bytes:
    """The bytes of a file, up to one more than :data:`LARGEST`.

    Raises:
        SourceError: It cannot be read; the message says why.
    """
    check_file(name)
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise SourceError(shown(name), reason_of(error)) from None


def read_standard_input() -> bytes:
    """All of standard input, up to one byte more than :data:`LARGEST`.

    Raises:
        SourceError: It cannot be read, or is closed.
    """
    stream: IO[bytes] | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("standard input", "is closed: give a file, or pipe a text in")
    try:
        return stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise SourceError("standard input", reason_of(error)) from None


def find_articles(directory: Path) -> list[Path]:
    """The files under a directory that can be read, in order of their paths.

    Hidden files and directories are left out, links to directories are not followed, and the
    search ends after some thousands of files.

    Raises:
        SourceError: The directory cannot be listed, or there are none.
    """
    from summarise.sources.formats import named_formats, readable_suffixes  # for folders alone

    name = shown(os.fspath(directory))
    try:
        os.scandir(directory).close()
    except (OSError, ValueError) as error:
        raise SourceError(name, reason_of(error)) from None
    suffixes = readable_suffixes()
    found: list[Path] = []
    for path in _files_below(directory):
        if path.suffix.lower() in suffixes:
            found.append(path)
        if len(found) >= _MOST_ARTICLES:
            break
    if not found:
        raise SourceError(name, f"no articles in this folder: {named_formats()} files")
    return sorted(found)


def reason_of(error: OSError | ValueError) -> str:
    """The reason of a failure in plain words, and what to do about it."""
    match error:
        case FileNotFoundError():
            return "no such file: check the name"
        case PermissionError():
            return "no permission to read it"
        case NotADirectoryError():
            return "a part of this path is a file, not a directory"
        case OSError() if error.strerror:
            return sanitise_line(error.strerror.lower())
        case _:
            return "is not a usable file name"


def articles_beside(folder: str, most: int = _MOST_ARTICLES) -> list[str]:
    """The names of the files in a folder that can be read, not of those in folders below it.

    Args:
        folder: The folder; none are found if it cannot be listed.
        most: How many are enough.
    """
    from summarise.sources.formats import readable_suffixes  # for folders alone

    suffixes = tuple(readable_suffixes())
    found: list[str] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            is_named_so = name.lower().endswith(suffixes) and not name.startswith(".")
            if is_named_so and entry.is_file():
                found.append(name)
                if len(found) >= most:
                    break
    return found


def _files_below(directory: Path) -> Iterator[Path]:
    entries = 0
    waiting: list[tuple[Path, int]] = [(directory, 0)]
    while waiting:
        here, depth = waiting.pop(0)
        try:
            listed = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in listed:
            entries += 1
            if entries > _MOST_ENTRIES:
                return
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    if depth < _DEEPEST:
                        waiting.append((Path(entry.path), depth + 1))
                elif entry.is_file():
                    yield Path(entry.path)
            except OSError:
                continue
