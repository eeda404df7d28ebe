"""Lists of phrases by language, as text files: one phrase a line, ``#`` begins a comment.

A line in square brackets begins a section of a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

#: Not by importlib.resources, which brings what reads ZIP files: 3 ms of every start.
_FOLDER = Path(__file__).parent


def read_phrases(kind: str, language: str) -> tuple[str, ...]:
    """The phrases of one list, in lower case with straight apostrophes.

    Args:
        kind: The folder the lists are in: one of those beside this file, like ``openers``.
        language: Language code; a language without a list has no phrases.
    """
    return tuple(phrase for found in read_sections(kind, language).values() for phrase in found)


def read_sections(kind: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The phrases of one list by section; those before the first section under ``""``."""
    if not (language.isascii() and language.isalpha()):
        return {}
    return sections_of(_FOLDER / kind / f"{language.lower()}.txt")


def sections_of(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The same of a file; nothing if there is none."""
    if not path.is_file():
        return {}
    sections: dict[str, list[str]] = {}
    section = ""
    for line in map(str.strip, path.read_text("utf-8").splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            sections.setdefault(section, []).append(line)
    return {name: tuple(found) for name, found in sections.items()}
