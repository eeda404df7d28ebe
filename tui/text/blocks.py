"""What the two panes show of a reading: blocks, gutter marks and heat, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from summarise.article import Article
from summarise.ranking.shown import shown_text
from tui.text.document import Block

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


def source_blocks(article: Article) -> list[Block]:
    """The whole article, boilerplate set aside with its reason."""
    text = article.text
    return [
        Block(
            text=text[paragraph.start : paragraph.end],
            sentences=tuple(
                (s.index, s.start - paragraph.start, s.end - paragraph.start)
                for s in article.sentences[paragraph.first : paragraph.stop]
            ),
            kind=paragraph.kind,
            tight=paragraph.tight,
            level=paragraph.level,
            note=paragraph.boilerplate or "",
            aside=paragraph.boilerplate is not None,
        )
        for paragraph in article.paragraphs
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
        text = shown_text(self._article, self._article.sentences[sentence])
        block = self[sentence] = Block(text, ((sentence, 0, len(text)),))
        return block

    def of(self, summary: Summary) -> list[Block]:
        """The kept sentences of a summary, a block each."""
        return [self[sentence] for sentence in summary.indices]


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
