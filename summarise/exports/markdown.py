"""Markdown: the title, the sentences in the paragraphs they come from, and how it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarise.exports.prose import (
    STRUCK,
    STRUCK_END,
    byline_of,
    called,
    colophon_of,
    digest_colophon_of,
    digest_title_of,
    line_of,
    link_of,
    paragraphs_of,
    title_of,
)
from summarise.ranking.ranking import Summary

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, Place

#: What means something within a line: emphasis (but not an underscore within a word), code,
#: links, HTML, tables, entities, formulas (but not prices).
_INLINE = re.compile(r"[\\`*\[\]<>~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)|\$(?!\d)")
#: What starts a block at the start of a line.
_BLOCK = re.compile(r"(?m)^(?:(?=[#+\-=:])|(\d{1,9})(?=[.)]))")
_STRUCK = re.compile(f"{STRUCK}([^{STRUCK_END}]+){STRUCK_END}")


def write(summary: Summary, *, titled: bool) -> str:  # noqa: ARG001
    """The summary as Markdown; its title is always there."""
    blocks = [f"# {escape_heading(title_of(summary))}"] if title_of(summary) else []
    blocks += [escape(byline)] if (byline := byline_of(summary)) else []
    blocks += [_struck(escape(paragraph)) for paragraph in paragraphs_of(summary)]
    blocks.append(f"*{escape(colophon_of(summary))}*")
    return "\n\n".join(blocks) + "\n"


def write_digest(digest: Digest) -> str:
    """The digest as Markdown: a heading and a list for each story."""
    blocks = [f"# {digest_title_of(digest)}"]
    for story in digest.stories:
        blocks.append(f"## {escape_heading(story.title)}")
        blocks += [
            f"- {_struck(escape(line_of(line)))}\\\n"
            f"  {'; also '.join(map(_told, (line.source, *line.others)))}"
            for line in story.lines
        ]
    blocks.append(f"*{escape(digest_colophon_of(digest))}*")
    return "\n\n".join(blocks) + "\n"


def _told(place: Place) -> str:
    name, where = escape_heading(called(place.article)), str(place)
    link = link_of(place)
    shown = f"[{name}](<{link}>)" if link else name
    named = place.article.name
    file = "" if link or named == called(place.article) else escape_heading(named)
    return ", ".join(filter(None, (shown, file, where)))


def _struck(text: str) -> str:
    """Escaped text with strokes through what stands between the marks for it.

    Tildes beside a sign are strokes only where a space is on their other side.
    """

    def strike(match: re.Match[str]) -> str:
        inner, before, after = (
            match[1],
            text[max(0, match.start() - 1) : match.start()],
            text[match.end() : match.end() + 1],
        )
        by_tildes = (inner[0].isalnum() or not before.strip()) and (
            inner[-1].isalnum() or not after.strip()
        )
        return f"~~{inner}~~" if by_tildes else f"<s>{inner}</s>"

    return _STRUCK.sub(strike, text)


def escape(text: str) -> str:
    """Text that Markdown shows as it is, line breaks kept."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    text = "\n".join(_INLINE.sub(r"\\\g<0>", line) for line in lines if line)
    text = _BLOCK.sub(lambda match: f"{match[1] or ''}\\", text)
    return text.replace("\n", "\\\n")


def escape_heading(text: str) -> str:
    """Text that Markdown shows as it is in a heading."""
    return escape(text).replace("\\\n", " ").replace("#", "\\#").replace("\\\\#", "\\#")
