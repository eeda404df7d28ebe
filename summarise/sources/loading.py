"""Where an article comes from: a file, standard input, bytes; and which files are articles."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from summarise.article import Article
from summarise.draft import Draft
from summarise.errors import SourceError
from summarise.parsing import parse_draft
from summarise.text.sanitise import sanitise_line

LARGEST = 64 * 1024 * 1024
STANDARD_INPUT = "-"

PLAIN_SUFFIXES = frozenset({".txt", ".text", ".rst", ".adoc", ".asc", ".org", ".log", ".eml"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
READABLE_SUFFIXES = PLAIN_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES

_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
#: A pipe by such a name has a writer, as in ``summarise <(command)``; another may never have one.
_OPEN_ALREADY = re.compile(r"/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
_MARKDOWN_HEADING = re.compile(r"(?:\A|(?<=\n\n))#{1,6} \S[^\n]{0,200}(?:\n\n|\Z)")
_ROFF_MACRO = re.compile(r"^\.(?:TH|Dd|Dt) ", re.MULTILINE)
_HEAD = 50_000
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_MOST_ARTICLES = 5_000
_MOST_ENTRIES = 50_000
_DEEPEST = 12


def load(source: str | Path, *, language: str | None = None) -> Article:
    """Read an article from a path, or from standard input for ``"-"``; see :func:`summarise.load`.

    Raises:
        SourceError: It cannot be read; the message names it and says why.
        LanguageError: The language is not known.
    """
    name = os.fspath(source)
    if name == STANDARD_INPUT:
        return read_bytes(_standard_input(), "standard input", language)
    shown = _shown(name)
    if not name:
        raise SourceError(shown, "is not the name of a file")
    if _ADDRESS.match(name):
        raise SourceError(shown, "web addresses are not read yet: save the page and open the file")
    return read_bytes(_file_bytes(name, shown), name, language)


def read_bytes(data: bytes, name: str, language: str | None = None) -> Article:
    """Make an article of the bytes of a text, Markdown or HTML file.

    Args:
        data: The whole file.
        name: What the user called it: its suffix decides the format, its content if there is none.
        language: Code or English name if the caller knows it.

    Raises:
        SourceError: The bytes are empty, too many, or not text.
        LanguageError: The language is not known.
    """
    shown = _shown(name)
    if len(data) > LARGEST:
        raise SourceError(shown, _TOO_LARGE)
    if not data:
        raise SourceError(shown, "is empty")
    draft = _draft(data, Path(name).suffix.lower(), shown)
    if not draft.blocks:
        raise SourceError(shown, "has no text in it")
    return parse_draft(draft, language=language, name=shown)


def find_articles(directory: Path) -> list[Path]:
    """The files under a directory that can be read, in order of their paths.

    Hidden files and directories are left out, links to directories are not followed, and the
    search ends after some thousands of files.

    Raises:
        SourceError: The directory cannot be listed.
    """
    try:
        os.scandir(directory).close()
    except (OSError, ValueError) as error:
        raise SourceError(_shown(os.fspath(directory)), _why(error)) from None
    found: list[Path] = []
    for path in _files_below(directory):
        if path.suffix.lower() in READABLE_SUFFIXES:
            found.append(path)
        if len(found) >= _MOST_ARTICLES:
            break
    return sorted(found)


_TOO_LARGE = f"is larger than {LARGEST // 1024**2} MB: split it, or give a part of it"


def _shown(name: str) -> str:
    return sanitise_line(name, 120) or "''"


def _draft(data: bytes, suffix: str, shown: str) -> Draft:
    from summarise.sources.encoding import NotTextError, decode

    kind = _binary_kind(data)
    if kind is not None:
        raise SourceError(shown, f"is {kind}, which is not read yet: save it as text or HTML")
    try:
        if suffix in HTML_SUFFIXES or (
            suffix not in PLAIN_SUFFIXES | MARKDOWN_SUFFIXES and _HTML_START.match(data[:4096])
        ):
            from summarise.sources.html import read_html

            return read_html(data)
        text = decode(data)
    except NotTextError as error:
        raise SourceError(shown, f"{error}: save it as text or HTML and open that") from None
    if suffix in MARKDOWN_SUFFIXES or (not suffix and _looks_like_markdown(text)):
        from summarise.sources.markdown import read_markdown

        return read_markdown(text)
    return _marked_up(text, suffix)


def _marked_up(text: str, suffix: str) -> Draft:
    """Text in a markup that shows itself, by its suffix or by its first lines; else plain text."""
    if suffix == ".rst" or (suffix in ("", ".txt") and ".. " in text):
        from summarise.sources.restructured import is_restructured, read_restructured

        if suffix == ".rst" or is_restructured(text):
            return read_restructured(text)
    if _ROFF_MACRO.search(text[:_HEAD]):
        from summarise.sources.roff import is_roff, read_roff

        if is_roff(text):
            return read_roff(text)
    from summarise.sources.plain import read_plain

    return read_plain(text)


def _looks_like_markdown(text: str) -> bool:
    """Whether a text without a name, as from a pipe, has headings that stand as in Markdown."""
    head = text[:_HEAD].replace("\r\n", "\n").lstrip()
    return bool(_MARKDOWN_HEADING.match(head)) or len(_MARKDOWN_HEADING.findall(head)) >= 2


def _binary_kind(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        head = data[:4096]
        if b"application/epub+zip" in head:
            return "an EPUB book"
        if b"word/" in data[:65536] or b"word/" in data[-65536:]:
            return "a Word document"
        return "a ZIP archive or Office document"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _standard_input() -> bytes:
    stream: IO[bytes] | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("standard input", "is closed: give a file, or pipe a text in")
    try:
        return stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise SourceError("standard input", _why(error)) from None


def _file_bytes(name: str, shown: str) -> bytes:
    try:
        path = Path(name)
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(shown, "is a directory: give one of the files in it")
        open_already = stat.S_ISFIFO(mode) and _OPEN_ALREADY.fullmatch(name)
        if not stat.S_ISREG(mode) and not open_already:
            raise SourceError(shown, "is not a file but a device or a pipe: use - to read a pipe")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise SourceError(shown, _why(error)) from None


def _why(error: OSError | ValueError) -> str:
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
