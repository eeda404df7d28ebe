"""Pieces between spaces: no sentence that has a phrase is passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarise.article import Kind
from summarise.index.terms import Terms
from summarise.text.phrases.openings import plain_lower
from tests.generated import article_of

TEXTS = [
    "The boat, however, is late again.",
    "It\u2019s the boat’s turn: ferries too.",
    "Nothing of the kind {% here %} was said.",
    "İstanbul'da vapur kalkıyor, ΟΔΟΣ ends it.",
]


def _terms(texts: list[str]) -> Terms:
    return Terms(article_of([(Kind.TEXT, [text]) for text in texts]))


@pytest.mark.parametrize(
    ("phrases", "rows"),
    [
        ([", however,"], [0]),
        (["boat's turn"], [1]),
        (["however, was"], [0]),  # it may have it, for it has the longest part of it
        (["the kind", "ferries"], [1, 2]),
        (["istanbul'da", "οδος"], [3]),
        (["harbour"], []),
        ([], []),
    ],
)
def test_a_sentence_may_have_a_phrase_if_it_has_the_longest_part_of_it(phrases, rows):
    assert _terms(TEXTS).pieces.rows_with(phrases).nonzero()[0].tolist() == rows


def test_of_many_phrases_a_sentence_may_have_those_of_which_it_has_all_words():
    pieces = _terms(TEXTS).pieces
    phrases = [", however,", "however, was", "is the", "boat's turn", "harbour", "the", "is"]
    found = {phrase: rows.tolist() for phrase, rows in pieces.rows_by_phrase(phrases).items()}
    assert found == {
        ", however,": [0],
        "however, was": [],
        "is the": [0],
        "boat's turn": [1],
        "the": [0, 1, 2],
        "is": [0, 3],
    }
    letters = [chr(letter) for letter in range(ord("a"), ord("z") + 1)]
    pairs = [one + other for one in letters for other in letters]
    for phrase, rows in pieces.rows_by_phrase(pairs).items():  # more than a number has bits
        assert rows.tolist() == [i for i, t in enumerate(TEXTS) if phrase in plain_lower(t)]


def test_patterns_are_found_and_counted_within_pieces():
    pieces = _terms(["a-b c-d", "e f", "g-h"]).pieces
    hyphen = re.compile(r"\w-\w")
    assert pieces.rows_matching(hyphen).tolist() == [True, False, True]
    assert pieces.count(hyphen).tolist() == [2.0, 0.0, 1.0]


def test_pieces_are_found_as_written_and_several_of_them_near_each_other():
    texts = ["The Hill of the Farmers' Union.", "İ and HFU", "Hill a b c Farmers a b Union", "hfu"]
    pieces = _terms(texts).pieces
    capital = re.compile("[A-Z]")
    assert pieces.rows_as_written(capital).tolist() == [True, True, True, False]
    long = pieces.rows_as_written(re.compile("[A-Z]+"), lambda run: len(run) > 2)
    assert long.tolist() == [False, True, False, False]
    several = [pieces.rows_as_written(capital, several=3, within=w).tolist() for w in (5, 6, 8)]
    assert several[0] == [True, False, False, False]
    assert several[1:] == [[True, False, False, False], [True, False, True, False]]
    assert not pieces.rows_as_written(capital, several=9, within=99).any()


WORDS = st.sampled_from(["the", "boat,", "is", "(late)", "It’s", "ferry-boat.", "ΟΔΟΣ", "İ", "“so"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=5), SENTENCE)
def test_what_has_a_phrase_is_never_passed_over(texts: list[str], phrase: str):
    terms = _terms(texts)
    phrase = plain_lower(phrase)
    may_have = terms.pieces.rows_with([phrase])
    by_phrase = terms.pieces.rows_by_phrase([phrase]).get(phrase, [])
    for row, text in enumerate(terms.texts):
        assert (may_have[row] and row in by_phrase) or phrase not in plain_lower(text)
