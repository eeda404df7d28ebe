"""The same place in another version of an article, whose sentences are numbered anew."""

from __future__ import annotations

from bisect import bisect_right

from summarise.article import Article


def same_place(before: Article, sentence: int, after: Article) -> int | None:
    """The sentence of one article where another was left.

    Args:
        before: The article that was read so far: the beginning of the other, say.
        sentence: Its sentence.
        after: The other article.

    Returns:
        The sentence with the same words, of several the one nearest to where it stood; if none has
        them, the one that stands there now. None only if there are no sentences at all.
    """
    left = before.sentences[sentence]
    same = [found for found in after.sentences if found.text == left.text]
    if same:
        return min(same, key=lambda found: abs(found.start - left.start)).index
    place = bisect_right(after.sentences, left.start, key=lambda found: found.start) - 1
    return max(0, place) if after.sentences else None
