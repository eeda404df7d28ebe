"""Article → Index: what methods, links and explanations ask of an article's words, made once.

terms ──▶ vectors ──▶ key terms
sentences ──▶ leaning
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from threading import RLock

from summarise.article import Article
from summarise.index.arrays import Bools, Ints, np
from summarise.index.fitness import find_unfit
from summarise.index.key_terms import KeyTerm, key_terms
from summarise.index.references import Antecedent, find_antecedents
from summarise.index.terms import Terms
from summarise.index.vectors import Vectors
from summarise.text.quotations import QUOTATION_MARK, quoted_shares
from summarise.text.stems import stemmer

__all__ = ["KEY_TERMS", "Index", "KeyTerm", "Terms", "Vectors"]

#: How many key terms an article has at most: what coverage is counted in, and what is shown.
KEY_TERMS = 20


class Index:
    """The words of one article as arrays; every part is made when it is first asked for.

    Make one for an article and hand it to every ranking of it: the second method then starts from
    what the first has made. Whoever makes parts in a thread holds :attr:`lock` meanwhile, as
    :func:`summarise.rank` does, so that no part is made twice.

    Args:
        article: What is indexed; an article that is changed (a paragraph restored) is another
            article and needs an index of its own.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        #: Held by whoever makes parts of the index while other threads may do so too.
        self.lock = RLock()

    @cached_property
    def terms(self) -> Terms:
        """The words of the candidate sentences and of the headings."""
        return Terms(self.article)

    @cached_property
    def vectors(self) -> Vectors:
        """One tf-idf vector for each candidate sentence: what likeness means everywhere."""
        return Vectors(self.terms)

    @cached_property
    def key_terms(self) -> tuple[KeyTerm, ...]:
        """The words and phrases the article is about, the most important first."""
        return key_terms(self.vectors, KEY_TERMS)

    @cached_property
    def key_term_sentences(self) -> Ints:
        """The sentences of all key terms, those of one term behind those of the other."""
        return np.array([i for term in self.key_terms for i in term.sentences], np.int64)

    @cached_property
    def key_term_starts(self) -> Ints:
        """Where those of each key term begin, shape (key terms,)."""
        counts = [len(term.sentences) for term in self.key_terms]
        return np.cumsum([0, *counts[:-1]], dtype=np.int64)

    @cached_property
    def unfit(self) -> Mapping[int, str]:
        """The candidates that every method leaves for last, each with the reason in a few words."""
        return find_unfit(self.terms)

    @cached_property
    def antecedents(self) -> Mapping[int, tuple[Antecedent, ...]]:
        """The candidates that lean on another sentence, each with what it leans on."""
        return find_antecedents(self.vectors, self.unfit, self.quoted_shares)

    @cached_property
    def quoted_shares(self) -> Sequence[float]:
        """The share of each candidate's characters that is quoted speech, from 0 to 1."""
        paragraphs = self.terms.paragraph_of
        with_marks = np.zeros(len(self.article.paragraphs), np.bool_)
        with_marks[paragraphs[self.terms.pieces.rows_matching(QUOTATION_MARK)]] = True
        rows = np.flatnonzero(with_marks[paragraphs])
        shares = np.zeros(self.terms.n)
        shares[rows] = quoted_shares(
            [self.article.sentences[i] for i in self.sentence_of[rows].tolist()]
        )
        found: list[float] = shares.tolist()
        return found

    @cached_property
    def sentence_of(self) -> Ints:
        """The sentence of each row, shape (candidates,)."""
        return np.array(self.article.candidates, np.int64)

    def row_mask(self, sentences: Collection[int]) -> Bools:
        """Which rows are among some sentences, shape (candidates,)."""
        among = np.zeros(len(self.article.sentences), np.bool_)
        among[list(sentences)] = True
        return among[self.sentence_of]

    def prepare_steering(self) -> None:
        """Make what the first steering by a focus term would wait for, a tenth of a second.

        Call it where nobody waits, after the article was ranked.
        """
        with self.lock:
            stemmer(self.article.language)
            _ = self.vectors.words_by_beginning
