"""Which sentences of an article say what was read before, and where that was.

A sentence is known if one sentence that was read holds enough of its terms, each weighed by how
rare it is among all sentences that are compared: the names of a story are in every report of it,
and say little; what is in one sentence only says much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date as day
from functools import cached_property
from itertools import chain
from math import log1p, sqrt
from typing import NamedTuple

from summarise.article import Article
from summarise.digests.stories import vector_of, weights_of
from summarise.novelty.terms import SentenceTerms, is_number, terms_of
from summarise.sources.stopping import is_stopped

#: The share of the weight of a sentence's terms from which on a sentence that was read says it, and
#: the cosine that both have at least, lest a long one holds the terms of a short one by chance.
LIKENESS, _COSINE = 0.38, 0.30
#: Terms that both must hold, where the sentence has as many.
_SHARED = 3
#: What a number counts against a word: it is what a later report changes.
_NUMBER = 2.0
#: The cosine of two articles from which on they tell one story, and the terms of most weight that
#: they are compared by. In other articles only what is said in nearly the same words is known.
_STORY, _TERMS = 0.15, 60
#: That is, where the sentences have this cosine. From here on, too, a "not" more or less is all the
#: difference there is; below, the same is said with and without one ("uncertain", "not certain").
_SAME_WORDS = 0.8
#: Days between two articles that count as one story, and from which on no more is taken off; and
#: what is left of a likeness then: the festival of last year is another one.
_NEAR, _FAR, _LEFT = 90, 730, 0.7
#: Sentences of one text, and of all together, that are compared with: a book has 10,000.
_OF_ONE, _OF_ALL = 10_000, 40_000
#: A term of more sentences than this finds none by itself; it counts for those found by others.
_HELD_BY = 100


@dataclass(frozen=True)
class ReadBefore:
    """A text that was read before."""

    key: str
    """What tells it from the others."""
    title: str
    """Its title."""
    sentences: Sequence[str]
    """Its sentences."""
    language: str = "und"
    """ISO 639-1 code."""
    date: str = ""
    """When it was published, in ISO 8601 as far as known."""
    read: str = ""
    """When it was read, likewise."""
    read_of_it: Set[int] | None = None
    """Which of its sentences were read, by their places among them; None for all."""

    @cached_property
    def terms(self) -> Sequence[SentenceTerms]:
        """What is compared of each sentence; of a very long text the first ones only.

        The numbers of the day it was published on are in each: a later report names it.
        """
        dated = _numbers_of(self.date)
        found = terms_of(self.sentences[:_OF_ONE], self.language)
        return [SentenceTerms(one.terms | dated, one.negated) if dated else one for one in found]

    @cached_property
    def about(self) -> Mapping[str, float]:
        """Its terms, with a weight each."""
        return _about(_held_by(self.terms))


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a sentence of an article was read before, in these words or in others."""

    text: ReadBefore
    """The text that says it."""
    sentence: int
    """The number of the sentence in it."""
    likeness: float
    """How much of the sentence that one says, from :data:`LIKENESS` to 1."""

    @property
    def words(self) -> str:
        """The sentence that was read."""
        return self.text.sentences[self.sentence]


@dataclass(frozen=True, slots=True)
class Known:
    """What of an article was read before."""

    seen: Mapping[int, Seen] = field(default_factory=dict)
    """The known sentences, by their indices, with where each was read."""
    judged: int = 0
    """How many sentences were looked for."""

    @property
    def share_new(self) -> float:
        """The share of the sentences that are new, from 0 to 1; 1 if there are none."""
        return 1 - len(self.seen) / self.judged if self.judged else 1.0


def sentences_of(article: Article) -> dict[int, str]:
    """The sentences of an article that can be known, by their indices: no headings, no code.

    Those that are left out as boilerplate are among them, so that nothing has to be looked for anew
    when they are brought back.
    """
    pickable = [paragraph.kind.pickable for paragraph in article.paragraphs]
    return {s.index: s.text for s in article.sentences if pickable[s.paragraph]}


def read_before(article: Article) -> ReadBefore:
    """An article as one that was read; what is left out of it as boilerplate was not."""
    sentences = [article.sentences[index].text for index in article.candidates]
    key = article.address or article.name
    return ReadBefore(key, article.title, sentences, article.language, article.date)


def known_of(article: Article, read: Sequence[ReadBefore]) -> Known:
    """What of an article was read before.

    Args:
        article: The article.
        read: The texts that were read, those most like it first; it is not among them.

    Raises:
        ResourceError: The stop words of a language are missing.
    """
    return known_among(sentences_of(article), article.language, article.date, read)


def known_among(
    sentences: Mapping[int, str], language: str, date: str, read: Sequence[ReadBefore]
) -> Known:
    """What of some sentences was read before; see :func:`known_of`.

    Args:
        sentences: The sentences, by their indices.
        language: Their language.
        date: When they were published, in ISO 8601 as far as known.
        read: The texts that were read.
    """
    if not read:
        return Known({}, len(sentences))
    own = dict(zip(sentences, terms_of(sentences.values(), language), strict=True))
    compared = _Compared(own, read, date)
    found: dict[int, Seen] = {}
    for index, one in own.items():
        if is_stopped():
            break
        if (seen := compared.find(one)) is not None:
            found[index] = seen
    return Known(found, len(own))


