"""Words that a line end cuts: which hyphens were put in by a typesetter and which are real."""

from __future__ import annotations

import re

from summarise.text.characters import LETTER

_BROKEN_ACROSS_LINES = re.compile(r"[a-zß-ÿ]-\n *[a-zß-ÿ]")
_BROKEN_WORD = re.compile(rf"({LETTER}+)-$")
_WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*")
#: The hyphen that man pages are broken with; those that belong to words are written as minus.
_TYPESETTER = "\u2010"
#: "two- and threefold": a hyphen before one of these stands for the rest of a word.
HANGING_HYPHEN = frozenset(
    ("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "i", "en", "of")
)


class Vocabulary:
    """The words of the text, to tell ``exam-|ple`` from ``well-|known`` at a line end."""

    def __init__(self, text: str) -> None:
        self._words: set[str] | None = None
        self._text = text
        # Books set with hyphenation break a word every few lines; elsewhere hyphens are real.
        broken = len(_BROKEN_ACROSS_LINES.findall(text))
        self._hyphenated = broken >= 4 and broken > 0.05 * text.count("\n")

    def mend(self, above: str, below: str) -> tuple[str, str]:
        """The line above, and what goes between it and the line below."""
        if above.endswith("--") and not above.endswith(" --"):
            return above, ""
        if above.endswith(_TYPESETTER) and below[:1].isalpha():
            return above[:-1], ""
        broken = _BROKEN_WORD.search(above)
        rest = _WORD.match(below)
        if broken is None or rest is None:
            return above, "" if below.startswith("--") and below[2:3].isalpha() else " "
        if rest[0].lower() in HANGING_HYPHEN:
            return above, " "
        return (above[:-1] if self._drops_hyphen(broken[1], rest[0]) else above), ""

    def _drops_hyphen(self, head: str, tail: str) -> bool:
        if not tail[0].islower():
            return False
        if self._words is None:
            self._words = {word.lower() for word in _WORD.findall(self._text)}
        if f"{head}-{tail}".lower() in self._words:
            return False
        return self._hyphenated or (head + tail).lower() in self._words
