"""Markdown: the title, the sentences in the paragraphs they come from, and how it was made."""

from __future__ import annotations

import re

from summarise.exports.prose import byline_of, colophon_of, paragraphs_of, title_of
from summarise.ranking.ranking import Summary

#: What means something within a line: emphasis (but not an underscore within a word), code,
#: links, HTML, tables, entities, formulas (but not prices).
_INLINE = re.compile(r"[\\`*\[\]<>~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)|\$(?!\d)")
#: What starts a block at the start of a line.
_BLOCK = re.compile(r"(?m)^(?:(?=[#+\-=:])|(\d{1,9})(?=[.)]))")


def write(summary: Summary, *, titled: bool) -> str:  # noqa: ARG001
    """The summary as Markdown; its title is always there."""
    blocks = [f"# {escape_heading(title_of(summary))}"] if title_of(summary) else []
    blocks += [escape(byline)] if (byline := byline_of(summary)) else []
    blocks += [escape(paragraph) for paragraph in paragraphs_of(summary)]
    blocks.append(f"*{escape(colophon_of(summary))}*")
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, line breaks kept."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    text = "\n".join(_INLINE.sub(r"\\\g<0>", line) for line in lines if line)
    text = _BLOCK.sub(lambda match: f"{match[1] or ''}\\", text)
    return text.replace("\n", "\\\n")


def escape_heading(text: str) -> str:
    """Text that Markdown shows as it is in a heading."""
    return escape(text).replace("\\\n", " ").replace("#", "\\#").replace("\\\\#", "\\#")
