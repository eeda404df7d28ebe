"""Full-text search of all that was kept, with the sentence that matched."""

from __future__ import annotations

from collections.abc import Sequence
from re import Pattern

from summarise.text.folding import folded
from tui.state.store import articles
from tui.state.store.database import Database
from tui.state.store.records import Hit, Text
from tui.state.store.words import matcher, query_of

#: How much more a word in the title counts than one in the text.
_TITLE = 5.0
#: Characters of a text in which a sentence is looked for.
_LOOKED_AT = 400_000


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
