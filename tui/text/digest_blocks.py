"""A digest as blocks of a document: stories with headings, and under each line where it is from."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count, islice
from typing import TYPE_CHECKING

from summarise.article import Kind
from tui.keys.digest import SOURCES
from tui.text.blocks import NEW
from tui.text.document import Block
from tui.text.wording import SEPARATOR, plural, reading_time

if TYPE_CHECKING:
    from summarise.digests.digest import Digest, DigestLine, Place, Story

#: Characters of a title that tell which article it is, under a line.
_TITLE = 60


def digest_blocks(digest: Digest) -> list[Block]:
    """The stories of a digest; a line is called by its rank."""
    blocks: list[Block] = []
    for story in digest.stories:
        told = plural(len(story.articles), "article") if len(story.articles) > 1 else ""
        blocks.append(Block(story.title, (), Kind.HEADING, level=2, note=told))
        blocks += (_line(line, story) for line in story.lines)
    return blocks


def _line(line: DigestLine, story: Story) -> Block:
    text, end = line.text, len(line.text)
    caption = _caption(line, story)
    return Block(f"{text}\n{caption}", ((line.rank, 0, end),), quiet_from=end)


def _caption(line: DigestLine, story: Story) -> str:
    """Where a line is from; the article is not named where the heading can mean no other."""
    article = line.source.article
    title = " ".join((article.title or article.name).split())
    is_titled = title == story.title and len(story.articles) == 1
    first = str(line.source) if is_titled else _named(line.source)
    others = [
        f"[{number}] {_named(place)}"
        for number, place in islice(enumerate(line.others, 2), SOURCES - 1)
    ]
    more = len(line.others) - len(others)
    also = f"also in {', '.join(others)}" if others else ""
    also += f" and {more:,} more" if more else ""
    return SEPARATOR.join(filter(None, (first, also)))


def _named(place: Place) -> str:
    title = " ".join((place.article.title or place.article.name).split())
    title = title if len(title) <= _TITLE else f"{title[:_TITLE].rpartition(' ')[0]} …"
    return SEPARATOR.join((title, str(place)))


def digest_marks(digest: Digest, new: Collection[int]) -> dict[int, str]:
    """The number of each line as it is read, with a sign at those that have just come in."""
    numbers = zip(digest.lines, count(1), strict=False)
    return {line.rank: f"{n}{NEW if line.rank in new else ''}" for line, n in numbers}


def digest_facts(digest: Digest) -> str:
    """How much a digest keeps, of how much."""
    return SEPARATOR.join(
        (
            f"{digest.size:,} of {plural(len(digest.order), 'sentence')}",
            plural(len(digest.stories), "story", "stories"),
            plural(len(digest.articles), "article"),
            reading_time(digest.words),
        )
    )
