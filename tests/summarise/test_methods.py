"""What every method keeps to, and where each is right and sumy is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarise
from summarise.article import Article, Kind
from summarise.errors import MethodError
from summarise.index import Index
from summarise.methods import MODEL, Method, all_methods, find_method, methods
from tests.generated import article_of, make_article

EVERY = [method for method in all_methods() if method.available]
OWN = [method for method in methods() if method.available]
names = [method.name for method in EVERY]


def article(*texts: str, title: str = "", language: str = "en") -> Article:
    return article_of([(Kind.TEXT, list(texts))] if texts else [], title, language)


ODD = {
    "nothing": article(),
    "only a heading": article_of([(Kind.HEADING, ["Cables"])]),
    "one sentence": article("The cable broke.", title="Cables"),
    "one word": article("Cables"),
    "one mark": article("…"),
    "two apart": article("The cable broke.", "Nobody slept."),
    "two alike": article("The cable broke.", "The cable broke."),
    "all stop words": article("It was so.", "They had been there.", "What is this then?"),
    "all alike": article(*["The ship mended the cable."] * 12),
    "single words": article("Cables", "Ships", "Cables", "Sea"),
    "Chinese": article("明天会下雨。", "今天下雨。", "后天晴。", title="下雨", language="zh"),
    "Thai": article("วันนี้ฝนตก", "พรุ่งนี้ฝนไม่ตก", language="th"),
    "Hindi": article("आज बारिश होगी।", "कल बारिश नहीं होगी।", language="hi"),
    "unknown language": article("Xyzzy plugh plover.", "Plover xyzzy.", language="und"),
    "marks and numbers": article("— 12 — 3.5 —", "$ % &", "12 ships, 3.5 cables"),
}


@pytest.mark.parametrize("method", EVERY, ids=names)
@pytest.mark.parametrize("made", ODD.values(), ids=ODD)
def test_odd_articles_are_ranked_whole(method: Method, made: Article) -> None:
    ranking = summarise.rank(made, method.name)
    assert sorted(ranking.order) == list(made.candidates)
    assert np.isfinite(ranking.scores).all()


@pytest.mark.parametrize("method", EVERY, ids=names)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(1, 25))
def test_longer_summaries_hold_the_shorter_ones(method: Method, seed: int, size: int) -> None:
    made = make_article(seed, size, duplicates=seed % 2 == 0)
    ranking = summarise.rank(made, method.name)
    assert sorted(ranking.order) == list(made.candidates)
    kept = [set(ranking.select(length).indices) for length in range(1, size + 1)]
    assert [len(indices) for indices in kept] == list(range(1, size + 1))
    assert all(shorter < longer for shorter, longer in pairwise(kept))


@pytest.mark.parametrize("method", EVERY, ids=names)
def test_better_ranks_have_no_lower_scores(method: Method) -> None:
    if method.name.startswith(("pacsum", "salience")):
        pytest.skip("its order also weighs what was picked before")
    made = make_article(5, 40)
    ranking = summarise.rank(made, method.name)
    for last in (False, True):  # those that no summary wants come behind the others
        group = [i for i in ranking.order if (i in Index(made).unfit) is last]
        scores = np.array([ranking.score_of(i) for i in group])
        assert (np.diff(scores) <= 1e-11).all()


@pytest.mark.parametrize("method", OWN, ids=[method.name for method in OWN])
def test_equal_sentences_are_separate(method: Method) -> None:
    made = article("Ships mend cables.", "The sea is deep and cold.", "Ships mend cables.")
    order = summarise.rank(made, method.name).order
    if method.name != "random":
        assert order.index(0) < order.index(2)  # ties go to the earlier one


@cache
def orders_with(hash_seed: str) -> dict[str, list[int]]:
    """The order by every method, in a new process."""
    code = (
        "import json, summarise\n"
        "from summarise.methods import all_methods\n"
        "from tests.generated import make_article\n"
        "made = make_article(11, 45, duplicates=True)\n"
        "names = [m.name for m in all_methods() if m.available]\n"
        "print(json.dumps({name: summarise.rank(made, name).order for name in names}))\n"
    )
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    orders: dict[str, list[int]] = json.loads(result.stdout)
    return orders


@pytest.mark.slow
@pytest.mark.parametrize("method", OWN, ids=[method.name for method in OWN])
def test_order_is_the_same_on_every_run(method: Method) -> None:
    assert orders_with("1")[method.name] == orders_with("2")[method.name]


# --- the registry -------------------------------------------------------------------------------


def test_methods_are_listed_default_first() -> None:
    listed = [method.name for method in all_methods()]
    assert listed[0] == summarise.DEFAULT_METHOD
    assert listed.index("random") < listed.index("sumy:lexrank")
    assert not any(":" in method.name for method in methods())
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("method", EVERY, ids=names)
def test_methods_describe_themselves(method: Method) -> None:
    assert method.label
    assert method.description.endswith(".")
    assert "\n" not in method.description + method.paper


def test_names_are_found_in_any_case() -> None:
    assert find_method(" LexRank ").name == "lexrank"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("lexrnk", "did you mean lexrank"),
        ("TextRanks", "textrank"),
        ("sumy:lexrnk", "sumy:lexrank"),
        ("xx", "choose one of salience, pacsum"),
        ("", "choose one of"),
        ("y" * 10_000, "choose one of"),
        ("two\nlines", "choose one of"),
    ],
)
def test_unknown_names_get_advice_in_one_line(name: str, advice: str) -> None:
    with pytest.raises(MethodError, match=advice) as caught:
        find_method(name)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
    named = str(caught.value).rpartition("did you mean")[2].replace("choose one of", "").split()
    assert {method.name for method in (*all_methods(), MODEL)} <= {
        word.strip(",?") for word in named
    }


# --- where sumy is wrong ------------------------------------------------------------------------


def test_textrank_loses_no_probability() -> None:
    made = article("It was so.", "Ships mend cables.", "Cables break.", "They had been there.")
    scores = summarise.rank(made, "textrank").scores
    assert sum(scores) == pytest.approx(4.0)


def test_textrank_of_sentences_that_all_share_alike_is_even() -> None:
    made = article(*[f"Ships mend {word}." for word in ("cables", "nets", "sails", "pumps")])
    assert np.ptp(summarise.rank(made, "textrank").scores) == pytest.approx(0.0)


def test_lexrank_of_sentences_without_a_common_word_is_even() -> None:
    assert summarise.rank(ODD["two apart"], "lexrank").scores == (0.0, 0.0)


def test_lexrank_shares_its_scores_out_by_neighbours() -> None:
    made = make_article(2, 50)
    assert sum(summarise.rank(made, "lexrank").scores) <= 50 + 1e-9


def test_lsa_prefers_the_main_topic_to_a_long_sentence() -> None:
    cables = [f"Ships mend the {word} cable." for word in make_words(40)]
    cooks = "Cooks bake bread, knead dough, boil soup and roast fat geese."
    made = article(*cables[:20], cooks, *cables[20:])
    assert summarise.rank(made, "lsa").order[-1] == 20
    assert summarise.rank(made, "sumy:lsa").order[0] == 20


def make_words(count: int) -> list[str]:
    digits = str.maketrans("0123456789", "abcdefghij")
    return [f"{i:03}x".translate(digits) for i in range(count)]


def test_lsa_gives_equal_sentences_equal_scores() -> None:
    words = make_words(50)
    texts = [f"Ships mend {words[i % 50]} cables and {words[i % 7]} nets" for i in range(300)]
    made = article(*texts, *texts)
    by_sentence = dict(zip(*_order_and_scores(made, "lsa"), strict=True))
    assert all(by_sentence[i] == by_sentence[i + 300] for i in range(300))


def _order_and_scores(made: Article, method: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
    ranking = summarise.rank(made, method)
    return ranking.order, ranking.scores


def test_kl_takes_no_notice_of_case_and_stop_words() -> None:
    texts = ["Ships mend cables.", "Cables break.", "A storm broke cables.", "Ships sail."]
    shouted = [f"And so it was the {text}".upper() for text in texts]
    plain = summarise.rank(article(*texts), "kl").order
    assert summarise.rank(article(*shouted), "kl").order == plain


def test_random_depends_on_the_text_alone() -> None:
    one, other = make_article(1, 30), make_article(2, 30)
    order = summarise.rank(one, "random").order
    assert order == summarise.rank(make_article(1, 30), "random").order
    assert order != summarise.rank(other, "random").order


def test_edmundson_adds_up_its_parts() -> None:
    ranking = summarise.rank(make_article(4, 30), "edmundson")
    parts = [ranking.parts[name] for name in ("cue", "title", "location")]
    assert np.allclose(np.sum(parts, axis=0), ranking.scores)


@pytest.mark.slow
@pytest.mark.parametrize("method", OWN, ids=[method.name for method in OWN])
def test_many_equal_sentences_are_ranked_in_time(method: Method) -> None:
    texts = ["The ship mended the cable and the sailors sang until the morning came."] * 6_000
    made = article_of([(Kind.TEXT, texts)], "The ship")
    assert len(summarise.rank(made, method.name).order) == 6_000


@pytest.mark.parametrize("method", [m for m in all_methods() if m.most], ids=lambda m: m.name)
def test_what_would_take_minutes_is_refused_with_the_name_of_a_quick_one(method: Method) -> None:
    assert method.most is not None
    article = summarise.parse(
        "\n\n".join(f"Heron {n} stood still." for n in range(method.most + 1))
    )
    with pytest.raises(MethodError, match="is too slow for") as caught:
        summarise.rank(article, method.name)
    advised = str(caught.value).rpartition("use ")[2].strip("'")
    assert find_method(advised).most is None
    assert f"{method.most + 1:,} sentences" in str(caught.value)


def test_loading_numpy_leaves_the_environment_as_it_was() -> None:
    code = (
        "import os; before = dict(os.environ)\n"
        "import summarise.index.arrays\n"
        "assert dict(os.environ) == before\n"
    )
    for threads in ({}, {"OPENBLAS_NUM_THREADS": "2"}):
        subprocess.run([sys.executable, "-c", code], env=os.environ | threads, check=True)


def test_lines_without_words_take_lexrank_no_time() -> None:
    words = ["The cat sat on the mat.", "A dog saw the cat.", "The mat was red."]
    article = article_of([(Kind.TEXT, [*words, *["***"] * 40_000])])
    began = time.process_time()
    ranking = summarise.rank(article, "lexrank")
    assert time.process_time() - began < 1.5
    assert set(ranking.order[:3]) == set(article.candidates[:3])
    assert min(ranking.scores[:3]) > 0 == max(ranking.scores[3:])
