"""Markdown → Draft: the tokens of the parser become blocks, inline markup becomes its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.sources.entities import without_unsafe_references
from summarise.sources.front_matter import author_of, date_of, split_front_matter, title_of
from summarise.sources.markdown.dialects import without_dialects
from summarise.sources.markdown.inline import END_OF_SENTENCE, joined, pieces_of
from summarise.sources.markdown.parser import inline_of, is_whole, tokens_of
from summarise.sources.markdown.walker import Walker
from summarise.text.sanitise import sanitise_line

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)*")
#: A longer one is none, and marks without end in it would take long.
_LONGEST_TITLE = 500
#: What inline markup begins with.
_MARKED = re.compile(r"[*_`<&\[\\]")
#: A character that no clean text has stands for "<" meanwhile.
_NO_TAG = "\x01"
_TAG_SPOKEN_OF = re.compile(
    r"<(?!/?(?:a|abbr|b|br|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)\b)"
)


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
    title = _rendered(title_of(fields)) or _title_of(blocks)
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


def _rendered(title: str) -> str:
    """A title as the site shows it: sites take it for Markdown, like the text below it.

    Tags other than those of marked text are what it speaks of: "The <title> element".
    """
    if len(title) > _LONGEST_TITLE or not _MARKED.search(title):
        return title
    tokens = inline_of(_TAG_SPOKEN_OF.sub(_NO_TAG, title))
    pieces = [piece for token in tokens for piece in pieces_of(token)]
    shown = joined(pieces).text.replace(_NO_TAG, "<")
    return shown if any(map(str.isalnum, shown)) else title


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
        and END_OF_SENTENCE.search(block.text) is not None
    )
