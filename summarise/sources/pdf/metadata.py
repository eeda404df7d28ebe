"""What a PDF says of itself, as far as it can be believed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarise.sources.properties import sound_title

_NO_TITLE = re.compile(
    r".*\.(?:indd|dvi|qxd|qxp|ps|eps|p65|pptx?|xlsx?|wpd|html?|pages|md|txt|ai|cdr)"
    r"|\S*[\d_/\\]\S*|(?:about:blank|https?:|file:|latex|pdf\b|print|layout \d|no title).*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:user|admin\w*|root|owner|author|unknown|anonymous|guest|default|microsoft|windows"
    r"|hewlett.*|dell|lenovo|apple|scan(?:ner)?|pc|home|test|none|n/a|.*\\.*|.*@.*|.*\(0x.*|\W*|\w)\d*",
    re.IGNORECASE,
)
#: A page printed by a browser: its date is that of the printing.
_BROWSER = re.compile(r"skia/pdf|headlesschrome|mozilla/|webkit|firefox|safari", re.IGNORECASE)
_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?(?!\d\D)")
_FIRST_YEAR = 1993
_WORD = re.compile(r"\w{3,}")


def title_of(properties: Mapping[str, str], opening: str, largest: str) -> str:
    """The title that a PDF names, if it is one; otherwise its largest text.

    Templates and programs leave titles of other texts behind: a title of which most words are
    nowhere in the opening is believed only where nothing there looks like one.

    Args:
        properties: What the file says of itself.
        opening: The text of its first pages.
        largest: The largest text of its first page, if that is larger than the rest.
    """
    named = sound_title(properties.get("Title", ""))
    if _NO_TITLE.fullmatch(named):
        named = ""
    if not named or not largest:
        return named or largest
    words, there = (set(_WORD.findall(text.lower())) for text in (named, opening))
    return named if 2 * len(words & there) >= len(words) else largest


def author_of(properties: Mapping[str, str]) -> str:
    """Who wrote it, if that is a name; several stand with commas between them."""
    named = " ".join(properties.get("Author", "").split())
    if _NO_AUTHOR.fullmatch(named) or not any(map(str.isalpha, named)):
        return ""
    return ", ".join(filter(None, (name.strip() for name in named.split(";"))))


def date_of(properties: Mapping[str, str]) -> str:
    """The day on which it was made, in ISO 8601; nothing for a page printed by a browser."""
    if any(_BROWSER.search(properties.get(key, "")) for key in ("Creator", "Producer")):
        return ""
    found = _DATE.match(properties.get("CreationDate", "").strip())
    if found is None or int(found[1]) < _FIRST_YEAR:
        return ""
    return "-".join(part for part in found.groups() if part)
