"""What a source hands to the parser: blocks of clean text, not yet split into sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from summarise.article import Chapter, Feed, Kind, Span

#: What the reader of an article is told whose feed gives only its beginning.
ONLY_BEGINNING = "this is only the beginning of the article, as the feed gives it"
#: And whose feed may give only its beginning.
PERHAPS_BEGINNING = "this is what the feed gives of the article: its page may have more"


def is_beginning(note: str) -> bool:
    """Whether this is told of an article of which its page may have more than its feed."""
    return ONLY_BEGINNING in note or PERHAPS_BEGINNING in note


class Aside(StrEnum):
    """Why a source itself says that a block is beside the article: what the reader is shown.

    Each value is short enough for the margin of the screen, as those of
    :class:`summarise.parsing.boilerplate.reasons.Reason` are.
    """

    FOOTNOTE = "footnote"
    PICTURE = "picture text"
    RUNNING = "running line"
    MARGIN = "on the margin"
    CONTENTS = "table of contents"
    LINKS = "bar of links"
    STRUCK = "struck out"
    REFERENCES = "reference list"
    NAVIGATION = "navigation"
    QUOTED_MAIL = "quoted mail"
    SIGNATURE = "signature"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph before it is split. Its text is sanitised and has no space at either end."""

    text: str
    """The characters; line breaks inside are kept where they mean something (code, verse)."""
    kind: Kind = Kind.TEXT
    """What it is."""
    level: int = 0
    """Depth of a heading or list item, from 1; 0 for anything else."""
    tight: bool = False
    """Whether it follows the block before it without a blank line."""
    aside: str | None = None
    """Why the source says that it is not part of the article, or None if it is."""
    spans: tuple[Span, ...] = ()
    """What is set apart in its text, in order."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A source turned into blocks, with what the source itself says about them."""

    blocks: Sequence[Block] = field(default=())
    """The blocks in document order, empty ones left out."""
    title: str = ""
    """The title if the source names one; otherwise the parser looks for it."""
    language: str = ""
    """Language code if the source names one."""
    form: str = "text"
    """What kind of source it was, in a word or two."""
    clean: bool = False
    """Whether boilerplate was already removed (as from HTML), so no block is questioned."""
    author: str = ""
    """Who wrote it, if the source says; this and the fields below are as in an article."""
    date: str = ""
    """When it was published."""
    site: str = ""
    """What it was published in."""
    address: str = ""
    """Its address on the web."""
    chapters: Sequence[Chapter] = field(default=())
    """Its parts, by the index of their first block."""
    feeds: Sequence[Feed] = field(default=())
    """The feeds that a page names."""
    note: str = ""
    """What its reader should be told of how it was read, in a line: what is not there, say."""
    share: float = 1.0
    """How much of the source it is: less than 1 for the beginning of one that is too long."""

    @property
    def is_beginning(self) -> bool:
        """Whether a feed gives no more of the article, and its page may."""
        return is_beginning(self.note)

    @property
    def length(self) -> int:
        """How many characters its article has, as far as the source tells what is beside it."""
        return sum(len(block.text) for block in self.blocks if block.aside is None)


class Part(NamedTuple):
    """One article of a source that holds several: of a feed, a mailbox, a list of feeds."""

    key: str
    """What tells it from the others."""
    title: str
    """How it is called in a list."""
    read: Callable[[], Draft] | None
    """Makes its draft when it is wanted; None for what is only at its address."""
    address: str = ""
    """Where the whole of it is; "" if nowhere else."""
    whole: bool = True
    """Whether its draft is all of the article."""
    group: str = ""
    """What it stands under in a list, if not under the name of the whole."""
    judge: Callable[[], bool] | None = None
    """Tells whether its draft is all of the article, where that takes a look at it; then ``whole``
    is not asked."""

    def is_whole(self) -> bool:
        """Whether its draft is all of the article; slow if that takes a look at it."""
        return self.whole if self.judge is None else self.judge()


class Parts(NamedTuple):
    """The articles of a source that holds several."""

    title: str
    """What the source calls itself; it may be empty."""
    parts: Sequence[Part]
    """The articles, at least one, in the order of the source."""
