"""The terms of single sentences, and those that an article is looked up by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, compress, count
from math import sqrt

from summarise.digests.merging import negates
from summarise.index.arrays import np
from summarise.index.terms import count_pairs, expanded, numbered, starts_of_groups
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


def terms_of(sentences: Iterable[str], language: str) -> Iterator[SentenceTerms]:
    """What is compared of each of some sentences.

    Args:
        sentences: The sentences.
        language: ISO 639-1 code, or "und".

    Raises:
        ResourceError: The stop words of the language are missing.
    """
    pieces = _Pieces(language)
    for sentence in sentences:
        found = [pieces[piece] for piece in set(sentence.split())]
        terms = frozenset(chain.from_iterable(one.terms for one in found))
        yield SentenceTerms(terms, any(one.negated for one in found))


class _Pieces(dict[str, SentenceTerms]):
    """What is compared of each piece between spaces, found once: a text says most again and again.

    Args:
        language: ISO 639-1 code, or "und".
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._stops = all_stop_words(language)

    def __missing__(self, piece: str) -> SentenceTerms:
        words = tokenise(piece, self._language)
        terms = (content_term(w, self._stops) or (w if w.isdigit() else "") for w in words)
        found = SentenceTerms(frozenset(filter(None, terms)), any(map(negates, words)))
        self[piece] = found
        return found


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
    numbers = defaultdict[str, int](count().__next__)
    found, lengths = list[int](), list[int]()
    for sentence in sentences:  # one by one: the pieces of all of them are 60 MB in a novel
        pieces = sentence.split()
        found.extend(map(numbers.__getitem__, pieces))
        lengths.append(len(pieces))
    known = _Pieces(language)
    members = [sorted(known[piece].terms) for piece in numbers]
    terms, ids = numbered(list(chain.from_iterable(members)))
    rows = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    of_pieces = np.array(found, np.int32)
    pairs = count_pairs(*expanded(of_pieces, rows, ids, starts_of_groups(members)), len(terms))
    held = np.bincount(pairs.columns, minlength=len(terms)).tolist()
    # What begins with a capital inside a sentence is a name; in German any noun.
    inside = np.zeros(len(numbers), np.bool_)
    inside[of_pieces[1:][rows[1:] == rows[:-1]]] = True
    capitals = (piece for piece in compress(numbers, inside.tolist()) if piece[:1].isupper())
    named = (word for piece in capitals for word in tokenise(piece, language))
    stops = all_stop_words(language)
    names = {content_term(word, stops) for word in named}
    worth = {
        term: sqrt(times) * (_TELLING if term in names or is_number(term) else 1.0)
        for term, times in zip(terms, held, strict=True)
    }
    best = sorted(worth, key=lambda term: (-worth[term], term))[:LOOKED_UP]
    return {term: worth[term] for term in best}
