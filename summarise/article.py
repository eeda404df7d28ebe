"""An article as data: one canonical text, and paragraphs and sentences that point into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

#: The code of a language that is not known.
UNKNOWN_LANGUAGE = "und"
#: The reason on a paragraph that the reader marked as not part of the article.
DROPPED_BY_READER = "dropped by you"


class Kind(StrEnum):
    """What a paragraph is. Headings, code and tables are shown but never picked."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CODE = "code"
    TABLE = "table"

    @property
    def pickable(self) -> bool:
        """Whether sentences of such a paragraph may enter a summary."""
        return self not in _NEVER_PICKED


#: Looked up once: of an enumeration that takes longer than to compare.
_NEVER_PICKED = (Kind.HEADING, Kind.CODE, Kind.TABLE)


class SpanKind(StrEnum):
    """What a source sets apart within a paragraph."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRUCK = "struck out"
    HEAD = "head of a table"
    LISTING = "listing"


class Span(NamedTuple):
    """Characters of a paragraph that its source sets apart; the text is the same without it."""

    start: int
    """Offset of its first character in the text of the paragraph, not of the article."""
    end: int
    """Offset behind its last character."""
    kind: SpanKind
    """What it is. Spans of one kind do not overlap, those of different kinds may."""
    target: str = ""
    """The address of a link, as the source has it: relative, or of the web or of mail. Of a
    listing the name of its language."""


class Sentence(NamedTuple):
    """One sentence: ``article.text[start:end] == text``, exactly."""

    index: int  # type: ignore[assignment]  # tuples have a method of this name
    """Its place among all sentences of the article, from 0."""
    paragraph: int
    """The index of its paragraph."""
    start: int
    """Offset of its first character in ``Article.text``."""
    end: int
    """Offset behind its last character."""
    text: str
    """Its characters."""
    words: int
    """How many words it has, as lengths and reading times count them."""
    boilerplate: str | None = None
    """Why it is not part of the article, or None if it is."""


class Paragraph(NamedTuple):
    """A block of the page: ``article.text[start:end]`` holds its sentences and all between them."""

    index: int  # type: ignore[assignment]
    """Its place among the paragraphs, from 0."""
    kind: Kind
    """What it is."""
    start: int
    """Offset of its first character in ``Article.text``."""
    end: int
    """Offset behind its last character."""
    first: int
    """Index of its first sentence."""
    stop: int
    """Index behind its last sentence."""
    level: int = 0
    """Depth of a heading or list item, from 1; 0 for anything else."""
    tight: bool = False
    """Whether it follows the paragraph before it without a blank line (lists, verse)."""
    boilerplate: str | None = None
    """Why it is not part of the article, or None if it is."""
    spans: tuple[Span, ...] = ()
    """What is set apart in its text, in order."""


def moved(spans: Iterable[Span], by: int, length: int, least: int = 0) -> tuple[Span, ...]:
    """Spans of a text in one that it became part of, or in a part of it.

    Args:
        spans: The spans, in order.
        by: How much further behind their characters stand; negative for further in front.
        length: Characters of the other text: what lies behind them is left out.
        least: Where the text begins in the other: what lies before it is left out.
    """
    return tuple(
        Span(start, end, kind, target)
        for first, last, kind, target in spans
        if (start := max(least, first + by)) < (end := min(length, last + by))
    )


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book, or of another source that names its parts."""

    title: str
    """What it is called, on one line."""
    first: int
    """Index of its first paragraph; of its first block, as long as it is a draft."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a page names."""

    title: str
    """What the page calls it, on one line; it may be empty."""
    address: str
    """Where it is."""


