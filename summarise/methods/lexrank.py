"""LexRank: sentences that resemble many sentences.

G. Erkan & D. R. Radev, *LexRank: Graph-based Lexical Centrality as Salience in Text Summarization*,
Journal of Artificial Intelligence Research 22, 2004.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarise.arrays import Floats, Ints, np, sum_by
from summarise.article import Article
from summarise.methods.scores import Scores
from summarise.terms import Stems, terms_of

#: Sentences with a greater cosine are neighbours.
THRESHOLD = 0.1
#: Pairs of equal words looked at in one step, and cells of one block of similarities: what bounds
#: the memory, at some 30 bytes each.
BLOCK = 1_000_000


def score(article: Article) -> Scores:
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
    stems = terms_of(article).stems
    n = stems.n
    degrees = np.zeros(n)
    parts: Ints = np.arange(n)
    for rows, columns in _neighbours(stems):
        degrees += np.bincount(rows, minlength=n)
        parts = _joined(parts, rows, columns)
    sizes = np.bincount(parts, minlength=n)
    volumes = sum_by(parts, degrees, n)
    return Scores(degrees * sizes[parts] / np.maximum(volumes[parts], 1.0))


@dataclass(frozen=True, slots=True)
class _Postings:
    """Unit vectors of the sentences, once by sentence and once by word.

    Attributes:
        n: How many sentences there are.
        row_starts: Where the entries of each sentence start, shape (n + 1,).
        words: The word of each entry.
        weights: The weight of each entry.
        starts: Where the postings of each word start, shape (words + 1,).
        rows: The sentence of each posting.
        posted: The weight of each posting.
    """

    n: int
    row_starts: Ints
    words: Ints
    weights: Floats
    starts: Ints
    rows: Ints
    posted: Floats


def _postings(stems: Stems) -> _Postings:
    counts = stems.counts
    frequency = np.bincount(counts.columns, minlength=stems.size)
    idf = np.log(max(stems.n, 1) / (1.0 + frequency))
    weights = counts.counts * idf[counts.columns]
    norms = np.sqrt(sum_by(counts.rows, weights**2, stems.n))
    weights = weights / np.where(norms > 0.0, norms, 1.0)[counts.rows]
    by_word = np.argsort(counts.columns, kind="stable")
    return _Postings(
        stems.n,
        np.searchsorted(counts.rows, np.arange(stems.n + 1)).astype(np.int32),
        counts.columns,
        weights,
        np.concatenate(([0], np.cumsum(frequency))).astype(np.int32),
        counts.rows[by_word],
        weights[by_word],
    )


def _neighbours(stems: Stems) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of neighbours, both ways and each with itself, a block of sentences at a time."""
    postings = _postings(stems)
    n = postings.n
    lengths = np.diff(postings.starts)
    pairs = np.concatenate(([0], np.cumsum(lengths[postings.words], dtype=np.int64)))
    pairs = pairs[postings.row_starts]
    first = 0
    while first < n:
        fitting = int(np.searchsorted(pairs, pairs[first] + BLOCK, side="right")) - 1
        stop = min(n, first + max(1, BLOCK // n), max(first + 1, fitting))
        yield _block(postings, first, stop)
        first = stop


def _block(postings: _Postings, first: int, stop: int) -> tuple[Ints, Ints]:
    """The neighbours of the sentences from ``first`` to before ``stop``."""
    n = postings.n
    own = slice(postings.row_starts[first], postings.row_starts[stop])
    words = postings.words[own]
    starts = postings.starts[words]
    lengths = postings.starts[words + 1] - starts
    offsets = np.cumsum(lengths) - lengths
    places = np.repeat(starts - offsets, lengths) + np.arange(int(lengths.sum()))
    row = np.repeat(np.arange(stop - first), np.diff(postings.row_starts[first : stop + 1]))
    cells = np.repeat(row * n, lengths) + postings.rows[places]
    products = np.repeat(postings.weights[own], lengths) * postings.posted[places]
    similar = np.flatnonzero(sum_by(cells, products, (stop - first) * n) > THRESHOLD)
    rows, columns = np.divmod(similar, n)
    return rows + first, columns


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
