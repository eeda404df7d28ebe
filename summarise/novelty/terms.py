"""The terms of single sentences, and those that an article is looked up by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from summarise.digests.merging import negates
from summarise.index.vectors import content_term
from summarise.text.stop_words import all_stop_words
from summarise.text.words import tokenise

#: Terms that an article is looked up by, at most: of a short one all.
LOOKED_UP = 150
#: What a name or a number counts against a plain word, where an article is looked up.
_TELLING = 2.0


@dataclass(frozen=True, slots=True)
class SentenceTerms:
    """What is compared of a sentence."""

    terms: frozenset[str]
    """Its terms (see :mod:`summarise.index.vectors`), and its numbers, those of one digit too."""
    negated: bool
    """Whether it holds a word such as "not"."""


def terms_of(sentence: str, language: str) -> SentenceTerms:
    """What is compared of a sentence.

    Args:
        sentence: The sentence.
        language: ISO 639-1 code, or "und".

    Raises:
        ResourceError: The stop words of the language are missing.
    """
    stops = all_stop_words(language)
    words = tokenise(sentence, language)
    found = (content_term(word, stops) or (word if word.isdigit() else "") for word in words)
    return SentenceTerms(frozenset(filter(None, found)), any(map(negates, words)))


def is_number(term: str) -> bool:
    """Whether a term has a digit."""
    return any(map(str.isdigit, term))


def looked_up(sentences: Iterable[str], language: str) -> dict[str, float]:
    """The terms by which texts about the same thing are found, with what each tells.

    How rare they are among other texts is for those to say who have them.

    Args:
        sentences: The sentences of the article.
        language: ISO 639-1 code, or "und".
    """
    stops = all_stop_words(language)
    held: Counter[str] = Counter()
    telling: set[str] = set()
    for sentence in sentences:
        terms = terms_of(sentence, language).terms
        held.update(terms)
        telling.update(filter(is_number, terms))
        # What begins with a capital inside a sentence is a name; in German any noun.
        for word in sentence.split()[1:]:
            if word[:1].isupper():
                telling.update(content_term(w, stops) for w in tokenise(word, language))
    worth = {term: sqrt(n) * (_TELLING if term in telling else 1.0) for term, n in held.items()}
    best = sorted(worth, key=lambda term: (-worth[term], term))[:LOOKED_UP]
    return {term: worth[term] for term in best}
