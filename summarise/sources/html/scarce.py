"""Pages that show a program hardly anything: made by scripts, or behind a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarise.draft import Block

#: A page of fewer characters is no article, if there is a reason why it should show so few.
_HARDLY = 250
#: What is asked before a page shows its text, in the languages where that is the law.
_ASKS = re.compile(
    r"\b(?:cookies?|consent\w*|einwillig\w+|datenschutz\w*|consentement|consentimiento|consenso"
    r"|consentimento|toestemming|samtykke|samtycke|zgod\w+|suostumu\w+)\b",
    re.IGNORECASE,
)

NOTE = "shows hardly any text without scripts or consent: save the page in a browser and open that"


def needs_browser(tree: Any) -> bool:
    """Whether a page may have more to show to a browser: its scripts, asked before they leave."""
    return any(True for _ in tree.iter("script", "noscript", "iframe", "frame"))


def is_scarce(blocks: Sequence[Block]) -> bool:
    """Whether blocks are hardly any text."""
    return sum(len(block.text) for block in blocks) < _HARDLY


def asks_first(blocks: Sequence[Block]) -> bool:
    """Whether what a page shows is a question before it shows its text."""
    return any(_ASKS.search(block.text) for block in blocks)
