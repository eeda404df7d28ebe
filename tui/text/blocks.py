"""What the two panes show of a reading: blocks, gutter marks and heat, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from summarise.article import DROPPED_BY_READER, Article, Kind, Paragraph, moved
from summarise.ranking.shown import ITEM, shown_text
from tui.text.document import Block, Places
from tui.text.wording import plural

if TYPE_CHECKING:
    from summarise.ranking.ranking import Ranking, Summary

#: Shares of the ranking that make the heat steps 3, 2 and 1: the best tenth is the hottest.
_HEAT_STEPS = ((0.1, 3), (0.3, 2), (0.6, 1))

#: Stands behind the number of a sentence that is kept because the reader pinned it.
PIN = "*"
#: Stands behind the number of a sentence that points back to one that is left out.
POINTS_BACK = "↑"
#: Stands behind the number of a sentence that came in with the last change.
NEW = "+"
#: Stands for a number where the reader dropped a sentence.
DROP = "–"


_RAISED = str.maketrans("0123456789–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def superscript(label: str) -> str:
    """A mark as it stands in the text, before its sentence."""
    return label.translate(_RAISED)


def runs_left_out(article: Article) -> dict[int, range]:
    """Paragraphs in a row that are not part of the article, by the first sentence of each run.

    What the reader dropped is not among them: it would vanish from under the cursor.
    """
    runs: dict[int, range] = {}
    paragraphs = article.paragraphs
    start = 0
    while start < len(paragraphs):
        stop = start
        while stop < len(paragraphs) and _is_left_out(paragraphs[stop]):
            stop += 1
        first = paragraphs[start].first
        if stop - start > 1 and paragraphs[stop - 1].stop > first:
            runs[first] = range(start, stop)
        start = max(stop, start + 1)
    return runs


def _is_left_out(paragraph: Paragraph) -> bool:
    return paragraph.boilerplate not in (None, DROPPED_BY_READER)


def source_blocks(
    article: Article, folded: Mapping[int, range] = MappingProxyType({})
) -> list[Block]:
    """The whole article, boilerplate set aside with its reason.

    Args:
        article: The article.
        folded: Runs of paragraphs that a line stands for, by their first sentences, which are what
            the line is to cursor and mouse.
    """
    blocks: list[Block] = []
    shown = 0
    for first, run in folded.items():
        blocks += blocks_of(article, range(shown, run.start))
        blocks.append(_line_for(article, first, run))
        shown = run.stop
    return blocks + blocks_of(article, range(shown, len(article.paragraphs)))


def _line_for(article: Article, sentence: int, run: range) -> Block:
    reasons = dict.fromkeys(article.paragraphs[index].boilerplate or "" for index in run)
    line = f"{plural(len(run), 'paragraph')} left out: {', '.join(reasons)}"
    return Block(line, ((sentence, 0, len(line)),), aside=True)


def blocks_of(article: Article, paragraphs: range) -> list[Block]:
    """Some paragraphs of an article, as they are."""
    text = article.text
    return [
        Block(
            text=text[paragraph.start : paragraph.end],
            sentences=Places(article, paragraph),
            kind=paragraph.kind,
            tight=paragraph.tight,
            level=paragraph.level,
            note=paragraph.boilerplate or "",
            aside=paragraph.boilerplate is not None,
            ruled=paragraph.level == 1
            and paragraph.kind is Kind.HEADING
            and paragraph.boilerplate is None,
            spans=paragraph.spans,
        )
        for paragraph in article.paragraphs[paragraphs.start : paragraphs.stop]
    ]


class SummaryBlocks(dict[int, Block]):
    """A block for each sentence that was ever kept, made when it is first asked for.

    Args:
        article: The article whose sentences they are.
    """

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def __missing__(self, sentence: int) -> Block:
        """Make the block of a sentence."""
        said = self._article.sentences[sentence]
        text = shown_text(self._article, said)
        spans = self._article.spans_of(sentence)
        if text is not said.text and spans:  # a bullet stands for a number
            spans = moved(spans, len(text) - len(said.text), len(text), len(ITEM))
        block = self[sentence] = Block(text, ((sentence, 0, len(text)),), spans=spans)
        return block

    def of(self, summary: Summary) -> list[Block]:
        """The kept sentences of a summary, a block each."""
        return list(map(self.__getitem__, summary.indices))


def summary_blocks(summary: Summary) -> list[Block]:
    """The kept sentences of a summary that is shown once."""
    return SummaryBlocks(summary.ranking.article).of(summary)


def number_marks(summary: Summary) -> dict[int, str]:
    """The number of each kept sentence, as both gutters show it."""
    numbers = dict(zip(summary.indices, map(str, count(1)), strict=False))
    for sentence in summary.kept & summary.ranking.pins:
        numbers[sentence] += PIN
    for sentence in summary.dangling:
        numbers[sentence] += POINTS_BACK
    return numbers


def heat_steps(ranking: Ranking) -> Mapping[int, int]:
    """How hot each candidate is, 0 to 3, by its place in the ranking."""
    total = len(ranking.order)
    steps: dict[int, int] = {}
    for rank, sentence in enumerate(ranking.order):
        share = rank / total
        steps[sentence] = next((step for limit, step in _HEAT_STEPS if share < limit), 0)
    return steps
