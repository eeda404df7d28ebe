"""How much a sentence says: its content words, how long its words are, how much of it is numbers.

Short plain statements ("That can happen.") are half of the bad sentences that no form gives away:
they have next to no content words. With this module bad picks at 120 words fell from 4.0 to 3.7 of
100 and the points rose by 0.3 (205 marked articles, three deals of hosts to eight folds).
"""

from __future__ import annotations

import re

from summarise.index.arrays import Floats, np, sum_by
from summarise.methods.salience.frame import Frame, standard
from summarise.text.patterns import compile_later

Features = dict[str, Floats]

#: Letters from which on a word is long, and very long.
LONG, VERY_LONG = 8, 11
#: From this share of words with a digit on a sentence is a row of a table.
TABLE = 0.4
#: So many content words are next to none, and few.
NEXT_TO_NONE, FEW = 2, 4
_CONTRACTION = compile_later(r"\w[\u2019'](?:re|ll|ve|m|d|t|s)\b", re.IGNORECASE)
_TEMPLATE = compile_later(r"\{%|%\}|\{\{|\}\}|\]\(|<\w")


def amount(frame: Frame) -> Features:
    """How many content words a sentence has, by themselves and for its length."""
    words = np.maximum(1.0, frame.words)
    terms = np.diff(frame.vectors.row_starts).astype(np.float64)
    return {
        "content words": np.log1p(terms),
        "share of content words": terms / words,
        "more content words than others": standard(terms),
        "greater share of content words than others": standard(terms / words),
        "next to no content words": (terms <= NEXT_TO_NONE).astype(np.float64),
        "few content words": (terms <= FEW).astype(np.float64),
    }


def marks(frame: Frame) -> Features:
    """Marks of templates and tables, of speech, and of spoken language."""
    texts, pieces = frame.texts, frame.vectors.terms.pieces
    return {
        "template marks": np.minimum(1.0, pieces.count(_TEMPLATE)),
        "vertical bar": np.array(["|" in text for text in texts], np.float64),
        "quotation marks": np.array(['"' in t or "\u201c" in t for t in texts], np.float64),
        "contractions": np.minimum(2.0, pieces.count(_CONTRACTION)),
    }


def words(frame: Frame) -> Features:
    """How long the words of a sentence are, and how many of them are numbers."""
    terms = frame.vectors.terms
    tokens, rows, n = terms.tokens, terms.rows, frame.n
    letters = terms.letters[tokens]
    digit = terms.with_digit[tokens]
    size = np.maximum(1.0, frame.words)
    long = sum_by(rows, letters >= LONG, n) / size
    numbers = sum_by(rows, digit, n) / size
    return {
        "share of long words": long,
        "share of very long words": sum_by(rows, letters >= VERY_LONG, n) / size,
        "longer words than others": standard(long),
        "share of numbers": numbers,
        "numbers for the most part": (numbers > TABLE).astype(np.float64),
    }
