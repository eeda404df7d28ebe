"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from summarise.errors import NamedError


class OutputError(NamedError):
    """A file could not be written; the message names it and gives the reason."""


def write_file(path: Path, text: str) -> None:
    """Write a text to a file, which afterwards holds either all of it or what it held before.

    The text goes to a new file beside it, which then takes its place and its permissions. Links
    are followed; pipes and devices are written to as they are.

    Raises:
        OutputError: It cannot be written.
    """
    data = encode(text)
    try:
        target = path.resolve()
        before = target.stat() if target.exists() else None
        if _is_device(path) or (before is not None and not stat.S_ISREG(before.st_mode)):
            path.write_bytes(data)
        elif before is not None and not os.access(target, os.W_OK):
            raise PermissionError(None, "permission denied")
        else:
            _replace(target, data, before)
    except (OSError, ValueError) as error:
        raise _failure(path, error) from None


def write_new(path: Path, text: str) -> None:
    """Write a text to a file that is not there yet.

    Raises:
        OutputError: It is there, or cannot be written.
    """
    try:
        with path.open("xb") as file:
            try:
                file.write(encode(text))
                file.flush()
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        raise OutputError(str(path), "already exists: choose another name") from None
    except (OSError, ValueError) as error:
        raise _failure(path, error) from None


def is_same_file(name: str, file: Path) -> bool:
    """Whether a name, of a source say, is that of this very file, however both are written."""
    try:
        return file.is_file() and file.samefile(name)
    except (OSError, ValueError):  # there is no such file, or its name is not a possible one
        return False


def encode(text: str) -> bytes:
    """A text as UTF-8; what UTF-8 cannot hold (half of a surrogate pair) is spelt out."""
    return text.encode("utf-8", errors="backslashreplace")


def _is_device(path: Path) -> bool:
    """Whether it names something open, as /dev/stdout does, which must not be replaced."""
    return path.absolute().parts[1:2] in (("dev",), ("proc",))


def _failure(path: Path, error: OSError | ValueError) -> OutputError:
    return OutputError(str(path), f"cannot be written: {reason_of(error)}")


def reason_of(error: OSError | ValueError) -> str:
    """What the system says about a failure, as the end of a line."""
    reason = str(getattr(error, "strerror", None) or error)
    return reason[:1].lower() + reason[1:]


def _replace(target: Path, data: bytes, before: os.stat_result | None) -> None:
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if before is not None:
            with suppress(OSError):  # only its owner and root may
                os.chown(beside, before.st_uid, before.st_gid)
            beside.chmod(stat.S_IMODE(before.st_mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
