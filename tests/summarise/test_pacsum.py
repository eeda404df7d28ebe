"""The default ranking: what it prefers, that its parts add up, and that nothing breaks it."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings

import summarise
from summarise.article import Article, Kind
from summarise.index import Index
from summarise.methods import pacsum
from summarise.methods.greedy import EXACT_PICKS, EXACT_WORK, pick_greedily
from summarise.methods.scores import Scores
from summarise.text.quotations import quoted_shares
from tests.summarise.articles import REPORT, article_of, articles


def score(article: Article) -> Scores:
    return pacsum.score(Index(article))


PARTS = {
    "centrality",
    "title",
    "introduces",
    "position",
    "numbers",
    "cue",
    "quotation",
    "cost",
    "short",
    "fragment",
    "redundancy",
    "reference",
}


@settings(max_examples=150, deadline=None)
@given(articles())
def test_any_article_is_ranked_whole_with_finite_scores_that_are_sums(article):
    scores = score(article)
    assert sorted(scores.ranked()) == list(range(len(article.candidates)))
    assert np.isfinite(scores.values).all()
    assert set(scores.parts) == PARTS
    assert np.allclose(sum(scores.parts.values()), scores.values, rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    "sentences",
    [
        ["The the of and."] * 3,
        ["Harbour."],
        ["Harbour park."] * 5,
        ["...", "!!!", "—"],
        ["東京都は新しい公園を作る。", "新しい公園には橋がある。", "市長は公園を喜んだ。"],
        [""],
    ],
    ids=["stop words", "one word", "duplicates", "no words", "Japanese", "empty"],
)
def test_degenerate_articles_are_ranked(sentences):
    order = score(article_of(sentences)).ranked()
    assert sorted(order) == list(range(len(sentences)))


def test_sentences_that_say_nothing_keep_the_order_of_the_text():
    article = article_of(["The of and to."] * 6)
    assert score(article).ranked() == [0, 1, 2, 3, 4, 5]


def test_the_statement_that_the_text_comes_back_to_is_first():
    ranking = summarise.rank(article_of(*REPORT, title="Council closes harbour"), "pacsum")
    assert ranking.order[0] == 0


def test_a_repeated_sentence_is_not_picked_twice_in_a_row():
    first = "The council of the city voted to close the harbour to all cargo ships."
    other = "A museum about the harbour and its ships opens in the new city park."
    ranking = summarise.rank(
        article_of([first, first, other, "Rain fell all over the county."]), "pacsum"
    )
    assert 1 not in ranking.order[:2]
    assert ranking.parts["redundancy"][ranking.order.index(1)] == pytest.approx(-0.4)


def test_an_open_reference_costs_until_the_sentence_before_is_in():
    article = article_of(*REPORT)
    ranking = summarise.rank(article, "pacsum")
    reference = dict(zip(ranking.order, ranking.parts["reference"], strict=True))
    for leaning in (1, 2, 7):
        before_is_in = ranking.rank_of(leaning - 1) < ranking.rank_of(leaning)
        assert reference[leaning] == (0 if before_is_in else pytest.approx(-0.6))
    assert not summarise.summarise(article, "3").dangling


def test_words_of_the_title_lift_a_sentence():
    paragraphs = (["Dockers met in town.", "Bridges are long.", "Museums are old and quiet."],)
    title = dict(
        zip(
            range(3),
            score(article_of(*paragraphs, title="Old museums")).parts["title"],
            strict=True,
        )
    )
    assert title == {0: 0.0, 1: 0.0, 2: pytest.approx(0.4)}


def test_a_sentence_that_says_what_the_text_does_has_a_cue():
    article = article_of(["Ships are large.", "In this paper we measure ships with care."])
    assert score(article).parts["cue"].tolist() == [0.0, pytest.approx(0.2)]


def test_numbers_count_where_they_are_rare():
    plain = ["Ships sail on the sea all day."] * 9
    rare = score(article_of([*plain, "Ships carry 300 people on the sea."])).parts["numbers"]
    common = score(article_of(["Ships carry 300 people."] * 10)).parts["numbers"]
    assert rare[-1] == pytest.approx(0.16)
    assert not common.any()


def test_what_does_not_end_like_a_sentence_costs_where_sentences_do():
    plain = ["Ships sail on the sea all day."] * 4
    assert score(article_of([*plain, "2. Why ships sail"])).parts["fragment"][-1] < -0.2
    assert not score(article_of(["Ships sail", "Dockers work"])).parts["fragment"].any()


def test_a_quotation_goes_on_over_sentences_but_not_over_paragraphs():
    article = article_of(*REPORT, ['"This was never closed.'], ["Nobody speaks here."])
    shares = Index(article).quoted_shares
    assert shares == quoted_shares(article.sentences), "no paragraph with a mark is passed over"
    assert shares[4] > 0.9
    assert 0.5 < shares[5] < 0.9
    assert shares[-1] == 0


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„Das ist gut“, sagte er.", 11),
        ("« C'est bien », dit-il.", 12),
        ("»Das ist gut«, sagte er.", 11),
        ("「良い」と言った。", 2),
        ('A board of 12" by 6" was used.', 0),
    ],
)
def test_quotation_marks_of_other_languages(text, quoted):
    assert Index(article_of([text])).quoted_shares == [quoted / len(text)]


def test_headings_and_boilerplate_are_never_ranked():
    article = article_of(
        "The harbour", *REPORT, "Subscribe now to our letters from the harbour.",
        kinds=[Kind.HEADING], boilerplate=[None] * 5 + ["promotion"],
    )  # fmt: skip
    order = summarise.rank(article, "pacsum").order
    assert sorted(order) == list(article.candidates)
    assert 0 not in order
    assert len(article.sentences) - 1 not in order


def test_the_title_above_a_plain_text_is_never_picked():
    text = "The harbour of Avonmouth\n\n" + "\n\n".join(" ".join(texts) for texts in REPORT)
    article = summarise.parse(text)
    assert article.title == "The harbour of Avonmouth"
    assert 0 not in summarise.rank(article, "pacsum").order


def test_vectors_are_of_unit_length_and_similarities_are_cosines():
    vectors = Index(article_of(*REPORT)).vectors
    for row in range(vectors.n):
        similarities = vectors.similarities(row)
        assert similarities[row] == pytest.approx(1)
        assert similarities.max() <= 1 + 1e-9
        assert similarities.min() >= 0
        assert similarities[0] == pytest.approx(vectors.similarities(0)[row])


def test_centrality_by_running_sums_is_that_by_pairs():
    from summarise.methods.pacsum_parts import centrality, to_unit_range

    vectors = Index(article_of(*REPORT)).vectors
    matrix = np.array([vectors.similarities(row) for row in range(vectors.n)])
    by_pairs = np.triu(matrix, 1).sum(1) - 0.3 * np.tril(matrix, -1).sum(1)
    assert np.allclose(centrality(vectors), to_unit_range(by_pairs))


def test_an_elided_article_is_not_part_of_the_word():
    vectors = Index(article_of(["L'homme dort.", "Un homme mange."], language="fr")).vectors
    assert vectors.similarities(0)[1] > 0.1


def test_picks_beyond_the_exact_ones_go_by_what_was_known_then():
    n = EXACT_PICKS + 50
    values = np.linspace(1, 0, n)
    nothing = np.zeros(n, np.int64)
    picks = pick_greedily(values, lambda row: np.eye(1, n, row)[0], {}, nothing > 0, nothing)
    assert picks.order.tolist() == list(range(n))


def test_looking_for_likeness_ends_when_it_takes_too_long():
    n, looked_at = 500, []

    def similarities(row):
        looked_at.append(row)
        return np.zeros(n)

    everything = np.full(n, EXACT_WORK // 10)
    picks = pick_greedily(np.linspace(1, 0, n), similarities, {}, everything < 0, everything)
    assert picks.order.tolist() == list(range(n))
    assert len(looked_at) == 10


def test_the_order_is_the_same_whatever_the_hash_seed():
    code = (
        "from tests.summarise.articles import *; import summarise;"
        "print(summarise.rank(article_of(*REPORT, title='Council closes harbour'), 'pacsum').order)"
    )
    orders = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(orders) == 1


def test_ranking_loads_neither_sumy_nor_stemmers():
    code = (
        "import sys; from tests.summarise.articles import *; import summarise;"
        "summarise.rank(article_of(*REPORT), 'pacsum').select(3).link(1);"
        "print([m for m in ('requests', 'sumy.summarizers', 'nltk.stem') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
