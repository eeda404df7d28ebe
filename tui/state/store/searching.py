"""Full-text search of all that was kept, with the sentence that matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p
from re import Pattern

from summarise.text.folding import folded
from tui.state.store import articles
from tui.state.store.database import Database
from tui.state.store.holdings import ArticleRecord, Hit
from tui.state.store.records import Text
from tui.state.store.texts import storable
from tui.state.store.words import matcher, query_of, query_of_any, tokens_of

#: How much more a word in the title counts than one in the text.
_TITLE = 5.0
#: Characters of a text in which a sentence is looked for.
_LOOKED_AT = 400_000
#: Articles that were read which another one is compared with, at most.
READ_LIKE = 20
#: Terms that they are looked for by. Among 5,000 articles the rarest take 50 ms with all that is
#: to be known of them; those that an article has most often 130 ms, and they find others.
_RAREST = 40


class Search:
    """Finds articles by their words.

    Args:
        database: Where they lie.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, typed: str, limit: int = 50) -> list[Hit]:
        """The articles that have all words of what a reader typed, the best first.

        Case and accents do not count, the last word may be begun only, nothing is an operator.

        Args:
            typed: What was typed; without a word in it nothing is found.
            limit: How many at most.

        Raises:
            StoreError: The store cannot be read.
        """
        query = query_of(typed)
        if not query:
            return []
        # The best are chosen before anything else of them is looked up.
        ranked = self._database.rows(
            f"select rowid, bm25(found, {_TITLE}, 1.0) score from found where found match ? "
            "order by score limit ?",
            (query, limit),
        )
        found = []
        words = matcher(typed)
        for row in ranked:
            record = self._database.row(f"{articles.SELECT} where a.id = ?", (row["rowid"],))
            body = self._database.row(
                "select text, sentences from body where article = ?", (row["rowid"],)
            )
            if record is not None and body is not None:
                sentence, at = best_sentence(articles.text_of(body), words)
                found.append(Hit(articles.record_of(record), sentence, at))
        return found

    def was_anything_read(self, besides: str) -> bool:
        """Whether any article but one is marked read: otherwise none need be looked for.

        Args:
            besides: The key of that article.

        Raises:
            StoreError: The store cannot be read.
        """
        asking = "select exists(select 1 from article where read is not null and key != ?)"
        return bool(self._database.value(asking, (storable(besides),)))

    def read_like(
        self, terms: Mapping[str, float], letters: int, besides: str, limit: int = READ_LIKE
    ) -> list[tuple[ArticleRecord, Text]]:
        """The articles marked read that are most like another one, by the rare terms they share.

        Those that were read after it are not among them, nor is any with the very same text.

        Args:
            terms: The terms of that article, with what each tells.
            letters: How many letters are left of a long term.
            besides: The key of that article.
            limit: How many at most.

        Raises:
            StoreError: The store cannot be read.
        """
        tokens = self._rarest(terms, tokens_of(terms, letters))
        if not tokens:
            return []
        rows = self._database.rows(
            "with own(read, digest) as (select read, digest from article where key = ?1) "
            "select found.rowid from found join article a on a.id = found.rowid "
            "where found match ?2 and a.read is not null and a.key != ?1 "
            "and a.read < coalesce((select read from own), 9e99) "
            "and (a.digest = '' or a.digest is not (select digest from own)) "
            "order by bm25(found) limit ?3",
            (storable(besides), query_of_any(tokens), limit),
        )
        found = []
        for row in rows:
            record = self._database.row(f"{articles.SELECT} where a.id = ?", (row["rowid"],))
            body = self._database.row(
                "select text, sentences from body where article = ?", (row["rowid"],)
            )
            if record is not None and body is not None:
                found.append((articles.record_of(record), articles.text_of(body)))
        return found

    def _rarest(self, terms: Mapping[str, float], tokens: Mapping[str, str]) -> list[str]:
        """The tokens by which an article is looked for: what tells most, and few texts have."""
        total = self._database.value("select count(*) from body")
        worth = {}
        for term, token in tokens.items():
            held = self._database.texts_with(token)
            if held:
                worth[token] = terms[term] * log1p(total / held)
        return sorted(worth, key=lambda token: (-worth[token], token))[:_RAREST]


def best_sentence(text: Text, words: Sequence[Pattern[str]]) -> tuple[str, int | None]:
    """The first of the sentences that have most of some words, and its index; none without any.

    Args:
        text: Where to look.
        words: What finds each word in a folded text.
    """
    best, found = 0, None
    for index, (start, end) in enumerate(text.sentences):
        if start > _LOOKED_AT:
            break
        sentence = folded(text.text[start:end])
        count = sum(1 for word in words if word.search(sentence))
        if count > best:
            best, found = count, index
            if best == len(words):
                break
    if found is None:
        return "", None
    start, end = text.sentences[found]
    return text.text[start:end], found
