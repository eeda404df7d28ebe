"""The parts of the default score that do not depend on what was picked before.

Each function gives one number per candidate sentence, in document order, already weighted: the
parts of a sentence add up to its score. The weights are round numbers on purpose; choosing them
more finely does not carry over to other articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from summarise.article import Sentence
from summarise.index import Index, Vectors
from summarise.index.arrays import Floats, np, sum_by
from summarise.methods.cues import cues

#: How much likeness to earlier sentences takes off, against what likeness to later ones adds.
BACKWARD = 0.3
TITLE = 0.4
INTRODUCES = 0.2
POSITION = 0.2
NUMBERS = 0.2
CUE = 0.2
QUOTATION = 0.4
COST = 2.0
SHORT = 0.2
FRAGMENT = 0.4
#: A sentence of fewer words says little by itself.
SHORT_WORDS = 8

_DIGIT = re.compile(r"\d")


def static_parts(index: Index) -> dict[str, Floats]:
    """All parts but those that depend on the picks, by name."""
    article, vectors = index.article, index.vectors
    sentences = [article.sentences[i] for i in article.candidates]
    words = np.bincount(vectors.terms.rows, minlength=vectors.n).astype(np.float64)
    return {
        "centrality": centrality(vectors),
        "title": TITLE * to_unit_range(vectors.dot(vectors.title * vectors.idf)),
        "introduces": INTRODUCES * to_unit_range(introductions(vectors) / np.maximum(words, 1)),
        "position": POSITION * (1 - np.arange(vectors.n) / max(vectors.n, 1)),
        "numbers": NUMBERS * rare(signs(sentences, _has_digit)),
        "cue": CUE * cues(vectors.terms),
        "quotation": -QUOTATION * np.array(index.quoted_shares, np.float64),
        "cost": -COST * words / max(1.0, float(words.sum())),
        "short": -SHORT * (words < SHORT_WORDS).astype(np.float64),
        "fragment": -FRAGMENT * rare(signs(sentences, ends_without_mark)),
    }


def centrality(vectors: Vectors) -> Floats:
    """Directed centrality: Σ cosine to later sentences − 0.3 · Σ cosine to earlier ones, in 0…1.

    A sentence that later ones come back to states the matter; one that repeats earlier ones does
    not. The sums need no pair of sentences: within the entries of a term, what lies before an
    entry is a running total.
    """
    weights, terms = vectors.term_weights, vectors.entry_terms
    running = np.concatenate(([0.0], np.cumsum(weights)))
    first = running[vectors.term_starts[:-1]][terms]
    last = running[vectors.term_starts[1:]][terms]
    earlier = running[:-1] - first
    later = last - running[1:]
    directed = weights * (later - BACKWARD * earlier)
    return to_unit_range(sum_by(vectors.term_rows, directed, vectors.n))


def introductions(vectors: Vectors) -> Floats:
    """Σ ln df over the terms that a sentence is the first to use: what the text comes back to."""
    used = np.flatnonzero(vectors.frequencies)
    first_rows = vectors.term_rows[vectors.term_starts[used]]
    return sum_by(first_rows, np.log(vectors.frequencies[used]), vectors.n)


def signs(sentences: Sequence[Sentence], test: Callable[[str], bool]) -> Floats:
    """1 for each sentence whose text passes a test, 0 for the others."""
    return np.array([test(s.text) for s in sentences], np.float64)


def rare(found: Floats) -> Floats:
    """Signs that say less the more sentences have them, and nothing where half do."""
    return found * max(0.0, 1 - 2 * float(found.mean())) if len(found) else found


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def ends_without_mark(text: str) -> bool:
    """Whether a sentence ends in a letter or digit: a heading, a by-line, an item of a list."""
    return text[-1:].isalnum()


def to_unit_range(values: Floats) -> Floats:
    """Values moved and scaled to 0…1 within the article; all 0 if they are all the same."""
    if not len(values):
        return values
    low, high = float(values.min()), float(values.max())
    if not high - low > 1e-12:
        return np.zeros(len(values))
    return (values - low) / (high - low)
