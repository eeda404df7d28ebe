"""Plain text: the sentences, one a line."""

from __future__ import annotations

from summarise.exports.prose import title_of
from summarise.ranking.ranking import Summary


def write(summary: Summary, *, titled: bool) -> str:
    """The sentences, under the title if it is asked for."""
    lines = [title_of(summary)] if titled else []
    if summary.sentences:
        lines.append(summary.text)
    return "".join(f"{line}\n" for line in lines)
