"""The order of all lines of a digest, the best first.

Within a story a line is worth more the earlier its article ranks it, the more of its terms the
other articles of the story hold, and the less of it other articles have said in the lines before.
So a story of one article keeps the order of that article's summary. Among the stories, one that
more articles tell comes earlier and takes more room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import log2, sqrt

#: A line whose worth was looked at so often without being taken says nothing new: it goes behind.
#: It is what keeps the work of a story of thousands of articles in proportion to its lines.
_LOOKS = 8
#: A line that stands in articles of so many stories belongs to none: it is what a site writes
#: under all its articles.
_EVERYWHERE = 3
#: What is left of the worth of a line that leans on another one, where others tell the same story:
#: among lines of other articles a reader does not find what it leans on.
_LEANING = 0.5
#: What several articles have said of a term.
_SEVERAL = -1


@dataclass(frozen=True, slots=True)
class Choice:
    """A line that may come next."""

    line: int
    """Its number."""
    article: int
    """The article that it is of."""
    rank: int
    """Its place among the sentences of that article, from 0."""
    terms: tuple[str, ...]
    """Its terms."""
    leans: bool
    """Whether it leans on another sentence of its article."""
    stories: int
    """How many stories it stands in."""


@dataclass(frozen=True, slots=True)
class StoryLines:
    """A story before its lines are ordered."""

    articles: Sequence[int]
    """Its articles."""
    typical: float
    """How much of what it is about other articles are about too, from 0 to 1."""
    choices: Sequence[Choice]
    """Its lines, in any order."""


def order_of(
    stories: Iterable[StoryLines], weights: Mapping[str, float]
) -> list[tuple[int, float]]:
    """The number and the worth of each line, best first.

    Args:
        stories: All stories.
        weights: What each term counts; one that is not there counts as much as a rare one.
    """
    rare = max(weights.values(), default=1.0)
    found: list[tuple[float, int, int, int]] = []
    for number, story in enumerate(stories):
        told = (1 + log2(len(story.articles))) * (1 + story.typical)
        most = 2.0
        for place, (line, worth) in enumerate(_ordered(story, weights, rare)):
            most = min(most, worth)  # so that a later line of a story is never worth more
            found.append((-round(told * most / (1 + place), 12), number, place, line))
    found.sort()
    return [(line, -worth) for worth, _, _, line in found]


def _ordered(
    story: StoryLines, weights: Mapping[str, float], rare: float
) -> list[tuple[int, float]]:
    """The lines of one story with their worth, best first: greedily, by what they add."""
    held = _held(story)
    said: dict[str, int] = {}
    values = [_Value(choice, held, len(story.articles), weights, rare) for choice in story.choices]
    waiting = [(-value.now(said), *value.tie, 0, value) for value in values]
    heapify(waiting)
    order: list[tuple[int, float]] = []
    behind: list[tuple[float, int, int, int]] = []
    while waiting:
        _, rank, article, looks, value = heappop(waiting)
        now = -value.now(said)
        if waiting and now > waiting[0][0]:  # what was said meanwhile made it worth less
            if looks < _LOOKS:
                heappush(waiting, (now, rank, article, looks + 1, value))
            else:
                behind.append((now, rank, article, value.choice.line))
            continue
        order.append((value.choice.line, -now))
        value.say(said)
    behind.sort()
    return [*order, *((line, -worth) for worth, _, _, line in behind)]


def _held(story: StoryLines) -> dict[str, int]:
    """How many articles of a story hold each term."""
    holders: dict[str, set[int]] = {}
    for choice in story.choices:
        for term in choice.terms:
            holders.setdefault(term, set()).add(choice.article)
    return {term: len(articles) for term, articles in holders.items()}


class _Value:
    """What a line is worth, which only falls as others are taken."""

    def __init__(
        self,
        choice: Choice,
        held: Mapping[str, int],
        articles: int,
        weights: Mapping[str, float],
        rare: float,
    ) -> None:
        self.choice = choice
        self.tie = (choice.rank, choice.article)
        self._weights = {term: weights.get(term, rare) for term in choice.terms}
        self._total = sum(self._weights.values())
        shared = sum(weight * (held[term] - 1) for term, weight in self._weights.items())
        others = self._total * (articles - 1)
        common = shared / others if others else 0.0
        everywhere = choice.stories >= _EVERYWHERE
        self._most = 0.0 if everywhere else (1 + common) / sqrt(1 + choice.rank)
        if choice.leans and articles > 1:
            self._most *= _LEANING

    def now(self, said: Mapping[str, int]) -> float:
        """What it is worth after some terms were said, each by one article or by several."""
        if not said or not self._total:
            return round(self._most, 12)
        article = self.choice.article
        old = sum(
            weight for term, weight in self._weights.items() if said.get(term, article) != article
        )
        return round(self._most * (1 - old / self._total), 12)

    def say(self, said: dict[str, int]) -> None:
        """Note that its terms were said."""
        article = self.choice.article
        for term in self.choice.terms:
            if said.setdefault(term, article) != article:
                said[term] = _SEVERAL
