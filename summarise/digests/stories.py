"""Which articles tell one story: those that share the terms that are rare among all of them.

Each article in turn joins the story that it is most like, or begins one. It is compared only with
stories that hold one of its rare terms, so the work grows with the articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p, sqrt

#: Terms of an article that it is compared by: those of most weight.
_TERMS = 24
#: The cosine of an article and a story from which on it belongs to it, and the terms that both
#: must hold: a name or two alone make no story.
LIKENESS = 0.3
_SHARED = 4
#: A term of more stories than this is not rare, and no reason to look at a story.
_STORIES = 50


def weights_of(abouts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """What each term counts: the more, the fewer of the articles hold it."""
    frequencies = Counter(term for about in abouts for term in about)
    return {term: sqrt(log1p(len(abouts) / held)) for term, held in frequencies.items()}


def stories_of(
    abouts: Sequence[Mapping[str, float]], weights: Mapping[str, float]
) -> list[list[int]]:
    """The articles of each story, in the order in which stories begin.

    Args:
        abouts: What each article is about: terms with a weight each.
        weights: What each term counts among all articles, as :func:`weights_of` says.
    """
    stories: list[_Story] = []
    holders: dict[str, list[int]] = {}
    for article, about in enumerate(abouts):
        vector = vector_of(about, weights, _TERMS)
        found = _nearest(vector, stories, holders)
        if found is None:
            found = len(stories)
            stories.append(_Story())
        for term in stories[found].add(article, vector):
            holders.setdefault(term, []).append(found)
    return [story.articles for story in stories]


class _Story:
    """Articles, and the sum of their vectors."""

    def __init__(self) -> None:
        self.articles: list[int] = []
        self._sum: dict[str, float] = {}
        self._square = 0.0

    def add(self, article: int, vector: Mapping[str, float]) -> list[str]:
        """Take an article in; the terms that are new with it."""
        self.articles.append(article)
        new = [term for term in vector if term not in self._sum]
        for term, weight in vector.items():
            before = self._sum.get(term, 0.0)
            self._square += weight * (2 * before + weight)
            self._sum[term] = before + weight
        return new

    def likeness(self, vector: Mapping[str, float]) -> float:
        """The cosine of an article and the sum."""
        dot = sum(weight * self._sum.get(term, 0.0) for term, weight in vector.items())
        return round(dot / sqrt(self._square), 9) if dot else 0.0


def vector_of(
    about: Mapping[str, float], weights: Mapping[str, float], most: int
) -> dict[str, float]:
    """What an article is compared by, as a vector of length 1.

    Args:
        about: What it is about: terms with a weight each.
        weights: What each term counts among all articles, as :func:`weights_of` says.
        most: How many terms at most: those of most weight.
    """
    weighed = [(weight * weights[term], term) for term, weight in about.items()]
    weighed.sort(key=lambda each: (-round(each[0], 9), each[1]))
    best = weighed[:most]
    length = sqrt(sum(weight * weight for weight, _ in best)) or 1.0
    return {term: weight / length for weight, term in best}


def _nearest(
    vector: Mapping[str, float], stories: Sequence[_Story], holders: Mapping[str, list[int]]
) -> int | None:
    """The story that an article is most like, the earlier of two; None if none is like enough."""
    shared: dict[int, int] = {}
    for term in vector:
        held = holders.get(term, ())
        if len(held) <= _STORIES:
            for story in held:
                shared[story] = shared.get(story, 0) + 1
    likely = [story for story, count in shared.items() if count >= _SHARED]
    found = max(((stories[i].likeness(vector), -i) for i in likely), default=(0.0, 0))
    return -found[1] if found[0] >= LIKENESS else None
