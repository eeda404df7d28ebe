"""Summary → text: one file a format, and a registry of them; the same of a digest.

To add one, write its file beside the others, with the functions ``write`` and ``write_digest``, and
add its row here.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from summarise.errors import FormatError

if TYPE_CHECKING:
    from summarise.digests.digest import Digest
    from summarise.ranking.ranking import Summary


class _Writer(Protocol):
    """What each format's module has."""

    def write(self, summary: Summary, *, titled: bool) -> str: ...

    def write_digest(self, digest: Digest) -> str: ...


class ExportFormat(NamedTuple):
    """A way to write a summary out."""

    name: str
    """What the user types; also the file of this folder that writes it."""
    suffixes: tuple[str, ...]
    """Endings of file names that ask for it, in lower case, the usual one first."""

    def load_writer(self) -> _Writer:
        """The module that writes it."""
        writer: _Writer = import_module(f"{__name__}.{self.name}")
        return writer


#: All formats, the default first.
EXPORT_FORMATS = (
    ExportFormat("text", (".txt", ".text")),
    ExportFormat("markdown", (".md", ".markdown")),
    ExportFormat("json", (".json", ".jsonl")),
    ExportFormat("html", (".html", ".htm")),
)
#: How the media types of documents begin that only their programs can read.
_PROGRAMS = ("pdf", "msword", "vnd.", "zip", "x-tar")
_BY_NAME = {form.name: form for form in EXPORT_FORMATS}


def format_names() -> tuple[str, ...]:
    """The names of all formats, the default first."""
    return tuple(_BY_NAME)


def usual_suffixes() -> tuple[str, ...]:
    """The usual file ending of each format, in the same order."""
    return tuple(form.suffixes[0] for form in EXPORT_FORMATS)


def format_named(name: str) -> str:
    """The name of the format that somebody means by its name or by an ending of its files ("md").

    Raises:
        FormatError: There is none; the message lists those that there are.
    """
    found = _by_suffix(f".{name.lower().removeprefix('.')}") or name
    check_format(found)
    return found


def _by_suffix(suffix: str) -> str | None:
    """The format of files with this ending, if it is one of ours."""
    return next((form.name for form in EXPORT_FORMATS if suffix in form.suffixes), None)


def format_of(path: PurePath) -> str:
    """The format that the ending of a file name asks for; plain text if it says nothing.

    Raises:
        FormatError: The ending is that of something else than text, as ``.pdf`` is: whoever opens
            the file would be told that it is damaged.
    """
    suffix = path.suffix.lower()
    if found := _by_suffix(suffix):
        return found
    if suffix and _is_no_text(suffix):
        raise _cannot_be_written(path, usual_suffixes())
    return EXPORT_FORMATS[0].name


def check_suffix(path: PurePath, own: Sequence[str]) -> None:
    """See that a file that is written in one format only is not named like one of another.

    Args:
        path: The file.
        own: The endings of that format, in lower case; one that says nothing is as good.

    Raises:
        FormatError: The ending is that of something else, as ``.md`` is of a list of feeds.
    """
    from mimetypes import guess_type  # only where such a file is written

    suffix = path.suffix.lower()
    if suffix and suffix not in own:
        is_ours = _by_suffix(suffix) is not None
        if is_ours or _is_no_text(suffix) or guess_type(f"x{suffix}")[0] is not None:
            raise _cannot_be_written(path, own)


def _cannot_be_written(path: PurePath, known: Sequence[str]) -> FormatError:
    choose = f"choose one of {' '.join(known)}"
    return FormatError(f"{path.name}: {path.suffix.lower()} cannot be written: {choose}")


def _is_no_text(suffix: str) -> bool:
    """Whether files with this ending are never plain text."""
    from mimetypes import guess_type  # only for an ending that is none of ours

    from summarise.sources.formats import format_of_suffix

    found = format_of_suffix(suffix)
    if found is not None:
        return bool(found.magic or found.archive)
    kind, _, name = (guess_type(f"x{suffix}")[0] or "").partition("/")
    return kind in ("image", "audio", "video", "font") or name.startswith(_PROGRAMS)


def check_format(name: str) -> None:
    """See that there is a format of that name.

    Raises:
        FormatError: There is none; the message lists those that there are.
    """
    if name not in _BY_NAME:
        known = ", ".join(_BY_NAME)
        raise FormatError(f"format {name[:40]!r} is not known: choose one of {known}")


def export(summary: Summary | Digest, form: str = "text", *, titled: bool = False) -> str:
    """Write a summary or a digest out, ending in a line break; see :func:`summarise.export`.

    Raises:
        FormatError: There is no such format.
    """
    from summarise.ranking.ranking import Summary  # whoever has one has imported it

    check_format(form)
    writer = _BY_NAME[form].load_writer()
    if isinstance(summary, Summary):
        return writer.write(summary, titled=titled)
    return writer.write_digest(summary)
