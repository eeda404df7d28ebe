"""The grammar of lengths, and what a length keeps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise import Length, LengthError, Unit
from summarise.length import WORDS_PER_MINUTE
from tests.generated import make_article

ARTICLE = make_article(3, 60)
RANKING = summarise.rank(ARTICLE)
TOTAL = len(RANKING.order)
LENGTHS = st.one_of(
    st.integers(1, 100).map(str),
    st.floats(0.5, 100).map(lambda n: f"{n:.1f}%"),
    st.integers(1, 2000).map(lambda n: f"{n}w"),
    st.floats(0.1, 10).map(lambda n: f"{n:.1f}min"),
    st.integers(1, 9000).map(lambda n: f"{n}c"),
)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("5", 5, Unit.SENTENCES),
        (" 12 sentences", 12, Unit.SENTENCES),
        ("20%", 20, Unit.PERCENT),
        ("0.5 %", 0.5, Unit.PERCENT),
        ("100w", 100, Unit.WORDS),
        ("100 Words", 100, Unit.WORDS),
        ("2min", 2, Unit.MINUTES),
        ("1.5 m", 1.5, Unit.MINUTES),
        ("280c", 280, Unit.CHARACTERS),
    ],
)
def test_what_is_understood(text: str, amount: float, unit: Unit):
    assert Length.parse(text) == Length(amount, unit)


@pytest.mark.parametrize(
    "text", ["", "lots", "-3", "0", "0%", "120%", "2.5", "1.5w", "5 apples", "1e9", "5\n6", "٥٪x"]
)
def test_what_is_not_understood_is_one_line_that_helps(text: str):
    with pytest.raises(LengthError) as raised:
        Length.parse(text)
    message = str(raised.value)
    assert "\n" not in message
    assert "%" in message or "whole number" in message


def test_a_number_will_do():
    assert RANKING.select(3).size == 3


@given(LENGTHS)
def test_a_length_is_written_as_it_is_read(text: str):
    length = Length.parse(text)
    assert Length.parse(str(length)) == length


@given(LENGTHS)
def test_a_summary_stays_within_its_length_and_the_next_sentence_would_not(text: str):
    length = Length.parse(text)
    summary = RANKING.select(length)
    assert 1 <= summary.size <= TOTAL
    assert summary.kept == set(RANKING.order[: summary.size])
    more = RANKING.select(min(TOTAL, summary.size + 1))

    def used(chosen: summarise.ranking.summary.Summary) -> float:
        match length.unit:
            case Unit.WORDS:
                return chosen.words
            case Unit.MINUTES:
                return chosen.words / WORDS_PER_MINUTE
            case Unit.CHARACTERS:
                return len(chosen.text)
            case Unit.PERCENT:
                return 100 * chosen.size / TOTAL
            case Unit.SENTENCES:
                return chosen.size
        raise AssertionError(length.unit)

    assert summary.size == 1 or used(summary) <= length.amount + 1e-6
    assert summary.size == TOTAL or used(more) > length.amount - 1e-6


@given(st.lists(LENGTHS, min_size=2, max_size=6))
def test_summaries_are_nested(texts: list[str]):
    summaries = sorted((RANKING.select(text) for text in texts), key=lambda s: s.size)
    for shorter, longer in pairwise(summaries):
        assert shorter.kept <= longer.kept


def test_a_summary_is_in_document_order_one_sentence_a_line():
    summary = RANKING.select("20%")
    assert list(summary.indices) == sorted(summary.indices)
    assert summary.text.splitlines() == [s.text for s in summary.sentences]
    assert 0 < summary.share < 1
    assert summary.words == sum(ARTICLE.sentences[i].words for i in summary.indices)


def test_an_article_without_sentences_has_an_empty_summary():
    empty = summarise.rank(summarise.parse(""))
    for length in ("5", "20%", "100w", "2min", "280c"):
        assert empty.select(length).text == ""


def test_a_sentence_enters_at_its_rank():
    for sentence in RANKING.order[:10]:
        rank = RANKING.rank_of(sentence)
        assert sentence in RANKING.select(rank).kept
        assert rank == 1 or sentence not in RANKING.select(rank - 1).kept
    assert RANKING.rank_of(len(ARTICLE.sentences)) is None
    assert RANKING.score_of(RANKING.order[0]) == RANKING.scores[0]


def test_the_one_liner():
    assert summarise.summarise("One here. Two there. Three where?", "2").size == 2
    assert summarise.summarise(ARTICLE, 4, "lead").indices == ARTICLE.candidates[:4]


@pytest.mark.parametrize("amount", [float("nan"), float("inf")])
def test_an_amount_that_is_no_number_is_an_error_of_ours(amount):
    for unit in summarise.Unit:
        with pytest.raises(summarise.LengthError, match="must be a number"):
            summarise.Length(amount, unit)
