"""Files, folders and standard input as bytes: what is there, what can be read, and why not."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from summarise.errors import SourceError
from summarise.text.patterns import compile_later
from summarise.text.sanitise import sanitise_line

LARGEST = 64 * 1024 * 1024
TOO_LARGE = f"is larger than {LARGEST // 1024**2} MB: split it, or give a part of it"

#: What may be an address of the web without the sign of one.
_LIKE_AN_ADDRESS = compile_later(
    r"(?:(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?|(?:localhost|[a-z0-9.-]+):\d{1,5})(?:/\S*)?",
    re.IGNORECASE,
)
#: A pipe by such a name has a writer, as in ``summarise <(command)``; another may never have one.
_OPEN_ALREADY = compile_later(r"/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
#: Articles that one folder offers, and files and folders that are looked at for them: a folder of
#: 100,000 articles is listed in a second.
_MOST_ARTICLES = 5_000
_MOST_ENTRIES = 50_000
_OTHERS = "name a folder in it for the others"


def absolute(name: str) -> str:
    """The path of a file from the root.

    Where the working folder was deleted there is none for a name that does not begin there: such a
    name is left as it is, and is not found.
    """
    if os.path.isabs(name):  # noqa: PTH117
        return name
    try:
        return os.path.join(os.getcwd(), name)  # noqa: PTH109, PTH118
    except OSError:
        return name


def real_path(name: str) -> str:
    """The path of a file from the root, behind all links; see :func:`absolute`."""
    path = absolute(name)
    return os.path.realpath(path) if os.path.isabs(path) else path  # noqa: PTH117


class Listing(NamedTuple):
    """The articles under a folder."""

    paths: list[Path]
    """Their files, in order of their paths."""
    left_out: str = ""
    """What is not among them, in a line; empty if all are."""


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


def find_articles(directory: Path) -> Listing:
    """The files under a directory that are articles.

    Hidden files and directories are left out, and links to directories are not followed. Of very
    many, those nearest to the directory are taken.

    Raises:
        SourceError: The directory cannot be listed, or there are none.
    """
    from summarise.sources.formats import article_suffixes, named_formats  # for folders alone

    name = shown(os.fspath(directory))
    try:
        os.scandir(directory).close()
    except (OSError, ValueError) as error:
        raise SourceError(name, reason_of(error)) from None
    suffixes = article_suffixes()
    walk = _Walk(directory)
    found = [path for path in walk.files() if path.suffix.lower() in suffixes]
    if not found:
        more = f" among the first {_MOST_ENTRIES:,} files" if walk.is_cut else ""
        raise SourceError(name, f"no articles in this folder{more}: {named_formats()} files")
    return Listing(sorted(found[:_MOST_ARTICLES]), _left_out(len(found), walk))


def _left_out(found: int, walk: _Walk) -> str:
    """What a listing does not have, in a line."""
    said = []
    if found > _MOST_ARTICLES:
        whole = f"more than {found:,}" if walk.is_cut else f"{found:,}"
        said.append(f"{_MOST_ARTICLES:,} of {whole} articles are listed: {_OTHERS}")
    elif walk.is_cut:
        said.append(f"only the first {_MOST_ENTRIES:,} files were looked at: {_OTHERS}")
    if walk.closed:
        folders = "1 folder" if walk.closed == 1 else f"{walk.closed:,} folders"
        said.append(f"no permission to list {folders} in it")
    return "; ".join(said)


def has_articles(folder: str) -> bool:
    """Whether there is a file in a folder, and not in those below it, that can be read."""
    return bool(_names_in(folder, most=1))


def articles_beside(folder: str) -> tuple[list[str], str]:
    """The files in a folder that can be read, not those in folders below it.

    Args:
        folder: The folder; none are found if it cannot be listed.

    Returns:
        Their names, and in a line what is left out of them; empty if nothing is.
    """
    found = _names_in(folder, _MOST_ARTICLES + 1)
    if len(found) <= _MOST_ARTICLES:
        return found, ""
    return found[:_MOST_ARTICLES], f"{_MOST_ARTICLES:,} articles of more are listed: {_OTHERS}"


def _names_in(folder: str, most: int) -> list[str]:
    """The names of as many files that can be read as are enough."""
    from summarise.sources.formats import article_suffixes  # for folders alone

    suffixes = tuple(article_suffixes())
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


class _Walk:
    """The files below a directory, those nearest to it first.

    Args:
        directory: Where to begin.
    """

    def __init__(self, directory: Path) -> None:
        self._waiting = deque([directory])
        self._entries = 0
        self.is_cut = False
        """Whether there are more than are looked at."""
        self.closed = 0
        """How many directories could not be listed."""

    def files(self) -> Iterator[Path]:
        """The files that are not hidden."""
        while self._waiting and not self.is_cut:
            try:
                listed = sorted(os.scandir(self._waiting.popleft()), key=lambda entry: entry.name)
            except OSError:
                self.closed += 1
                continue
            for entry in listed:
                if self._entries >= _MOST_ENTRIES:
                    self.is_cut = True
                    return
                self._entries += 1
                if not entry.name.startswith(".") and self._is_file(entry):
                    yield Path(entry.path)

    def _is_file(self, entry: os.DirEntry[str]) -> bool:
        try:
            if entry.is_dir(follow_symlinks=False):
                self._waiting.append(Path(entry.path))
                return False
            return entry.is_file()
        except OSError:
            return False
