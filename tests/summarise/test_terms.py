"""The index of an article's words: NLTK's words, counted once, in arrays that fit together."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize.destructive import NLTKWordTokenizer

import summarise
from summarise.article import Article, Kind
from summarise.index import Index, Terms
from summarise.index.arrays import order_of
from summarise.text.ports.tokeniser import chunks_of, tokenise_chunks
from tests.generated import article_of, make_article, real_sentences


def words_of(sentence: str, language: str = "en") -> list[str]:
    chunks = chunks_of(sentence)
    return [word for words in tokenise_chunks(chunks, language) for word in words]


def nltk_words_of(sentence: str) -> list[str]:
    tokens = NLTKWordTokenizer().tokenize(sentence)
    return [token for token in tokens if any(map(str.isalnum, token))]


def without_clitics(words: list[str]) -> list[str]:
    # "'s" holds a letter, but no method counts it.
    return [word for word in words if word[0] != "'"]


def article(*texts: str, title: str = "", language: str = "en") -> Article:
    return article_of([(Kind.TEXT, list(texts))], title, language)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_words_are_those_of_nltk(language: str) -> None:
    for sentence in real_sentences(language):
        found = without_clitics(words_of(sentence))
        assert found == without_clitics(nltk_words_of(sentence))


WORDS = st.sampled_from(
    [
        *("Belarus", "cable", "naïve", "Größe", "state-of-the-art", "2012-2015", "a_b", "and/or"),
        *("don't", "it's", "we'll", "WE'LL", "shouldn't've", "l'eau", "O'Brien", "rock'n'roll"),
        *("cannot", "gonna", "Wanna", "lemme", "can", "d'ye", "more'n"),
        *("U.S.", "e.g.", "3.5", "1,200", "10:30", "AT&T", "$5", "50%", "#1", "x@y.org"),
    ]
)
# Not a straight single quote: versions of NLTK differ in what they leave it on.
BEFORE = st.sampled_from(["", "", "", "(", '"', "“", "‘", "[", "«", "--", "$", "„"])
BEHIND = st.sampled_from(
    ["", "", "", ",", ";", ":", "?", "!", ")", '"', "”", "’s", "...", "—", "'"]
)
ENDS = st.sampled_from([".", "?", "!", '."', ".”", ".)", '.")', "…", "", '"', ". )"])


@given(st.lists(st.tuples(BEFORE, WORDS, BEHIND), min_size=1, max_size=8), ENDS)
def test_words_are_those_of_nltk_whatever_stands_around_them(
    parts: list[tuple[str, str, str]], end: str
) -> None:
    sentence = " ".join(map("".join, parts)) + end
    if sentence.rstrip("\"'”).").count("'") % 2 == 1 and end.startswith("."):
        return  # NLTK leaves the full stop on the word where a single quote is open before it
    assert without_clitics(words_of(sentence)) == without_clitics(nltk_words_of(sentence))


def test_full_stop_comes_off_before_two_closing_quotes() -> None:
    assert words_of("“He sang ‘Mr. Lonely.’ ”")[-1] == "Lonely"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10**6,
        "'" * 10**5,
        "a-" * 10**5 + "!x",
        "((" * 10**5,
        ".)" * 10**5 + "x",
        "n't" * 10**5,
    ],
)
def test_long_pieces_take_no_longer_than_their_length(text: str) -> None:
    assert len(words_of(text)) <= len(text)  # ends at all


@given(st.text())
def test_any_text_has_words_without_spaces(text: str) -> None:
    assert not any(word.split() != [word] for word in words_of(text))


def test_words_and_rows_are_in_text_order() -> None:
    terms = Terms(article("The cable broke.", "A ship mended the cable!", "…"))
    assert terms.n == 3
    assert [terms.types[i] for i in terms.tokens] == [
        *("The", "cable", "broke"),
        *("A", "ship", "mended", "the", "cable"),
    ]
    assert terms.rows.tolist() == [0, 0, 0, 1, 1, 1, 1, 1]
    lowers = [terms.lowers[i] for i in terms.lower_of[terms.tokens]]
    assert lowers.count("the") == 2
    assert [word for word, stop in zip(terms.lowers, terms.stop, strict=True) if stop] == [
        "the",
        "a",
    ]


def test_counts_are_those_of_content_stems() -> None:
    made = make_article(7, 40)
    stems = Terms(made).stems
    counts = stems.counts
    expected = Counter(zip(stems.content_rows.tolist(), stems.content_stems.tolist(), strict=True))
    found = zip(counts.rows.tolist(), counts.columns.tolist(), strict=True)
    assert dict(zip(found, counts.counts.tolist(), strict=True)) == expected
    assert list(expected) != sorted(expected)
    assert sorted(expected) == list(zip(counts.rows.tolist(), counts.columns.tolist(), strict=True))
    assert stems.lengths.sum() == counts.counts.sum()


def test_inflections_share_a_stem() -> None:
    stems = Terms(article("Cables break.", "The cable is breaking.")).stems
    assert set(stems.names) >= {"cabl", "break"}
    assert stems.counts.columns.tolist().count(stems.names.index("cabl")) == 2


def test_the_parts_of_an_index_are_made_once() -> None:
    index = Index(make_article(1, 5))
    assert index.terms is index.terms
    assert index.vectors.terms is index.terms
    assert summarise.rank(index, "luhn").index is summarise.rank(index, "lead").index


def test_an_article_keeps_nothing_of_its_index() -> None:
    made = make_article(1, 5)
    before = dict(vars(made))
    summarise.rank(made, "textrank").steer(focus={"word": 1.0})
    new = vars(made).keys() - before.keys()
    assert new <= {"candidates", "body", "sentence_words", "words"}, (
        "only what is said of an article itself"
    )


def test_headings_count_once_and_are_not_candidates() -> None:
    made = article_of(
        [(Kind.HEADING, ["Cables"]), (Kind.HEADING, ["The sea"]), (Kind.TEXT, ["A ship sails."])],
        title="Cables",
    )
    terms = Terms(made)
    assert terms.n == 1
    assert terms.headings == ["Cables", "The sea"]
    assert [terms.types[i] for i in terms.title_tokens] == ["Cables"]
    assert [terms.types[i] for i in terms.heading_tokens] == ["Cables", "The", "sea"]


def test_vocabulary_holds_digits_and_parts_but_no_clitics() -> None:
    terms = Terms(article("It's the 4G and/or COVID-19 test.", title="A 4G test"))
    assert set(terms.vocabulary) >= {"4g", "and", "or", "covid-19", "test"}
    assert "'s" not in terms.vocabulary
    assert {terms.vocabulary[i] for i in terms.title_words} == {"a", "4g", "test"}
    rows, words = terms.word_tokens
    assert len(rows) == len(words) == 7


def test_classic_words_are_sumys() -> None:
    terms = Terms(article("The 4G net isn't O'Brien's, e.g. well-known.", title="The 5th"))
    assert terms.classic_words == [["The", "net", "is", "n't", "O'Brien", "well-known"]]
    assert terms.classic_heading_words == [["The"]]


def test_scripts_without_spaces_go_by_pairs() -> None:
    terms = Terms(article("明天会下雨。", "今天下雨。", language="zh"))
    rows, words = terms.word_tokens
    first, second = ({terms.vocabulary[i] for i in words[rows == row]} for row in (0, 1))
    assert "下雨" in first & second
    assert "下雨" in terms.stems.names


def test_marks_belong_to_words() -> None:
    terms = Terms(article("हिन्दी में लिखा हुआ वाक्य।", language="hi"))
    assert "हिन्दी" in terms.stems.names


def test_nothing_to_index() -> None:
    for made in (article_of([]), article("…"), article_of([(Kind.HEADING, ["Only a heading"])])):
        terms = Terms(made)
        assert len(terms.tokens) == len(terms.stems.stems) == len(terms.stems.counts.rows) == 0
        assert len(terms.word_tokens[0]) == 0


def test_indexing_imports_no_nltk() -> None:
    code = (
        "import sys\n"
        "from tests.generated import make_article\n"
        "from summarise.index import Terms\n"
        "terms = Terms(make_article(1, 50)); terms.stop; terms.word_tokens\n"
        "assert not {'nltk', 'requests'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_rows_are_found_by_several_sets_of_words_at_once():
    article = make_article(5, 60)
    terms = Terms(article)
    several = [("russia", "belarus"), ("the",), (), ("nowhere",), ("a", "an"), ("west",)]
    rows, ids = terms.word_tokens
    words = [[] for _ in range(terms.n)]
    for row, word in zip(rows.tolist(), ids.tolist(), strict=True):
        words[row].append(terms.vocabulary[word])
    for wanted, found in zip(several, terms.rows_with_each(several), strict=True):
        assert found.tolist() == [not set(wanted).isdisjoint(row) for row in words]
        assert terms.rows_with(wanted).tolist() == found.tolist()
    articles, nouns = ("a", "an", "the"), ("west", "russia", "war", "the")
    for within in range(4):
        near = [
            any(
                word in articles and not set(nouns).isdisjoint(row[at : at + within + 1])
                for at, word in enumerate(row)
            )
            for row in words
        ]
        assert terms.rows_with_behind(articles, nouns, within).tolist() == near


@pytest.mark.parametrize("size", [1 << 16, (1 << 16) + 1, 100_000])
def test_values_are_put_in_order_however_large_they_are(size):
    values = np.array([size - 1, 3, 0, 3, size - 1, 65_535, 0], np.int64)
    assert order_of(values, size).tolist() == np.argsort(values, kind="stable").tolist()
