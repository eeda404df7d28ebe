"""The pass over the articles of a place: what each is called, and its text, one after the other.

It runs in a thread beside the screen, so it lets the screen go first: what is in sight is looked at
first, and as long as keys come it rests.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic, sleep

from summarise.article import Article
from summarise.errors import SummariseError, without_name
from summarise.loading import Source
from summarise.sources.stopping import is_stopped
from tui.state.library.facts import Searchable, stamp_of
from tui.state.store.records import Facts, Text

#: Seconds between what is handed on: often enough to be seen coming, too seldom to be felt.
_BATCH = 0.2
#: Seconds of rest after a key, and between looks at whether that is over.
_REST, _LOOK = 0.15, 0.02
#: Files of more bytes are looked at when they are wanted: a text of 4 MB takes some seconds.
_LARGEST = 4 * 1024 * 1024
#: Characters of the texts of a place that are kept to be searched; 5,000 articles have 25 million.
MOST_TEXT = 96_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What was learnt of one article."""

    key: str
    """The key of the article."""
    facts: Facts
    """What a row says of it."""
    text: Searchable | None = None
    """Its text, if it was read."""
    kept: Text | None = None
    """The text as the store keeps it, of what may be gone tomorrow: the articles of feeds."""
    failure: str = ""
    """Why it cannot be read, if it cannot."""
    parts: int = 0
    """How many articles it holds, if it is a source of several."""
    new: float | None = None
    """How much of it is new to the reader, from 0 to 1, if that was asked for."""


#: Reads an article, or finds that a source holds several.
Look = Callable[[Source], Article | tuple[Source, ...]]
#: Finds out how much of an article is new to the reader.
Weigh = Callable[[Source, Article], float]


class Survey:
    """Looks at the articles of places.

    Args:
        look: Reads one; it asks no server.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        #: Keys of the articles that are wanted first: those in sight.
        self.urgent: Sequence[str] = ()
        self._quiet_until = 0.0

    def rest(self) -> None:
        """Let the screen go first for a moment: a key was pressed."""
        self._quiet_until = monotonic() + _REST

    def wait(self) -> None:
        """Rest as long as keys come, in a thread that works beside the screen."""
        while monotonic() < self._quiet_until and not is_stopped():
            sleep(_LOOK)

    def run(
        self,
        sources: Mapping[str, Source],
        hand_on: Callable[[list[Found]], object],
        weigh: Weigh | None = None,
    ) -> None:
        """Look at articles; slow.

        Args:
            sources: The articles, by their keys.
            hand_on: Is given what was learnt, some at a time, in this thread.
            weigh: Finds out how much of each is new, where that is wanted.
        """
        waiting = dict(sources)
        batch: list[Found] = []
        room = MOST_TEXT
        handed = 0.0
        while waiting and not is_stopped():
            self.wait()
            key = next((key for key in self.urgent if key in waiting), None) or next(iter(waiting))
            found = look_at(key, waiting.pop(key), self._look, weigh)
            if found.text is not None:
                room -= len(found.text.folded)
                if room < 0:
                    found = replace(found, text=None)
            batch.append(found)
            if monotonic() - handed >= _BATCH:
                hand_on(batch)
                batch, handed = [], monotonic()
        if batch:
            hand_on(batch)


def look_at(
    key: str, source: Source, look: Look, weigh: Weigh | None = None, *, with_text: bool = False
) -> Found:
    """What there is to know of one article; slow.

    Args:
        key: Its key.
        source: The article.
        look: Reads it.
        weigh: Finds out how much of it is new, where that is wanted.
        with_text: Whether its text is to be kept though it is no article of a feed.
    """
    from tui.state.remembering import facts_of, text_of  # not before the first frame

    stamp = stamp_of(source)
    plain = Facts(key, source.name, group=source.group, stamp=stamp)
    if stamp and _is_large(source):
        return Found(key, plain)
    try:
        read = look(source)
    except SummariseError as error:
        reason = without_name(error)
        return Found(key, plain, failure=reason)
    except Exception as error:  # a fault of a reader is told when the article is opened
        return Found(key, plain, failure=f"cannot be read ({type(error).__name__})")
    if not isinstance(read, Article):
        return Found(key, plain, parts=len(read))
    kept = text_of(read) if source.part is not None or with_text else None
    new = None if weigh is None else weigh(source, read)
    return Found(key, facts_of(source, read, stamp), Searchable(read), kept, new=new)


def _is_large(source: Source) -> bool:
    try:
        return os.path.getsize(source.origin) > _LARGEST  # noqa: PTH202
    except (OSError, ValueError):
        return False
