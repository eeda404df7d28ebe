"""Sparse tf-idf vectors of an article's sentences: what similarity means everywhere here.

A term is a word in lower case, stop words left out, cut to its first letters: as good as a stemmer
for telling which sentences speak of the same thing, in any language, and free. Terms are binary,
weighted by √ln(1 + n/df), and each vector has length 1, so a dot product is a cosine.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

from summarise.index.arrays import Floats, Ints, np, order_of, places_of, starts_of, sum_by
from summarise.index.terms import Terms, count_pairs
from summarise.text.stop_words import all_stop_words

#: Letters of a word that make its term.
TERM_LETTERS = 6


def term_of_word(word: str) -> str:
    """The term that stands for a lower-case word.

    Of a word with an apostrophe it is the longest part that counts: "l'homme" is about "homme".
    """
    return _core(word)[:TERM_LETTERS]


def content_term(word: str, stops: Container[str]) -> str:
    """The term of a lower-case word; "" for stop words and single letters.

    Args:
        word: The word.
        stops: The stop words of its language.
    """
    core = _core(word) if "'" in word else word
    if len(core) < 2 or word in stops or core in stops:
        return ""
    return core[:TERM_LETTERS]


def _core(word: str) -> str:
    if "'" not in word:
        return word
    return max(reversed(word.split("'")), key=len)


class Vectors:
    """One unit vector per candidate sentence. A *row* is the place of one among the candidates.

    Entries come twice: by row (``row_*``) and by term (``term_*``), each sorted by both.

    Attributes:
        terms: The index it was made of.
        n: How many candidates there are.
        names: The terms.
        term_of: The term of each word of ``terms.vocabulary``, -1 for stop words and single
            letters.
        frequencies: In how many candidates each term occurs.
        idf: The weight of each term before vectors are brought to length 1.
        row_starts: Where each row's entries begin in ``row_terms``, and where the last ends.
        row_terms: The term of each entry, by row.
        row_weights: Its weight.
        term_starts: Where each term's entries begin in ``term_rows``, and where the last ends.
        term_rows: The row of each entry, by term.
        term_weights: Its weight.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.n = terms.n
        self.names, self.term_of = _cut_words(terms)
        size = len(self.names)
        word_rows, words = terms.word_tokens
        columns = self.term_of[words]
        content = columns >= 0
        entries = count_pairs(word_rows[content], columns[content].astype(np.int32), size)
        rows = entries.rows.astype(np.int64)
        self.row_terms = entries.columns.astype(np.int64)
        self.frequencies = np.bincount(self.row_terms, minlength=size)
        self.idf: Floats = np.sqrt(np.log1p(self.n / np.maximum(self.frequencies, 1)))
        weights = self.idf[self.row_terms]
        lengths = np.sqrt(sum_by(rows, weights * weights, self.n))
        self.row_weights: Floats = weights / lengths[rows]
        self.row_starts = starts_of(np.bincount(rows, minlength=self.n))
        by_term = order_of(self.row_terms, size)
        self.term_starts = starts_of(self.frequencies)
        self.term_rows = rows[by_term]
        self.term_weights: Floats = self.row_weights[by_term]

    @cached_property
    def row_of(self) -> dict[int, int]:
        """The row of each candidate sentence, by the sentence's index."""
        return {sentence: row for row, sentence in enumerate(self.terms.article.candidates)}

    @cached_property
    def work(self) -> Ints:
        """How many entries :meth:`similarities` looks at for each row, shape (n,)."""
        entries = self.frequencies[self.row_terms].astype(np.float64)
        return sum_by(self.entry_rows, entries, self.n).astype(np.int64)

    @cached_property
    def words_by_beginning(self) -> dict[str, list[tuple[str, int]]]:
        """Each word of the vocabulary that has a term, with it, by the first three letters."""
        found: dict[str, list[tuple[str, int]]] = {}
        for word, term in zip(self.terms.vocabulary, self.term_of.tolist(), strict=True):
            if term >= 0:
                core = _core(word)
                found.setdefault(core[:3], []).append((core, term))
        return found

    @cached_property
    def entry_rows(self) -> Ints:
        """The row of each entry, by row."""
        return np.repeat(np.arange(self.n), np.diff(self.row_starts))

    @cached_property
    def entry_terms(self) -> Ints:
        """The term of each entry, by term."""
        return np.repeat(np.arange(len(self.names)), self.frequencies)

    @cached_property
    def title(self) -> Floats:
        """1 for each term of the title, 0 for the others."""
        mask = np.zeros(len(self.names))
        found = self.term_of[self.terms.title_words]
        mask[found[found >= 0]] = 1.0
        return mask

    def row(self, row: int) -> slice:
        """Where the entries of one row are."""
        return slice(int(self.row_starts[row]), int(self.row_starts[row + 1]))

    def holders(self, term: int) -> Ints:
        """The rows that hold a term, in document order."""
        return self.term_rows[self.term_starts[term] : self.term_starts[term + 1]]

    def dot(self, weights: Floats) -> Floats:
        """The sum of a weight per term over each row's entries, shape (n,)."""
        return sum_by(self.entry_rows, self.row_weights * weights[self.row_terms], self.n)

    def similarities(self, row: int) -> Floats:
        """The cosine of one row to every row, itself included, shape (n,).

        Takes as long as the postings of its terms are: no pair without a shared term is looked at.
        """
        entries = self.row(row)
        found = self.row_terms[entries]
        places, counts = places_of(self.term_starts, found)
        weights = self.term_weights[places] * np.repeat(self.row_weights[entries], counts)
        return sum_by(self.term_rows[places], weights, self.n)


def _cut_words(terms: Terms) -> tuple[list[str], Ints]:
    """The distinct terms of the vocabulary, and the term of each of its words."""
    ids: dict[str, int] = {}
    stops = all_stop_words(terms.article.language)
    found = []
    for word in terms.vocabulary:
        term = content_term(word, stops)
        found.append(ids.setdefault(term, len(ids)) if term else -1)
    return list(ids), np.array(found, np.int64)
