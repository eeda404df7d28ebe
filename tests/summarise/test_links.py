"""Links: the kept sentence that stands for one left out, and the one a kept sentence leans on."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import summarise
from summarise.article import Kind
from summarise.ranking.links import LIKENESS
from tests.summarise.articles import article_of, articles

COUNCIL = "The council voted to close the harbour to cargo ships."
AGAIN = "The harbour will be closed to all cargo ships, the council said."
OTHER = "Rain fell on the hills all night."


def test_a_sentence_left_out_has_the_kept_one_that_says_it_too():
    summary = summarise.rank(article_of([COUNCIL, OTHER, AGAIN]), "lead").select(2)
    link = summary.link(2)
    assert link.sentence == 0
    assert LIKENESS <= link.similarity < 1


def test_a_sentence_that_nothing_kept_says_has_no_link():
    summary = summarise.rank(article_of([COUNCIL, AGAIN, OTHER]), "lead").select(2)
    assert summary.link(2) is None


def test_a_single_word_in_common_is_no_link():
    alike = ["A fire needs company.", "He ran his company for years."]
    assert summarise.rank(article_of(alike), "lead").select(1).link(1) is None


@given(articles())
@settings(max_examples=60, deadline=None)
def test_the_link_is_the_most_alike_of_all_that_are_kept(article):
    summary = summarise.rank(article, "lead").select(3)
    vectors, candidates = summary.ranking.index.vectors, summary.ranking.article.candidates
    for sentence in candidates:
        link = summary.link(sentence)
        if link is None or sentence in summary.kept:
            continue
        alike = vectors.similarities(vectors.row_of[sentence])
        terms = set(vectors.row_terms[vectors.row(vectors.row_of[sentence])])
        for kept in summary.indices:
            row = vectors.row_of[kept]
            if alike[row] > link.similarity + 1e-9:
                assert len(terms & set(vectors.row_terms[vectors.row(row)])) < min(2, len(terms))


def test_a_kept_sentence_stands_for_itself():
    link = summarise.rank(article_of([COUNCIL, OTHER]), "lead").select(1).link(0)
    assert (link.sentence, link.similarity) == (0, 1.0)


def test_headings_and_boilerplate_have_no_link():
    article = article_of(
        COUNCIL, [COUNCIL], COUNCIL, kinds=[Kind.HEADING], boilerplate=[None, None, "promotion"]
    )
    summary = summarise.rank(article).select(1)
    assert summary.kept == {1}
    assert summary.link(0) is None
    assert summary.link(2) is None


def test_a_dangling_sentence_names_the_one_before_it():
    article = article_of([COUNCIL, "It will become a park."], ["However, nobody cheered.", OTHER])
    ranking = summarise.rank(article, "lead").steer(pins={1, 2})
    assert ranking.select(2).dangling == {1: 0}
    assert ranking.select(3).dangling == {}


def test_the_first_sentence_dangles_from_nothing():
    summary = summarise.rank(article_of(["It will become a park.", OTHER]), "lead").select(1)
    assert summary.dangling == {}


def test_the_sentence_before_is_the_candidate_before():
    article = article_of(
        [COUNCIL], "Subscribe!", ["They cheered.", OTHER], boilerplate=[None, "promotion"]
    )
    ranking = summarise.rank(article, "lead").steer(pins={2})
    assert ranking.select(1).dangling == {2: 0}


@settings(max_examples=60, deadline=None)
@given(articles(15), st.integers(1, 10))
def test_links_of_any_article_lead_to_kept_sentences(article, length):
    summary = summarise.rank(article).select(length)
    for sentence in article.sentences:
        link = summary.link(sentence.index)
        if link is not None:
            assert link.sentence in summary.kept
            assert LIKENESS <= link.similarity <= 1
    assert set(summary.dangling) <= summary.kept
    assert summary.kept.isdisjoint(summary.dangling.values())
