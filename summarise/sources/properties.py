"""What the properties of a document say of it, as far as it can be believed."""

from __future__ import annotations

import re

_ISO_DATE = re.compile(r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?")
#: Titles that programs give by themselves: names of files, and of nothing.
_NO_TITLE = re.compile(
    r"(?:microsoft word|powerpoint|presentation|slide)\b.*|.*\.(?:docx?|odt|rtf|tex|pdf|dotx?)"
    r"|(?:untitled|document|dokument|unbenannt|unknown|title|sans titre|sin título)[ -]?\d*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 2


def date_of(text: str) -> str:
    """A date without its time of day, if it is one of ISO 8601; otherwise as it is."""
    match = _ISO_DATE.match(text.strip())
    return match[0] if match else text.strip()


def sound_title(text: str) -> str:
    """A title, or nothing if it is one that a program has given."""
    text = " ".join(text.split())
    is_named = len(_LETTER.findall(text)) >= _FEWEST_LETTERS
    return text if is_named and not _NO_TITLE.fullmatch(text) else ""
