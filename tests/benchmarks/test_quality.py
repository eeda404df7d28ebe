"""The quality script measures what rouge-score measures, on the sentences as they are given."""

from __future__ import annotations

import json

import pytest
from rouge_score.rouge_scorer import RougeScorer

from summarise.index import Index
from tests.benchmarks.quality import build_article, main, measure, read_samples

RECORD = {
    "title": "Council closes harbour",
    "sentences": [
        "The council voted to close the old harbour.",
        "It will become a park with a pond.",
        "Dr. Hart said. the dockers are angry.",
        "However, ships will come back.",
    ],
    "paragraph": [0, 0, 1, 3],
    "reference": "The harbour is closing.\nAngry dockers want ships back.",
    "gold_idx": [0, 2],
}


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(json.dumps(RECORD) + "\n" for _ in range(3)), "utf-8")
    return file


def test_sentences_and_paragraphs_are_those_given():
    article = build_article(RECORD)
    assert [s.text for s in article.sentences] == RECORD["sentences"]
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert [s.paragraph for s in article.sentences] == [0, 0, 1, 2]
    for paragraph in article.paragraphs:
        inside = article.sentences[paragraph.first : paragraph.stop]
        assert (paragraph.start, paragraph.end) == (inside[0].start, inside[-1].end)


def test_figures_are_those_of_rouge_score(path):
    samples = list(read_samples(path, 1))
    found = measure(samples, "lead", 2)
    wanted = RougeScorer(["rouge1", "rouge2"], use_stemmer=True).score(
        RECORD["reference"], " ".join(RECORD["sentences"][:2])
    )
    assert found.rouge_1 == pytest.approx(wanted["rouge1"].fmeasure)
    assert found.rouge_2 == pytest.approx(wanted["rouge2"].fmeasure)
    assert found.gold == 0.5


def test_a_pick_that_leans_on_one_left_out_dangles(path, monkeypatch):
    samples = list(read_samples(path, 2))
    assert len(samples) == 2
    monkeypatch.setattr("tests.benchmarks.quality.rank", _all_but_the_third)
    assert measure(samples, "any", 3).dangling == pytest.approx(1 / 3)


def test_it_prints_a_line_for_each_method_and_names_those_unknown(path, capsys):
    assert main([str(path), "--methods", "lead,pacsum,nosuch", "--sentences", "2"]) == 0
    printed = capsys.readouterr()
    assert [line.split()[0] for line in printed.out.splitlines()[2:]] == ["lead", "pacsum"]
    assert "nosuch" in printed.err


def _all_but_the_third(article, method):
    from summarise.ranking.ranking import Ranking

    return Ranking(Index(article), method, (0, 1, 3, 2), (4, 3, 2, 1))
