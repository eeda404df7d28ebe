"""Why a sentence is where it is in a ranking, as numbers a person can follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from summarise.index import Index, Vectors
from summarise.index.arrays import np
from summarise.index.key_terms import written_word
from summarise.index.vectors import term_of_word
from summarise.ranking.ranking import Ranking
from summarise.text.words import lower_case

TERMS = 6
NEIGHBOURS = 3
#: Neighbours less alike than this share hardly more than a common word.
_FAINT = 0.05


@dataclass(frozen=True, slots=True)
class StrongTerm:
    """A term of a sentence and how much it ties the sentence to the rest of the article."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A sentence that is like another one, and how much, from 0 to 1."""

    sentence: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about one sentence of a ranking."""

    sentence: int
    """The index of the sentence."""
    of: int
    """How many sentences are ranked."""
    rank: int | None = None
    """Its rank from 1, which is also the shortest length in sentences that holds it; None if it is
    not ranked."""
    percent: int | None = None
    """The shortest length in whole per cent that holds it; None if it is not ranked."""
    score: float | None = None
    """Its score; None if it is not ranked."""
    parts: Mapping[str, float] = field(default_factory=dict)
    """For methods whose score is a sum, each part; they add up to the score."""
    terms: tuple[StrongTerm, ...] = ()
    """Its terms that tie it most to other sentences, the strongest first."""
    neighbours: tuple[Neighbour, ...] = ()
    """The sentences most like it, the nearest first."""
    reason: str = ""
    """Why it is not ranked; empty if it is."""
    pinned: bool = False
    """Whether it is ranked first because the reader pinned it."""
    unfit: str = ""
    """Why it is ranked behind all others whatever its score; empty if it is not."""
    said: str = ""
    """Why a language model chose it, in the model's own words; empty if none did."""


def explain(ranking: Ranking, sentence: int) -> Explanation:
    """Explain the place of a sentence.

    Args:
        ranking: The ranking, steered or not.
        sentence: Index of any sentence of its article.

    Raises:
        IndexError: The article has no such sentence.
    """
    sentences = len(ranking.article.sentences)
    if not 0 <= sentence < sentences:
        raise IndexError(f"there is no sentence {sentence}: the article has {sentences:,}, from 0")
    total = len(ranking.order)
    vectors = ranking.index.vectors
    row = vectors.row_of.get(sentence)
    terms = () if row is None else strongest_terms(vectors, row)
    neighbours = () if row is None else nearest(ranking.index, row)
    rank = ranking.rank_of(sentence)
    if rank is None:
        reason = ranking.why_not_ranked(sentence)
        return Explanation(sentence, total, terms=terms, neighbours=neighbours, reason=reason)
    return Explanation(
        sentence,
        total,
        rank,
        percent=-(-100 * rank // total),
        score=ranking.scores[rank - 1],
        parts={name: values[rank - 1] for name, values in ranking.parts.items()},
        terms=terms,
        neighbours=neighbours,
        pinned=sentence in ranking.pins,
        unfit=ranking.index.unfit.get(sentence, ""),
        said=ranking.judgement.reasons.get(sentence, "") if ranking.judgement else "",
    )


def strongest_terms(vectors: Vectors, row: int, limit: int = TERMS) -> tuple[StrongTerm, ...]:
    """The terms of a row that add most to its likeness to all other rows, as it writes them."""
    entries = vectors.row(row)
    terms, own = vectors.row_terms[entries], vectors.row_weights[entries]
    shared = own * np.array(
        [
            vectors.term_weights[vectors.term_starts[t] : vectors.term_starts[t + 1]].sum()
            for t in terms
        ]
    ).reshape(len(terms))
    weights = shared - own * own
    best = np.lexsort((terms, -np.round(weights, 12)))[:limit]
    written = _written_forms(vectors, row)
    names = [vectors.names[int(terms[i])] for i in best]
    return tuple(
        StrongTerm(written.get(name, name), float(weights[i]))
        for name, i in zip(names, best, strict=True)
    )


def nearest(index: Index, row: int, limit: int = NEIGHBOURS) -> tuple[Neighbour, ...]:
    """The rows most like a row, as sentences; bylines, labels and the like are none of them."""
    candidates = index.article.candidates
    similarities = index.vectors.similarities(row)
    similarities[row] = 0.0
    order = np.argsort(-np.round(similarities, 12), kind="stable")
    fit = (int(i) for i in order if candidates[int(i)] not in index.unfit)
    return tuple(
        Neighbour(candidates[i], min(1.0, float(similarities[i])))
        for i in islice(fit, limit)
        if similarities[i] >= _FAINT
    )


def _written_forms(vectors: Vectors, row: int) -> dict[str, str]:
    """How a sentence writes each of its terms."""
    terms = vectors.terms
    first, last = np.searchsorted(terms.rows, (row, row + 1))
    language = terms.article.language
    forms: dict[str, str] = {}
    for token in terms.tokens[first:last].tolist():
        if word := written_word(terms.types[token], language):
            forms.setdefault(term_of_word(lower_case(word, language)), word)
    return forms
