"""Several methods on one article: which of them keep each sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarise.ranking.ranking import Summary


#: The methods compared first: one that was learned, one by centrality, by topics, by words.
FIRST_CHOICE = ("salience", "lexrank", "lsa", "sumbasic")

#: The fewest and the most methods side by side.
FEWEST, MOST = 2, 4

#: Stands for all of them: where they agree there is nothing to tell apart.
AGREED = "="
#: Stand for a method that keeps a sentence, and for one that does not.
KEEPS, LEAVES = "●", "·"


def votes(summaries: Sequence[Summary]) -> dict[int, tuple[bool, ...]]:
    """For each sentence that any of the summaries keeps, which of them do."""
    kept = sorted({sentence for summary in summaries for sentence in summary.indices})
    return {sentence: tuple(sentence in s.kept for s in summaries) for sentence in kept}


def ballot(vote: Sequence[bool]) -> str:
    """Who keeps a sentence, a sign for each method: ``●·●``."""
    return "".join(KEEPS if keeps else LEAVES for keeps in vote)


def agreed_on(counted: Mapping[int, Sequence[bool]]) -> list[int]:
    """The sentences that all methods keep; none where a single one has been asked."""
    return [i for i, vote in counted.items() if len(vote) >= FEWEST and all(vote)]


def vote_steps(counted: Mapping[int, Sequence[bool]]) -> dict[int, int]:
    """Votes as heat: one method alone 1, more than one 2, all of them 3."""
    return {
        sentence: 1 if sum(vote) < FEWEST else 3 if all(vote) else 2
        for sentence, vote in counted.items()
    }


def agreement(summary: Summary, counted: Mapping[int, Sequence[bool]]) -> float:
    """How much of a summary the other methods keep too, from 0 to 1."""
    shares = [(sum(vote) - 1) / (len(vote) - 1) for vote in _votes_on(summary, counted)]
    return sum(shares) / len(shares) if shares else 0.0


def first_methods(current: str, count: int, also: Sequence[str] = ()) -> list[str]:
    """The methods to begin with: the one in use, then others that rank by other ideas.

    Args:
        current: The method in use.
        count: How many.
        also: Methods that come before the others.
    """
    return list(dict.fromkeys([current, *also, *FIRST_CHOICE]))[:count]


def _votes_on(summary: Summary, counted: Mapping[int, Sequence[bool]]) -> list[Sequence[bool]]:
    return [counted[i] for i in summary.indices if len(counted[i]) >= FEWEST]
