"""Luhn: sentences in which the text's frequent words stand close together.

H. P. Luhn, *The Automatic Creation of Literature Abstracts*, IBM Journal of Research and
Development 2(2), 1958.
"""

from __future__ import annotations

from summarise.index import Index
from summarise.index.arrays import Bools, Floats, Ints, np
from summarise.index.terms import Stems
from summarise.methods.scores import Scores

#: Significant words further apart than this belong to different clusters.
MAX_GAP = 4


def score(index: Index) -> Scores:
    """Score by the best cluster: significant words squared by the words it spans.

    As in sumy, a word is significant if its stem occurs twice or more as a content word, headings
    counted; a cluster of one is worth nothing.
    """
    stems = index.terms.stems
    significant = _significant_stems(stems)
    return Scores(_best_clusters(stems.rows, significant[stems.stems], stems.n))


def _significant_stems(stems: Stems) -> Bools:
    words = stems.content_stems
    headings = stems.heading_stems[stems.heading_content]
    counts = np.bincount(words, minlength=stems.size) + np.bincount(headings, minlength=stems.size)
    significant: Bools = counts > 1
    return significant


def _best_clusters(rows: Ints, significant: Bools, n: int) -> Floats:
    """The value of the best cluster of each row.

    Args:
        rows: The row of each word, in text order.
        significant: Which words are significant.
        n: How many rows there are.
    """
    best = np.zeros(n)
    places = np.flatnonzero(significant)
    if not len(places):
        return best
    row = rows[places]
    starts_cluster = np.ones(len(places), np.bool_)
    starts_cluster[1:] = (np.diff(places) > MAX_GAP) | (np.diff(row) != 0)
    first = np.flatnonzero(starts_cluster)
    last = np.append(first[1:], len(places)) - 1
    size = last - first + 1
    span = places[last] - places[first] + 1
    values = np.where(size > 1, size.astype(np.float64) ** 2 / span, 0.0)
    np.maximum.at(best, row[first], values)
    return best
