"""Article → Gist: what a digest takes of one article, so that its index need not be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarise.article import Article
from summarise.index import Index, Vectors
from summarise.index.arrays import np
from summarise.index.key_terms import NAME, TITLE
from summarise.index.vectors import term_of_word
from summarise.ranking.ranking import rank
from summarise.text.words import lower_case

#: Sentences of one article that may enter a digest, the best of its ranking, whatever the number of
#: articles; and how many all articles have together as long as that is more for each. So a digest
#: of few articles can be long, and of many each has a say.
_FROM_EACH, _FROM_ALL = 12, 3000
#: Terms that say what an article is about: of a short one all, of a long one the frequent.
_TERMS = 60


@dataclass(frozen=True, slots=True)
class Gist:
    """What a digest takes of one article."""

    article: Article
    """The article."""
    sentences: tuple[int, ...]
    """Indices of its best sentences, the best first."""
    words: tuple[tuple[str, ...], ...]
    """The words of each of them, in lower case and in order."""
    terms: tuple[tuple[str, ...], ...]
    """The distinct terms of each of them (see :mod:`summarise.index.vectors`)."""
    leaning: tuple[bool, ...]
    """Whether each of them leans on another sentence ("However, …", "He…")."""
    about: Mapping[str, float]
    """The terms that the article is about, with a weight each."""


def share_of_each(articles: int) -> int:
    """How many sentences each of so many articles may have in a digest."""
    return max(_FROM_EACH, _FROM_ALL // max(1, articles))


def gist_of(article: Article, method: str, most: int = _FROM_ALL) -> Gist:
    """Rank an article and keep what a digest needs of it.

    Args:
        article: The article.
        method: The name of a method.
        most: How many sentences to keep at most.

    Raises:
        MethodError: There is no such method, or it failed.
        ResourceError: A part of the installation is missing.
    """
    index = Index(article)
    order = rank(index, method).order
    kept = [i for i in order if i not in index.unfit][:most] or order[:most]
    if not kept:
        return Gist(article, (), (), (), (), {})
    vectors = index.vectors
    rows = [vectors.row_of[i] for i in kept]
    vocabulary, starts = vectors.terms.vocabulary, vectors.terms.word_starts
    _, words = vectors.terms.word_tokens
    return Gist(
        article,
        tuple(kept),
        tuple(_named(vocabulary, words[starts[row] : starts[row + 1]].tolist()) for row in rows),
        tuple(_named(vectors.names, vectors.row_terms[vectors.row(row)].tolist()) for row in rows),
        tuple(any(on.needed for on in index.antecedents.get(i, ())) for i in kept),
        _about(vectors),
    )


def _named(names: Sequence[str], numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(names[number] for number in numbers)


def _about(vectors: Vectors) -> dict[str, float]:
    """The terms of most weight: frequent ones, more if they are names or in the title."""
    named = _names(vectors)
    is_name = np.fromiter((name in named for name in vectors.names), np.bool_, len(vectors.names))
    weights = np.sqrt(vectors.frequencies + vectors.title)
    weights *= np.where(is_name, NAME, 1.0) * np.where(vectors.title > 0, TITLE, 1.0)
    best = np.lexsort((np.arange(len(weights)), -np.round(weights, 9)))[:_TERMS]
    return {vectors.names[i]: float(weights[i]) for i in best.tolist() if weights[i]}


def _names(vectors: Vectors) -> set[str]:
    """The terms that have a capital inside of sentences."""
    terms = vectors.terms
    inside = np.zeros(len(terms.types), np.bool_)
    inside[terms.tokens[1:][terms.rows[1:] == terms.rows[:-1]]] = True
    language = terms.article.language
    return {
        term_of_word(lower_case(terms.types[i], language))
        for i in np.flatnonzero(inside).tolist()
        if terms.types[i][:1].isupper()
    }
