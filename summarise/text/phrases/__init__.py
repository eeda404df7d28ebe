"""Lists of phrases by language, as text files: one phrase a line, ``#`` begins a comment."""

from __future__ import annotations

from importlib.resources import files


def read_phrases(kind: str, language: str) -> tuple[str, ...]:
    """The phrases of one list, in lower case with straight apostrophes.

    Args:
        kind: The folder the lists are in: ``openers`` or ``cues``.
        language: Language code; a language without a list has no phrases.
    """
    if not (language.isascii() and language.isalpha()):
        return ()
    path = files(__name__) / kind / f"{language.lower()}.txt"
    if not path.is_file():
        return ()
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
