"""Words → stems → counts of an article's candidate sentences, shared by all methods.

Text is tokenised once; what can be done once for each distinct word (lower case, stop word, stem)
is done once for each distinct word, and everything else is arrays. What not every method needs is
made when it is first asked for.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Sized
from functools import cached_property
from itertools import chain, count, repeat
from typing import NamedTuple

from summarise.article import Article, Kind
from summarise.index.arrays import Bools, Floats, Ints, distinct, np, places_of, starts_of
from summarise.index.pieces import Pieces
from summarise.text.patterns import compile_later
from summarise.text.ports.tokeniser import chunks_of, tokenise_chunks
from summarise.text.stems import stemmer
from summarise.text.stop_words import stop_words
from summarise.text.words import lower_case, tokenise

#: What counts as a word for sumy, and so for the classic methods: no digits, no inner full stop.
_CLASSIC_WORD = compile_later(r"[^\W\d_](?:[^\W\d_]|['-])*")
_CLITICS = frozenset({"n't", "'s", "'m", "'d", "'ll", "'re", "'ve"})


class Counts(NamedTuple):
    """A sparse matrix of counts, sorted by row and then by column."""

    rows: Ints
    """Candidate of each entry, shape (entries,)."""
    columns: Ints
    """Word or stem of each entry, shape (entries,)."""
    counts: Floats
    """How often it occurs there, shape (entries,)."""


class Terms:
    """The words of an article's candidate sentences.

    A *type* is a distinct word as written, a *lower* a distinct word in lower case, a *row* the
    place of a sentence among the candidates, from 0.

    Attributes:
        article: What was indexed.
        n: How many candidates there are.
        texts: The candidates as written.
        types: The types.
        tokens: The type of each word of the candidates, in text order, shape (words,).
        rows: The row of each word, shape (words,).
        headings: The title, possibly empty, and the headings that do not repeat it.
        title_tokens: The types of the words of the title.
        heading_tokens: The types of the words of all the headings.
        heading_rows: The heading of each of those words.
        pieces: The pieces between the spaces of the candidates.
        lowers: The lowers.
        lower_numbers: The place of each lower among them.
        lower_of: The lower of each type, shape (types,).
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        candidates = article.candidates
        self.n = len(candidates)
        sentences = article.sentences
        self.texts = [sentences[i].text for i in candidates]
        self.headings = [article.title, *_headings(article)]
        types, (tokens, rows), (heading_tokens, heading_rows), self.pieces = _index(
            self.texts, self.headings, article.language
        )
        self.types = types
        self.tokens = tokens
        self.rows = rows
        self.title_tokens = heading_tokens[heading_rows == 0]
        self.heading_tokens = heading_tokens
        self.heading_rows = heading_rows
        lowers = lower_case("\n".join(types), article.language).split("\n") if types else []
        self.lower_numbers, self.lower_of = numbered(lowers)
        self.lowers = list(self.lower_numbers)

    @cached_property
    def stop(self) -> Bools:
        """Which lowers are stop words of the article's language, shape (lowers,)."""
        stops = stop_words(self.article.language)
        return np.fromiter((w in stops for w in self.lowers), np.bool_, len(self.lowers))

    @cached_property
    def stems(self) -> Stems:
        """The words as the classic methods see them: sumy's definition of a word, stemmed."""
        return Stems(self)

    @cached_property
    def classic(self) -> Bools:
        """Which types are words to the classic methods: sumy's definition, shape (types,)."""
        return np.fromiter(map(_is_classic_word, self.types), np.bool_, len(self.types))

    @cached_property
    def with_digit(self) -> Bools:
        """Which types have a digit among their characters, shape (types,)."""
        found = np.zeros(len(self.types), np.bool_)
        for place in np.flatnonzero(self.letters == 0).tolist():
            found[place] = any(map(str.isdigit, self.types[place]))
        return found

    @cached_property
    def letters(self) -> Ints:
        """How many letters each type has, 0 for one of other characters, shape (types,)."""
        letters = (len(word) if word.isalpha() else 0 for word in self.types)
        return np.fromiter(letters, np.int64, len(self.types))

    @cached_property
    def capital(self) -> Bools:
        """Which types begin with a capital, shape (types,)."""
        return np.fromiter((word[:1].isupper() for word in self.types), np.bool_, len(self.types))

    @cached_property
    def classic_words(self) -> list[list[str]]:
        """The classic words of each candidate as written."""
        return self._as_written(self.tokens, self.rows, self.n)

    @cached_property
    def classic_heading_words(self) -> list[list[str]]:
        """The classic words of each of :attr:`headings` as written."""
        return self._as_written(self.heading_tokens, self.heading_rows, len(self.headings))

    def _as_written(self, tokens: Ints, rows: Ints, n: int) -> list[list[str]]:
        kept = self.classic[tokens]
        words = [self.types[i] for i in tokens[kept].tolist()]
        ends = np.cumsum(np.bincount(rows[kept], minlength=n)).tolist()
        return [words[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    @cached_property
    def vocabulary(self) -> list[str]:
        """Distinct lower-case words, as :func:`~summarise.text.words.tokenise` finds them there.

        So ``and/or`` counts as two words, and clitics (``'s``) do not count. It holds stop words,
        and words of the title that no sentence has.
        """
        return list(self.word_numbers)

    @property
    def word_numbers(self) -> Mapping[str, int]:
        """The place of each word in :attr:`vocabulary`."""
        return self._words[0]

    @cached_property
    def word_of_lower(self) -> Ints:
        """The :attr:`vocabulary` index of each lower, -1 for one that is no word there."""
        numbers = map(self.word_numbers.get, self.lowers, repeat(-1))
        return np.fromiter(numbers, np.int64, len(self.lowers))

    @cached_property
    def word_tokens(self) -> tuple[Ints, Ints]:
        """Row and :attr:`vocabulary` index of each word of the candidates, in text order."""
        _, ids, starts = self._words
        return expanded(self.lower_of[self.tokens], self.rows, ids, starts)

    @cached_property
    def word_starts(self) -> Ints:
        """Where the words of each row start in :attr:`word_tokens`, shape (n + 1,)."""
        return starts_of(np.bincount(self.word_tokens[0], minlength=self.n))

    def rows_with(self, words: Iterable[str]) -> Bools:
        """Which rows have one of some lower-case words, shape (n,)."""
        return self.rows_with_each([words])[0]

    def rows_with_each(self, several: Sequence[Iterable[str]]) -> Sequence[Bools]:
        """The same for up to eight sets of words at once, in the time of one, shape (n,) each."""
        bits = np.zeros(len(self.word_numbers), np.uint8)
        for number, words in enumerate(several):
            bits[self._among(words)] |= np.uint8(1 << number)
        held = np.zeros(self.n, np.uint8)
        filled = np.flatnonzero(np.diff(self.word_starts))
        if len(filled):
            starts = self.word_starts[filled]
            held[filled] = np.bitwise_or.reduceat(bits[self.word_tokens[1]], starts)
        return [held & np.uint8(1 << number) != 0 for number in range(len(several))]

    def rows_with_behind(self, words: Iterable[str], others: Iterable[str], within: int) -> Bools:
        """Which rows have one of some words with one of others up to so many places behind it.

        A word that is among both counts as well, at the same place.
        """
        rows, ids = self.word_tokens
        at, second = np.flatnonzero(self._among(words)[ids]), self._among(others)
        found = np.zeros(self.n, np.bool_)
        for step in range(within + 1):
            at = at[: np.searchsorted(at, len(ids) - step)]
            both = second[ids[at + step]] & (rows[at] == rows[at + step])
            found[rows[at[both]]] = True
        return found

    def _among(self, words: Iterable[str]) -> Bools:
        """Which words of the vocabulary are among some, shape (words of the vocabulary,)."""
        numbers = self.word_numbers
        among = np.zeros(len(numbers), np.bool_)
        among[[numbers[word] for word in words if word in numbers]] = True
        return among

    @cached_property
    def title_words(self) -> Ints:
        """:attr:`vocabulary` index of each distinct word of the title."""
        _, ids, starts = self._words
        lowers = self.lower_of[self.title_tokens]
        return distinct(expanded(lowers, lowers, ids, starts)[1])

    @cached_property
    def paragraph_of(self) -> Ints:
        """The paragraph of each candidate, shape (n,)."""
        sentences = self.article.sentences
        return np.array([sentences[i].paragraph for i in self.article.candidates], np.int32)

    @cached_property
    def _words(self) -> tuple[dict[str, int], Ints, Ints]:
        """The vocabulary; and for each lower its words: flat ids and where each lower starts."""
        language = self.article.language
        vocabulary: dict[str, int] = {}
        flat: list[int] = []
        starts = [0]
        for lower in self.lowers:
            if lower.isalpha():
                flat.append(vocabulary.setdefault(lower, len(vocabulary)))
            else:
                words = _words_in(lower, language)
                flat.extend(vocabulary.setdefault(word, len(vocabulary)) for word in words)
            starts.append(len(flat))
        return vocabulary, np.array(flat, np.int32), np.array(starts, np.int32)


class Stems:
    """The stems of the words that the classic methods count, sumy's definition of a word.

    Attributes:
        n: How many candidates there are.
        size: How many stems there are.
        names: The stems.
        rows: The row of each word, in text order, stop words among them, shape (words,).
        stems: The stem of each word, shape (words,).
        content: Which of the words are not stop words, shape (words,).
        heading_stems: The stem of each word of the title and of the headings.
        heading_content: Which of those are not stop words.
    """

    def __init__(self, terms: Terms) -> None:
        self.n = terms.n
        is_word = terms.classic
        used = np.zeros(len(terms.lowers), np.bool_)
        used[terms.lower_of[is_word]] = True
        stem = stemmer(terms.article.language)
        ids: dict[str, int] = {}
        stem_of = np.full(len(terms.lowers), -1, np.int32)
        for lower in np.flatnonzero(used).tolist():
            name = stem(terms.lowers[lower])
            stem_of[lower] = ids.setdefault(name, len(ids))
        self.names: list[str] = list(ids)
        self.size = len(ids)
        kept = is_word[terms.tokens]
        lowers = terms.lower_of[terms.tokens[kept]]
        self.rows: Ints = terms.rows[kept]
        self.stems: Ints = stem_of[lowers]
        self.content: Bools = ~terms.stop[lowers]
        headings = terms.heading_tokens[is_word[terms.heading_tokens]]
        self.heading_stems: Ints = stem_of[terms.lower_of[headings]]
        self.heading_content: Bools = ~terms.stop[terms.lower_of[headings]]

    @cached_property
    def content_rows(self) -> Ints:
        """The row of each content word, in text order."""
        return self.rows[self.content]

    @cached_property
    def content_stems(self) -> Ints:
        """The stem of each content word, in text order."""
        return self.stems[self.content]

    @cached_property
    def lengths(self) -> Ints:
        """Content words in each candidate, shape (n,)."""
        return np.bincount(self.content_rows, minlength=self.n).astype(np.int32)

    @cached_property
    def counts(self) -> Counts:
        """How often each stem occurs in each candidate as a content word."""
        return count_pairs(self.content_rows, self.content_stems, self.size)


def count_pairs(rows: Ints, columns: Ints, width: int) -> Counts:
    """Count equal pairs of row and column; fast where the rows ascend, as those of words do.

    Args:
        rows: Row of each occurrence.
        columns: Column of each occurrence, below ``width``.
        width: How many columns there are.
    """
    width = max(width, 1)
    keys = np.sort(rows.astype(np.int64) * width + columns, kind="stable")
    starts = np.ones(len(keys), np.bool_)
    starts[1:] = keys[1:] != keys[:-1]
    first = np.flatnonzero(starts)
    counts = np.diff(first, append=len(keys)).astype(np.float64)
    distinct_keys = keys[first]
    row = distinct_keys // width  # for both at once numpy takes five times as long
    column = distinct_keys - row * width
    return Counts(row.astype(np.int32), column.astype(np.int32), counts)


def _headings(article: Article) -> list[str]:
    """The headings that do not repeat the title."""
    return [
        article.sentences[i].text
        for p in article.paragraphs
        if p.kind is Kind.HEADING and p.boilerplate is None
        for i in range(p.first, p.stop)
        if article.sentences[i].text != article.title
    ]


def _index(
    texts: list[str], headings: list[str], language: str
) -> tuple[list[str], tuple[Ints, Ints], tuple[Ints, Ints], Pieces]:
    """Tokenise: the types; type and row of each word of the texts; the same of the headings.

    And the pieces of the texts.
    """
    chunks: list[str] = []
    ends = [0]
    for text in chain(texts, headings):
        chunks += chunks_of(text)
        ends.append(len(chunks))
    numbers, found = numbered(chunks)
    distinct_chunks = list(numbers)
    words = tokenise_chunks(distinct_chunks, language)
    types, type_ids = numbered(list(chain.from_iterable(words)))
    starts, lengths = starts_of_groups(words), np.diff(ends)
    rows: Ints = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    rows, tokens = expanded(found, rows, type_ids, starts)
    split = int(np.searchsorted(rows, len(texts)))
    of_texts = found[: ends[len(texts)]]
    seen = int(of_texts.max(initial=-1)) + 1  # those of the headings alone come behind
    return (
        list(types),
        (tokens[:split], rows[:split]),
        (tokens[split:], rows[split:] - np.int32(len(texts))),
        Pieces(distinct_chunks[:seen], of_texts, lengths[: len(texts)]),
    )


def numbered(items: list[str]) -> tuple[dict[str, int], Ints]:
    """The number of each distinct item, by their first appearance; and that of each item."""
    numbers = defaultdict[str, int](count().__next__)
    found = np.fromiter(map(numbers.__getitem__, items), np.int32, len(items))
    return dict(numbers), found


def starts_of_groups(groups: Sequence[Sized]) -> Ints:
    """Where each group starts if they are put behind each other, and where the last one ends."""
    starts: Ints = np.zeros(len(groups) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, groups), np.int32, len(groups)), out=starts[1:])
    return starts


def expanded(items: Ints, rows: Ints, flat: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """Replace each item by its members, ``flat[starts[item]:starts[item + 1]]``, row by row."""
    lengths = np.diff(starts)[items]
    if len(items) and lengths.min() == 1 == lengths.max():
        return rows, flat[starts[items]]
    places, _ = places_of(starts, items)
    return np.repeat(rows, lengths), flat[places]


def _is_classic_word(word: str) -> bool:
    if word.isalpha() or _CLASSIC_WORD.fullmatch(word):
        return True
    # Vowel signs and other combining marks belong to the word; sumy drops such words whole.
    if word.isascii():
        return False
    bare = "".join(c for c in word if unicodedata.category(c)[0] != "M")
    return bare != word and _CLASSIC_WORD.fullmatch(bare) is not None


def _words_in(lower: str, language: str) -> list[str]:
    return [] if lower in _CLITICS else tokenise(lower, language)
