"""Lists of feeds as other readers write and read them: OPML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from summarise.errors import SourceError
from summarise.loading import STANDARD_INPUT
from summarise.sources.files import read_file, read_standard_input, shown
from tui.state.store.holdings import Feed


def feeds_in(name: str) -> list[Feed]:
    """The feeds that a file lists, with their folders.

    Args:
        name: The file; ``-`` for standard input.

    Raises:
        SourceError: It cannot be read, or lists none.
    """
    from summarise.sources.feeds import read_feed  # brings the reader of XML
    from summarise.sources.refused import RefusedError

    data = read_standard_input() if name == STANDARD_INPUT else read_file(name)
    try:
        parts = read_feed(data).parts
    except RefusedError as refusal:
        raise SourceError(shown(name), str(refusal)) from None
    except UnicodeError:
        raise SourceError(shown(name), "is not text") from None
    if any(part.read is not None for part in parts):
        raise SourceError(shown(name), "is a feed and not a list of feeds: add it by its address")
    return [Feed(part.address, title=part.title, folder=part.group) for part in parts]


def opml(feeds: Sequence[Feed]) -> Iterator[str]:
    """The lines of a list of feeds, its folders as outlines around them."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
    yield "  <head><title>Feeds of summarise</title></head>\n  <body>\n"
    for folder, inside in groupby(feeds, key=lambda feed: feed.folder):
        yield from _folder(folder, inside)
    yield "  </body>\n</opml>\n"


def _folder(folder: str, feeds: Iterator[Feed]) -> Iterator[str]:
    if folder:
        yield f"    <outline text={_quoted(folder)}>\n"
    for feed in feeds:
        title = _quoted(feed.title or feed.address)
        site = f" htmlUrl={_quoted(feed.site)}" if feed.site else ""
        yield f'    <outline type="rss" text={title} xmlUrl={_quoted(feed.address)}{site}/>\n'
    if folder:
        yield "    </outline>\n"


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr  # only where a list is written

    return quoteattr(text)
