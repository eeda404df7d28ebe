"""What a document view shows: blocks of text, and where the sentences lie in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple, overload

from summarise.article import Article, Kind, Paragraph, Span

#: A sentence in a block: its id, and its start and end in the text of the block.
Place = tuple[int, int, int]


class Places(Sequence[Place]):
    """The sentences of a paragraph, each by its index; where they lie is told when it is asked for.

    A novel has 60,000 of them, and what a screen asks for is a hundred.

    Args:
        article: The article.
        paragraph: One of its paragraphs.
    """

    __slots__ = ("_sentences", "_shift", "ids")

    def __init__(self, article: Article, paragraph: Paragraph) -> None:
        self._sentences = article.sentences
        self._shift = paragraph.start
        self.ids = range(paragraph.first, paragraph.stop)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Place: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Place]: ...
    def __getitem__(self, place: int | slice) -> Place | Sequence[Place]:
        if isinstance(place, slice):
            return [self[at] for at in range(len(self))[place]]
        sentence = self._sentences[self.ids[place]]
        return sentence.index, sentence.start - self._shift, sentence.end - self._shift


class Block(NamedTuple):
    """A paragraph to be shown."""

    text: str
    """Its characters; a line break in them is kept (verse, code)."""
    sentences: Sequence[Place]
    """(sentence id, start, end) with offsets in ``text``, in order, not overlapping."""
    kind: Kind = Kind.TEXT
    """What it is, which decides how it is set."""
    tight: bool = False
    """Whether it follows the block before it without a blank row."""
    level: int = 0
    """Depth of a heading or list item, from 1; 0 for anything else."""
    note: str = ""
    """A short word shown at the right of its first row, such as "promotion"."""
    aside: bool = False
    """Whether it is not part of the article: shown quietly, with a cross in the gutter."""
    quiet_from: int | None = None
    """Offset from which it is said in passing: behind a sentence, where that is from."""
    ruled: bool = False
    """Whether a rule stands below it: a heading of the highest level."""
    spans: tuple[Span, ...] = ()
    """What is set apart in its text, in order: emphasis, links and the like."""


class Document:
    """Blocks with an index of their sentences.

    A sentence has an *id*, chosen by whoever made the blocks, and an *ordinal*, its place among
    the sentences of this document.
    """

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self.blocks = tuple(blocks)
        held = [block.sentences for block in self.blocks]
        self.ids: tuple[int, ...] = tuple(chain.from_iterable(map(_ids, held)))
        # The ordinal of each block's first sentence, and the total.
        self._first = list(accumulate(map(len, held), initial=0))
        self._ordinals: dict[int, int] | None = None
        if self.ids != tuple(range(len(self.ids))):
            self._ordinals = dict(zip(self.ids, range(len(self.ids)), strict=True))

    def __len__(self) -> int:
        """The number of sentences."""
        return len(self.ids)

    def __contains__(self, sentence: object) -> bool:
        """Whether a sentence with this id is here."""
        if self._ordinals is not None:
            return sentence in self._ordinals
        return isinstance(sentence, int) and 0 <= sentence < len(self.ids)

    def ordinal(self, sentence: int) -> int:
        """The place of a sentence among all of the document.

        Raises:
            KeyError: If there is no such sentence.
        """
        if self._ordinals is not None:
            return self._ordinals[sentence]
        if not 0 <= sentence < len(self.ids):
            raise KeyError(sentence)
        return sentence

    def ordinals(self, sentences: Iterable[int]) -> list[int]:
        """The places of those sentences that are here, in their order."""
        if self._ordinals is not None:
            return sorted(self._ordinals[i] for i in sentences if i in self._ordinals)
        found = sorted(sentences)
        return found[bisect_left(found, 0) : bisect_left(found, len(self.ids))]

    def block_of(self, sentence: int) -> int:
        """The index of the block that holds a sentence."""
        return bisect_right(self._first, self.ordinal(sentence)) - 1

    def span_of(self, sentence: int) -> tuple[int, int, int]:
        """(block, start, end) of a sentence."""
        block = self.block_of(sentence)
        place = self.ordinal(sentence) - self._first[block]
        _, start, end = self.blocks[block].sentences[place]
        return block, start, end

    def nearest_in(self, other: Document, sentence: int | None) -> int | None:
        """A sentence of this document, or the nearest to it, that another document has too.

        Returns:
            None if the sentence is None, or if the other document has none of the sentences here.
        """
        if sentence is None or sentence in other:
            return sentence
        place = self.ordinal(sentence)
        # One step back and one forward at a time; of two as near, the one before.
        for distance in range(1, len(self.ids)):
            for near in (place - distance, place + distance):
                if 0 <= near < len(self.ids) and self.ids[near] in other:
                    return self.ids[near]
        return None

    def sentence_at(self, block: int, offset: int) -> int | None:
        """The id of the sentence at an offset, else of the nearest one before or after it.

        Returns:
            None only if the document has no sentences.
        """
        if not self.ids:
            return None
        before = bisect_right(self.blocks[block].sentences, offset, key=_start_of)
        place = self._first[block] + max(0, before - 1)
        return self.ids[min(place, len(self.ids) - 1)]


def _ids(sentences: Sequence[Place]) -> Iterable[int]:
    return sentences.ids if isinstance(sentences, Places) else [found[0] for found in sentences]


def _start_of(sentence: tuple[int, int, int]) -> int:
    return sentence[1]
