"""Several methods on one article: how many of them keep each sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarise.summary import Summary

#: The methods compared first: one by its position, one by centrality, one by topics, one by words.
FIRST_CHOICE = ("pacsum", "lexrank", "lsa", "sumbasic")

#: The fewest and the most methods side by side.
FEWEST, MOST = 2, 4


def votes(summaries: Iterable[Summary]) -> Mapping[int, int]:
    """How many of the summaries keep each sentence that any of them keeps."""
    return Counter(sentence for summary in summaries for sentence in summary.indices)


def first_methods(current: str, count: int) -> list[str]:
    """The methods to begin with: the one in use, then others that rank by other ideas."""
    return [current, *(name for name in FIRST_CHOICE if name != current)][:count]


def vote_steps(counted: Mapping[int, int], voters: int) -> dict[int, int]:
    """Votes as heat steps 1 to 3: one vote, more than one, all."""
    return {
        sentence: 3 if count == voters else 2 if count > 1 else 1
        for sentence, count in counted.items()
    }


def agreement(summary: Summary, counted: Mapping[int, int], voters: int) -> float:
    """How much of a summary the other methods keep too, from 0 to 1."""
    if not summary.indices or voters < FEWEST:
        return 0.0
    shared = sum(counted[i] - 1 for i in summary.indices)
    return shared / (len(summary.indices) * (voters - 1))


def sentences_by_votes(counted: Mapping[int, int]) -> Sequence[int]:
    """The sentences that most methods keep, first; ties in document order."""
    return sorted(counted, key=lambda sentence: (-counted[sentence], sentence))
