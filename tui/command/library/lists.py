"""What is remembered, as lines to read and as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from summarise.text.sanitise import sanitise_line
from tui.state.store.exchange import article_as_json
from tui.state.store.holdings import ArticleRecord, Feed, Hit
from tui.text.wording import SEPARATOR, percent, plural, reading_time

#: Characters of a sentence that is shown under what it was found in.
_SENTENCE = 400


def articles(found: Sequence[ArticleRecord]) -> Iterator[str]:
    """Articles, two lines each: number, day and title; where it is, and what is known of it."""
    for number, article in enumerate(found, 1):
        yield from _article(number, article)


def hits(found: Sequence[Hit]) -> Iterator[str]:
    """Articles that were found, with the sentence that matched."""
    for number, hit in enumerate(found, 1):
        yield from _article(number, hit.article)
        if hit.sentence:
            yield f"      “{sanitise_line(hit.sentence, _SENTENCE)}”\n"


def feeds(found: Sequence[Feed]) -> Iterator[str]:
    """Feeds, two lines each, under their folders."""
    folder = ""
    for feed in found:
        if feed.folder != folder:
            folder = feed.folder
            yield f"{folder}\n"
        unread = f"{plural(feed.unread, 'unread entry', 'unread entries')} of {feed.entries:,}"
        asked = "never asked" if feed.fetched is None else f"asked {day(feed.fetched)}"
        failed = f"failed: {feed.failed}" if feed.failed else ""
        yield f"  {sanitise_line(feed.title or feed.address)}\n"
        yield f"      {_line(sanitise_line(feed.address), unread, asked, failed)}\n"


def as_json(found: Sequence[ArticleRecord | Hit | Feed]) -> Iterator[str]:
    """An object on each line, as an export has them; of a hit with its sentence."""
    for each in found:
        yield json.dumps(_object(each), ensure_ascii=False) + "\n"


def day(time: float) -> str:
    """The day of a time, in ISO 8601; "?" for one that is none."""
    try:
        return datetime.fromtimestamp(time).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return "?"


def _article(number: int, article: ArticleRecord) -> Iterator[str]:
    facts, reading = article.facts, article.reading
    when = next(filter(None, (article.opened, article.saved, article.added)))
    marks = [
        name
        for name, time in (("saved", article.saved), ("hidden", article.hidden))
        if time is not None
    ]
    if article.opened is not None and article.read is None:
        marks.append("unread")
    reached = f"left at {percent(reading.reached)}" if reading and reading.reached else ""
    pins = plural(len(reading.pins), "pin") if reading and reading.pins else ""
    minutes = reading_time(facts.words) if facts.words else ""
    yield f"{number:>4}  {day(when)}  {sanitise_line(facts.title or facts.key)}\n"
    yield f"      {_line(sanitise_line(facts.key), facts.site, minutes, reached, pins, *marks)}\n"


def _line(*facts: str) -> str:
    return SEPARATOR.join(filter(None, facts))


def _object(each: ArticleRecord | Hit | Feed) -> dict[str, Any]:
    if isinstance(each, Hit):
        found = article_as_json(each.article)
        return found | ({"sentence": each.sentence} if each.sentence else {})
    if isinstance(each, ArticleRecord):
        return article_as_json(each)
    names = "address title site folder added fetched failed failures entries unread"
    return {"kind": "feed"} | {name: getattr(each, name) for name in names.split()}
