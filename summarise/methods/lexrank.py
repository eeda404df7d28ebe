"""LexRank: sentences that resemble many sentences.

G. Erkan & D. R. Radev, *LexRank: Graph-based Lexical Centrality as Salience in Text Summarization*,
Journal of Artificial Intelligence Research 22, 2004.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarise.index import Index
from summarise.index.arrays import Bools, Ints, np, sum_by
from summarise.index.terms import Stems
from summarise.methods.products import Products
from summarise.methods.scores import Scores

#: Sentences with a greater cosine are neighbours.
THRESHOLD = 0.1
#: Pairs of equal words to look at, at most; enough for tens of thousands of sentences of any real
#: text. Beyond, the most frequent words, which tell the least, are left out of the cosines.
MAX_PAIRS = 400_000_000


def score(index: Index) -> Scores:
    """Score by the share of a long walk over the graph of similar sentences.

    The edges are sumy's: cosine of tf·idf over 0.1, each sentence its own neighbour. Where such a
    walk ends is known without walking: within each connected part of the graph every sentence gets
    its number of neighbours, as a share of those of the part, times the size of the part. (The
    paper's jump to any sentence, which would mix the parts, is left out by sumy and so here.)

    Differs from sumy in three places:

    * Sumy stops after two or three steps (its epsilon is 0.1); this is the limit of its walk.
    * Where no sentence has a neighbour, not even itself (two sentences without a common word, a
      text of stop words), sumy's scores are not numbers; here they are all zero.
    * Sumy keys scores by the text of the sentence, so a sentence that occurs twice has the score of
      its last place; here each has its own.
    """
    stems = index.terms.stems
    n = stems.n
    degrees = np.zeros(n)
    parts: Ints = np.arange(n)
    for rows, columns in _neighbours(stems):
        degrees += np.bincount(rows, minlength=n)
        parts = _joined(parts, rows, columns)
    sizes = np.bincount(parts, minlength=n)
    volumes = sum_by(parts, degrees, n)
    return Scores(degrees * sizes[parts] / np.maximum(volumes[parts], 1.0))


def _neighbours(stems: Stems) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of neighbours, both ways and each with itself, a block of sentences at a time."""
    counts = stems.counts
    frequency = np.bincount(counts.columns, minlength=stems.size)
    idf = np.log(max(stems.n, 1) / (1.0 + frequency))
    weights = counts.counts * idf[counts.columns]
    norms = np.sqrt(sum_by(counts.rows, weights**2, stems.n))
    weights /= np.where(norms > 0.0, norms, 1.0)[counts.rows]
    kept = _rarest(frequency)[counts.columns]
    # Sentences without a word resemble none: a rule of stars, a line of dots.
    worded, rows_kept = np.unique(counts.rows[kept], return_inverse=True)
    products = Products(rows_kept, counts.columns[kept], weights[kept], len(worded), stems.size)
    for first, cosines in products.blocks():
        rows, columns = np.nonzero(cosines > THRESHOLD)
        yield worded[rows + first], worded[columns]


def _rarest(frequency: Ints) -> Bools:
    """The words to compare by: all, or the rarest that make no more than so many pairs."""
    by_frequency = np.argsort(frequency, kind="stable")
    pairs = np.cumsum(frequency[by_frequency].astype(np.float64) ** 2)
    kept = np.empty(len(frequency), np.bool_)
    kept[by_frequency] = pairs <= MAX_PAIRS
    return kept


def _joined(parts: Ints, rows: Ints, columns: Ints) -> Ints:
    """Merge the parts that the pairs connect; a part is named by its first sentence."""
    while True:
        one, other = parts[rows], parts[columns]
        apart = one != other
        if not apart.any():
            return parts
        one, other = one[apart], other[apart]
        target = np.arange(len(parts))
        np.minimum.at(target, np.maximum(one, other), np.minimum(one, other))
        while (target[target] != target).any():
            target = target[target]
        parts = target[parts]
