"""Steering: pins first, drops never, focus terms up or down; one order as before."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarise
from summarise.index import Index
from tests.summarise.articles import REPORT, article_of, articles


@pytest.fixture
def ranking():
    return summarise.rank(article_of(*REPORT))


def test_pins_come_first_in_their_old_order(ranking):
    pins = {ranking.order[-1], ranking.order[4]}
    steered = ranking.steer(pins=pins)
    assert steered.order[:2] == (ranking.order[4], ranking.order[-1])
    assert steered.order[2:] == tuple(i for i in ranking.order if i not in pins)
    assert steered.pins == pins


def test_drops_are_gone(ranking):
    dropped = ranking.order[0]
    steered = ranking.steer(drops={dropped})
    assert steered.order == ranking.order[1:]
    assert steered.rank_of(dropped) is None
    assert steered.drops == {dropped}


def test_a_drop_beats_a_pin(ranking):
    steered = ranking.steer(pins={3}, drops={3})
    assert 3 not in steered.order
    assert not steered.pins


def test_what_is_wished_behind_comes_after_all_that_is_fit_and_not_pinned(ranking):
    first = ranking.order[:4]
    steered = ranking.steer(pins={first[1]}, behind={*first, 10_000})
    assert steered.order[0] == first[1]
    fit = [i for i in steered.order if i not in ranking.index.unfit]
    assert fit[-3:] == [first[0], *first[2:]]
    assert set(steered.order) == set(ranking.order)
    assert steered.behind == set(first)


def test_what_leans_on_something_behind_comes_after_what_stands_alone():
    article = article_of(
        "The council of Varnholm has three plans for the harbour quarter.",
        "First, the old cranes are to be painted and kept as a monument of the port.",
        "Second, the quay is to be paved for cyclists from the lock to the lighthouse.",
        "However, it has not said who would pay for the paving of the quay.",
        "Herring prices fell for the seventh week because the catch in the north was large.",
        "A ferry to the islands will sail every hour from the first of June.",
    )
    ranking = summarise.rank(article)
    leaning = [i for i, on in ranking.index.antecedents.items() if any(a.needed for a in on)]
    assert leaning
    behind = {a.sentence for i in leaning for a in ranking.index.antecedents[i] if a.needed}
    behind -= set(leaning)
    steered = ranking.steer(behind=behind)
    alone = [i for i in steered.order if i not in behind and i not in leaning]
    assert alone
    assert steered.order[: len(alone)] == tuple(alone)
    assert set(steered.order[len(alone) : -len(behind)]) == set(leaning)
    pinned = ranking.steer(behind=behind, pins=behind)
    assert pinned.order[len(behind) :] == tuple(i for i in ranking.order if i not in behind)


@pytest.mark.parametrize("word", ["museum", "Museum", "MUSEUMS"])
def test_more_of_a_term_lifts_the_sentences_that_hold_it(ranking, word):
    steered = ranking.steer(focus={word: 1})
    for sentence in (1, 9):
        assert steered.rank_of(sentence) <= ranking.rank_of(sentence)
        assert steered.score_of(sentence) > ranking.score_of(sentence)
    assert steered.rank_of(9) < ranking.rank_of(9)
    assert steered.score_of(4) == ranking.score_of(4)


def test_less_of_a_term_lowers_them(ranking):
    steered = ranking.steer(focus={"dockers": -1})
    best = ranking.rank_of(0)
    assert steered.rank_of(6) > ranking.rank_of(6) > best


@pytest.mark.parametrize(
    ("wanted", "written"),
    [("elections", "election"), ("election", "elections"), ("vote", "votes"), ("Voted", "votes")],
)
def test_inflection_makes_no_difference(wanted, written):
    article = article_of(["Rain fell.", "Snow lay on hills.", f"There were {written}."])
    steered = summarise.rank(article, "lead").steer(focus={wanted: 5})
    assert steered.order[0] == 2


def test_another_word_that_begins_alike_is_not_meant():
    article = article_of(["Rain fell on ports.", "The party met.", "Snow lay."])
    steered = summarise.rank(article, "lead").steer(focus={"part": 5})
    assert steered.order == (0, 1, 2)


def test_a_phrase_lifts_what_holds_all_of_it_most():
    article = article_of(
        ["Rain fell.", "The union met.", "Ships of the European Union sailed."], ["Snow lay."]
    )
    steered = summarise.rank(article, "lead").steer(focus={"European Union": 3})
    assert steered.order[:2] == (2, 1)


def test_parts_still_add_up(ranking):
    steered = ranking.steer(pins={5}, drops={0}, focus={"museum": 1, "union": -0.5})
    for place, score in enumerate(steered.scores):
        parts = sum(values[place] for values in steered.parts.values())
        assert parts == pytest.approx(score, abs=1e-9)
    assert any(steered.parts["focus"])


def test_steering_anew_replaces_what_was_there(ranking):
    steered = ranking.steer(pins={5}, drops={0}, focus={"museum": 1})
    assert steered.steer(drops={1}) == ranking.steer(drops={1})
    assert steered.steer() is ranking


def test_pins_that_do_not_fit_are_named(ranking):
    steered = ranking.steer(pins={2, 5, 8})
    assert steered.select(3).missing_pins == ()
    short = steered.select(2)
    assert len(short.missing_pins) == 1
    assert set(short.missing_pins) | short.kept == {2, 5, 8}


def test_what_the_first_focus_needs_can_be_made_beforehand(monkeypatch):
    index = Index(article_of(*REPORT))
    index.prepare_steering()
    monkeypatch.delattr("summarise.index.vectors.Vectors.__init__")  # nothing is indexed again
    assert summarise.rank(index, "lead").steer(focus={"museum": 5}).order[:2] == (1, 9)


def test_every_method_can_be_steered():
    lead = summarise.rank(article_of(*REPORT), "lead")
    steered = lead.steer(pins={8}, drops={1}, focus={"museum": 1})
    assert steered.order[0] == 8
    assert not steered.parts
    assert steered.method == "lead"


SENTENCES = st.frozensets(st.integers(0, 30), max_size=6)
FOCUS = st.dictionaries(
    st.sampled_from(["harbour", "elections", "公園", "the", "", "He voters", "nowhere"]),
    st.sampled_from([-2.0, -1.0, 0.0, 0.5, 1.0, 3.0]),
    max_size=3,
)


@settings(max_examples=150, deadline=None)
@given(articles(), SENTENCES, SENTENCES, FOCUS)
def test_a_steered_ranking_is_one_order_of_what_is_not_dropped(article, pins, drops, focus):
    ranking = summarise.rank(article)
    steered = ranking.steer(pins, drops, focus)
    candidates = set(article.candidates)
    assert sorted(steered.order) == sorted(candidates - drops)
    pinned = (pins & candidates) - drops
    assert set(steered.order[: len(pinned)]) == pinned
    for size in range(1, len(steered.order)):
        assert steered.select(size).kept < steered.select(size + 1).kept
    for place, score in enumerate(steered.scores):
        parts = sum(values[place] for values in steered.parts.values())
        assert parts == pytest.approx(score, abs=1e-9)
    if not any(focus.values()):
        rest = [i for i in ranking.order if i not in drops and i not in pinned]
        assert list(steered.order[len(pinned) :]) == rest


def test_a_single_character_is_a_term_where_there_are_no_words() -> None:
    sentences = ["书店在年底关门。", "老师买书。", "店里的生意不好。", "他们去网上买。"]
    ranking = summarise.rank(article_of(sentences, language="zh"))
    for character, best in (("网", 3), ("店", 0)):
        steered = ranking.steer(focus={character: 3})
        assert steered.order[0] == best or character in sentences[steered.order[0]]
        assert steered.score_of(best) > ranking.score_of(best)
        assert steered.score_of(1) == ranking.score_of(1)


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), float("-inf"), 1e308])
def test_weights_that_are_no_weights_leave_scores_that_are_numbers(ranking, weight) -> None:
    steered = ranking.steer(focus={"museum": weight})
    assert sorted(steered.order) == sorted(ranking.order)
    assert all(map(math.isfinite, steered.scores))
