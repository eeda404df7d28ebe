"""Votes of several methods on each sentence."""

from __future__ import annotations

import pytest

from summarise.index import Index
from summarise.ranking.ranking import Ranking, Summary
from tests.generated import make_article
from tui.state.votes import FIRST_CHOICE, agreement, ballot, first_methods, vote_steps, votes

ARTICLE = make_article(1, 6)
INDEX = Index(ARTICLE)
CANDIDATES = ARTICLE.candidates


def summary(*picks: int) -> Summary:
    """A summary of some candidates, best first."""
    order = tuple(CANDIDATES[pick] for pick in picks)
    return Ranking(INDEX, "made up", order, (1.0,) * len(order)).select(len(order) or 1)


def test_votes_say_who_keeps_what():
    counted = votes([summary(0, 1), summary(1, 2), summary(1, 0)])
    assert counted == {
        CANDIDATES[0]: (True, False, True),
        CANDIDATES[1]: (True, True, True),
        CANDIDATES[2]: (False, True, False),
    }
    assert [ballot(vote) for vote in counted.values()] == ["●·●", "●●●", "·●·"]


def test_heat_goes_from_one_vote_over_some_to_all():
    counted = votes([summary(0, 1), summary(1, 2), summary(1, 0)])
    assert list(vote_steps(counted).values()) == [2, 3, 1]


@pytest.mark.parametrize(
    ("others", "share"),
    [([(0, 1)], 1.0), ([(2, 3)], 0.0), ([(0, 2)], 0.5), ([(0, 1), (0, 3)], 0.75)],
)
def test_agreement_is_the_share_of_votes_by_others(others: list[tuple[int, ...]], share: float):
    mine = summary(0, 1)
    counted = votes([mine, *(summary(*picks) for picks in others)])
    assert agreement(mine, counted) == share


def test_nobody_agrees_with_a_single_method_or_on_nothing():
    mine = summary(0, 1)
    assert agreement(mine, votes([mine])) == 0.0
    assert agreement(summary(), {}) == 0.0
    assert votes([]) == {}


def test_the_comparison_begins_with_the_method_in_use():
    assert first_methods("luhn", 3) == ["luhn", *FIRST_CHOICE[:2]]
    assert first_methods("lexrank", 3) == ["lexrank", "salience", "lsa"]