@dataclass(frozen=True)
class Article:
    """A text to be read and summarised.

    What is not part of it is marked and not left out; of a source that is too long,
    :attr:`share` says how much is here.
    """

    title: str
    """The title, possibly empty."""
    text: str
    """The canonical text; every offset points into it."""
    paragraphs: tuple[Paragraph, ...]
    """All paragraphs in document order."""
    sentences: tuple[Sentence, ...]
    """All sentences in document order, boilerplate and headings among them."""
    language: str = UNKNOWN_LANGUAGE
    """ISO 639-1 code, or "und" when the language is not known."""
    name: str = ""
    """What the user called the source, fit to be shown."""
    form: str = "text"
    """What kind of source it was, in a word or two ("Markdown", "copied page")."""
    author: str = ""
    """Who wrote it, as the source says; several names stand with commas between them."""
    date: str = ""
    """When it was published: in ISO 8601 where that is sure, a day ("2021-03-16") or a day and a
    time ("2018-10-03T09:00:00-04:00"), or else in the words of the source."""
    site: str = ""
    """What it was published in: a site, a journal, a mailing list."""
    address: str = ""
    """Its address on the web."""
    chapters: tuple[Chapter, ...] = ()
    """Its parts in their order, where the source names them."""
    feeds: tuple[Feed, ...] = ()
    """The feeds of its site, where the page names them."""
    note: str = ""
    """What its reader should be told of how it was read, in a line."""
    share: float = 1.0
    """How much of the source it is: less than 1 for the beginning of one that is too long (see
    :mod:`summarise.limits`)."""

    @cached_property
    def candidates(self) -> tuple[int, ...]:
        """Indices of the sentences that may enter a summary, in document order."""
        pickable = [p.kind.pickable and p.boilerplate is None for p in self.paragraphs]
        return tuple(s.index for s in self.sentences if pickable[s.paragraph])

    @cached_property
    def body(self) -> frozenset[int]:
        """Indices of the paragraphs with candidates: what there is to cover."""
        return frozenset(self.sentences[i].paragraph for i in self.candidates)

    @cached_property
    def paragraph_numbers(self) -> tuple[int, ...]:
        """For each paragraph, how many up to it have sentences to pick from: its number as ¶."""
        return tuple(accumulate(p.index in self.body for p in self.paragraphs))

    @cached_property
    def sentence_words(self) -> tuple[int, ...]:
        """The words of each sentence; to count those of many, as every length does."""
        return tuple([sentence.words for sentence in self.sentences])

    @cached_property
    def words(self) -> int:
        """Words of the article proper: what the candidates hold."""
        return sum(map(self.sentence_words.__getitem__, self.candidates))

    def place_of(self, sentence: int) -> str:
        """Where a sentence stands: ``¶ 3, sentence 2``, by the :attr:`paragraph_numbers`.

        Empty for a heading and what is not part of the article.
        """
        paragraph = self.paragraphs[self.sentences[sentence].paragraph]
        if paragraph.index not in self.body:
            return ""
        number = self.paragraph_numbers[paragraph.index]
        return f"¶ {number:,}, sentence {sentence - paragraph.first + 1}"

    def why_not_candidate(self, sentence: int) -> str:
        """Why a sentence may not enter a summary, in a few words; empty if it may."""
        found = self.sentences[sentence]
        if found.boilerplate == DROPPED_BY_READER:
            return DROPPED_BY_READER
        if found.boilerplate is not None:
            return f"not part of the article: {found.boilerplate}"
        kind = self.paragraphs[found.paragraph].kind
        return "" if kind.pickable else f"never picked: {kind.value}"

    def sentences_of(self, paragraph: int) -> tuple[Sentence, ...]:
        """The sentences of one paragraph."""
        block = self.paragraphs[paragraph]
        return self.sentences[block.first : block.stop]

    def spans_of(self, sentence: int) -> tuple[Span, ...]:
        """What is set apart in a sentence, with offsets in its text."""
        found = self.sentences[sentence]
        paragraph = self.paragraphs[found.paragraph]
        if not paragraph.spans:
            return ()
        return moved(paragraph.spans, paragraph.start - found.start, found.end - found.start)

    def restore(self, paragraph: int) -> Article:
        """The same article with one paragraph counted as part of it again.

        Raises:
            IndexError: It has no such paragraph. So does :meth:`drop`.
        """
        return self._marked({paragraph: None})

    def restore_all(self) -> Article:
        """The same article with nothing marked as boilerplate."""
        return self._marked(dict.fromkeys(range(len(self.paragraphs))))

    def drop(self, paragraph: int, reason: str = DROPPED_BY_READER) -> Article:
        """The same article with one paragraph marked as not part of it."""
        return self._marked({paragraph: reason})

    def _marked(self, marks: dict[int, str | None]) -> Article:
        paragraphs = list(self.paragraphs)
        sentences = list(self.sentences)
        for index, reason in marks.items():
            if not 0 <= index < len(paragraphs):
                has = f"the article has {len(paragraphs):,}, from 0"
                raise IndexError(f"there is no paragraph {index}: {has}")
            block = paragraphs[index]
            if block.boilerplate == reason:
                continue
            paragraphs[index] = block._replace(boilerplate=reason)
            for i in range(block.first, block.stop):
                sentences[i] = sentences[i]._replace(boilerplate=reason)
        return replace(self, paragraphs=tuple(paragraphs), sentences=tuple(sentences))
