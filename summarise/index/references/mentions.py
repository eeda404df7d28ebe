"""Nouns that a sentence takes for told: "the dots" shortly behind "looked at dots on a screen"."""

from __future__ import annotations

from collections.abc import Mapping

from summarise.index.arrays import Bools, Ints, np
from summarise.index.references.phrases import Phrases
from summarise.index.vectors import Vectors

#: Words behind a determiner among which its noun is looked for.
_REACH = 4
#: How many sentences back the noun may have been told. Of 261 picks in English, labelled by a
#: reader, 12 that dangle and 9 that do not have such a noun within 3, 14 and 11 within 6, 15 and 18
#: within 12; of all picks 51 dangle and 172 do not.
_WITHIN = 6
#: A noun that so many sentences hold is what the article is about.
_COMMON = 24
#: The noun comes first, and what describes it behind.
_NOUN_FIRST = frozenset(("es", "fr", "it", "pt"))
#: All nouns are written with a capital, which elsewhere only names are.
_CAPITALISED = frozenset(("de",))

_OTHER, _DETERMINER, _WORD, _NUMBER, _TELLING = range(5)


def find_mentioned(vectors: Vectors, phrases: Phrases) -> Mapping[int, tuple[int, ...]]:
    """The rows with a noun that they take for told, each with the rows that tell it.

    The nearest row comes first. A noun of the title is known to the reader, and so is one that is
    told apart right behind ("the price *of* gas") or that most of the article speaks of.

    Args:
        vectors: Of the candidates.
        phrases: Of the language of the text.
    """
    terms = vectors.terms
    determiners = phrases.the_words | phrases.demonstrative
    if not phrases.the_words or not len(terms.tokens):
        return {}
    kinds, term_of = _kinds_of_types(vectors, determiners, phrases)
    tokens = terms.tokens
    kind = np.append(kinds[tokens], np.full(_REACH + 1, _OTHER))
    rows = np.append(terms.rows, np.full(_REACH + 1, -1))
    at = np.flatnonzero(kind == _DETERMINER)
    noun = _nouns(at, kind, rows, phrases.language)
    told_apart = (kind[noun + 1] == _TELLING) & (rows[noun + 1] == rows[noun])
    named = terms.capital[tokens[noun]] != (phrases.language in _CAPITALISED)
    found = ~told_apart & ~named
    return _told_before(vectors, rows[noun[found]], term_of[tokens[noun[found]]])


def _kinds_of_types(
    vectors: Vectors, determiners: frozenset[str], phrases: Phrases
) -> tuple[Ints, Ints]:
    """What each type is in a noun phrase, and its term, or -1."""
    terms, lowers = vectors.terms, vectors.terms.lowers
    numbers = terms.word_of_lower
    known = np.append(vectors.term_of, -1)[numbers]
    kinds = np.where(known >= 0, _WORD, _OTHER)
    kinds[[word.isdigit() for word in lowers]] = _NUMBER
    kinds[[phrases.of.find(word) is not None for word in lowers]] = _TELLING
    kinds[[terms.lower_numbers[w] for w in determiners if w in terms.lower_numbers]] = _DETERMINER
    term_of = np.where(kinds == _WORD, known, -1)
    return kinds[terms.lower_of], term_of[terms.lower_of]


def _nouns(at: Ints, kind: Ints, rows: Ints, language: str) -> Ints:
    """The places of the words that may be the noun behind each determiner.

    It is the first of them or, in most languages, the last; a verb may follow ("the lamps move"),
    so each is tried.
    """
    found = []
    going: Bools = np.ones(len(at), np.bool_)
    for behind in range(1, _REACH + 1):
        here = kind[at + behind]
        going &= ((here == _WORD) | (here == _NUMBER)) & (rows[at + behind] == rows[at])
        found.append((at + behind)[going & (here == _WORD)])
        if language in _NOUN_FIRST:
            going &= here != _WORD
    return np.sort(np.concatenate(found))


def _told_before(vectors: Vectors, rows: Ints, nouns: Ints) -> Mapping[int, tuple[int, ...]]:
    """For each row the earlier ones that hold its noun, if one of them is near."""
    keys = vectors.entry_terms * vectors.n + vectors.term_rows
    before = np.searchsorted(keys, nouns * vectors.n + rows) - 1
    known = (vectors.title[nouns] > 0) | (vectors.frequencies[nouns] > _COMMON)
    inside = (before >= vectors.term_starts[nouns]) & ~known
    found: dict[int, tuple[int, ...]] = {}
    for row, noun, place in zip(rows[inside], nouns[inside], before[inside], strict=True):
        nearest = int(vectors.term_rows[place])
        if row - nearest <= _WITHIN and int(row) not in found:
            earlier = vectors.term_rows[vectors.term_starts[noun] : place + 1]
            found[int(row)] = tuple(earlier[::-1].tolist())
    return found
