"""PacSum with embeddings: by a small made-up model, and a clear line where there is none."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from summarise.errors import MethodError
from summarise.methods import embeddings
from summarise.ranking.ranking import rank
from tests.summarise.articles import REPORT, article_of


class TinyModel:
    """Knows two meanings: ships and rain."""

    def embed(self, texts):
        """One vector per text."""
        return np.array(
            [[t.count("ship") + t.count("boat"), t.count("rain")] for t in texts], float
        )


@pytest.fixture
def no_model(monkeypatch):
    monkeypatch.setitem(sys.modules, "wordllama", None)
    embeddings.load_model.cache_clear()
    yield
    embeddings.load_model.cache_clear()


@pytest.mark.usefixtures("no_model")
def test_without_the_extra_it_says_what_to_install():
    with pytest.raises(MethodError) as error:
        rank(article_of(*REPORT), "pacsum-embeddings")
    assert "pip install 'summarise-tui[embeddings]'" in str(error.value)
    assert "\n" not in str(error.value)


def test_words_of_like_meaning_count_together():
    article = article_of(["A ship came.", "Long rain fell.", "One boat left.", "Many boats sank."])
    meaning = embeddings.score_with(article, TinyModel()).parts["meaning"]
    assert meaning[0] == pytest.approx(embeddings.MEANING)
    assert meaning[0] > meaning[1]


def test_parts_add_up_and_all_sentences_are_ranked():
    scores = embeddings.score_with(article_of(*REPORT), TinyModel())
    assert np.allclose(sum(scores.parts.values()), scores.values, rtol=0, atol=1e-9)
    assert sorted(scores.ranked()) == list(range(len(scores.values)))


def test_centrality_by_running_sums_is_that_by_pairs():
    vectors = embeddings.embed(TinyModel(), ["ship rain", "rain rain ship", "boat", "nothing"])
    matrix = vectors @ vectors.T
    by_pairs = np.triu(matrix, 1).sum(1) - 0.3 * np.tril(matrix, -1).sum(1)
    assert np.allclose(embeddings.directed_centrality(vectors), by_pairs)


def test_an_article_of_nothing_is_ranked():
    assert embeddings.score_with(article_of(), TinyModel()).ranked() == []