class _Compared:
    """The sentences of an article, among those that were read.

    Args:
        own: What is compared of each sentence of the article.
        read: The texts that were read.
        date: When the article was published.
    """

    def __init__(
        self, own: Mapping[int, SentenceTerms], read: Sequence[ReadBefore], date: str
    ) -> None:
        self._members: list[_Member] = []
        self._holders: dict[str, list[int]] = {}
        held = _held_by(own.values())
        self._sources = _sources_of(held, read, date)
        for source in self._sources:
            room = _OF_ALL - len(self._members)
            read_of_it = source.text.read_of_it
            for number, one in enumerate(source.text.terms[:room]):
                if read_of_it is not None and number not in read_of_it:
                    continue
                for term in one.terms:
                    self._holders.setdefault(term, []).append(len(self._members))
                self._members.append(_Member(source, number, one))
        held.update({term: len(places) for term, places in self._holders.items()})
        total = len(own) + len(self._members)
        self._weights = {
            term: sqrt(log1p(total / count)) * (_NUMBER if is_number(term) else 1.0)
            for term, count in held.items()
        }

    def _size(self, sentence: SentenceTerms) -> float:
        return sum(self._weights[term] for term in sorted(sentence.terms))

    def find(self, sentence: SentenceTerms) -> Seen | None:
        """Where a sentence was read; of several places, the one that says most of it."""
        shared = self._shared(sentence)
        if not shared:
            return None
        size = self._size(sentence)
        enough = LIKENESS * size
        able = [(-round(weight, 9), i) for i, weight in shared.items() if weight >= enough]
        best: Seen | None = None
        for _, place in sorted(able):
            likeness = min(1.0, shared[place] / size)
            if best is not None and likeness <= best.likeness:
                break  # no later one can say more, however near it is in time
            source, number, other = self._members[place]
            if len(sentence.terms & other.terms) < min(_SHARED, len(sentence.terms)):
                continue
            cosine = shared[place] / sqrt(size * self._size(other))
            if cosine < (_COSINE if source.tells_it else _SAME_WORDS):
                continue
            if cosine >= _SAME_WORDS and sentence.negated != other.negated:
                continue
            likeness *= source.nearness
            if likeness >= LIKENESS and (best is None or likeness > best.likeness):
                best = Seen(source.named, number, likeness)
        return best

    def _shared(self, sentence: SentenceTerms) -> dict[int, float]:
        """The weight of the terms that each sentence shares, of those that share a rare one."""
        shared: dict[int, float] = {}
        common = []
        for term in sorted(filter(self._holders.__contains__, sentence.terms)):
            held = self._holders[term]
            if len(held) > _HELD_BY:
                common.append(term)
                continue
            for place in held:
                shared[place] = shared.get(place, 0.0) + self._weights[term]
        for term in common:
            for place in shared:
                if term in self._members[place].terms.terms:
                    shared[place] += self._weights[term]
        return shared


@dataclass(frozen=True, slots=True)
class _Source:
    """A text that was read, as it stands to the article."""

    text: ReadBefore
    named: ReadBefore
    """The same without its terms: what was found is kept for as long as its article is open."""
    tells_it: bool
    """Whether it tells the same story."""
    nearness: float
    """What a likeness with it counts, by the days between the two."""


class _Member(NamedTuple):
    source: _Source
    number: int
    terms: SentenceTerms


def _sources_of(held: Mapping[str, int], read: Sequence[ReadBefore], date: str) -> list[_Source]:
    abouts = [_about(held), *(text.about for text in read)]
    weights = weights_of(abouts)
    vector, *others = (vector_of(about, weights, _TERMS) for about in abouts)
    likenesses = (
        sum(weight * other.get(term, 0.0) for term, weight in vector.items()) for other in others
    )
    return [
        _Source(
            text,
            replace(text),
            round(likeness, 9) >= _STORY,
            nearness(date, text.date or text.read),
        )
        for text, likeness in zip(read, likenesses, strict=True)
    ]


def _held_by(sentences: Iterable[SentenceTerms]) -> Counter[str]:
    """How many of some sentences hold each term."""
    return Counter(chain.from_iterable(one.terms for one in sentences))


def _about(held: Mapping[str, int]) -> dict[str, float]:
    """What a text is about: its terms, those of more sentences with more weight."""
    return {term: sqrt(count) for term, count in held.items()}


def nearness(one: str, other: str) -> float:
    """What a likeness counts between articles of two days, from :data:`_LEFT` to 1.

    Args:
        one: A day in ISO 8601.
        other: Another; where either is not known, they count as near.
    """
    days = _day_of(one), _day_of(other)
    if days[0] is None or days[1] is None:
        return 1.0
    apart = abs((days[0] - days[1]).days)
    return 1 - (1 - _LEFT) * min(1.0, max(0, apart - _NEAR) / (_FAR - _NEAR))


def _day_of(date: str) -> day | None:
    try:
        return day.fromisoformat(date.partition("T")[0][:10])
    except ValueError:
        return None


def _numbers_of(date: str) -> frozenset[str]:
    """The year and the day of the month, as they are written in a text."""
    found = _day_of(date)
    return frozenset() if found is None else frozenset((str(found.year), str(found.day)))
