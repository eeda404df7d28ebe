"""Patches in mails: the lines of a change to a program are code, and who signed it is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

#: How a patch begins, for one line and with the one below it.
_BEGINS = re.compile(r"diff --(?:git|cc|combined) \S|Index: \S")
_OLD_FILE, _NEW_FILE = re.compile(r"--- \S"), re.compile(r"\+\+\+ \S")
#: A list of the files that are changed, below three hyphens, up to the sum of it.
_CHANGED = re.compile(r"\s*\S.*\s\|\s+(?:\d+(?: [+-]+)?|Bin .*)\s*")
_SUM = re.compile(r"\s*\d+ files? changed.*")
_MODE = re.compile(r"\s(?:create|delete|rename|rewrite|copy|mode) .*")
#: Lines of a patch, from the line that begins it on.
_OF_PATCH = re.compile(
    r"[ +@\\-].*|(?:diff|index|new|deleted|old|similarity|dissimilarity|rename|copy|Binary|GIT"
    r"|Index:|={20,}).*|"
)
#: Who signed, reviewed or reported a change, and what stands among such lines.
_TRAILER = re.compile(r"(?:[A-Z][a-z]+(?:-[a-z]+){0,4}|CC|Change-Id|Message-Id): \S.*")
_SIGNED = re.compile(r"[A-Z][a-z-]+-by: |From: [^<>]*<[^<>@\s]+@[^<>\s]+>$")


def patches_apart(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The lines of a mail in runs of one kind, in their order: "text", "patch" or "signed"."""
    at = 0
    text: list[str] = []
    while at < len(lines):
        stop = _end_of_patch(lines, at)
        if stop == at:
            text.append(lines[at])
            at += 1
            continue
        yield from _signed_apart(text)
        text = []
        yield "patch", list(lines[at:stop])
        at = stop
    yield from _signed_apart(text)


def _end_of_patch(lines: Sequence[str], at: int) -> int:
    """Where a patch or its list of files ends that begins at a line; the line itself if none."""
    line = lines[at]
    if _BEGINS.match(line) or (
        _OLD_FILE.match(line) and at + 1 < len(lines) and _NEW_FILE.match(lines[at + 1])
    ):
        while at < len(lines) and _OF_PATCH.fullmatch(lines[at]):
            at += 1
        return at
    first = at + (line.rstrip() == "---")
    stop = first
    while stop < len(lines) and _CHANGED.fullmatch(lines[stop]):
        stop += 1
    if stop == first or stop == len(lines) or not _SUM.fullmatch(lines[stop]):
        return at
    stop += 1
    while stop < len(lines) and _MODE.fullmatch(lines[stop]):
        stop += 1
    return stop


def _signed_apart(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines in runs: those of who signed, with what parts them from each other, and the rest."""
    for is_trailer, group in groupby(lines, _may_be_signed):
        run = list(group)
        signed = is_trailer and any(map(_SIGNED.match, run))
        yield "signed" if signed else "text", run


def _may_be_signed(line: str) -> bool:
    return line.strip() in ("", "---") or _TRAILER.fullmatch(line) is not None
