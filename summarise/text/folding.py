"""Text folded for searching: no capitals, no accents, and as many characters as before.

So an offset in the folded text is the same offset in the text, and what was found can be shown.
"""

from __future__ import annotations

import unicodedata


class _Folds(dict[int, str]):
    """A character without its capital and its accents, looked up once.

    A character that would become several, or none, stays as it is.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = "".join(
            part
            for part in unicodedata.normalize("NFKD", character)
            if not unicodedata.combining(part)
        ).casefold()
        folded = plain if len(plain) == 1 else character.lower()
        self[code] = folded if len(folded) == 1 else character
        return self[code]


_FOLDS = _Folds()


def composed(text: str) -> str:
    """The text with its accents in one character with their letter, where there is one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def folded_in_place(text: str) -> str:
    """A text without capitals and accents, each character in its place.

    Args:
        text: The text; that it is :func:`composed` makes all accents fold.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDS)
