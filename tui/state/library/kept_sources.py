"""Articles that the store knows → sources that can be opened, also when their feed is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from summarise.article import Kind
from summarise.draft import Block, Draft, Part
from summarise.errors import SourceError
from summarise.loading import Source, source_of
from tui.state.memory import Memory
from tui.state.store.holdings import ArticleRecord, Entry, Feed
from tui.state.store.records import Facts

if TYPE_CHECKING:
    from summarise.sources.feeds import FeedEntry
    from tui.state.store.records import Text

#: What parts the key of a feed, or of a mailbox, from that of an article in it.
_PART = " # "
#: What an article stands under in the history that was begun, and not read to its end.
TO_CONTINUE = "To be continued"
#: How far into an article its end begins.
ENDED = 0.95
_BEGUN = 0.02


def source_of_record(record: ArticleRecord, group: str, memory: Memory) -> Source:
    """The source of an article that was opened or saved: its file, its page, or what was kept.

    Args:
        record: What the store knows of it.
        group: What it is to stand under.
        memory: Where its text is, if it was piped in, pasted, or is of a feed.
    """
    facts = record.facts
    whole, is_part, ident = facts.key.partition(_PART)
    if is_part:
        read = partial(_kept_draft, facts, memory)
        judge = partial(_is_all, facts, memory)
        part = Part(ident, facts.title, read, facts.address, not facts.address, judge=judge)
        found = replace(source_of(whole), part=part)
    else:
        found = source_of(facts.key)
        is_held = not found.is_remote and "/" not in facts.key and "\\" not in facts.key
        if is_held:  # it was piped in or pasted
            part = Part(facts.key, facts.title, partial(_kept_draft, facts, memory))
            found = Source(facts.key, facts.title, group, part=part)
    return replace(found, name=facts.title or found.name, group=group)


def _is_all(facts: Facts, memory: Memory) -> bool:
    """Whether what is kept of an article is all: it has no page, or its feed gives all of it."""
    if not facts.address:
        return True
    entry = memory.use(lambda store: store.entries.find(facts.key), otherwise=None)
    return entry is not None and _as_given(entry).is_whole


def _kept_draft(facts: Facts, memory: Memory) -> Draft:
    """An article from the text that was kept of it.

    Raises:
        SourceError: None was.
    """
    text = memory.use(lambda store: store.articles.text(facts.key), otherwise=None)
    if text is None:
        raise SourceError(facts.title, "is not kept any more")
    return Draft(
        tuple(_blocks_of(text)),
        facts.title,
        facts.language,
        "kept text",
        clean=True,
        author=facts.author,
        date=facts.date,
        site=facts.site,
        address=facts.address,
    )


def _blocks_of(text: Text) -> Iterator[Block]:
    """The paragraphs of a kept text, each as what it was."""
    at = 0
    for shape in (*text.shapes, None):
        plain = text.text[at : shape.start if shape is not None else None]
        for piece in plain.split("\n\n"):
            if piece.strip():
                yield Block(piece.strip("\n"))
        if shape is not None:
            at = shape.end
            kind = Kind(shape.kind) if shape.kind in set(Kind) else Kind.TEXT
            yield Block(text.text[shape.start : at], kind, shape.level, shape.tight)


def group_in_history(record: ArticleRecord, today: date) -> str:
    """What an article stands under in the history: begun ones together, the others by their day."""
    reached = record.reading.reached if record.reading is not None else 0.0
    if _BEGUN < reached < ENDED and record.hidden is None:
        return TO_CONTINUE
    opened = datetime.fromtimestamp(record.opened or record.added).date()
    days = (today - opened).days
    if days <= 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    return "In the last week" if days <= 7 else "Before that"


def sources_of_feed(feed: Feed, memory: Memory) -> list[Source]:
    """The articles of a feed that are kept, the newest first; slow."""
    none: list[Entry] = []
    entries = memory.use(lambda store: store.entries.all(feed.address, hidden=True), none)
    title = feed.title or feed.address
    # An entry keeps the key that it has, though its feed may have moved meanwhile.
    return [
        replace(
            source_of(entry.key.partition(_PART)[0]),
            name=entry.title,
            group=title,
            part=Part(
                entry.ident,
                entry.title,
                partial(_draft_of_entry, entry.key, title, memory),
                entry.address,
                judge=partial(_is_whole, entry.key, memory),
            ),
        )
        for entry in entries
    ]


def _entry_of(key: str, memory: Memory) -> FeedEntry:
    """An article of a feed as the feed gave it.

    Raises:
        SourceError: It is not kept any more.
    """
    entry = memory.use(lambda store: store.entries.find(key), otherwise=None)
    if entry is None:
        raise SourceError(key, "is not kept any more: read its feed anew")
    return _as_given(entry)


def _as_given(entry: Entry) -> FeedEntry:
    from summarise.sources.feeds import FeedEntry  # brings lxml

    return FeedEntry(
        entry.ident,
        entry.title,
        entry.address,
        entry.published,
        entry.author,
        entry.content,
        entry.summary,
        entry.is_html,
    )


def _draft_of_entry(key: str, site: str, memory: Memory) -> Draft:
    from summarise.sources.feeds import draft_of_entry  # brings lxml

    return draft_of_entry(_entry_of(key, memory), site)


def _is_whole(key: str, memory: Memory) -> bool:
    return _entry_of(key, memory).is_whole
