"""What of an article its reader knows already, by what is remembered of what was read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from summarise.article import UNKNOWN_LANGUAGE, Article
from summarise.loading import Source
from tui.state.memory import Memory

if TYPE_CHECKING:
    from summarise.novelty.known import Known, ReadBefore
    from tui.state.store.holdings import ArticleRecord
    from tui.state.store.records import Text

#: Sentences of texts that were read whose terms are kept, for the next article that is compared
#: with them: 2 kB each, and 7 µs to find anew. (With 200 texts, a day of reading held 44 MB.)
_KEPT = 5_000


class Knowing:
    """Compares articles with those that were read. Everything here is slow: ask it in a worker.

    Args:
        memory: Where they are remembered.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._lock = Lock()
        self._texts: OrderedDict[tuple[object, ...], ReadBefore] = OrderedDict()

    @property
    def is_on(self) -> bool:
        """Whether anything is remembered at all."""
        return self._memory.on

    def of(self, source: Source, article: Article) -> Known:
        """What of an article was read before it was.

        Raises:
            ResourceError: The stop words of a language are missing.
        """
        from summarise.novelty.known import sentences_of
        from tui.state.remembering import key_of

        key = key_of(source, article)
        return self.among(key, sentences_of(article), article.language, article.date)

    def among(self, key: str, sentences: Mapping[int, str], language: str, day: str) -> Known:
        """The same of sentences.

        Args:
            key: What the store calls their article.
            sentences: The sentences, by their indices.
            language: Their language.
            day: When they were published, in ISO 8601 as far as known.

        Raises:
            ResourceError: The stop words of a language are missing.
        """
        from summarise.index.vectors import TERM_LETTERS
        from summarise.novelty.known import known_among
        from summarise.novelty.terms import looked_up

        if not self.is_on:
            return known_among({}, language, day, [])
        # The terms of a novel take a fifth of a second.
        if not self._memory.use(lambda store: store.search.was_anything_read(key), otherwise=False):
            return known_among(sentences, language, day, [])
        terms = looked_up(sentences.values(), language)
        nothing: list[tuple[ArticleRecord, Text]] = []
        found = self._memory.use(
            lambda store: store.search.read_like(terms, TERM_LETTERS, key), otherwise=nothing
        )
        texts = [self._text(record, text) for record, text in found]
        read = [text for text in texts if text.read_of_it is None or text.read_of_it]
        return known_among(sentences, language, day, read)

    def _text(self, record: ArticleRecord, text: Text) -> ReadBefore:
        """A text that was read; its terms are kept a while."""
        from summarise.novelty.known import ReadBefore

        kept = record.reading
        at = (record.key, record.digest, len(text.text), kept and (kept.seen, kept.reached))
        with self._lock:
            if (known := self._texts.get(at)) is not None:
                self._texts.move_to_end(at)
                return known
        facts = record.facts
        sentences = [text.text[start:end] for start, end in text.sentences]
        language, read = facts.language or UNKNOWN_LANGUAGE, _day_of(record.read)
        # What was marked as read, and never opened, the reader is done with.
        seen = None if kept is None else kept.read_of(len(sentences))
        made = ReadBefore(record.key, facts.title, sentences, language, facts.date, read, seen)
        with self._lock:
            self._texts[at] = made
            while sum(len(text.sentences) for text in self._texts.values()) > _KEPT:
                self._texts.popitem(last=False)
        return made


def _day_of(seconds: float | None) -> str:
    with suppress(OverflowError, OSError, ValueError, TypeError):  # of another age
        return date.fromtimestamp(seconds or 0).isoformat() if seconds else ""
    return ""
