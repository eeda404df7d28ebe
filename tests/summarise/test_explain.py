"""Why a sentence is in or out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import summarise
from summarise.article import Kind
from summarise.length import Length, Unit
from summarise.ranking.explanation import explain
from tests.summarise.articles import REPORT, article_of, articles


def test_parts_add_up_to_the_score_of_every_sentence():
    ranking = summarise.rank(article_of(*REPORT, title="Council closes harbour"))
    for sentence in ranking.order:
        found = explain(ranking, sentence)
        assert sum(found.parts.values()) == pytest.approx(found.score, abs=1e-9)
        assert found.reason == ""


def test_it_enters_at_its_rank_and_at_the_least_share_that_holds_it():
    ranking = summarise.rank(article_of(*REPORT))
    for rank, sentence in enumerate(ranking.order, 1):
        found = explain(ranking, sentence)
        assert (found.rank, found.of) == (rank, len(ranking.order))
        assert sentence in ranking.select(found.rank).kept
        assert sentence in ranking.select(Length(found.percent, Unit.PERCENT)).kept
        if found.percent > 1 and rank > 1:
            assert sentence not in ranking.select(Length(found.percent - 1, Unit.PERCENT)).kept


def test_the_strongest_terms_are_those_shared_with_other_sentences():
    found = explain(summarise.rank(article_of(*REPORT)), 7)
    terms = [term.term for term in found.terms]
    assert terms[0] == "harbour"
    assert {"council", "cargo", "ships"} <= set(terms)
    weights = [term.weight for term in found.terms]
    assert weights == sorted(weights, reverse=True)


def test_terms_are_written_as_the_sentence_writes_them():
    article = article_of(["Lukashenko’s power fades.", "Power left Lukashenko."])
    terms = {t.term for t in explain(summarise.rank(article), 0).terms}
    assert {"Lukashenko", "power"} <= terms


def test_the_nearest_sentences_come_first_and_it_is_not_its_own():
    found = explain(summarise.rank(article_of(*REPORT)), 7)
    assert found.neighbours[0].sentence == 0
    similarities = [n.similarity for n in found.neighbours]
    assert similarities == sorted(similarities, reverse=True)
    assert 7 not in [n.sentence for n in found.neighbours]


def test_what_says_nothing_by_itself_is_no_neighbour():
    article = article_of(
        ["Nobody mends a cable in a storm, so the ship waited for two days in the bay."],
        ["— Moira Tennent, cable jointer"],
        ["The crew mends a cable in a calm sea, and the ship hardly moves meanwhile."],
    )
    ranking = summarise.rank(article)
    assert 1 in ranking.index.unfit
    assert [n.sentence for n in explain(ranking, 0).neighbours] == [2]


def test_a_method_without_parts_has_the_rest():
    found = explain(summarise.rank(article_of(*REPORT), "lead"), 0)
    assert not found.parts
    assert (found.rank, found.score) == (1, 1.0)
    assert found.terms
    assert found.neighbours


def test_what_is_not_ranked_says_why():
    article = article_of(
        "The harbour", *REPORT, "Subscribe now.",
        kinds=[Kind.HEADING], boilerplate=[None] * 5 + ["promotion"],
    )  # fmt: skip
    ranking = summarise.rank(article).steer(drops={3})
    heading = explain(ranking, 0)
    assert (heading.rank, heading.score, heading.percent) == (None, None, None)
    assert heading.reason == "never picked: heading"
    last = len(article.sentences) - 1
    assert explain(ranking, last).reason == "not part of the article: promotion"
    assert explain(ranking, 3).reason == "dropped by you"
    by_block = summarise.rank(article.drop(1))
    assert explain(by_block, 1).reason == "dropped by you"


@settings(max_examples=60, deadline=None)
@given(articles(15))
def test_every_sentence_of_any_article_can_be_explained(article):
    ranking = summarise.rank(article)
    for sentence in article.sentences:
        found = explain(ranking, sentence.index)
        assert (found.rank is None) == bool(found.reason)


@pytest.mark.parametrize("sentence", [-1, 3, 10**9])
def test_a_sentence_that_is_not_there_is_not_explained(sentence):
    text = "The ice held. Nobody crossed it. The ferry lay in the harbour."
    ranking = summarise.rank(summarise.parse(text))
    with pytest.raises(IndexError, match=f"no sentence {sentence}: the article has 3"):
        explain(ranking, sentence)
