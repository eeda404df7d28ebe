"""What the elements of a page are and what text they hold."""

from __future__ import annotations

import re
from typing import Any

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
HEADING = re.compile(r"h([1-6])")
END_OF_SENTENCE = re.compile(r"[.!?…。．！？।۔؟][\"'”’»)\]]*$")
_INVISIBLE_TAGS = "script style noscript template head svg iframe object select rt rp rtc"
_LINE_STARTING_TAGS = """
    address article aside blockquote body br caption dd details dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary
    table td th tr ul center
"""
_INVISIBLE = frozenset(_INVISIBLE_TAGS.split())
LINE_STARTING = frozenset(_LINE_STARTING_TAGS.split())


def clean(text: str) -> str:
    """The text in one line; spaces that a page draws alike are alike."""
    return _SPACE.sub(" ", text).strip()


def inner_text(element: Any) -> str:
    """All the text in an element, in one line."""
    if element is None:
        return ""
    pieces: list[str] = []
    for node in element.iter():
        if node is not element and node.tag in LINE_STARTING:
            pieces.append(" ")
        if isinstance(node.tag, str) and node.text:
            pieces.append(node.text)
        if node is not element and node.tail:
            pieces += [" ", node.tail] if node.tag in LINE_STARTING else [node.tail]
    return clean("".join(pieces))


def letters(text: str) -> str:
    """The letters and digits of a text in lower case, to compare texts by."""
    return _NOT_WORD.sub("", text.lower())


def is_invisible(node: Any) -> bool:
    """Whether a page never shows an element, whatever its styles say."""
    return not isinstance(node.tag, str) or node.tag in _INVISIBLE or is_hidden(node)


def is_hidden(node: Any) -> bool:
    """Whether an element is hidden by its own attribute; some pages hide all until scripts run."""
    return node.tag not in ("html", "body") and node.get("hidden", "until-found") != "until-found"
