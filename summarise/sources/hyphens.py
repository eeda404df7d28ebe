"""Words that a line end cuts: which hyphens were put in by a typesetter and which are real."""

from __future__ import annotations

import re
from functools import cached_property

from summarise.text.characters import LETTER
from summarise.text.patterns import compile_later

_BROKEN_ACROSS_LINES = compile_later(r"[a-zß-ÿ]-\n *[a-zß-ÿ]")
_CLOSE_DASH = compile_later(r"[^\W_]--[^\W_]")
_OPTION = compile_later(r"(?:^|[\s(\[\"'`])--[^\W_]", re.MULTILINE)
_BROKEN_WORD = compile_later(rf"({LETTER}+)-$")
_WORD = compile_later(rf"{LETTER}+(?:-{LETTER}+)*")
#: The hyphen that man pages are broken with; those that belong to words are written as minus.
_TYPESETTER = "\u2010"
#: "two- and threefold": a hyphen before one of these stands for the rest of a word.
HANGING_HYPHEN = frozenset(
    ("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "i", "en", "of")
)


class Vocabulary:
    """The words of the text, to tell ``exam-|ple`` from ``well-|known`` at a line end."""

    def __init__(self, text: str) -> None:
        self._text = text

    def mend(self, above: str, below: str) -> tuple[str, str]:
        """The line above, and what goes between it and the line below."""
        if above.endswith("--") and not above.endswith(" --"):
            return above, ""
        if above.endswith(_TYPESETTER) and below[:1].isalpha():
            return above[:-1], ""
        broken = _BROKEN_WORD.search(above) if above.endswith("-") else None
        rest = _WORD.match(below) if broken else None
        if broken is None or rest is None:
            goes_on = below.startswith("--") and below[2:3].isalpha() and self._has_close_dashes
            return above, "" if goes_on else " "
        if rest[0].lower() in HANGING_HYPHEN:
            return above, " "
        return (above[:-1] if self._drops_hyphen(broken[1], rest[0]) else above), ""

    def _drops_hyphen(self, head: str, tail: str) -> bool:
        if not tail[0].islower():
            return False
        if f"{head}-{tail}".lower() in self._words:
            return False
        return self._is_hyphenated or (head + tail).lower() in self._words

    @cached_property
    def _has_close_dashes(self) -> bool:
        """Whether "--" is a dash that closes up to words, as in old books, and begins no option."""
        return len(_CLOSE_DASH.findall(self._text)) > len(_OPTION.findall(self._text))

    @cached_property
    def _words(self) -> set[str]:
        return {word.lower() for word in _WORD.findall(self._text)}

    @cached_property
    def _is_hyphenated(self) -> bool:
        """Whether words are broken every few lines, as in books; elsewhere hyphens are real."""
        broken = len(_BROKEN_ACROSS_LINES.findall(self._text))
        return broken >= 4 and broken > 0.05 * self._text.count("\n")
