"""Markdown → Draft: the tokens of the parser become blocks, inline markup becomes its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.entities import without_unsafe_references
from summarise.sources.markdown.dialects import without_dialects
from summarise.sources.markdown.front_matter import author_of, date_of, split_front_matter
from summarise.sources.markdown.parser import is_whole, tokens_of
from summarise.sources.markdown.walker import Walker
from summarise.text.sanitise import sanitise_line

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)*")
_END_OF_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


def read_markdown(text: str) -> Draft:
    """Make blocks of Markdown: CommonMark with what the sites that show it add.

    Args:
        text: The source; front matter between ``---`` or ``+++`` lines gives title,
            language, authors and date, by whatever usual name.

    Returns:
        A clean draft: what an author marked up is the article, but for what a page shows beside
        it (footnotes, the words of pictures, bars of links), which says so. The title is the one
        in the front matter or else the first heading of level 1.
    """
    text = without_unsafe_references(text)
    fields, text = split_front_matter(text)
    plain = without_dialects(text)
    tokens = tokens_of(plain.text, plain.components)
    blocks = tuple(Walker().walk(tokens))
    title = fields.get("title", "") or _title_of(blocks)
    language = _LANGUAGE.fullmatch(fields.get("lang") or fields.get("language") or "")
    return Draft(
        blocks,
        sanitise_line(title),
        language[1].lower() if language else "",
        "Markdown",
        clean=True,
        author=author_of(fields),
        date=date_of(fields),
        note="" if is_whole(tokens) else "parts of it are nested too deep to be read",
    )


def _title_of(blocks: Sequence[Block]) -> str:
    """The first heading of level 1, unless there are several and prose stands above them all."""
    tops = [at for at, b in enumerate(blocks) if b.kind is Kind.HEADING and b.level == 1]
    if not tops:
        return ""
    above = blocks[: tops[0]]
    if len(tops) > 1 and any(_is_prose(block) for block in above):
        return ""
    return blocks[tops[0]].text


def _is_prose(block: Block) -> bool:
    return (
        block.kind is Kind.TEXT
        and block.aside is None
        and _END_OF_SENTENCE.search(block.text) is not None
    )
