"""LSA: sentences that stand for the main topics of the text.

J. Steinberger & K. Ježek, *Using Latent Semantic Analysis in Text Summarization and Summary
Evaluation*, ISIM 2004; the decomposition by C. Lanczos, *An Iteration Method for the Solution of
the Eigenvalue Problem*, 1950.
"""

from __future__ import annotations

from summarise.index import Index
from summarise.index.arrays import Floats, np, sum_by
from summarise.index.terms import Stems
from summarise.methods.products import Products
from summarise.methods.scores import Scores

#: A topic counts if its singular value is at least this share of the greatest.
LEAST_SHARE = 0.5
#: What a word that occurs weighs at least; the most frequent one of a sentence weighs 1.
SMOOTHING = 0.4
#: Up to this many sentences the decomposition is the complete one.
SMALL = 128
#: Above, directions to look for topics in, at most; and numbers to keep, which bounds memory.
MAX_DIRECTIONS = 300
MAX_CELLS = 6_000_000
#: A topic is found when its squared singular value is off by less than this share of the first.
TOLERANCE = 1e-11
#: Scores are rounded to hide what the decomposition leaves undetermined.
DIGITS = 9


def score(index: Index) -> Scores:
    """Score by the length of the sentence's vector in the space of the main topics.

    With singular values σ and right singular vectors v of the matrix of words by sentences, the
    score of sentence i is ``√ Σ σ_k² v_ki²`` over the topics k with ``σ_k ≥ σ_1 / 2``, as the paper
    has it. Sumy's ``LsaSummarizer`` differs in what makes it another method:

    * It keeps every dimension (``REDUCTION_RATIO`` is 1), so its score is just the length of the
      column, the number of words in essence; there are no topics in it.
    * Its smoothing gives words that a sentence does *not* have a weight of 0.4 there; here only
      words that occur are weighted.
    * It numbers the words by the order of a set, so that ties go by ``PYTHONHASHSEED``.
    * It returns nothing where all words are stop words; here all scores are zero.
    * It counts words of headings as rows of zeros, and a stop word with the stem of a content word.
    """
    return Scores(np.round(topic_lengths(_Matrix(index.terms.stems)), DIGITS))


class _Matrix:
    """The weights of stems in sentences: augmented term frequency, for stems that occur."""

    def __init__(self, stems: Stems) -> None:
        counts = stems.counts
        most = np.zeros(stems.n)
        np.maximum.at(most, counts.rows, counts.counts)
        self.shape = (stems.n, stems.size)
        self._rows = counts.rows
        self._columns = counts.columns
        self._weights = SMOOTHING + (1.0 - SMOOTHING) * counts.counts / most[counts.rows]
        self.filled = most > 0.0

    def all_products(self) -> Floats:
        """The products of all pairs of sentences, shape (n, n)."""
        n, size = self.shape
        products = Products(self._rows, self._columns, self._weights, n, size)
        return np.concatenate([block for _, block in products.blocks()])

    def gram(self, vector: Floats) -> Floats:
        """The products of all pairs of sentences, times a vector of one number a sentence."""
        by_word = sum_by(self._columns, self._weights * vector[self._rows], self.shape[1])
        return sum_by(self._rows, self._weights * by_word[self._columns], self.shape[0])


def topic_lengths(matrix: _Matrix) -> Floats:
    """The length of each sentence in the space of the main topics, shape (n,)."""
    if not matrix.filled.any():
        return np.zeros(matrix.shape[0])
    if matrix.shape[0] <= SMALL:
        squares, columns = np.linalg.eigh(matrix.all_products())
        vectors = columns.T
    else:
        squares, vectors = _main_topics(matrix)
    kept = squares >= LEAST_SHARE**2 * squares[-1]
    lengths: Floats = np.sqrt(squares[kept] @ vectors[kept] ** 2)
    return lengths


def _main_topics(matrix: _Matrix) -> tuple[Floats, Floats]:
    """Squared singular values, rising, and a unit vector over the sentences for each.

    Lanczos' method with full reorthogonalisation. It starts from the sum of all sentences and not
    from chance: it repeats exactly, and sentences of the same words stay equal throughout. Of
    topics with exactly the same singular value it finds one, which matters to short texts only.
    """
    n = matrix.shape[0]
    limit = min(n, MAX_DIRECTIONS, max(40, MAX_CELLS // n))
    basis = np.empty((limit, n))
    diagonal: list[float] = []
    beside: list[float] = []
    direction = matrix.filled.astype(np.float64)
    direction /= np.linalg.norm(direction)
    for step in range(limit):
        basis[step] = direction
        known = basis[: step + 1]
        image = matrix.gram(direction)
        diagonal.append(float(direction @ image))
        for _ in range(2):  # once leaves rounding errors that grow
            image -= _times(_times(known, image, "ij,j->i"), known, "i,ij->j")
        length = float(np.linalg.norm(image))
        if step % 10 == 9 or step + 1 == limit or length <= TOLERANCE * diagonal[0]:
            squares, mixes = np.linalg.eigh(_tridiagonal(diagonal, beside))
            main = squares >= LEAST_SHARE**2 * squares[-1]
            errors = length * np.abs(mixes[-1, main])
            if step + 1 == limit or errors.max() <= TOLERANCE * squares[-1]:
                break
        beside.append(length)
        direction = image / length
    return squares, mixes.T @ known


def _times(one: Floats, other: Floats, axes: str) -> Floats:
    # Not by BLAS: its threads take longer to agree than such a product takes.
    product: Floats = np.einsum(axes, one, other)
    return product


def _tridiagonal(diagonal: list[float], beside: list[float]) -> Floats:
    return np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
