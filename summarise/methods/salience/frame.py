"""What every group of features looks at: the candidates of an article as arrays, made once."""

from __future__ import annotations

from functools import cached_property

from summarise.article import Kind
from summarise.index import Index, Vectors
from summarise.index.arrays import Bools, Floats, Ints, np
from summarise.text.characters import UNSPACED_LANGUAGES

#: Where a word has fewer characters, with the space behind it, words are syllables rather, or say
#: less: English articles have 5.3 and more, Urdu ones 4.3 to 5.1, Vietnamese ones 4.3 to 5.2. By
#: their words alone usual sentences of these are taken for long ones, which cost more: of summaries
#: of as many words as human ones ROUGE-1 over the lead is then 2.0 and -1.7, and 2.5 and -1.4 so.
SHORT_WORDS = 5.2
#: A standardised value is cut here, so that one odd sentence does not outweigh all its other sides.
_FARTHEST = 3.0


class Frame:
    """The candidates of an article. A *row* is the place of one among the candidates.

    Attributes:
        index: The index of the article.
        article: The article.
        vectors: Its tf-idf vectors.
        n: How many candidates there are.
        texts: The text of each row.
        words: The words of each row, as lengths count them.
        paragraph: The paragraph of each row.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        article = self.article = index.article
        self.vectors: Vectors = index.vectors
        self.n = self.vectors.n
        self.texts = list(map(str.strip, self.vectors.terms.texts))
        self.words: Floats = np.array(article.sentence_words, np.float64)[index.sentence_of]
        self.paragraph: Ints = self.vectors.terms.paragraph_of.astype(np.int64)

    @cached_property
    def sizes(self) -> Floats:
        """How long each row is in words of English, of which the weights were learned."""
        if self.article.language in UNSPACED_LANGUAGES | {"en"}:
            return self.words
        characters = sum(map(len, self.texts)) + self.n
        share = characters / max(1.0, SHORT_WORDS * float(self.words.sum()))
        return self.words * min(1.0, share)

    @cached_property
    def starts(self) -> Bools:
        """Which rows begin a paragraph."""
        starts = np.ones(self.n, np.bool_)
        starts[1:] = self.paragraph[1:] != self.paragraph[:-1]
        return starts

    @cached_property
    def ends(self) -> Bools:
        """Which rows end a paragraph."""
        return np.append(self.starts[1:], True)[: self.n]

    @cached_property
    def block(self) -> Ints:
        """The paragraph of each row, counted from 0 among those that have candidates."""
        return np.cumsum(self.starts) - 1

    @cached_property
    def block_sizes(self) -> Ints:
        """How many rows the paragraph of each row has."""
        return np.bincount(self.block, minlength=1)[self.block]

    @cached_property
    def in_block(self) -> Ints:
        """The place of each row in its paragraph, from 0."""
        first = np.flatnonzero(self.starts)
        return np.arange(self.n) - first[self.block]

    @cached_property
    def place(self) -> Floats:
        """The share of the words that stand before the middle of each row."""
        total = max(1.0, float(self.words.sum()))
        place: Floats = (np.cumsum(self.words) - self.words / 2) / total
        return place

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kind of each row's paragraph."""
        paragraphs = self.article.paragraphs
        return [paragraphs[p].kind for p in self.paragraph.tolist()]

    @cached_property
    def listed(self) -> Floats:
        """1 for each row in an item of a list."""
        return np.array([kind is Kind.LIST_ITEM for kind in self.kinds], np.float64)

    @cached_property
    def headings(self) -> list[str]:
        """The heading above each section, empty above the first where there is none."""
        return self._sections[0]

    @cached_property
    def section(self) -> Ints:
        """The section of each row, from 0, as the headings divide the article."""
        return self._sections[1][self.paragraph] if self.n else np.zeros(0, np.int64)

    @cached_property
    def section_starts(self) -> Bools:
        """Which rows are the first of their section."""
        starts = np.ones(self.n, np.bool_)
        starts[1:] = self.section[1:] != self.section[:-1]
        return starts

    @cached_property
    def _sections(self) -> tuple[list[str], Ints]:
        """The headings, and the section of each paragraph."""
        headings = [""]
        numbers = []
        title = self.article.title.strip().lower()
        for paragraph in self.article.paragraphs:
            if paragraph.kind is Kind.HEADING and paragraph.boilerplate is None:
                text = self.article.text[paragraph.start : paragraph.end].strip()
                if text.lower() != title:
                    headings.append(text)
            numbers.append(len(headings) - 1)
        return headings, np.array(numbers, np.int64)


def standard(values: Floats) -> Floats:
    """Values as distances from their mean in the article, in standard deviations, cut at three."""
    if not len(values):
        return values
    spread = float(values.std())
    if not spread > 1e-9:
        return np.zeros(len(values))
    cut: Floats = np.clip((values - values.mean()) / spread, -_FARTHEST, _FARTHEST)
    return cut


def ranks(values: Floats) -> Floats:
    """The place of each value among those of the article, from 0 for the least to 1."""
    n = len(values)
    if n < 2:
        return np.zeros(n)
    rounded = np.round(values, 9)
    order = np.argsort(rounded, kind="stable")
    ordered = rounded[order]
    first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    alike = np.diff(first, append=n)
    shares = np.empty(n)
    shares[order] = np.repeat((2 * first + alike - 1) / (2 * (n - 1)), alike)
    return shares
