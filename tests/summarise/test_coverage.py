"""Coverage: what a summary touches, how it grows, and where more adds little."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import summarise
from summarise.article import Kind
from tests.summarise.articles import REPORT, article_of, articles


def test_everything_covers_everything():
    ranking = summarise.rank(article_of(*REPORT))
    whole = ranking.select("100%").coverage
    assert whole.terms_touched == whole.terms > 10
    assert whole.paragraphs_touched == whole.paragraphs == 4
    assert whole.skipped == ()
    assert not whole.missed_terms


def test_a_short_summary_names_what_it_misses():
    ranking = summarise.rank(article_of(*REPORT), "lead")
    coverage = ranking.select(1).coverage
    assert coverage.skipped == (1, 2, 3)
    assert (coverage.paragraphs_touched, coverage.paragraphs) == (1, 4)
    assert "harbour" in [term.text for term in coverage.touched_terms]
    assert "museum" in [term.text for term in coverage.missed_terms]


def test_headings_and_boilerplate_are_not_paragraphs_to_cover():
    article = article_of(
        "The harbour", *REPORT, "Subscribe!",
        kinds=[Kind.HEADING], boilerplate=[None] * 5 + ["promotion"],
    )  # fmt: skip
    coverage = summarise.rank(article).select("100%").coverage
    assert (coverage.paragraphs_touched, coverage.paragraphs, coverage.skipped) == (4, 4, ())


def test_the_curve_says_the_share_of_the_key_terms_at_each_length():
    ranking = summarise.rank(article_of(*REPORT))
    curve = ranking.coverage_curve
    for size, share in enumerate(curve, 1):
        coverage = ranking.select(size).coverage
        touched = sum(term.weight for term in coverage.touched_terms)
        missed = sum(term.weight for term in coverage.missed_terms)
        assert share == pytest.approx(touched / (touched + missed))


def test_the_suggested_length_is_where_the_curve_bends():
    plain = ["The rain fell.", "Then rain fell again.", "Still the rain fell."]
    article = article_of(
        ["Ships and dockers met the mayor in the harbour.", "And rain fell."], plain
    )
    assert summarise.rank(article, "lead").suggested_length == 2


def test_nothing_suggests_nothing():
    assert summarise.rank(article_of()).suggested_length == 0
    assert summarise.rank(article_of()).coverage_curve == ()


@settings(max_examples=80, deadline=None)
@given(articles())
def test_the_curve_only_rises_and_ends_at_everything(article):
    ranking = summarise.rank(article)
    curve = ranking.coverage_curve
    assert len(curve) == len(ranking.order)
    assert list(curve) == sorted(curve)
    assert all(0 <= share <= 1 for share in curve)
    assert not curve or curve[-1] == pytest.approx(1) or curve[-1] == 0
    assert min(1, len(curve)) <= ranking.suggested_length <= len(curve)
