"""Several articles as one: all lines in their order, and the digests that are its prefixes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from summarise.article import Article, Sentence
from summarise.digests.gist import Gist, share_of_each
from summarise.digests.merging import merge
from summarise.digests.ordering import Choice, StoryLines, order_of
from summarise.digests.stories import stories_of, weights_of
from summarise.length import WORDS_PER_MINUTE, Length
from summarise.ranking.shown import shown_text
from summarise.ranking.sizes import Sizes


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence where it stands."""

    article: Article
    """The article that it is of."""
    sentence: Sentence
    """The sentence: ``article.text[sentence.start:sentence.end] == sentence.text``."""

    def __str__(self) -> str:
        """Where in the article that is: ``¶ 3, sentence 2``."""
        return self.article.place_of(self.sentence.index)


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One sentence of a digest, with all the places that say the same."""

    rank: int
    """Its place in the order of all lines, from 1: the shortest length that holds it."""
    worth: float
    """What it was ordered by."""
    story: int
    """The number of its story in :attr:`Digest.groups`."""
    source: Place
    """Where the sentence is taken from."""
    others: tuple[Place, ...] = ()
    """Where other articles say the same in nearly the same words, one place for each."""

    @property
    def text(self) -> str:
        """The sentence on one line, as it is shown outside of its article."""
        return " ".join(shown_text(self.source.article, self.source.sentence).split())


@dataclass(frozen=True, slots=True)
class Story:
    """What one or several articles tell, as far as a digest has lines of it."""

    title: str
    """The title of the article that its best line is of, on one line."""
    articles: tuple[Article, ...]
    """All articles that tell it."""
    lines: tuple[DigestLine, ...]
    """The lines: article by article, the one with the best line first, each in its own order."""


@dataclass(frozen=True)
class Digest:
    """Several articles as one, at one length; :meth:`select` gives another length at once."""

    articles: tuple[Article, ...] = field(repr=False)
    """All articles."""
    method: str
    """The name of the method that ranked each of them."""
    groups: tuple[tuple[int, ...], ...] = field(repr=False)
    """The articles of each story, by their numbers in ``articles``."""
    order: tuple[DigestLine, ...] = field(repr=False)
    """All lines, best first; every digest is a prefix of it."""
    sizes: Sizes = field(repr=False, compare=False)
    """What the first 1, 2, 3… lines come to."""
    length: Length
    """The length that was asked for."""

    def select(self, length: str | int | Length) -> Digest:
        """The digest of another length.

        Raises:
            LengthError: The length is not understood.
        """
        return replace(self, length=Length.parse(length))

    @property
    def size(self) -> int:
        """How many lines the length keeps."""
        return self.sizes.within(self.length)

    @property
    def kept(self) -> tuple[DigestLine, ...]:
        """The kept lines, best first."""
        return self.order[: self.size]

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The stories that have a kept line, the one with the best line first."""
        found: dict[int, list[DigestLine]] = {}
        for line in self.kept:
            found.setdefault(line.story, []).append(line)
        return tuple(self._story(lines) for lines in found.values())

    @property
    def lines(self) -> tuple[DigestLine, ...]:
        """The kept lines as they are read: story by story."""
        return tuple(line for story in self.stories for line in story.lines)

    @property
    def text(self) -> str:
        """The kept sentences as they are read, one a line."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def words(self) -> int:
        """Words in the kept lines."""
        return sum(line.source.sentence.words for line in self.kept)

    @property
    def minutes(self) -> float:
        """Reading time at :data:`summarise.length.WORDS_PER_MINUTE`."""
        return self.words / WORDS_PER_MINUTE

    def __str__(self) -> str:
        return self.text

    def _story(self, lines: Sequence[DigestLine]) -> Story:
        firsts: dict[int, int] = {}
        for line in lines:
            firsts.setdefault(id(line.source.article), line.rank)
        read = sorted(
            lines, key=lambda line: (firsts[id(line.source.article)], line.source.sentence.index)
        )
        best = lines[0].source.article
        articles = tuple(self.articles[i] for i in self.groups[lines[0].story])
        return Story(" ".join((best.title or best.name).split()), articles, tuple(read))


def digest_of(gists: Iterable[Gist], method: str, length: Length) -> Digest:
    """Make one digest of the gists of articles; see :func:`summarise.digest`.

    Args:
        gists: What it takes of each article; they are gone through once.
        method: The name of the method that they were ranked by.
        length: The length.
    """
    taken: list[Gist] = []
    for gist in gists:
        taken.append(_cut(gist, len(taken) + 1))
    taken = [_cut(gist, len(taken)) for gist in taken]
    abouts = [gist.about for gist in taken]
    weights = weights_of(abouts)
    groups = stories_of(abouts, weights)
    story_of = {article: number for number, group in enumerate(groups) for article in group}
    members = _members(taken)
    choices: list[list[Choice]] = [[] for _ in groups]
    for line, held in enumerate(members):
        article, rank = held[0]
        told = len({story_of[each] for each, _ in held})
        choices[story_of[article]].append(
            Choice(
                line,
                article,
                rank,
                taken[article].terms[rank],
                taken[article].leaning[rank],
                told,
            )
        )
    typical = _typical(abouts)
    stories = [
        StoryLines(group, sum(typical[i] for i in group) / len(group), found)
        for group, found in zip(groups, choices, strict=True)
    ]
    lines = tuple(
        DigestLine(place, worth, story_of[members[line][0][0]], *_places(taken, members[line]))
        for place, (line, worth) in enumerate(order_of(stories, weights), 1)
    )
    return Digest(
        tuple(gist.article for gist in taken),
        method,
        tuple(map(tuple, groups)),
        lines,
        Sizes(len(lines), lambda: (line.source.sentence for line in lines)),
        length,
    )


def _cut(gist: Gist, articles: int) -> Gist:
    """As much of a gist as enters a digest of so many articles."""
    most = share_of_each(articles)
    if len(gist.sentences) <= most:
        return gist
    return replace(
        gist,
        sentences=gist.sentences[:most],
        words=gist.words[:most],
        terms=gist.terms[:most],
        leaning=gist.leaning[:most],
    )


def _members(gists: Sequence[Gist]) -> list[list[tuple[int, int]]]:
    """The sentences of each line, as article and rank there; the best ranked is the first."""
    ranked = sorted(
        (rank, article) for article, gist in enumerate(gists) for rank in range(len(gist.sentences))
    )
    found: dict[int, list[tuple[int, int]]] = {}
    firsts = merge([gists[article].words[rank] for rank, article in ranked])
    for first, (rank, article) in zip(firsts, ranked, strict=True):
        found.setdefault(first, []).append((article, rank))
    return list(found.values())


def _places(
    gists: Sequence[Gist], members: Sequence[tuple[int, int]]
) -> tuple[Place, tuple[Place, ...]]:
    """The place that a line is taken from, and one of each other article."""
    best: dict[int, int] = {}
    for article, rank in members:
        best.setdefault(article, rank)
    places = [
        Place(gist.article, gist.article.sentences[gist.sentences[rank]])
        for gist, rank in ((gists[article], rank) for article, rank in best.items())
    ]
    return places[0], tuple(places[1:])


def _typical(abouts: Sequence[Mapping[str, float]]) -> list[float]:
    """How much of what each article is about the others are about too, from 0 to 1."""
    held = Counter(term for about in abouts for term in about)
    others = max(1, len(abouts) - 1)
    return [
        sum(weight * (held[term] - 1) / others for term, weight in about.items())
        / (sum(about.values()) or 1.0)
        for about in abouts
    ]
