"""What stands in the place of the summary on the way from a title to the whole text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from summarise.article import Article, Kind
from tui.text import wording
from tui.text.document import Block

if TYPE_CHECKING:
    from summarise.ranking.outline import Section
    from summarise.ranking.ranking import Ranking

#: Stands before a part of the outline that is folded.
FOLDED = "+"


def title_blocks(article: Article, title: str) -> list[Block]:
    """The title, and what there is to say about the article."""
    return [
        Block(title, (), Kind.HEADING, level=1),
        Block(wording.article_facts(article), (), tight=True),
    ]


def shown_sections(sections: Sequence[Section], folded: Collection[int]) -> list[Section]:
    """The parts of an outline that no folded part holds.

    Args:
        sections: All parts.
        folded: The first sentences of those that are folded.
    """
    shown, hidden_up_to = [], 0
    for section in sections:
        if section.first < hidden_up_to:
            continue
        shown.append(section)
        if section.first in folded:
            hidden_up_to = section.stop
    return shown


def outline_blocks(
    ranking: Ranking, sections: Sequence[Section], folded: Collection[int]
) -> list[Block]:
    """The parts of an outline, each with its best sentence.

    Of a part that is folded, that is the best of all of it; otherwise of what stands before the
    first part in it, since those follow with theirs.

    Args:
        ranking: The ranking of the article.
        sections: All parts.
        folded: The first sentences of those that are folded.
    """
    from summarise.ranking.outline import best_between  # comes with the ranking
    from summarise.ranking.shown import shown_text

    article, blocks = ranking.article, []
    for section in shown_sections(sections, folded):
        indent = "  " * (section.level - 1)
        title = f"{indent}{section.title}"
        named = ((section.first, len(indent), len(title)),) if section.headed else ()
        time = f"  {wording.reading_time(section.words)}" if section.words else ""
        blocks.append(
            Block(title + time, named, Kind.HEADING, level=section.level, quiet_from=len(title))
        )
        stop = section.stop if section.first in folded else section.own
        best = best_between(ranking, section.first + section.headed, stop)
        if best is not None:
            text = shown_text(article, article.sentences[best])
            blocks.append(Block(text, ((best, 0, len(text)),), tight=True))
    return blocks


def fold_marks(sections: Sequence[Section], folded: Collection[int]) -> dict[int, str]:
    """The sign of each part that is folded, by its first sentence."""
    return {s.first: FOLDED for s in shown_sections(sections, folded) if s.first in folded}
