"""The outline of an article: its chapters and sections, and the best sentence of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from summarise.article import Article, Kind
from summarise.ranking.ranking import Ranking

#: From so many words or headings on, a reader wants an outline before the text: half an hour of
#: reading, or more headings than the eye takes in at once.
LONG = 5_000
HEADINGS = 6
#: An article without headings is told in so many parts at most, of so many words on average at
#: least: those of 40 s to read. With 800 words an article of 919 had two, of 4 min and of 16 s.
_PARTS, _LEAST = 12, 150
#: What the part above the first heading is called.
OPENING = "Opening"


class Section(NamedTuple):
    """A part of an article with all parts in it."""

    title: str
    """What it is called."""
    level: int
    """How deep it lies, from 1."""
    first: int
    """Index of its first sentence, which is that of its heading if it has one."""
    own: int
    """Index behind the last sentence before the first part in it."""
    stop: int
    """Index behind its last sentence."""
    words: int
    """Words of the article proper in all of it."""
    headed: bool = True
    """Whether its first sentence is its heading."""


def is_long(article: Article) -> bool:
    """Whether an article is better begun with its outline."""
    return article.words >= LONG or len(list(_headings(article))) >= HEADINGS


def has_headings(article: Article) -> bool:
    """Whether an article names its parts itself."""
    return len(list(islice(_headings(article), 2))) == 2


def outline_of(article: Article) -> tuple[Section, ...]:
    """The parts of an article in document order; those within another one follow it.

    An article without any is cut into parts of about the same length; a short one is a single part.
    """
    starts = list(_headings(article)) if has_headings(article) else []
    starts = [*_opening(article, starts[0][0]), *starts] if starts else list(_parts(article))
    words = [0]
    candidates = frozenset(article.candidates)
    for sentence in article.sentences:
        words.append(words[-1] + (sentence.words if sentence.index in candidates else 0))
    total = len(article.sentences)
    sections: list[Section] = []
    behind: list[tuple[int, int]] = []  # (level, first) of starts that end a part before them
    own = total
    for first, level, title, headed in reversed(starts):
        while behind and behind[-1][0] > level:
            behind.pop()
        stop = behind[-1][1] if behind else total
        behind.append((level, first))
        size = words[stop] - words[first]
        sections.append(Section(title, level, first, own, stop, size, headed))
        own = first
    return tuple(reversed(sections))


def best_between(ranking: Ranking, first: int, stop: int) -> int | None:
    """The best sentence between two of them; None if none of those is ranked.

    Args:
        ranking: The ranking.
        first: The first sentence to look at.
        stop: The sentence behind the last.
    """
    ranks = ranking.ranks
    found = ((ranks[i], i) for i in range(first, stop) if i in ranks)
    return min(found, default=(0, None))[1]


_Start = tuple[int, int, str, bool]


def _headings(article: Article) -> Iterator[_Start]:
    """(first sentence, level, title, whether that is a heading) of each chapter and section."""
    chapters = {chapter.first: chapter.title for chapter in article.chapters}
    below = 1 if chapters else 0
    headings = [p for p in article.paragraphs if p.kind is Kind.HEADING and not p.boilerplate]
    titles = {p.index: article.text[p.start : p.end] for p in headings}
    top = min((p.level or 1 for p in headings if titles[p.index] != article.title), default=1)
    levels = {p.index: max(1, (p.level or 1) - top + 1) + below for p in headings}
    for paragraph in article.paragraphs:
        title, named = titles.get(paragraph.index), chapters.get(paragraph.index)
        has_words = paragraph.first < paragraph.stop
        if named is not None:  # it may begin with a picture
            yield paragraph.first, 1, named, title is not None and has_words
        elif has_words and title is not None and title != article.title:
            yield paragraph.first, levels[paragraph.index], " ".join(title.split()), True


def _opening(article: Article, before: int) -> Iterator[_Start]:
    """What stands above the first heading but the title, if anything does."""
    body = article.body
    firsts = (p.first for p in article.paragraphs if p.index in body and p.first < p.stop)
    first = next(firsts, before)
    if first < before:
        yield first, 1, OPENING, False


def _parts(article: Article) -> Iterator[_Start]:
    """Parts of about the same length, called by their paragraphs.

    Each begins with the paragraph nearest to its share of the words.
    """
    body = [p for p in article.paragraphs if p.index in article.body]
    if not body:
        return
    sizes = (sum(s.words for s in article.sentences_of(p.index)) for p in body)
    *before, total = accumulate(sizes, initial=0)
    count = min(_PARTS, max(1, article.words // _LEAST))
    shares = (total * number / count for number in range(count))
    nearest = (min(range(len(body)), key=lambda i: abs(before[i] - share)) for share in shares)
    numbers = article.paragraph_numbers
    for first, stop in pairwise([*dict.fromkeys(nearest), len(body)]):
        one, other = numbers[body[first].index], numbers[body[stop - 1].index]
        title = f"Paragraph {one:,}" if one == other else f"Paragraphs {one:,}–{other:,}"
        yield body[first].first, 1, title, False
