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
#: Behind a title as long as this nothing is taken for a further line of it.
_LONGEST_TITLE = 150


def date_of(text: str) -> str:
    """A date without its time of day, if it is one of ISO 8601; otherwise as it is."""
    match = _ISO_DATE.match(text.strip())
    return match[0] if match else text.strip()


def sound_title(text: str) -> str:
    """A title, or nothing if it is one that a program has given."""
    text = " ".join(text.split())
    is_named = len(_LETTER.findall(text)) >= _FEWEST_LETTERS
    return text if is_named and not _NO_TITLE.fullmatch(text) else ""


class TitleLines:
    """The title of a document whose paragraphs say that they are it: often on two lines."""

    def __init__(self) -> None:
        self.text = ""
        """The title so far."""
        self._goes_on = True

    def see(self, text: str, *, is_title: bool) -> None:
        """Look at the next paragraph that is not empty: only lines in a row count."""
        if is_title and self._goes_on and len(self.text) < _LONGEST_TITLE:
            self.text = " ".join(f"{self.text} {text}".split())
        elif self.text:
            self._goes_on = False
